import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlapSegments } from '#core/annotations/overlap-segments.ts';
import { packLanes } from '#core/annotations/pack-lanes.ts';
import { overlaps } from '#core/text/span.ts';

const spans = fc.array(
  fc.tuple(fc.nat(60), fc.nat(20)).map(([start, length]) => ({ start, end: start + length })),
  { maxLength: 30 },
);
const fullSpans = spans.map((some) => some.filter(({ start, end }) => end > start));

/** How many spans cover each position, counted one by one. */
function depths(some: readonly { start: number; end: number }[]): number[] {
  return Array.from(
    { length: 90 },
    (_, at) => some.filter(({ start, end }) => start <= at && at < end).length,
  );
}

/** The spans that hang together with number `from`, found by walking from one to the next. */
function bunchOf(some: readonly { start: number; end: number }[], from: number): number[] {
  const found = new Set([from]);
  for (const i of found)
    some.forEach((other, j) => {
      const one = some[i];
      if (one !== undefined && overlaps(one, other)) found.add(j);
    });
  return [...found];
}

describe('packLanes', () => {
  it('puts the longer of two that start together first', () => {
    expect(
      packLanes([
        { start: 0, end: 4 },
        { start: 0, end: 9 },
        { start: 9, end: 12 },
        { start: 3, end: 5 },
      ]),
    ).toEqual([
      { lane: 1, of: 3 },
      { lane: 0, of: 3 },
      { lane: 0, of: 1 },
      { lane: 2, of: 3 },
    ]);
  });

  it('never puts two that overlap in one lane, and needs no more lanes than the deepest place', () => {
    fc.assert(
      fc.property(fullSpans, (some) => {
        const lanes = packLanes(some);
        some.forEach((a, i) => {
          some.forEach((b, j) => {
            if (i !== j && overlaps(a, b)) expect(lanes[i]?.lane).not.toBe(lanes[j]?.lane);
          });
        });
        expect(Math.max(-1, ...lanes.map(({ lane }) => lane)) + 1).toBe(Math.max(0, ...depths(some)));
      }),
    );
  });

  it('tells how many lanes the bunch of each has', () => {
    fc.assert(
      fc.property(fullSpans, (some) => {
        const lanes = packLanes(some);
        some.forEach((_, i) => {
          const bunch = bunchOf(some, i).flatMap((j) => some[j] ?? []);
          expect(lanes[i]?.of).toBe(Math.max(...depths(bunch)));
        });
      }),
    );
  });
});

describe('overlapSegments', () => {
  it('agrees with counting at every position', () => {
    fc.assert(
      fc.property(spans, (some) => {
        const painted = new Array<number>(90).fill(0);
        const segments = overlapSegments(some);
        for (const { start, end, depth } of segments) {
          expect(end).toBeGreaterThan(start);
          for (let at = start; at < end; at++) {
            expect(painted[at]).toBe(0);
            painted[at] = depth;
          }
        }
        expect(painted).toEqual(depths(some).map((depth) => (depth >= 2 ? depth : 0)));
        segments.forEach((one, index) => {
          const next = segments[index + 1];
          if (next !== undefined && next.start === one.end) expect(next.depth).not.toBe(one.depth);
        });
      }),
    );
  });
});
