import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tag } from '#core/codebook/tag.ts';
import type { ArticleId, PlaceId, TagId } from '#core/ids.ts';
import type { Filter } from '#core/search/query/query.ts';
import type { ArticleFact } from '#core/search/results/article-fact.ts';
import { type ArticleFacts, createArticleFacts } from '#core/search/results/article-facts.ts';
import type { ActorHits } from '#core/search/results/narrow-slots.ts';
import type { FacetName, Narrowing } from '#core/search/results/search-answer.ts';
import { slotSetOf } from '#core/search/results/slot-set.ts';
import { fold } from '#core/text/fold.ts';
import { makeTag } from '#tests/unit/storage/make-records.ts';

const below = (id: string, parent: string): Tag => ({ ...makeTag(id), parentId: parent as TagId });
const tags = [makeTag('Actors'), below('JNIM', 'Actors'), below('Emirs', 'JNIM'), makeTag('Attaque')];
const places = ['Ménaka', 'Gao', 'Tin Zaouatene'].map((name) => {
  return { id: `g:${name}` as PlaceId, name, aliases: name === 'Tin Zaouatene' ? ['Tinzawaten'] : [] };
});
const actors = ['wagner', 'fama'];

type Truth = { readonly fact: ArticleFact; readonly actors: readonly string[] };

const anyDate = fc.oneof(
  fc.constant(null),
  fc.constantFrom(
    '2023',
    '2024',
    '2024-09',
    '2024-02',
    '2024-09-10',
    '2024-09-10T07:30',
    '2024-12-31',
    '2025-01-01',
  ),
);
const anyFact: fc.Arbitrary<ArticleFact> = fc.record({
  // The first of a group names none; one that is named may be gone.
  group: fc.constantFrom(null, null, null, ...['s0', 's1', 'gone'].map((id) => id as ArticleId)),
  publisher: fc.constantFrom(null, 'RFI', 'Le Monde', "Jeune Afrique l'hebdo"),
  carrier: fc.constantFrom(null, 'RFI', 'TheWorldNews'),
  language: fc.constantFrom('en', 'fr', 'ar', 'und'),
  date: anyDate,
  status: fc.constantFrom('unread', 'reading', 'read'),
  isFlagged: fc.boolean(),
  hasHighlight: fc.boolean(),
  hasNote: fc.boolean(),
  tagIds: fc.subarray([...tags.map(({ id }) => id), 'gone' as TagId]),
  places: fc
    .subarray(places)
    .chain((chosen) =>
      fc.tuple(...chosen.map((place) => fc.boolean().map((isSuggested) => ({ place, isSuggested })))),
    ),
});
const anyTruth: fc.Arbitrary<Truth> = fc.record({ fact: anyFact, actors: fc.subarray(actors) });

const facetValues: Record<FacetName, readonly string[]> = {
  source: ['RFI', 'TheWorldNews', 'nobody', ''],
  publisher: ['RFI', 'Le Monde', ''],
  language: ['en', 'fr'],
  tag: ['Actors', 'JNIM', 'Attaque', ''],
  status: ['unread', 'read', 'flagged'],
  actor: ['wagner', 'fama', ''],
  place: ['g:Gao', 'g:Ménaka', ''],
  year: ['2024', '2023', ''],
};
const facetNames = Object.keys(facetValues) as FacetName[];
const anyNarrowing: fc.Arbitrary<Narrowing[]> = fc
  .subarray(facetNames, { maxLength: 3 })
  .chain((names) =>
    fc.tuple(
      ...names.map((facet) =>
        fc.subarray([...facetValues[facet]], { minLength: 1 }).map((values) => ({ facet, values })),
      ),
    ),
  );

/** Every value an article has in a facet, worked out from the plain object. */
function valuesOf({ fact, actors: named }: Truth, facet: FacetName): string[] {
  const orNone = (values: readonly string[]) => (values.length === 0 ? [''] : [...new Set(values)]);
  switch (facet) {
    case 'source':
      return orNone([fact.publisher, fact.carrier].filter((name) => name !== null));
    case 'publisher':
      return [fact.publisher ?? ''];
    case 'language':
      return [fact.language];
    case 'status':
      return fact.isFlagged ? [fact.status, 'flagged'] : [fact.status];
    case 'tag':
      return orNone(fact.tagIds.flatMap((id) => pathOf(id)));
    case 'actor':
      return orNone(named);
    case 'place':
      return orNone(fact.places.map(({ place }) => place.id));
    case 'year':
      return [fact.date?.slice(0, 4) ?? ''];
  }
}

function pathOf(id: string): string[] {
  const tag = tags.find((each) => each.id === id);
  return tag === undefined ? [] : [...(tag.parentId === null ? [] : pathOf(tag.parentId)), id];
}

function build(truths: readonly Truth[]): ArticleFacts {
  const facts = createArticleFacts();
  for (const [slot, { fact }] of truths.entries()) facts.put(slot, fact);
  const hits: ActorHits[] = actors.map((entry) => {
    const slots = truths.flatMap(({ actors: named }, slot) => (named.includes(entry) ? [slot] : []));
    return { entry, name: entry.toUpperCase(), slots: slotSetOf(Uint32Array.from(slots)) };
  });
  facts.setTags(tags);
  facts.setActors(hits);
  return facts;
}

const slotsOf = (truths: readonly Truth[]) => Uint32Array.from(truths.keys());

/** The slot of an article that is called by it. */
const slotNamed = (id: ArticleId) => (id.startsWith('s') ? Number(id.slice(1)) : -1);

/** What text an article has, by the name of its group. */
const textOf = ({ fact }: Truth, slot: number) => fact.group ?? `s${slot}`;

describe('narrow and countFacets', () => {
  it('leave and count what a naive pass over plain objects leaves and counts', () => {
    fc.assert(
      fc.property(fc.array(anyTruth, { maxLength: 40 }), anyNarrowing, (truths, narrowing) => {
        const facts = build(truths);
        const has = (truth: Truth, { facet, values }: Narrowing) =>
          valuesOf(truth, facet).some((value) => values.includes(value));

        const narrowed = facts.narrow(slotsOf(truths), narrowing);
        const texts = facts.numberTexts((id) => (slotNamed(id) < truths.length ? slotNamed(id) : -1));
        const counted = facts.countFacets(narrowed, { narrowing, texts });

        const left = truths.flatMap((truth, slot) =>
          narrowing.every((each) => has(truth, each)) ? [slot] : [],
        );
        expect([...narrowed.slots]).toEqual(left);
        expect(counted.map(({ name }) => name)).toEqual(facetNames);
        for (const { name, values } of counted) {
          const others = narrowing.filter(({ facet }) => facet !== name);
          const having = new Map<string, Set<string>>();
          for (const [slot, truth] of truths.entries())
            if (others.every((each) => has(truth, each)))
              for (const value of valuesOf(truth, name))
                having.set(value, new Set(having.get(value)).add(textOf(truth, slot)));
          const expected = new Map([...having].map(([value, { size }]) => [value, size]));
          const got = new Map(
            values.filter(({ count }) => count > 0).map((each) => [each.value, each.count]),
          );
          expect(got).toEqual(expected);
          for (const chosen of narrowing.find(({ facet }) => facet === name)?.values ?? [])
            expect(values.map(({ value }) => value)).toContain(chosen);
        }
      }),
    );
  });

  it('say of how many articles a place is only suggested, and of actors that all are', () => {
    fc.assert(
      fc.property(fc.array(anyTruth, { maxLength: 30 }), (truths) => {
        const facts = build(truths);
        const counted = facts.countFacets(facts.narrow(slotsOf(truths), []), { narrowing: [], texts: null });
        for (const { value, suggested } of counted.find(({ name }) => name === 'place')?.values ?? [])
          expect(suggested).toBe(
            truths.filter(({ fact }) =>
              fact.places.some(({ place, isSuggested }) => place.id === value && isSuggested),
            ).length,
          );
        for (const { value, count, suggested } of counted.find(({ name }) => name === 'actor')?.values ?? [])
          expect(suggested).toBe(value === '' ? 0 : count);
      }),
    );
  });

  it('know only the newest facts of an article, however often they were put, and none of one removed', () => {
    const anyEdits = fc.array(fc.tuple(fc.nat(9), fc.option(anyTruth, { nil: null })), { maxLength: 60 });
    fc.assert(
      fc.property(anyEdits, (edits) => {
        const facts = createArticleFacts();
        const newest = new Map<number, Truth>();
        for (const [slot, truth] of edits) {
          if (truth === null) {
            facts.remove(slot);
            newest.delete(slot);
          } else {
            facts.put(slot, truth.fact);
            newest.set(slot, truth);
          }
        }
        facts.setTags(tags);
        const fresh = build([...newest.values()]);
        const all = [...newest.keys()];

        const ofEdited = facts.countFacets(facts.narrow(Uint32Array.from(all), []), plainAsk);
        const ofFresh = fresh.countFacets(fresh.narrow(Uint32Array.from(all.keys()), []), plainAsk);

        const plain = (counted: typeof ofEdited) =>
          counted
            .filter(({ name }) => name !== 'actor')
            .map(({ name, values }) => [name, new Map(values.map(({ value, count }) => [value, count]))]);
        expect(plain(ofEdited)).toEqual(plain(ofFresh));
        for (const slot of Array.from({ length: 10 }).keys())
          if (!newest.has(slot)) expect(facts.matches({ by: 'lang', value: 'en' })(slot)).toBe(false);
      }),
    );
  });

  it('list the most frequent, and the rare ones that are chosen', () => {
    const facts = createArticleFacts();
    const names = ['a', 'a', 'a', 'b', 'b', 'c', 'd'];
    for (const [slot, publisher] of names.entries()) facts.put(slot, { ...plainFact, publisher });
    const narrowing = [{ facet: 'publisher', values: ['d', 'z'] }] as const;

    const narrowed = facts.narrow(Uint32Array.from(names.keys()), narrowing);
    const counted = facts.countFacets(narrowed, { narrowing, texts: null, most: 2 });

    const publisher = counted.find(({ name }) => name === 'publisher');
    expect(publisher?.values.map(({ value, count }) => `${value}${count}`)).toEqual(['a3', 'b2', 'd1', 'z0']);
    expect(publisher?.rare).toBe(1);
  });
});

const plainAsk = { narrowing: [], texts: null };

const plainFact: ArticleFact = {
  group: null,
  publisher: null,
  carrier: null,
  language: 'en',
  date: null,
  status: 'unread',
  isFlagged: false,
  hasHighlight: false,
  hasNote: false,
  tagIds: [],
  places: [],
};

describe('matches', () => {
  const filters: readonly [Filter, (fact: ArticleFact) => boolean][] = [
    [{ by: 'lang', value: 'fr' }, ({ language }) => language === 'fr'],
    [{ by: 'is', value: 'unread' }, ({ status }) => status === 'unread'],
    [{ by: 'is', value: 'flagged' }, ({ isFlagged }) => isFlagged],
    [{ by: 'has', value: 'highlight' }, ({ hasHighlight }) => hasHighlight],
    [{ by: 'has', value: 'note' }, ({ hasNote }) => hasNote],
    [{ by: 'has', value: 'tag' }, ({ tagIds }) => tagIds.length > 0],
    [{ by: 'has', value: 'date' }, ({ date }) => date !== null],
    [{ by: 'has', value: 'place' }, (fact) => fact.places.some(({ isSuggested }) => !isSuggested)],
    [{ by: 'source', value: 'rfi' }, ({ publisher, carrier }) => [publisher, carrier].includes('RFI')],
    [{ by: 'publisher', value: 'rfi' }, ({ publisher }) => publisher === 'RFI'],
    [{ by: 'source', value: 'monde le' }, ({ publisher }) => publisher === 'Le Monde'],
    [{ by: 'source', value: 'hebdo' }, ({ publisher }) => publisher?.startsWith('Jeune') ?? false],
    [{ by: 'source', value: 'onde' }, () => false],
    [{ by: 'place', value: 'menaka' }, (fact) => fact.places.some(({ place }) => place.name === 'Ménaka')],
    [
      { by: 'place', value: fold('Tinzawaten') },
      (fact) => fact.places.some(({ place }) => place.aliases.length > 0),
    ],
    [{ by: 'tag', value: 'jnim' }, ({ tagIds }) => tagIds.some((id) => pathOf(id).includes('JNIM'))],
    [{ by: 'tag', value: 'actors / jnim' }, ({ tagIds }) => tagIds.some((id) => pathOf(id).includes('JNIM'))],
    [{ by: 'tag', value: 'jnim/emirs' }, ({ tagIds }) => tagIds.includes('Emirs' as TagId)],
    [{ by: 'tag', value: 'jni' }, () => false],
  ];

  it.each(filters)('%o finds what the plain objects say', (filter, isWanted) => {
    fc.assert(
      fc.property(fc.array(anyTruth, { maxLength: 30 }), (truths) => {
        const matches = build(truths).matches(filter);
        expect(truths.map((_, slot) => matches(slot))).toEqual(truths.map(({ fact }) => isWanted(fact)));
      }),
    );
  });

  it.each([
    // What is stated, what is asked, whether it is after, whether it is before.
    ['2024-09-10', '2024-09-10', true, false],
    ['2024-09-09', '2024-09-10', false, true],
    ['2024-09-10T00:00', '2024-09-10', true, false],
    ['2024-09', '2024-09-10', false, false],
    ['2024-09', '2024-09-01', true, false],
    ['2024-09', '2024-10', false, true],
    ['2024-10', '2024-09-10', true, false],
    ['2024', '2024-09', false, false],
    ['2024', '2025', false, true],
    ['2024-12-31', '2025', false, true],
    ['2024', '2024', true, false],
    ['2024-02-29', '2024-03-01', false, true],
    [null, '2024', false, false],
  ])('an article of %s is, of %s: after %s, before %s', (date, asked, after, before) => {
    const facts = createArticleFacts();
    facts.put(0, { ...plainFact, date });

    expect(facts.matches({ by: 'after', date: asked })(0)).toBe(after);
    expect(facts.matches({ by: 'before', date: asked })(0)).toBe(before);
  });

  it('finds nothing by a date that is none', () => {
    const facts = createArticleFacts();
    facts.put(0, { ...plainFact, date: '2024' });

    expect(facts.matches({ by: 'after', date: 'soon' })(0)).toBe(false);
    expect(facts.matches({ by: 'before', date: 'soon' })(0)).toBe(false);
  });
});

describe('order', () => {
  const statuses = ['unread', 'reading', 'read'];
  const compare = {
    relevance: () => 0,
    newest: (a: ArticleFact, b: ArticleFact) => byDate(a, b, (x, y) => Number(x < y) - Number(x > y)),
    oldest: (a: ArticleFact, b: ArticleFact) => byDate(a, b, (x, y) => Number(x > y) - Number(x < y)),
    unread: (a: ArticleFact, b: ArticleFact) => statuses.indexOf(a.status) - statuses.indexOf(b.status),
  } as const;
  // A shorter date sorts before every longer one that it begins.
  const byDate = (a: ArticleFact, b: ArticleFact, turn: (x: string, y: string) => number) => {
    if (a.date === null || b.date === null) return Number(a.date === null) - Number(b.date === null);
    const full = (date: string) => `${date}${'0000-01-01T00:00'.slice(date.length)}`;
    return turn(full(a.date), full(b.date));
  };

  it.each(['relevance', 'newest', 'oldest', 'unread'] as const)('by %s is a plain sort', (order) => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyTruth, fc.nat(20)), { maxLength: 50 }), (scored) => {
        const facts = build(scored.map(([truth]) => truth));
        const scoreOf = (slot: number) => scored[slot]?.[1] ?? 0;
        const byScore = order === 'relevance' || order === 'unread';
        const expected = scored
          .map(([{ fact }, score], slot) => ({ fact, score, slot }))
          .sort(
            (a, b) => compare[order](a.fact, b.fact) || (byScore ? b.score - a.score : 0) || a.slot - b.slot,
          )
          .map(({ slot }) => slot);

        const slots = Uint32Array.from(scored.keys());

        expect([...facts.order(slots, { order, scoreOf, texts: null }).slice(0, slots.length)]).toEqual(
          expected,
        );
      }),
    );
  });

  it.each(['relevance', 'newest', 'oldest', 'unread'] as const)(
    'by %s lists each text once, where its first article stands',
    (order) => {
      fc.assert(
        fc.property(fc.array(fc.tuple(anyTruth, fc.nat(20)), { maxLength: 50 }), (scored) => {
          const truths = scored.map(([truth]) => truth);
          const facts = build(truths);
          const scoreOf = (slot: number) => scored[slot]?.[1] ?? 0;
          const slots = slotsOf(truths);
          const texts = facts.numberTexts((id) => (slotNamed(id) < truths.length ? slotNamed(id) : -1));

          const once = facts.order(slots, { order, scoreOf, texts });

          const met = new Set<string>();
          const expected = [
            ...facts.order(slots, { order, scoreOf, texts: null }).slice(0, slots.length),
          ].filter((slot) => {
            const [truth] = truths.slice(slot);
            const text = truth === undefined ? '' : textOf(truth, slot);
            return !met.has(text) && met.add(text);
          });
          expect([...once.slice(0, slots.length)]).toEqual(expected);
          expect(once.length).toBe(expected.length);
        }),
      );
    },
  );

  it('keeps scores apart that differ by a millionth, among fifty thousand', () => {
    const facts = createArticleFacts();
    const slots = Uint32Array.from({ length: 50_000 }, (_, slot) => slot);
    const order = facts.order(slots, {
      order: 'relevance',
      scoreOf: (slot) => 10 + slot * 1e-5,
      texts: null,
    });

    expect([...order.slice(0, 3)]).toEqual([49_999, 49_998, 49_997]);
    expect([...order.slice(49_999, 50_000)]).toEqual([0]);
  });

  it('answers any part of a long result as a plain sort does, the first ones or the last ones first', () => {
    const anyParts = fc.array(fc.tuple(fc.nat(12_000), fc.nat(300)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12_000 }), fc.nat(5_000), anyParts, (length, apart, parts) => {
        const scoreOf = (slot: number) => 1 + ((slot * 7_919) % (apart + 1));
        const slots = Uint32Array.from({ length }, (_, slot) => slot);
        const expected = [...slots].sort((a, b) => scoreOf(b) - scoreOf(a) || a - b);

        const order = createArticleFacts().order(slots, { order: 'relevance', scoreOf, texts: null });

        for (const [from, count] of parts)
          expect([...order.slice(from, from + count)]).toEqual(expected.slice(from, from + count));
      }),
      { numRuns: 40 },
    );
  });
});
