import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkArea } from '#core/tracks/check-area.ts';
import { type Corner, circleRing } from '#core/tracks/edit-areas.ts';

const square = (x: number, y: number, side: number): Corner[] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
];
const check = (...rings: Corner[][]) => checkArea({ rings }).map(({ code, ring }) => `${code} ${ring}`);

describe('checkArea', () => {
  it('finds nothing wrong with an outline, holes inside of it, and one that is not begun', () => {
    expect(check(square(0, 0, 9), square(1, 1, 2), square(5, 5, 2))).toEqual([]);
    expect(check([])).toEqual([]);
    expect(check(circleRing({ lat: 16, lon: 0, radiusKm: 100 }))).toEqual([]);
  });

  it('names the ring that crosses itself, has too few corners, or lies where it can’t', () => {
    const knot: Corner[] = [
      [0, 0],
      [9, 9],
      [9, 0],
      [0, 9],
    ];
    expect(check(knot)).toEqual(['crosses-itself 0']);
    expect(check(square(0, 0, 9), square(1, 1, 2).slice(2))).toEqual(['few-corners 1']);
    expect(check(square(0, 0, 9), square(20, 20, 2))).toEqual(['hole-outside 1']);
    expect(check(square(0, 0, 9), square(7, 7, 5))).toEqual(['hole-outside 1']);
    expect(check(square(0, 0, 9), square(1, 1, 3), square(2, 2, 4))).toEqual(['holes-overlap 2']);
    expect(check(square(0, 0, 9), square(1, 1, 5), square(2, 2, 1))).toEqual(['holes-overlap 2']);
  });

  it('agrees with the extents of squares in a square', () => {
    const side = fc.integer({ min: 1, max: 12 });
    const at = fc.integer({ min: -5, max: 20 });
    fc.assert(
      fc.property(at, at, side, (x, y, length) => {
        const isInside = x > 0 && y > 0 && x + length < 15 && y + length < 15;
        expect(check(square(0, 0, 15), square(x, y, length)).length === 0).toBe(isInside);
      }),
    );
  });
});
