import { expect, it } from 'vitest';
import { distanceKm } from '#core/geo/distance.ts';
import {
  addCorner,
  adjustCircle,
  type Corner,
  circleCorners,
  cutHole,
  deleteArea,
  fillHole,
  keepArea,
  makeCircle,
  moveCorner,
  removeCorner,
  reshapeArea,
} from '#core/tracks/edit-areas.ts';
import { maxAreaPoints } from '#core/tracks/track.ts';
import { area } from './tracks.ts';

const now = '2024-10-02T08:00:00.000Z';
const ring: readonly Corner[] = [
  [0, 15],
  [1, 15],
  [1, 16],
];
const held = area('held', { rings: [ring] });

it('keeps what is new, what changed, and nothing else', () => {
  const moved = moveCorner(held, 1, [2, 15]);

  expect(keepArea(held, moved, now)).toEqual([
    { table: 'areas', id: 'held', before: held, after: { ...moved, updatedAt: now } },
  ]);
  expect(keepArea(held, { ...held, updatedAt: now }, now)).toEqual([]);
  expect(deleteArea(held)).toEqual([{ table: 'areas', id: 'held', before: held, after: null }]);
});

it('refuses what could not be stored', () => {
  const many = Array.from({ length: maxAreaPoints + 1 }, (_, at): Corner => [at / 100, 15]);
  expect(() => keepArea(null, area('a', { rings: [many] }), now)).toThrow(RangeError);
  expect(() => keepArea(null, area('x'.repeat(301)), now)).toThrow(RangeError);
  expect(() => keepArea(null, area('a', { note: 'x'.repeat(4_001) }), now)).toThrow(RangeError);
  const full = area('a', { rings: [many.slice(1)] });
  expect(addCorner(full, [0, 0])).toBe(full);
});

it('adds, moves and removes corners of the outer ring, and leaves holes alone', () => {
  const hole: readonly Corner[] = [
    [0.7, 15.2],
    [0.8, 15.2],
    [0.8, 15.3],
  ];
  const holed = area('a', { rings: [ring, hole] });

  expect(addCorner(holed, [0, 16]).rings).toEqual([[...ring, [0, 16]], hole]);
  expect(moveCorner(holed, 1, [2, 15]).rings).toEqual([[ring[0], [2, 15], ring[2]], hole]);
  expect(moveCorner(holed, 9, [2, 15])).toBe(holed);
  expect(removeCorner(holed, 0).rings).toEqual([ring.slice(1), hole]);
  expect(addCorner(area('empty'), [0, 16]).rings).toEqual([[[0, 16]]]);
});

it('adds, moves and removes corners of a hole, which begins with its first and goes with its last', () => {
  const begun = addCorner(held, [0.7, 15.2], 1);

  expect(begun.rings).toEqual([ring, [[0.7, 15.2]]]);
  expect(addCorner(begun, [0.8, 15.2], 1).rings[1]).toEqual([
    [0.7, 15.2],
    [0.8, 15.2],
  ]);
  expect(moveCorner(begun, 0, [0.6, 15.1], 1).rings).toEqual([ring, [[0.6, 15.1]]]);
  expect(removeCorner(begun, 0, 1).rings).toEqual([ring]);
  expect(fillHole(cutHole(held, ring), 1)).toEqual(held);
  expect(fillHole(held, 0)).toBe(held);
  expect(cutHole(area('empty'), ring).rings).toEqual([]);
});

it('draws a circle of corners that all lie as far from its middle as it says', () => {
  const round = makeCircle(held, { lat: 16.27, lon: -0.04, radiusKm: 120 });

  const [outline = []] = round.rings;
  expect(outline).toHaveLength(circleCorners);
  for (const [lon, lat] of outline)
    expect(distanceKm({ lat: 16.27, lon: -0.04 }, { lat, lon })).toBeCloseTo(120, 6);
  expect(new Set(outline.map((corner) => corner.join())).size).toBe(circleCorners);
});

it('is a circle as long as nobody pulls at its outline', () => {
  const round = cutHole(makeCircle(held, { lat: 16, lon: 0, radiusKm: 50 }), ring);

  expect(addCorner(round, [0, 16], 1).circle).toEqual(round.circle);
  expect(makeCircle(round, { lat: 16, lon: 0, radiusKm: 60 }).rings[1]).toEqual(ring);
  for (const pulled of [
    moveCorner(round, 0, [9, 9]),
    removeCorner(round, 3),
    addCorner(round, [0, 0]),
    reshapeArea(round, [ring]),
  ])
    expect('circle' in pulled).toBe(false);
  expect(() => keepArea(null, makeCircle(held, { lat: 0, lon: 0, radiusKm: 0 }), now)).toThrow(RangeError);
  expect(() => keepArea(null, makeCircle(held, { lat: 0, lon: 0, radiusKm: 2_001 }), now)).toThrow(
    RangeError,
  );
});

it('changes of a circle only what is said, and makes none of what is one no longer', () => {
  const round = cutHole(makeCircle(held, { lat: 16, lon: 0, radiusKm: 50 }), ring);

  const moved = adjustCircle(round, { lat: 17, lon: 1 });
  expect(moved).toEqual(makeCircle(round, { lat: 17, lon: 1, radiusKm: 50 }));
  expect(adjustCircle(moved, { radiusKm: 60 }).circle).toEqual({ lat: 17, lon: 1, radiusKm: 60 });
  const pulled = moveCorner(round, 0, [9, 9]);
  expect(adjustCircle(pulled, { radiusKm: 60 })).toBe(pulled);
});
