import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabels } from '#core/reader/place-labels.ts';
import { stripeLanes } from '#core/reader/stripe-lanes.ts';

describe('stripeLanes', () => {
  const text = `${'word '.repeat(100)}\n${'word '.repeat(100)}`;

  it('keeps apart what may stand on one line, and lets a new paragraph begin in the first lane', () => {
    const spans = [
      { start: 0, end: 10 },
      { start: 20, end: 30 },
      { start: 400, end: 410 },
      { start: 480, end: 499 },
      { start: 501, end: 510 },
    ];
    expect(stripeLanes(text, spans).map(({ lane }) => lane)).toEqual([0, 1, 0, 1, 0]);
  });

  it('never gives one lane to two spans on the same line, whatever the lines', () => {
    const span = fc.tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 150 }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 30 }), fc.integer({ min: 20, max: 90 }), (drawn, width) => {
        const spans = drawn.map(([start, length]) => ({ start, end: Math.min(text.length, start + length) }));
        const lanes = stripeLanes(text, spans);
        const half = text.indexOf('\n');
        // Lines of this width, broken anew at the paragraph.
        const lineOf = (at: number) =>
          at <= half ? Math.floor(at / width) : 1_000 + Math.floor((at - half - 1) / width);
        const rows = spans.map(({ start, end }) => ({ first: lineOf(start), last: lineOf(end - 1) }));
        for (const [a, one] of rows.entries())
          for (const [b, other] of rows.entries()) {
            const meet = a !== b && one.first <= other.last && other.first <= one.last;
            if (meet) expect(lanes[a]?.lane).not.toBe(lanes[b]?.lane);
          }
      }),
    );
  });
});

describe('placeLabels', () => {
  it('leaves labels where they want to be, and pushes down what would be covered', () => {
    const wanted = [0, 5, 8, 100].map((top) => ({ top, height: 10 }));
    expect(placeLabels(wanted)).toEqual([0, 10, 20, 100]);
  });
});
