import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newEvent } from '#core/events/edit-events.ts';
import type { Event } from '#core/events/event.ts';
import type { Mention, SuggestedMention } from '#core/geo/mention.ts';
import { mentionsToShow } from '#core/geo/mentions-to-show.ts';
import type { Place } from '#core/geo/place.ts';
import {
  changePlace,
  correctPlace,
  createPlace,
  type Decision,
  decide,
  decideAll,
  forgetMention,
  makePlace,
  type NewPlace,
  removePlace,
} from '#core/geo/place-edits.ts';
import { type Change, reverse } from '#core/history/change.ts';
import type { AnalystId, ArticleId, EventId, Id, MentionId, NewId, PlaceId } from '#core/ids.ts';
import { overlaps } from '#core/text/span.ts';

const text = 'They left Gao for Kidal. Kidal is far from Gao, near Tin Zaouatine.';
const article = { id: 'article' as ArticleId, textSha256: 'hash' };

function place(name: string): Place {
  return {
    id: name as PlaceId,
    name,
    aliases: [],
    country: 'ML',
    type: 'P',
    lat: 16,
    lon: 0,
    precision: 'exact',
    source: 'test',
    note: '',
  };
}
const [gao, kidal] = [place('Gao'), place('Kidal')];

function maker() {
  let count = 0;
  const newId: NewId = <Kind extends string>() => `id${++count}` as Id<Kind>;
  return { newId, now: '2026-01-01T00:00:00.000Z' };
}

function decision(start: number, end: number, of: Place, status: Mention['status'] = 'accepted'): Decision {
  return { span: { start, end }, place: of, status, origin: 'suggested', reasons: ['name'] };
}

/** The mentions after `changes`, as the working copy would hold them. */
function apply(mentions: readonly Mention[], changes: readonly Change[]): Mention[] {
  const byId = new Map(mentions.map((mention) => [mention.id, mention]));
  for (const change of changes) {
    if (change.table !== 'mentions') continue;
    expect(byId.get(change.id) ?? null).toEqual(change.before);
    if (change.after === null) byId.delete(change.id);
    else byId.set(change.id, change.after);
  }
  return [...byId.values()];
}

const ground = (decided: readonly Mention[]) => ({ article, text, decided });

describe('decide', () => {
  it('anchors an accepted place in its passage', () => {
    const [mention] = apply([], decide(ground([]), decision(10, 13, gao), maker()));
    expect(mention).toMatchObject({
      status: 'accepted',
      place: gao,
      anchor: {
        articleId: 'article',
        textSha256: 'hash',
        start: 10,
        end: 13,
        exact: 'Gao',
        prefix: 'They left ',
      },
    });
  });

  it('keeps one record when the analyst changes the word', () => {
    const accepted = apply([], decide(ground([]), decision(10, 13, gao), maker()));
    const rejected = apply(accepted, decide(ground(accepted), decision(10, 13, gao, 'rejected'), maker()));
    expect(rejected).toHaveLength(1);
    expect(rejected[0]).toMatchObject({ id: accepted[0]?.id, status: 'rejected' });
    const elsewhere = apply(rejected, decide(ground(rejected), decision(10, 13, kidal), maker()));
    expect(elsewhere[0]).toMatchObject({ id: accepted[0]?.id, status: 'accepted', place: kidal });
  });

  it('changes nothing when the same was decided', () => {
    const accepted = apply([], decide(ground([]), decision(10, 13, gao), maker()));
    expect(decide(ground(accepted), decision(10, 13, gao), maker())).toEqual([]);
  });

  it('lets the newest word win over what it overlaps', () => {
    const narrow = apply([], decide(ground([]), decision(53, 56, gao), maker()));
    const wide = apply(
      narrow,
      decide(ground(narrow), decision(53, 66, kidal), { ...maker(), newId: () => 'w' as never }),
    );
    expect(wide.map(({ anchor }) => anchor.exact)).toEqual(['Tin Zaouatine']);
  });

  it.each([
    [-1, 3],
    [5, 5],
    [60, 900],
  ])('refuses a passage that is not in the text: %i–%i', (start, end) => {
    expect(() => decide(ground([]), decision(start, end, gao), maker())).toThrow(RangeError);
  });

  it('never leaves two decided mentions over the same words, and is undone by its reverse', () => {
    const anySpan = fc
      .tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 12 }))
      .map(([start, length]) => decision(start, Math.min(text.length, start + length), gao));
    fc.assert(
      fc.property(fc.array(anySpan, { maxLength: 12 }), (decisions) => {
        const make = maker();
        let mentions: Mention[] = [];
        for (const one of decisions) {
          const changes = decide(ground(mentions), one, make);
          const after = apply(mentions, changes);
          expect(new Set(apply(after, reverse(changes)))).toEqual(new Set(mentions));
          mentions = after;
        }
        for (const [at, a] of mentions.entries())
          for (const b of mentions.slice(at + 1)) expect(overlaps(a.anchor, b.anchor)).toBe(false);
      }),
    );
  });
});

describe('decideAll', () => {
  it('decides each passage once', () => {
    const decisions = [decision(18, 23, kidal), decision(25, 30, kidal), decision(18, 23, kidal)];
    const mentions = apply([], decideAll(ground([]), decisions, maker()));
    expect(mentions.map(({ anchor }) => anchor.start)).toEqual([18, 25]);
  });
});

describe('forgetMention', () => {
  it('takes the word back', () => {
    const [mention] = apply([], decide(ground([]), decision(10, 13, gao), maker()));
    expect(mention && apply([mention], forgetMention(mention))).toEqual([]);
  });
});

describe('makePlace', () => {
  const form = {
    name: '  Camp \n Nord ',
    aliases: ['Camp Nord', ' N ', ''],
    country: 'ML',
    point: { lat: 18.123456789, lon: 1.5 },
    precision: 'near',
    note: '',
  } as const;
  const id = 'new' as PlaceId;

  it('tidies the name and rounds the point to a metre', () => {
    expect(makePlace(form, id)).toMatchObject({
      name: 'Camp Nord',
      aliases: ['N'],
      lat: 18.12346,
      lon: 1.5,
      precision: 'near',
    });
  });

  it('leaves a place without a point unlocated, whatever precision was chosen', () => {
    expect(makePlace({ ...form, point: null }, id)).toMatchObject({
      lat: null,
      lon: null,
      precision: 'unknown',
    });
  });

  it.each([{ name: ' ' }, { point: { lat: 91, lon: 0 } }, { point: { lat: Number.NaN, lon: 0 } }])(
    'refuses %o',
    (part) => {
      expect(makePlace({ ...form, ...part }, id)).toBeNull();
    },
  );
});

describe('changePlace and removePlace', () => {
  const form: NewPlace = {
    name: 'Camp',
    aliases: [],
    country: '',
    point: null,
    precision: 'near',
    note: '',
  };
  const accepted = (of: Place) => {
    const [mention] = apply([], decide(ground([]), decision(10, 13, of), maker()));
    if (mention === undefined) throw new Error('no mention');
    return mention;
  };
  const eventAt = (...places: Place[]): Event => ({
    ...newEvent({ id: 'event' as EventId, analystId: 'me' as AnalystId, now: '2026-01-01T00:00:00.000Z' }),
    places: places.map((one) => ({ place: one, geoPrecision: 1 as const })),
  });

  it('takes accepted passages and events along and leaves rejected ones', () => {
    const before = makePlace(form, 'c' as PlaceId);
    if (before === null) throw new Error('no place');
    const after = { ...before, lat: 1, lon: 2, precision: 'near' as const };
    const yes = accepted(before);
    const no = { ...yes, id: 'no' as MentionId, status: 'rejected' } as Mention;
    const other = { ...yes, id: 'other' as MentionId, place: gao } as Mention;
    const changes = changePlace(before, after, {
      mentions: [yes, no, other],
      events: [eventAt(gao, before), { ...eventAt(gao), id: 'elsewhere' as EventId }],
    });
    expect(changes.map(({ table, id }) => `${table} ${id}`)).toEqual([
      'places c',
      `mentions ${yes.id}`,
      'events event',
    ]);
    expect(changes[2]?.after).toMatchObject({ places: [{ place: gao }, { place: after, geoPrecision: 1 }] });
    expect(changePlace(after, { ...after }, { mentions: [yes], events: [] })).toEqual([]);
    expect(createPlace(before)).toEqual([{ table: 'places', id: 'c', before: null, after: before }]);
  });

  it('keeps what the program says of a place that is corrected, and goes back to it', () => {
    const once = correctPlace(kidal, {
      ...form,
      name: 'Kidal',
      point: { lat: 18.5, lon: 1.4 },
      source: 'A map',
    });
    if (once === null) throw new Error('no place');
    expect(once).toMatchObject({ id: kidal.id, type: 'P', source: 'A map', original: kidal, lat: 18.5 });
    // Corrected again, it is still the program's entry that stands behind it.
    const twice = correctPlace(once, { ...form, name: 'Kidal', point: { lat: 18.6, lon: 1.4 } });
    expect(twice).toMatchObject({ original: kidal, source: 'analyst', lat: 18.6 });

    const mention = accepted(kidal);
    const corrected = changePlace(null, once, { mentions: [mention], events: [eventAt(kidal)] });
    expect(corrected.map(({ table, before }) => `${table} ${before === null}`)).toEqual([
      'places true',
      'mentions false',
      'events false',
    ]);
    const [follower] = apply([mention], corrected);
    expect(follower?.place).toEqual(once);
    const removed = removePlace(once, { mentions: follower ? [follower] : [], events: [eventAt(once)] });
    expect(apply(follower ? [follower] : [], removed)[0]?.place).toEqual(kidal);
    expect(removed.at(-1)?.after).toMatchObject({ places: [{ place: kidal }] });
  });

  it('leaves their copy to passages of a place only the analyst knew', () => {
    const own = makePlace(form, 'own' as PlaceId);
    if (own === null) throw new Error('no place');
    expect(removePlace(own, { mentions: [accepted(own)], events: [] })).toHaveLength(1);
    expect(correctPlace(own, form)?.original).toBeUndefined();
  });
});

describe('mentionsToShow', () => {
  const suggest = (start: number, end: number, of: Place): SuggestedMention => ({
    start,
    end,
    exact: text.slice(start, end),
    candidates: [of],
    reasons: ['name'],
    strength: 0.9,
  });

  it('hides suggestions behind what was decided, in the order of the text', () => {
    const suggested = [suggest(10, 13, gao), suggest(18, 23, kidal), suggest(25, 30, kidal)];
    const decided = apply(
      [],
      decideAll(ground([]), [decision(25, 30, kidal, 'rejected'), decision(9, 14, kidal)], maker()),
    );
    const shown = mentionsToShow(suggested, decided);
    expect(shown.map(({ exact, status }) => `${exact.trim()} ${status}`)).toEqual([
      'Gao accepted',
      'Kidal suggested',
      'Kidal rejected',
    ]);
    expect(shown[1]).toMatchObject({ id: 's:18-23', decided: null });
    expect(shown[0]?.suggestion).toBe(suggested[0]);
    expect(mentionsToShow([], decided)).toHaveLength(2);
  });
});
