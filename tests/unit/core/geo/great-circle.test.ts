import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceKm } from '#core/geo/distance.ts';
import { bearingDegrees, destination, greatCircle } from '#core/geo/great-circle.ts';

const point = fc.record({
  lat: fc.double({ min: -80, max: 80, noNaN: true }),
  lon: fc.double({ min: -179, max: 179, noNaN: true }),
});

describe('bearingDegrees', () => {
  it('answers the published example of 35° N from 45° E to 135° E: 60.2°', () => {
    expect(bearingDegrees({ lat: 35, lon: 45 }, { lat: 35, lon: 135 })).toBeCloseTo(60.16, 2);
  });

  it.each([
    [{ lat: 1, lon: 0 }, 0],
    [{ lat: 0, lon: 1 }, 90],
    [{ lat: -1, lon: 0 }, 180],
    [{ lat: 0, lon: -1 }, 270],
  ])('answers the quarters of the compass: %o', (to, bearing) => {
    expect(bearingDegrees({ lat: 0, lon: 0 }, to)).toBeCloseTo(bearing, 9);
  });

  it('is the direction in which the way goes on', () => {
    fc.assert(
      fc.property(point, point, (from, to) => {
        fc.pre(distanceKm(from, to) > 1 && distanceKm(from, to) < 15_000);
        const [, next = to] = greatCircle(from, to, 4);
        const apart = Math.abs(bearingDegrees(from, to) - bearingDegrees(from, next));
        expect(Math.min(apart, 360 - apart)).toBeLessThan(0.01);
      }),
    );
  });
});

describe('greatCircle', () => {
  it('is no longer than the distance, in equal pieces', () => {
    fc.assert(
      fc.property(point, point, fc.integer({ min: 2, max: 12 }), (from, to, steps) => {
        const whole = distanceKm(from, to);
        fc.pre(whole > 1 && whole < 19_000);
        const way = greatCircle(from, to, steps);
        const pieces = way.slice(1).map((end, index) => distanceKm(way[index] ?? from, end));
        expect(way.at(0)).toEqual(from);
        expect(way.at(-1)).toEqual(to);
        expect(pieces).toHaveLength(steps);
        for (const piece of pieces) expect(Math.abs(piece - whole / steps)).toBeLessThan(0.01);
      }),
    );
  });

  it('is only its ends where there is no one way', () => {
    const gao = { lat: 16.27, lon: -0.04 };
    expect(greatCircle(gao, gao, 5)).toEqual([gao, gao]);
  });
});

describe('destination', () => {
  it('lies as far away as asked, in the direction asked', () => {
    const near = fc.record({
      lat: fc.double({ min: -60, max: 60, noNaN: true }),
      lon: fc.double({ min: -179, max: 179, noNaN: true }),
    });
    const bearing = fc.double({ min: 0, max: 359.9, noNaN: true });
    fc.assert(
      fc.property(near, bearing, fc.double({ min: 1, max: 2_000, noNaN: true }), (from, to, km) => {
        const there = destination(from, to, km);
        expect(distanceKm(from, there)).toBeCloseTo(km, 6);
        const apart = Math.abs(bearingDegrees(from, there) - to);
        expect(Math.min(apart, 360 - apart)).toBeLessThan(0.001);
      }),
    );
  });
});
