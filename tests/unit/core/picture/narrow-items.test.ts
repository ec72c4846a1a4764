import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActorId, PlaceId, TagId } from '#core/ids.ts';
import { boxShape } from '#core/picture/draw-shape.ts';
import { hiddenRecords, narrowItems } from '#core/picture/narrow-items.ts';
import { type Narrowing, wideOpen } from '#core/picture/narrowing.ts';
import { itemKinds, type PictureItem } from '#core/picture/picture-item.ts';

const letters = ['a', 'b', 'c'];
const dayNumber = fc.integer({ min: 1, max: 28 });
const toDay = (day: number) => `2024-09-${String(day).padStart(2, '0')}`;
/** First and last day by number; `null`: open. */
const numbers = fc
  .tuple(fc.option(dayNumber), fc.option(dayNumber))
  .map(([a, b]): [number | null, number | null] => (a !== null && b !== null && a > b ? [b, a] : [a, b]));
const stretch = fc.option(numbers.filter(([from, until]) => from !== null || until !== null));

type Made = { item: PictureItem; when: [number | null, number | null] | null };
const made: fc.Arbitrary<Made> = fc
  .record({
    kind: fc.constantFrom(...itemKinds),
    when: stretch,
    tags: fc.subarray(letters),
    actors: fc.subarray(letters),
    source: fc.constantFrom('', ...letters),
    lat: fc.option(fc.integer({ min: 10, max: 20 })),
    reliability: fc.option(fc.constantFrom('A' as const, 'B' as const)),
  })
  .map(({ kind, when, tags, actors, source, lat, reliability }) => ({
    when,
    item: {
      // Of an article, the days that count are those of its publication.
      ...timesOf(kind, when),
      id: 'x',
      kind,
      recordId: 'x',
      title: '',
      place: { id: 'p' as PlaceId, name: '', lat, lon: lat, precision: lat === null ? 'unknown' : 'exact' },
      articleId: null,
      span: null,
      actorIds: actors as ActorId[],
      tagIds: tags as TagId[],
      source,
      grade: reliability && { reliability, credibility: 1 },
    },
  }));

function timesOf(kind: PictureItem['kind'], days: Made['when']): Pick<PictureItem, 'when' | 'published'> {
  const time: PictureItem['when'] = days && {
    from: days[0] === null ? null : toDay(days[0]),
    until: days[1] === null ? null : toDay(days[1]),
    basis: 'stated',
  };
  return kind === 'article' ? { when: null, published: time } : { when: time, published: null };
}

describe('narrowItems', () => {
  it('lets through what each part of the narrowing, taken by itself and day by day, lets through', () => {
    const wanted = fc.record({
      kinds: fc.subarray([...itemKinds]),
      tagIds: fc.subarray(letters),
      actorIds: fc.subarray(letters),
      sources: fc.subarray(letters),
      reliabilities: fc.subarray(['A' as const, 'B' as const]),
      days: numbers,
      hasShape: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(made, { maxLength: 30 }),
        wanted,
        (all, { days: [first, last], hasShape, ...rest }) => {
          const narrowing: Narrowing = {
            ...wideOpen,
            ...rest,
            tagIds: rest.tagIds as TagId[],
            actorIds: rest.actorIds as ActorId[],
            from: first === null ? null : toDay(first),
            until: last === null ? null : toDay(last),
            shape: hasShape ? boxShape({ south: 14.5, north: 90, west: -180, east: 180 }) : null,
          };
          const { inside, undated } = narrowItems(
            all.map(({ item }) => item),
            narrowing,
          );
          const passes = ({ item }: Made) =>
            (rest.kinds.length === 0 || rest.kinds.includes(item.kind)) &&
            (rest.tagIds.length === 0 || rest.tagIds.some((tag) => item.tagIds.includes(tag as TagId))) &&
            (rest.actorIds.length === 0 ||
              rest.actorIds.some((actor) => item.actorIds.includes(actor as ActorId))) &&
            (rest.sources.length === 0 || rest.sources.includes(item.source)) &&
            (rest.reliabilities.length === 0 ||
              (item.grade !== null && rest.reliabilities.includes(item.grade.reliability as 'A'))) &&
            (!hasShape || (item.place?.lat ?? 0) >= 15);
          // Day by day, a month and its neighbours: an open end reaches over all of them.
          const fits = ({ when }: Made) =>
            when !== null &&
            Array.from({ length: 70 }, (_, index) => index - 20).some(
              (day) =>
                day >= (when[0] ?? -20) &&
                day <= (when[1] ?? 49) &&
                day >= (first ?? -20) &&
                day <= (last ?? 49),
            );
          const everyDay = first === null && last === null;
          expect(inside).toEqual(
            all.filter((one) => passes(one) && (everyDay || fits(one))).map(({ item }) => item),
          );
          expect(undated).toEqual(
            all.filter((one) => passes(one) && !everyDay && one.when === null).map(({ item }) => item),
          );
        },
      ),
    );
  });

  it('takes that an article is of 2016 or later for no date, and a stretch with both ends for one', () => {
    const article = (from: string, until: string | null): PictureItem => ({
      id: from,
      kind: 'article',
      recordId: from,
      title: '',
      place: null,
      when: null,
      published: { from, until, basis: 'inferred' },
      articleId: null,
      span: null,
      actorIds: [],
      tagIds: [],
      source: '',
      grade: null,
    });
    const items = [article('2016-01-01', null), article('2022-05-21', '2022-06-30')];

    const { inside, undated } = narrowItems(items, { ...wideOpen, from: '2022-06-01', until: '2022-06-02' });
    expect(inside).toEqual([items[1]]);
    expect(undated).toEqual([items[0]]);
  });
});

describe('hiddenRecords', () => {
  it('hides a record only when nothing of it is left: not for one undated waypoint of three', () => {
    const waypoint = (recordId: string, day: string | null): PictureItem => ({
      id: `${recordId}:${day}`,
      kind: 'track',
      recordId,
      title: '',
      place: { id: 'p' as PlaceId, name: '', lat: 16, lon: 0, precision: 'exact' },
      articleId: null,
      span: null,
      actorIds: [],
      tagIds: [],
      source: '',
      grade: null,
      when: day === null ? null : { from: day, until: day, basis: 'analyst' },
      published: null,
    });
    const items = [
      waypoint('convoy', '2024-09-12'),
      waypoint('convoy', null),
      waypoint('convoy', '2024-09-19'),
      waypoint('march', '2024-10-02'),
      waypoint('march', null),
    ];
    const september: Narrowing = { ...wideOpen, from: '2024-09-01', until: '2024-09-30' };
    expect(hiddenRecords(items, september)).toEqual(['march']);
    expect(hiddenRecords(items, wideOpen)).toEqual([]);
  });
});
