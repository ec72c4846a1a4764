import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointInside } from '#core/picture/point-inside.ts';
import { shapeHolds } from '#core/picture/shape-holds.ts';

type Position = [number, number];

/** A ring whose corners lie around a point in order, at any distance. */
const star = fc
  .array(fc.double({ min: 0.3, max: 4, noNaN: true }), { minLength: 3, maxLength: 14 })
  .map((reaches) =>
    reaches.map((reach, at): Position => {
      const angle = (at * 2 * Math.PI) / reaches.length;
      return [reach * Math.cos(angle), 15 + reach * Math.sin(angle)];
    }),
  );

describe('pointInside', () => {
  it('lies within, whatever bays and islands there are', () => {
    fc.assert(
      fc.property(star, star, (ring, other) => {
        const rings = [ring, other.map(([lon, lat]): Position => [lon + 6, lat])];
        expect(shapeHolds({ kind: 'polygon', rings, name: '' }, pointInside(rings))).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('keeps out of a hole', () => {
    const square = (half: number): Position[] => [
      [-half, -half],
      [half, -half],
      [half, half],
      [-half, half],
    ];
    const rings = [square(4), square(3)];
    expect(shapeHolds({ kind: 'polygon', rings, name: '' }, pointInside(rings))).toBe(true);
  });
});
