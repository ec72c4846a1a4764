import fc from 'fast-check';
import { expect, it } from 'vitest';
import { distanceKm } from '#core/geo/distance.ts';
import { gridReference } from '#core/geo/grid-reference.ts';
import { readPoint } from '#core/geo/read-point.ts';

it.each([
  ['16.27, -0.04', 16.27, -0.04],
  ['16.27 -0.04', 16.27, -0.04],
  ['18;1', 18, 1],
  ['16.27 N 0.04 W', 16.27, -0.04],
  ['16°16′12″N 0°2′24″W', 16.27, -0.04],
  ['16° 16\' 12" N, 0° 2\' 24" O', 16.27, -0.04],
  ['16.27S, 0.04E', -16.27, 0.04],
])('reads %s', (typed, lat, lon) => {
  const point = readPoint(typed);
  expect(point?.lat).toBeCloseTo(lat, 6);
  expect(point?.lon).toBeCloseTo(lon, 6);
});

// The Washington Monument, as guides to the National Grid of the United States give it.
it('reads a published grid reference', () => {
  const point = readPoint('18S UJ 23487 06483');
  expect(point?.lat).toBeCloseTo(38.8895, 3);
  expect(point?.lon).toBeCloseTo(-77.0352, 3);
});

it.each([
  '',
  'Gao',
  '16.27',
  '91, 0',
  '0, 181',
  '16°61′N 0°E',
  '12 September',
  '31P II 0123 4567',
  '16,27 -0,04',
])('does not guess at “%s”', (typed) => {
  expect(readPoint(typed)).toBeNull();
});

it('reads back the references that the map shows', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -79, max: 83, noNaN: true }),
      fc.double({ min: -179, max: 179, noNaN: true }),
      (lat, lon) => {
        const reference = gridReference({ lat, lon });
        const point = readPoint(reference ?? '');
        expect(point).not.toBeNull();
        if (point !== null) expect(distanceKm(point, { lat, lon })).toBeLessThan(0.03);
      },
    ),
  );
});
