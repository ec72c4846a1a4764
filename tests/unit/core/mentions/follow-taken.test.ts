import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followTaken } from '#core/mentions/follow-taken.ts';
import { overlaps } from '#core/text/span.ts';

const spans = fc.array(
  fc
    .record({ start: fc.nat(60), length: fc.integer({ min: 1, max: 12 }) })
    .map(({ start, length }) => ({ start, end: start + length })),
  { maxLength: 14 },
);

describe('followTaken', () => {
  it('answers what a look at every span answers', () => {
    fc.assert(
      fc.property(spans, spans, (taken, asked) => {
        // Numbers of a text are met in order and apart.
        const inOrder = asked
          .toSorted((a, b) => a.start - b.start)
          .filter((one, at, all) => all.slice(0, at).every((other) => !overlaps(other, one)));
        const isTaken = followTaken(taken);

        for (const span of inOrder) expect(isTaken(span)).toBe(taken.some((other) => overlaps(other, span)));
      }),
    );
  });
});
