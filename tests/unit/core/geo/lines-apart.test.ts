import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceKm } from '#core/geo/distance.ts';
import { cutAlong } from '#core/geo/lines-apart.ts';

type Corner = [number, number];
const line = fc.array(
  fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: 14, max: 16, noNaN: true })),
  { minLength: 2, maxLength: 8 },
);

/** The least distance from a corner to a line, tried at two thousand points of each piece. */
function nearest([lon, lat]: Corner, other: readonly Corner[]): number {
  return Math.min(
    ...other.slice(1).flatMap((end, index) => {
      const start = other[index] ?? end;
      return Array.from({ length: 2001 }, (_, step) => {
        const share = step / 2000;
        const there = {
          lon: start[0] + (end[0] - start[0]) * share,
          lat: start[1] + (end[1] - start[1]) * share,
        };
        return distanceKm({ lat, lon }, there);
      });
    }),
  );
}

describe('cutAlong', () => {
  it('cuts where a border leaves the other drawing of it', () => {
    const border = [
      [0, 15],
      [0.1, 15],
      [0.2, 15],
      [0.3, 15.3],
      [0.4, 15.6],
    ];
    const again = [
      [-1, 15.01],
      [1, 15.01],
    ];
    expect(cutAlong([border], [again], 5)).toEqual({
      along: [border.slice(0, 3)],
      apart: [border.slice(2)],
    });
  });

  it('puts every piece in one kind, as its two corners say', () => {
    fc.assert(
      fc.property(line, line, fc.integer({ min: 2, max: 20 }), (own, other, km) => {
        // Corners right at the limit may go either way: the other line is only sampled.
        const distances = own.map((corner) => nearest(corner, other));
        fc.pre(distances.every((distance) => Math.abs(distance - km) > 1));
        const pieces = (parts: readonly (readonly number[][])[]) =>
          parts.flatMap((part) => part.slice(1).map((end, index) => JSON.stringify([part[index], end])));
        const { along, apart } = cutAlong([own], [other], km);
        const wanted = own.slice(1).map((end, index) => ({
          piece: JSON.stringify([own[index], end]),
          isAlong: (distances[index] ?? 0) < km && (distances[index + 1] ?? 0) < km,
        }));
        expect(pieces(along)).toEqual(wanted.filter(({ isAlong }) => isAlong).map(({ piece }) => piece));
        expect(pieces(apart)).toEqual(wanted.filter(({ isAlong }) => !isAlong).map(({ piece }) => piece));
      }),
      { numRuns: 60 },
    );
  });
});
