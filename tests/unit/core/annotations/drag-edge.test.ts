import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSelection } from '#core/annotations/check-selection.ts';
import { dragEdge } from '#core/annotations/drag-edge.ts';
import { maxHighlightLength } from '#core/annotations/highlight.ts';
import { words } from '#core/text/words.ts';
import { textAndSpan } from './support.ts';

const text = 'À Gao, l’armée a tué 3 hommes.\n\nFin du bulletin.';
const span = { start: text.indexOf('armée'), end: text.indexOf('armée') + 5 };
const at = (words: string, letters = 0) => text.indexOf(words) + letters;

const pulled = (edge: 'start' | 'end', to: number, by: 'word' | 'character' = 'word') => {
  const after = dragEdge(text, span, { edge, to, by });
  return after === null ? null : text.slice(after.start, after.end);
};

describe('dragEdge', () => {
  it('takes words whole, the nearer end of the one under the pointer', () => {
    expect(pulled('end', at('hommes', 5))).toBe('armée a tué 3 hommes');
    expect(pulled('end', at('hommes', 1))).toBe('armée a tué 3');
    expect(pulled('start', at('Gao', 1))).toBe('Gao, l’armée');
  });

  it('parts words where the pointer is when asked to', () => {
    expect(pulled('end', at('hommes', 3), 'character')).toBe('armée a tué 3 hom');
    expect(pulled('start', at('armée', 2), 'character')).toBe('mée');
  });

  it('leaves a mark with the sign it is written on', () => {
    const marked = '←\u0338Ménaka';
    expect(dragEdge(marked, { start: 0, end: 4 }, { edge: 'start', to: 1, by: 'word' })?.start).toBe(0);
  });

  it('never turns the span over', () => {
    expect(pulled('end', 1)).toBeNull();
    expect(pulled('start', text.length)).toBeNull();
  });

  it('does not grow beyond what a highlight holds', () => {
    const long = 'mot '.repeat(maxHighlightLength);
    const after = dragEdge(long, { start: 0, end: 3 }, { edge: 'end', to: long.length, by: 'word' });
    expect(after?.end).toBeLessThanOrEqual(maxHighlightLength);
    expect(after?.end).toBeGreaterThan(maxHighlightLength - 5);
  });

  it('keeps spans sound, the other end where it was, and words whole unless they may be parted', () => {
    fc.assert(
      fc.property(
        textAndSpan,
        fc.nat(90),
        fc.constantFrom('start' as const, 'end' as const),
        fc.constantFrom('word' as const, 'character' as const),
        ({ text: any, span: raw }, to, edge, by) => {
          const checked = checkSelection(any, raw);
          if (!checked.ok) return;
          const after = dragEdge(any, checked.span, { edge, to, by });
          if (after === null) return;
          expect(checkSelection(any, after)).toEqual({ ok: true, span: after });
          const other = edge === 'start' ? 'end' : 'start';
          expect(after[other]).toBe(checked.span[other]);
          const cut = words(any).some(({ start, end }) => start < after[edge] && after[edge] < end);
          if (by === 'word' && after[edge] !== checked.span[edge]) expect(cut).toBe(false);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
