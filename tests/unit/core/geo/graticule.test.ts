import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDegrees, graticule } from '#core/geo/graticule.ts';

describe('graticule', () => {
  it('draws whole round degrees over the region', () => {
    expect(graticule({ west: -5, east: 6.2, south: 11.6, north: 19.2 })).toEqual({
      step: 2,
      lats: [12, 14, 16, 18],
      lons: [-4, -2, 0, 2, 4, 6],
    });
  });

  it('has every multiple within the bounds, none outside, and never too many', () => {
    const hundredths = (min: number, max: number) =>
      fc.integer({ min: min * 100, max: max * 100 }).map((value) => value / 100);
    fc.assert(
      fc.property(hundredths(-18, 15), hundredths(3, 37), hundredths(1, 40), (west, south, span) => {
        const { step, lats, lons } = graticule({ west, south, east: west + span, north: south + span });
        for (const [values, from] of [
          [lats, south],
          [lons, west],
        ] as const) {
          expect(values.length).toBeLessThanOrEqual(9);
          expect(values.length).toBeGreaterThanOrEqual(1);
          expect(Math.min(...values)).toBeGreaterThanOrEqual(from - 1e-6);
          expect(Math.min(...values) - step).toBeLessThan(from);
          expect(Math.max(...values)).toBeLessThanOrEqual(from + span + 1e-6);
          expect(Math.max(...values) + step).toBeGreaterThan(from + span);
        }
      }),
    );
  });
});

describe('formatDegrees', () => {
  it.each([
    [15, 'lat', '15°N'],
    [-2, 'lat', '2°S'],
    [0.5, 'lon', '0.5°E'],
    [-0.05, 'lon', '0.05°W'],
    [0, 'lon', '0°'],
  ] as const)('writes %d (%s) as %s', (value, axis, written) => {
    expect(formatDegrees(value, axis)).toBe(written);
  });
});
