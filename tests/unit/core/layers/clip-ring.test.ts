import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipLine, clipRing, type Frame, toPixelLine } from '#core/layers/clip-ring.ts';

type Point = readonly [number, number];

const frame: Frame = { left: 0, top: 0, right: 100, bottom: 60 };
const point = fc.tuple(fc.integer({ min: -300, max: 400 }), fc.integer({ min: -300, max: 400 }));
/** More than a stretch of points that is looked at together, so that some stretches lie outside. */
const points = fc.oneof(
  fc.array(point, { minLength: 3, maxLength: 12 }),
  fc.array(point, { minLength: 120, maxLength: 300 }),
  // A long way round, as a coast has it: each point near the one before.
  fc
    .array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), {
      minLength: 200,
      maxLength: 500,
    })
    .map((steps) => {
      let [x, y] = [-20, 30];
      return steps.map(([dx, dy]): [number, number] => {
        x += dx + 1;
        y += dy;
        return [x, y];
      });
    }),
);
const inside = fc.tuple(
  fc.double({ min: 0.5, max: 99.5, noNaN: true }),
  fc.double({ min: 0.5, max: 59.5, noNaN: true }),
);

function lineOf(all: readonly Point[]) {
  return toPixelLine(Float64Array.from(all.flat()));
}

function pairs(flat: readonly number[]): Point[] {
  return Array.from({ length: flat.length / 2 }, (_, at) => [flat[at * 2] ?? 0, flat[at * 2 + 1] ?? 0]);
}

/** How often a ring goes round a point, by the sum of the angles its steps are seen under. */
function turns(ring: readonly Point[], [px, py]: Point): number {
  const sum = ring.reduce((angle, [x, y], at) => {
    const [bx, by] = ring[(at + 1) % ring.length] ?? [0, 0];
    const step = Math.atan2(by - py, bx - px) - Math.atan2(y - py, x - px);
    return angle + step - Math.round(step / (2 * Math.PI)) * 2 * Math.PI;
  }, 0);
  return Math.abs(Math.round(sum / (2 * Math.PI)));
}

function distance([px, py]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const part = length === 0 ? 0 : ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length;
  const near = Math.max(0, Math.min(1, part));
  return Math.hypot(ax + near * (bx - ax) - px, ay + near * (by - ay) - py);
}

describe('clipRing', () => {
  it('surrounds within the frame what the whole ring surrounds', () => {
    fc.assert(
      fc.property(points, inside, (ring, spot) => {
        const onEdge = ring.some(
          (from, at) => distance(spot, from, ring[(at + 1) % ring.length] ?? from) < 0.01,
        );
        fc.pre(!onEdge);
        const cut = pairs(clipRing(lineOf(ring), frame));
        expect(turns(cut, spot) % 2).toBe(turns(ring, spot) % 2);
      }),
      { numRuns: 400 },
    );
  });

  it('stays in the frame', () => {
    fc.assert(
      fc.property(points, (ring) => {
        for (const [x, y] of pairs(clipRing(lineOf(ring), frame))) {
          expect(x).toBeGreaterThanOrEqual(-1e-9);
          expect(x).toBeLessThanOrEqual(100 + 1e-9);
          expect(y).toBeGreaterThanOrEqual(-1e-9);
          expect(y).toBeLessThanOrEqual(60 + 1e-9);
        }
      }),
    );
  });

  it('leaves next to nothing of a large ring that only passes by', () => {
    const round = Array.from({ length: 100_000 }, (_, at): Point => {
      const angle = (at / 100_000) * 2 * Math.PI;
      return [50 + 5_000 * Math.cos(angle), 30 + 5_000 * Math.sin(angle)];
    });
    const cut = pairs(clipRing(lineOf(round), frame));
    expect(cut.length).toBeLessThan(20);
    expect(turns(cut, [50, 30])).toBe(1);
  });
});

describe('clipLine', () => {
  it('has each point of the line that is in the frame, at its distance along the line, and no others', () => {
    fc.assert(
      fc.property(points, (line) => {
        const pieces = clipLine(lineOf(line), frame);
        let along = 0;
        for (const [at, from] of line.slice(0, -1).entries()) {
          const to = line[at + 1] ?? from;
          for (const part of [0.137, 0.5, 0.871]) {
            const spot: Point = [from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])];
            const isIn = spot[0] > 0.01 && spot[0] < 99.99 && spot[1] > 0.01 && spot[1] < 59.99;
            const isOut = spot[0] < -0.01 || spot[0] > 100.01 || spot[1] < -0.01 || spot[1] > 60.01;
            const told = along + part * Math.hypot(to[0] - from[0], to[1] - from[1]);
            if (isIn) expect(pieces.some((piece) => holds(piece, spot, told))).toBe(true);
            if (isOut) expect(pieces.some((piece) => holds(piece, spot, told))).toBe(false);
          }
          along += Math.hypot(to[0] - from[0], to[1] - from[1]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keeps in one piece what does not leave the frame', () => {
    const zigzag = Array.from({ length: 500 }, (_, at): Point => [1 + at / 6, at % 2 === 0 ? 10 : 50]);
    const pieces = clipLine(lineOf(zigzag), frame);
    expect(pieces).toHaveLength(1);
    expect(pairs(pieces[0]?.points ?? [])).toEqual(zigzag);
  });
});

/** Whether a piece goes through a spot when the whole line has gone so far. */
function holds(
  piece: { readonly points: readonly number[]; readonly from: number },
  spot: Point,
  told: number,
) {
  const all = pairs(piece.points);
  let gone = piece.from;
  for (const [at, from] of all.slice(0, -1).entries()) {
    const to = all[at + 1] ?? from;
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    if (told >= gone - 1e-6 && told <= gone + length + 1e-6 && distance(spot, from, to) < 1e-6) return true;
    gone += length;
  }
  return false;
}
