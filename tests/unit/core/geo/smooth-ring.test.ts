import { describe, expect, it } from 'vitest';
import type { LatLon } from '#core/geo/distance.ts';
import { smoothRing } from '#core/geo/smooth-ring.ts';

const square = [
  { lat: 0, lon: 0 },
  { lat: 0, lon: 4 },
  { lat: 4, lon: 4 },
  { lat: 4, lon: 0 },
];

function area(ring: readonly LatLon[]): number {
  return Math.abs(
    ring.reduce((sum, a, index) => {
      const b = ring[(index + 1) % ring.length] ?? a;
      return sum + (a.lon * b.lat - b.lon * a.lat) / 2;
    }, 0),
  );
}

describe('smoothRing', () => {
  it('cuts the corners of a square into an octagon', () => {
    expect(smoothRing(square, 1)).toEqual([
      { lat: 0, lon: 1 },
      { lat: 0, lon: 3 },
      { lat: 1, lon: 4 },
      { lat: 3, lon: 4 },
      { lat: 4, lon: 3 },
      { lat: 4, lon: 1 },
      { lat: 3, lon: 0 },
      { lat: 1, lon: 0 },
    ]);
  });

  it('comes to the curve whose area the algorithm has: five sixths of a square', () => {
    expect(area(smoothRing(square, 8)) / area(square)).toBeCloseTo(5 / 6, 3);
    expect(smoothRing(square, 0)).toBe(square);
  });
});
