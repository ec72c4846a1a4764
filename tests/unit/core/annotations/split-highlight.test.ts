import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSelection } from '#core/annotations/check-selection.ts';
import type { Highlight } from '#core/annotations/highlight.ts';
import { joinHighlights } from '#core/annotations/join-highlights.ts';
import { splitHighlight } from '#core/annotations/split-highlight.ts';
import type { Change } from '#core/history/change.ts';
import type { AnalystId, NewId } from '#core/ids.ts';
import { article, highlightOf, later, textAndSpan } from './support.ts';

const me = 'analyst-1' as AnalystId;

const counting = (): NewId => {
  let count = 0;
  return () => `new-${++count}` as never;
};

const left = (changes: readonly Change[]): Highlight[] =>
  changes.flatMap((change) => (change.table === 'highlights' && change.after !== null ? [change.after] : []));

describe('splitHighlight', () => {
  const text = 'Douze morts à Tessit. Les auteurs sont inconnus.';
  const whole: Highlight = {
    ...highlightOf(text, { start: 0, end: text.length }),
    analystId: me,
    marks: ['important'],
    grade: { reliability: 'B', credibility: 2 },
  };
  const split = (at: number[]) => splitHighlight(whole, { article, text, at, newId: counting(), now: later });

  it('makes two of one, each with its tags and grade, the note staying with the first', () => {
    const [first, second] = left(split([text.indexOf(' Les')]));
    expect(first?.anchor.exact).toBe('Douze morts à Tessit.');
    expect(second?.anchor.exact).toBe('Les auteurs sont inconnus.');
    expect([first?.id, second?.id]).toEqual(['h-1', 'new-1']);
    expect([first?.note, second?.note]).toEqual(['seen twice', '']);
    for (const part of [first, second])
      expect(part).toMatchObject({
        tagIds: ['t-1'],
        marks: ['important'],
        analystId: me,
        grade: { reliability: 'B', credibility: 2 },
      });
  });

  it('cuts at both edges of a selection at once', () => {
    expect(left(split([27, 6])).map(({ anchor }) => anchor.exact)).toEqual([
      'Douze',
      'morts à Tessit. Les a',
      'uteurs sont inconnus.',
    ]);
  });

  it('does nothing where there is nothing to part', () => {
    expect(split([0])).toEqual([]);
    expect(split([text.length])).toEqual([]);
    expect(split([])).toEqual([]);
  });

  it('loses no letter, doubles none, and joined again it is what it was', () => {
    fc.assert(
      fc.property(textAndSpan, fc.array(fc.nat(80), { maxLength: 4 }), ({ text: any, span: raw }, at) => {
        const checked = checkSelection(any, raw);
        if (!checked.ok) return;
        const before = highlightOf(any, checked.span);
        const parts = left(splitHighlight(before, { article, text: any, at, newId: counting(), now: later }));
        if (parts.length === 0) return;
        const ink = (words: string) => words.replace(/\s+/g, '');
        expect(parts.map(({ anchor }) => ink(anchor.exact)).join('')).toBe(ink(before.anchor.exact));
        for (const { anchor } of parts) {
          expect(any.slice(anchor.start, anchor.end)).toBe(anchor.exact);
          expect(checkSelection(any, anchor)).toEqual({
            ok: true,
            span: { start: anchor.start, end: anchor.end },
          });
        }
        const joined = joinHighlights(parts, { article, text: any, analystId: me, now: before.updatedAt });
        expect(joined.ok && joined.highlight).toEqual(before);
      }),
      { numRuns: 1_000 },
    );
  });
});
