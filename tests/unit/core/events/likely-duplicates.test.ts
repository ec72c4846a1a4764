import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Event } from '#core/events/event.ts';
import { eventTypes, type SubEventType } from '#core/events/event-types.ts';
import { likelyDuplicates } from '#core/events/likely-duplicates.ts';
import { days, event, takesPart, town } from './events.ts';

type Truth = {
  readonly events: readonly {
    readonly id: string;
    readonly date: { start: string | null; end: string | null; time_precision: 1 | 2 | 3 | null };
    readonly places: readonly string[];
    readonly actors: readonly string[];
    readonly acled: { sub_event_type: string } | null;
    readonly evidence: readonly { article: string }[];
  }[];
};

const truth = JSON.parse(readFileSync('tests/fixtures/seed-truth.json', 'utf8')) as Truth;
const bamako = town('Bamako');
const attack = {
  dating: days('2024-09-17'),
  places: [{ place: bamako, geoPrecision: 1 }],
  subType: 'Attack',
} as const;

const pairsOf = (events: readonly Event[]) =>
  likelyDuplicates(events).map(({ first, second, reasons }) => [first.id, second.id, reasons]);

it('proposes every event of the seeds that two articles tell, the attack on Bamako among them', () => {
  // One record for each article that tells it, as an analyst would enter them.
  const entered = truth.events.flatMap(({ id, date, places, actors, acled, evidence }) =>
    [...new Set(evidence.map(({ article }) => article))].map((article) =>
      event(`${id} in ${article}`, {
        dating: days(date.start, date.end, date.time_precision),
        places: places.map((place) => ({ place: town(place, null, null), geoPrecision: null })),
        actors: actors.map((actor) => takesPart(actor)),
        subType: (acled?.sub_event_type ?? null) as SubEventType | null,
      }),
    ),
  );
  const proposed = likelyDuplicates(entered);
  const known = proposed.filter(({ first, second }) => first.id.slice(0, 3) === second.id.slice(0, 3));
  const wanted = truth.events.filter(
    ({ date, evidence, places }) =>
      date.start !== null &&
      date.end !== null &&
      places.length > 0 &&
      new Set(evidence.map(({ article }) => article)).size > 1,
  );

  expect(wanted.map(({ id }) => id)).toContain('E28');
  expect(new Set(known.map(({ first }) => first.id.slice(0, 3)))).toEqual(
    new Set(wanted.map(({ id }) => id)),
  );
});

it('says why', () => {
  const actors = [takesPart('jnim')];

  expect(pairsOf([event('a', { ...attack, actors }), event('b', { ...attack, actors })])).toEqual([
    ['a', 'b', ['same-day', 'same-place', 'same-type', 'shared-actor']],
  ]);
});

it('proposes nothing on other days, at other places, of other types, or told apart', () => {
  const one = event('a', attack);

  expect(pairsOf([one, event('b', { ...attack, dating: days('2024-09-18') })])).toEqual([]);
  expect(
    pairsOf([
      one,
      event('b', { ...attack, places: [{ place: town('Gao', 16.27, -0.04), geoPrecision: 1 }] }),
    ]),
  ).toEqual([]);
  expect(pairsOf([one, event('b', { ...attack, subType: 'Armed clash' })])).toEqual([]);
  expect(pairsOf([one, event('b', { ...attack, notSameAs: [one.id] })])).toEqual([]);
});

it('lets a vague day reach as far as its precision says', () => {
  const one = event('a', attack);

  expect(pairsOf([one, event('b', { ...attack, dating: days('2024-09-20', '2024-09-20', 2) })])).toHaveLength(
    1,
  );
  expect(pairsOf([one, event('b', { ...attack, dating: days('2024-09-21', '2024-09-21', 2) })])).toEqual([]);
  expect(pairsOf([one, event('b', { ...attack, dating: days('2024-09-01', '2024-09-30', 3) })])).toHaveLength(
    1,
  );
});

it('takes neighbouring points for near, and never the middle of an area', () => {
  const near = { ...attack, places: [{ place: town('Senou', 12.6, -7.95), geoPrecision: 1 as const }] };
  const area = {
    ...attack,
    places: [{ place: { ...town('District', 12.6, -7.95), precision: 'area' as const }, geoPrecision: null }],
  };

  expect(pairsOf([event('a', attack), event('b', near)])[0]?.[2]).toContain('near');
  expect(pairsOf([event('a', attack), event('b', area)])).toEqual([]);
});

it('proposes nothing for what has no day or no place', () => {
  const undatedOne = { ...attack, dating: days(null) };

  expect(pairsOf([event('a', undatedOne), event('b', undatedOne)])).toEqual([]);
  expect(pairsOf([event('a', { ...attack, places: [] }), event('b', { ...attack, places: [] })])).toEqual([]);
});

it('finds the same pairs as comparing each with each', () => {
  const subTypes = Object.values(eventTypes).flat();
  const some = fc.record({
    from: fc.integer({ min: 1, max: 9 }),
    length: fc.integer({ min: 0, max: 4 }),
    place: fc.constantFrom('Gao', 'Kidal'),
    subType: fc.constantFrom(null, ...subTypes.slice(0, 4)),
  });
  fc.assert(
    fc.property(fc.array(some, { maxLength: 12 }), (given) => {
      const events = given.map(({ from, length, place, subType }, at) =>
        event(`e${at}`, {
          dating: days(`2024-09-0${from}`, `2024-09-${String(from + length).padStart(2, '0')}`, null),
          places: [{ place: town(place, null, null), geoPrecision: null }],
          subType,
        }),
      );
      const typeName = (sub: string | null) =>
        Object.entries(eventTypes).find(([, subs]) => (subs as readonly string[]).includes(sub ?? ''))?.[0];
      const brute = events.flatMap((a, at) =>
        events.slice(at + 1).flatMap((b) => {
          const isTimed =
            (a.dating.from ?? '') <= (b.dating.until ?? '') &&
            (b.dating.from ?? '') <= (a.dating.until ?? '');
          const isThere = a.places[0]?.place.id === b.places[0]?.place.id;
          const isLike =
            a.subType === null || b.subType === null || typeName(a.subType) === typeName(b.subType);
          return isTimed && isThere && isLike ? [[a.id, b.id].sort().join()] : [];
        }),
      );
      const found = likelyDuplicates(events).map(({ first, second }) => [first.id, second.id].sort().join());
      expect(found.sort()).toEqual(brute.sort());
    }),
  );
});

it('proposes an event of a collection for one of ours or of another collection, never for one of its own', () => {
  const from = (collection: 'acled' | 'ucdp', id: string) => ({
    ...event(`${collection} ${id}`, attack),
    origin: { collection, id, fileName: 'x.csv', readAt: '2025-01-01T00:00:00.000Z', columns: {} },
  });
  const events = [from('acled', '1'), from('acled', '2'), from('ucdp', '1'), event('ours', attack)];

  const pairs = likelyDuplicates(events).map(({ first, second }) => [first.id, second.id].sort().join(' + '));

  expect(pairs.sort()).toEqual([
    'acled 1 + ours',
    'acled 1 + ucdp 1',
    'acled 2 + ours',
    'acled 2 + ucdp 1',
    'ours + ucdp 1',
  ]);
});
