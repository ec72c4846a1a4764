import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSelection } from '#core/annotations/check-selection.ts';
import { maxHighlightLength } from '#core/annotations/highlight.ts';
import { textAndSpan } from './support.ts';

const cut = (text: string, start: number, end: number) => {
  const checked = checkSelection(text, { start, end });
  return checked.ok ? text.slice(checked.span.start, checked.span.end) : checked.problem;
};

describe('checkSelection', () => {
  it.each([
    ['  Kidal  ', 0, 9, 'Kidal'],
    ['a\n\n b \n', 1, 7, 'b'],
    ['a \u00a0\n b', 1, 4, 'empty'],
    ['word', 2, 2, 'empty'],
    ['', 0, 0, 'empty'],
    ['x 👩🏽‍🚒 y', 3, 5, '👩🏽‍🚒'],
    ['cafe\u0301s', 0, 4, 'cafe\u0301'],
    ['cafe\u0301s', 4, 6, 'e\u0301s'],
    ['short', -5, 99, 'short'],
    ['backwards', 6, 2, 'empty'],
  ])('takes %j from %i to %i as %j', (text, start, end, expected) => {
    expect(cut(text, start, end)).toBe(expected);
  });

  it('refuses what is too long with its length, and takes the longest that fits', () => {
    const text = 'é'.repeat(maxHighlightLength + 1);
    expect(checkSelection(text, { start: 0, end: text.length })).toEqual({
      ok: false,
      problem: 'too-long',
      length: maxHighlightLength + 1,
    });
    expect(checkSelection(text, { start: 1, end: text.length }).ok).toBe(true);
  });

  it('takes no less than the ink that was selected, and at most whole characters around it', () => {
    const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
    fc.assert(
      fc.property(textAndSpan, ({ text, span }) => {
        const checked = checkSelection(text, span);
        if (!checked.ok) return;
        const { start, end } = checked.span;
        expect(text.slice(span.start, start).trim()).toBe('');
        expect(text.slice(end, Math.max(end, span.end)).trim()).toBe('');
        const bounds = new Set([...graphemes.segment(text)].map(({ index }) => index).concat(text.length));
        // A mark after a space belongs to the space, which is left out: the only bound that is none.
        const sound = (at: number) =>
          bounds.has(at) || /\s/.test(text.charAt(at - 1)) || /\s/.test(text.charAt(at));
        expect(sound(start) && sound(end)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
