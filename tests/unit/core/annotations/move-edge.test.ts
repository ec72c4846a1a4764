import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSelection } from '#core/annotations/check-selection.ts';
import { moveEdge } from '#core/annotations/move-edge.ts';
import { textAndSpan } from './support.ts';

const text = 'À Gao, l’armée a tué 3 hommes.\n\nFin.';
const span = { start: text.indexOf('armée'), end: text.indexOf('armée') + 5 };

const ending = (...steps: Parameters<typeof moveEdge>[2][]) => {
  let now: { start: number; end: number } | null = span;
  for (const step of steps) now = now && moveEdge(text, now, step);
  return now === null ? null : text.slice(now.start, now.end);
};

describe('moveEdge', () => {
  it.each([
    ['end', 'character', 1, 'armée a'],
    ['end', 'character', -1, 'armé'],
    ['start', 'character', -1, '’armée'],
    ['start', 'character', 1, 'rmée'],
    ['end', 'word', 1, 'armée a'],
    ['start', 'word', -1, 'l’armée'],
    ['end', 'word', -1, null],
    ['start', 'word', 1, null],
  ] as const)('moves the %s by a %s (%i)', (edge, by, direction, expected) => {
    expect(ending({ edge, by, direction })).toBe(expected);
  });

  it('walks over a paragraph break without stopping in it', () => {
    const word = { edge: 'end', by: 'word', direction: 1 } as const;
    expect(ending(word, word, word, word)).toBe('armée a tué 3 hommes');
    expect(ending(word, word, word, word, word)).toBe('armée a tué 3 hommes.\n\nFin');
    const back = { edge: 'end', by: 'character', direction: -1 } as const;
    expect(ending(word, word, word, word, word, back, back, back)).toBe('armée a tué 3 hommes.');
  });

  it('answers null at the ends of the text', () => {
    const whole = { start: 0, end: text.length };
    expect(moveEdge(text, whole, { edge: 'end', by: 'character', direction: 1 })).toBeNull();
    expect(moveEdge(text, whole, { edge: 'start', by: 'word', direction: -1 })).toBeNull();
  });

  it('keeps spans sound, moves the one edge the way it was told, and a step out comes back', () => {
    fc.assert(
      fc.property(
        textAndSpan,
        fc.constantFrom('start' as const, 'end' as const),
        fc.constantFrom('character' as const, 'word' as const),
        fc.constantFrom(1 as const, -1 as const),
        ({ text: any, span: raw }, edge, by, direction) => {
          const checked = checkSelection(any, raw);
          if (!checked.ok) return;
          const from = checked.span;
          const to = moveEdge(any, from, { edge, by, direction });
          if (to === null) return;
          expect(Math.sign(to[edge] - from[edge])).toBe(direction);
          expect(edge === 'start' ? to.end : to.start).toBe(edge === 'start' ? from.end : from.start);
          const words = any.slice(to.start, to.end);
          expect(words).toBe(words.trim());
          expect(words).not.toBe('');
          expect(words.isWellFormed()).toBe(true);
          const grew = (edge === 'end') === (direction === 1);
          if (by === 'character' && grew) {
            const back = moveEdge(any, to, { edge, by, direction: direction === 1 ? -1 : 1 });
            expect(back).toEqual(from);
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe('moveEdge by sentences', () => {
  const bulletin = 'Gao is calm. Two men fled to Ansongo. Nobody died!\n\nThe army left.';
  const men = { start: bulletin.indexOf('men'), end: bulletin.indexOf('men') + 3 };
  const told = (edge: 'start' | 'end', direction: 1 | -1, from = men) => {
    const to = moveEdge(bulletin, from, { edge, by: 'sentence', direction });
    return to === null ? null : bulletin.slice(to.start, to.end);
  };

  it('takes the sentence in, then the next one', () => {
    expect(told('end', 1)).toBe('men fled to Ansongo.');
    expect(told('start', -1)).toBe('Two men');
    expect(told('start', -1, { start: 13, end: 20 })).toBe('Gao is calm. Two men');
    expect(told('end', 1, { start: 13, end: 37 })).toBe('Two men fled to Ansongo. Nobody died!');
    expect(told('end', 1, { start: 13, end: 50 })).toBe(
      'Two men fled to Ansongo. Nobody died!\n\nThe army left.',
    );
  });

  it('does not turn the span over', () => {
    expect(told('end', -1)).toBeNull();
    expect(told('start', 1)).toBeNull();
  });
});
