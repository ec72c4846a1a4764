import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceKm } from '#core/geo/distance.ts';
import { snapEnds } from '#core/geo/snap-ends.ts';

const border = [
  [-2, 15],
  [2, 15],
];

/** Without the last digits of the reckoning. */
function rounded(lines: readonly (readonly (readonly number[])[])[]): number[][][] {
  return lines.map((line) => line.map((corner) => corner.map((degrees) => Number(degrees.toFixed(9)))));
}

describe('snapEnds', () => {
  it('moves an end short of the border and one beyond it onto it, and leaves all else', () => {
    const short = [
      [0, 14],
      [0.2, 14.5],
      [0.3, 14.98],
    ];
    const beyond = [
      [1, 15.02],
      [1.1, 14.5],
    ];
    const ring = [
      [0, 14.99],
      [0.1, 14.9],
      [0, 14.99],
    ];
    expect(rounded(snapEnds([short, beyond, ring], [border], 6))).toEqual([
      [
        [0, 14],
        [0.2, 14.5],
        [0.3, 15],
      ],
      [
        [1, 15],
        [1.1, 14.5],
      ],
      ring,
    ]);
  });

  it('moves an end exactly when the border is within reach, to the nearest point of it', () => {
    const corner = fc.tuple(
      fc.double({ min: -0.3, max: 0.3, noNaN: true }),
      fc.double({ min: 14.8, max: 15.2, noNaN: true }),
    );
    fc.assert(
      fc.property(corner, corner, corner, ([lon, lat], start, end) => {
        const tried = Array.from({ length: 5001 }, (_, step) => {
          const share = step / 5000;
          const there = {
            lon: start[0] + (end[0] - start[0]) * share,
            lat: start[1] + (end[1] - start[1]) * share,
          };
          return distanceKm({ lat, lon }, there);
        });
        const nearest = Math.min(...tried);
        fc.pre(Math.abs(nearest - 6) > 0.1);
        const line = [
          [lon, lat],
          [9, 9],
        ];
        const [moved = []] = snapEnds([line], [[start, end]], 6);
        const [newLon = 0, newLat = 0] = moved[0] ?? [];
        const way = distanceKm({ lat, lon }, { lat: newLat, lon: newLon });
        expect(moved[1]).toEqual([9, 9]);
        if (nearest > 6) expect(moved[0]).toEqual([lon, lat]);
        else expect(Math.abs(way - nearest)).toBeLessThan(0.05);
      }),
      { numRuns: 80 },
    );
  });
});
