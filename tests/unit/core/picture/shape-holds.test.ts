import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MapShape } from '#core/picture/narrowing.ts';
import { shapeHolds } from '#core/picture/shape-holds.ts';

type Position = readonly [number, number];

const square = (from: number, to: number): Position[] => [
  [from, from],
  [to, from],
  [to, to],
  [from, to],
];
const polygon = (...rings: readonly Position[][]): MapShape => ({ kind: 'polygon', rings, name: '' });

/** How often a ring winds round a point, by adding up the angles under which its sides are seen. */
function windings(ring: readonly Position[], [x, y]: Position): number {
  const angles = ring.map(([lon, lat]) => Math.atan2(lat - y, lon - x));
  const total = angles.reduce((sum, angle, at) => {
    const turn = angle - (angles.at(at - 1) ?? 0);
    return sum + turn - 2 * Math.PI * Math.round(turn / (2 * Math.PI));
  }, 0);
  return Math.round(total / (2 * Math.PI));
}

/** A ring whose corners lie around a point in order, at any distance: it does not cross itself. */
const star = fc
  .tuple(
    fc.double({ min: -3, max: 3, noNaN: true }),
    fc.double({ min: 11, max: 18, noNaN: true }),
    fc.array(fc.double({ min: 0.2, max: 4, noNaN: true }), { minLength: 3, maxLength: 12 }),
  )
  .map(([lon, lat, reaches]) =>
    reaches.map((reach, at): Position => {
      const angle = (at * 2 * Math.PI) / reaches.length;
      return [lon + reach * Math.cos(angle), lat + reach * Math.sin(angle)];
    }),
  );
const point = fc.tuple(
  fc.double({ min: -8, max: 8, noNaN: true }),
  fc.double({ min: 6, max: 23, noNaN: true }),
);

describe('shapeHolds', () => {
  it('holds a point that a ring winds round', () => {
    fc.assert(
      fc.property(star, point, (ring, [lon, lat]) => {
        expect(shapeHolds(polygon(ring), { lat, lon })).toBe(windings(ring, [lon, lat]) !== 0);
      }),
      { numRuns: 2_000 },
    );
  });

  it('holds what an odd number of rings surround: a hole is outside, an island in it inside', () => {
    fc.assert(
      fc.property(fc.array(star, { minLength: 1, maxLength: 4 }), point, (rings, [lon, lat]) => {
        const around = rings.filter((ring) => windings(ring, [lon, lat]) !== 0).length;
        expect(shapeHolds(polygon(...rings), { lat, lon })).toBe(around % 2 === 1);
      }),
      { numRuns: 1_000 },
    );
    const lake = polygon(square(0, 10), square(2, 8), square(4, 6));
    expect([1, 3, 5].map((at) => shapeHolds(lake, { lat: at, lon: at }))).toEqual([true, false, true]);
  });

  it('gives a point on a common side to exactly one of two neighbours', () => {
    const west = polygon([
      [0, 0],
      [5, 0],
      [5, 5],
      [0, 5],
    ]);
    const east = polygon([
      [5, 0],
      [9, 0],
      [9, 5],
      [5, 5],
    ]);
    for (const lat of [0, 1, 2.5, 4.999]) {
      const held = [west, east].filter((shape) => shapeHolds(shape, { lat, lon: 5 }));
      expect(held).toHaveLength(1);
    }
  });

  it('holds nothing with no ring, and nothing in a ring without a surface', () => {
    expect(shapeHolds(polygon(), { lat: 0, lon: 0 })).toBe(false);
    expect(shapeHolds(polygon([[1, 1]]), { lat: 1, lon: 1 })).toBe(false);
  });

  it('measures a circle on the sphere', () => {
    fc.assert(
      fc.property(point, point, fc.double({ min: 1, max: 900, noNaN: true }), (centre, other, radiusKm) => {
        const [a, b] = [centre, other].map(([lon, lat]) => [
          (lat * Math.PI) / 180,
          (lon * Math.PI) / 180,
        ]) as [[number, number], [number, number]];
        const cosine =
          Math.sin(a[0]) * Math.sin(b[0]) + Math.cos(a[0]) * Math.cos(b[0]) * Math.cos(a[1] - b[1]);
        const km = 6371.0088 * Math.acos(Math.min(1, cosine));
        // The law of cosines is off by metres for near points.
        fc.pre(Math.abs(km - radiusKm) > 0.1);
        const circle: MapShape = { kind: 'circle', lat: centre[1], lon: centre[0], radiusKm };
        expect(shapeHolds(circle, { lat: other[1], lon: other[0] })).toBe(km < radiusKm);
      }),
      { numRuns: 1_000 },
    );
  });

  it('reaches from Gao to Ansongo with 100 km, and not to Ménaka', () => {
    const gao: MapShape = { kind: 'circle', lat: 16.2717, lon: -0.0447, radiusKm: 100 };
    expect(shapeHolds(gao, { lat: 15.6597, lon: 0.5022 })).toBe(true);
    expect(shapeHolds(gao, { lat: 15.9182, lon: 2.4022 })).toBe(false);
  });
});
