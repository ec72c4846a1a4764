import { expect, it } from 'vitest';
import {
  addCorner,
  type Corner,
  deleteArea,
  keepArea,
  moveCorner,
  removeCorner,
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
