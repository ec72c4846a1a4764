import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ActorId, PlaceId } from '#core/ids.ts';
import { dayOf } from '#core/timeline/day-number.ts';
import { groupInLanes } from '#core/timeline/lanes.ts';
import { hitLanes, type LaidLane, layOutLanes, metricsAt, within } from '#core/timeline/lay-out-lanes.ts';
import { chosenDays, isInDays, markItems } from '#core/timeline/timeline-mark.ts';
import { days, item, marksOf } from './items.ts';

const names = { kind: (kind: string) => kind, name: (id: string) => `name of ${id}`, without: 'none' };
const metrics = metricsAt(1);

const someItems = fc
  .array(
    fc.record({
      from: fc.option(fc.integer({ min: 0, max: 400 })),
      length: fc.integer({ min: 0, max: 60 }),
      isOpen: fc.boolean(),
      lag: fc.option(fc.integer({ min: -20, max: 90 })),
      actors: fc.subarray(['a', 'b', 'c']),
    }),
    { maxLength: 120 },
  )
  .map((all) =>
    all.map(({ from, length, isOpen, lag, actors }, at) => {
      const first = from === null ? null : dayOf(19_000 + from);
      const last = from === null ? null : dayOf(19_000 + from + length);
      return item(String(at), {
        actorIds: actors as ActorId[],
        when: from === null ? null : days(first, isOpen ? null : last),
        published: lag === null || from === null ? null : days(dayOf(19_000 + from + length + lag)),
      });
    }),
  );

it('puts every mark into the lane of each of its actors, and those without into the last', () => {
  fc.assert(
    fc.property(someItems, (items) => {
      const lanes = groupInLanes(marksOf(items), 'actor', names);

      const found = lanes.flatMap(({ key, marks }) => marks.map(({ item: { id } }) => `${key} ${id}`));
      const wanted = items
        .filter(({ when }) => when !== null)
        .flatMap(({ id, actorIds }) =>
          actorIds.length === 0 ? [` ${id}`] : actorIds.map((one) => `${one} ${id}`),
        );
      expect(found.sort()).toEqual(wanted.sort());
      expect(lanes.findIndex(({ key }) => key === '')).toBeOneOf([-1, lanes.length - 1]);
    }),
  );
});

it('gives every mark of a lane one row or one crowd, and lets none touch another', () => {
  fc.assert(
    fc.property(
      someItems,
      fc.double({ min: 0.02, max: 40, noNaN: true }),
      fc.boolean(),
      (items, dayWidth, hasLag) => {
        const lanes = groupInLanes(marksOf(items), 'none', names);
        const laid = layOutLanes(lanes, { dayWidth, metrics, hasLag });

        const placed = laid.flatMap(({ rows, crowds }) => [
          ...rows.flat().map(({ mark }) => mark.item.id),
          ...crowds.flatMap(({ marks }) => marks.map((mark) => mark.item.id)),
        ]);
        expect(placed.sort()).toEqual(
          items
            .filter(({ when }) => when !== null)
            .map(({ id }) => id)
            .sort(),
        );
        for (const row of laid.flatMap(({ rows }) => rows))
          for (const [at, one] of row.entries()) {
            expect(one.from).toBeLessThanOrEqual(one.left);
            expect(one.to).toBeGreaterThanOrEqual(one.right);
            if (at > 0) expect(one.from).toBeGreaterThan(row[at - 1]?.to ?? 0);
          }
      },
    ),
  );
});

it('finds by halving what reaches into the view, and what is under a point', () => {
  fc.assert(
    fc.property(
      someItems,
      fc.double({ min: 0.05, max: 20, noNaN: true }),
      fc.integer({ min: 0, max: 400 }),
      (items, dayWidth, at) => {
        const laid = layOutLanes(groupInLanes(marksOf(items), 'actor', names), {
          dayWidth,
          metrics,
          hasLag: true,
        });
        const [left, right] = [(19_000 + at) * dayWidth, (19_000 + at) * dayWidth + 300];
        for (const { rows, crowds } of laid)
          for (const parts of [...rows, crowds] as (readonly { from: number; to: number }[])[])
            expect(within(parts, left, right)).toEqual(
              parts.filter(({ from, to }: { from: number; to: number }) => to >= left && from <= right),
            );
        for (const { lane, top, rows } of laid)
          for (const [index, row] of rows.entries())
            for (const one of row) {
              const y = top + metrics.padding + (index + 0.5) * metrics.row;
              const found = hitLanes(laid, { x: (one.left + one.right) / 2, y }, metrics);
              expect(found).toMatchObject({ kind: 'mark', placed: one, laid: { lane } });
            }
      },
    ),
  );
});

it('hits nothing beside marks and below the lanes, and a crowd where marks have no room', () => {
  const crowd = Array.from({ length: 60 }, (_, at) => item(String(at), { when: days('2024-09-17') }));
  const laid = layOutLanes(groupInLanes(marksOf(crowd), 'none', names), {
    dayWidth: 2,
    metrics,
    hasLag: false,
  });
  const [lane] = laid as [LaidLane];

  expect(lane.rows).toHaveLength(12);
  expect(lane.crowds.map(({ marks }) => marks.length)).toEqual([48]);
  const y = metrics.padding + 12.5 * metrics.row;
  expect(hitLanes(laid, { x: (lane.crowds[0]?.from ?? 0) + 1, y }, metrics)).toMatchObject({ kind: 'crowd' });
  expect(hitLanes(laid, { x: 0, y }, metrics)).toBeNull();
  expect(hitLanes(laid, { x: lane.crowds[0]?.from ?? 0, y: lane.height + 1 }, metrics)).toBeNull();
});

it('makes one mark of a record at several places, one for each only where lanes are places', () => {
  const at = (id: string) => ({ id: id as PlaceId, name: id, lat: 1, lon: 1, precision: 'exact' as const });
  const both = [
    item('e', { place: at('gao'), when: days('2024-09-17') }),
    item('e@kidal', { recordId: 'e', place: at('kidal'), when: days('2024-09-17') }),
    item('late March'),
  ];

  const one = markItems(both, { timeOf: 'event', eachPlace: false });
  expect(one.marks).toHaveLength(1);
  expect(one.undated.map(({ id }) => id)).toEqual(['late March']);
  const each = markItems(both, { timeOf: 'event', eachPlace: true });
  expect(groupInLanes(each.marks, 'place', names).map(({ title }) => title)).toEqual(['gao', 'kidal']);
});

it('places an article by its publication, and others by either of their times', () => {
  const told = item('t', { when: days('2022-10-15'), published: days('2022-11-30') });
  const article = item('a', { kind: 'article', published: days('2022-12-01') });

  const byEvent = markItems([article, told], { timeOf: 'event', eachPlace: false }).marks;
  expect(byEvent.map(({ item: { id }, span }) => [id, dayOf(span.first)])).toEqual([
    ['t', '2022-10-15'],
    ['a', '2022-12-01'],
  ]);
  expect(byEvent.map(({ far, lag }) => [far && dayOf(far.first), lag?.least])).toEqual([
    ['2022-11-30', 46],
    [null, undefined],
  ]);
  const [first] = markItems([told], { timeOf: 'publication', eachPlace: false }).marks;
  expect(first && [dayOf(first.span.first), first.far && dayOf(first.far.first)]).toEqual([
    '2022-11-30',
    '2022-10-15',
  ]);
});

it('sets nothing at the edge of what is only known to be later, but what began then and goes on', () => {
  const later = item('a', { kind: 'article', published: days('2016-01-01', null, 'inferred') });
  const between = item('b', { kind: 'article', published: days('2022-05-21', '2022-06-30', 'inferred') });
  const since = item('e', { when: days('2022-04-01', null, 'inferred') });

  const { marks, undated } = markItems([later, between, since], { timeOf: 'event', eachPlace: false });
  expect(marks.map(({ item: { id } }) => id)).toEqual(['e', 'b']);
  expect(undated).toEqual([later]);
});

it('keeps among the chosen days what may have been on one of them', () => {
  const chosen = chosenDays({ from: '2024-09-10', until: '2024-09-20' });
  const isIn = (from: string | null, until: string | null) => {
    const [mark] = marksOf([item('x', { when: days(from, until) })]);
    return mark !== undefined && chosen !== null && isInDays(mark.span, chosen);
  };

  expect(isIn('2024-09-20', '2024-09-25')).toBe(true);
  expect(isIn('2024-09-21', '2024-09-25')).toBe(false);
  expect(isIn('2024-09-01', '2024-09-09')).toBe(false);
  expect(isIn('2024-09-01', null)).toBe(true);
  expect(isIn(null, '2024-09-25')).toBe(true);
  expect(isIn(null, '2024-09-09')).toBe(false);
  expect(chosenDays({ from: null, until: null })).toBeNull();
});

it('lays out ten thousand marks in a blink', () => {
  const many = Array.from({ length: 10_000 }, (_, at) =>
    item(String(at), {
      actorIds: [`actor ${at % 40}` as ActorId],
      when: days(dayOf(17_000 + ((at * 7) % 2_500))),
      published: days(dayOf(17_000 + ((at * 7) % 2_500) + (at % 30))),
    }),
  );
  const lanes = groupInLanes(marksOf(many), 'actor', names);
  const started = performance.now();
  for (let zoom = 0; zoom < 10; zoom++)
    layOutLanes(lanes, { dayWidth: 0.4 * 1.5 ** zoom, metrics, hasLag: true });

  // A frame is 16 ms; a crowded machine gets ten times as long.
  expect((performance.now() - started) / 10).toBeLessThan(160);
});
