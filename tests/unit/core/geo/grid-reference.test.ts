import fc from 'fast-check';
import { inverse } from 'mgrs';
import { describe, expect, it } from 'vitest';
import { gridReference } from '#core/geo/grid-reference.ts';

describe('gridReference', () => {
  it.each([
    // The Washington Monument, as the standard of the United States National Grid (FGDC-STD-011) gives it.
    [{ lat: 38.8895, lon: -77.0352 }, '18S UJ 2348 0647'],
    // By definition: the middle of zone 31 is 500 km east, the equator 0 km north.
    [{ lat: 0, lon: 3 }, '31N EA 0000 0000'],
  ])('answers %o as %s', (point, reference) => {
    const [zone, square, east, north] = (gridReference(point) ?? '').split(' ');
    const [wantedZone, wantedSquare, wantedEast, wantedNorth] = reference.split(' ');
    expect([zone, square]).toEqual([wantedZone, wantedSquare]);
    expect(Math.abs(Number(east) - Number(wantedEast))).toBeLessThanOrEqual(1);
    expect(Math.abs(Number(north) - Number(wantedNorth))).toBeLessThanOrEqual(1);
  });

  it('names a square of ten metres that holds the point', () => {
    const sahel = fc.record({
      lat: fc.double({ min: 3, max: 38, noNaN: true }),
      lon: fc.double({ min: -18, max: 16, noNaN: true }),
    });
    fc.assert(
      fc.property(sahel, (point) => {
        const [west, south, east, north] = inverse((gridReference(point) ?? '').replaceAll(' ', ''));
        const slack = 0.0002;
        expect(point.lon).toBeGreaterThan(west - slack);
        expect(point.lon).toBeLessThan(east + slack);
        expect(point.lat).toBeGreaterThan(south - slack);
        expect(point.lat).toBeLessThan(north + slack);
      }),
    );
  });

  it('has none near the poles or off the globe', () => {
    expect(gridReference({ lat: 85, lon: 0 })).toBeNull();
    expect(gridReference({ lat: -81, lon: 0 })).toBeNull();
    expect(gridReference({ lat: 10, lon: 200 })).toBeNull();
    expect(gridReference({ lat: Number.NaN, lon: 0 })).toBeNull();
  });
});
