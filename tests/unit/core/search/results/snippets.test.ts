import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Snippet, snippets } from '#core/search/results/snippets.ts';
import type { TextSpan } from '#core/text/span.ts';

const filler = 'lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod '.repeat(4);

describe('snippets', () => {
  it('shows whole words around a hit and says which part is the hit', () => {
    const text = `${filler}Ménaka ${filler}`;
    const [line] = snippets(text, [{ start: filler.length, end: filler.length + 6 }], 3);

    expect(line?.parts.map(({ isHit }) => isHit)).toEqual([false, true, false]);
    expect(line?.parts[1]?.text).toBe('Ménaka');
    const words = read(line).split(' ').filter(Boolean);
    expect(words.filter((word) => !text.split(' ').includes(word))).toEqual([]);
    expect(read(line).length).toBeLessThan(130);
  });

  it('joins hits that stand close together and parts those that do not', () => {
    const text = `gao and gao ${filler}gao`;
    const lines = snippets(text, places(text, 'gao'), 3);

    expect(lines.map(({ parts }) => parts.filter(({ isHit }) => isHit).length)).toEqual([2, 1]);
    expect(lines.map(({ hit }) => hit.start)).toEqual([0, text.length - 3]);
  });

  it('gives no more lines than asked for', () => {
    const text = `gao ${filler}`.repeat(9);

    expect(snippets(text, places(text, 'gao'), 3)).toHaveLength(3);
  });

  it('never cuts a pair of surrogates or a letter from its accent', () => {
    const text = `${'😀'.repeat(80)}gao${'e\u0301'.repeat(80)}`;
    const [line] = snippets(text, places(text, 'gao'), 1);

    expect(read(line)).toMatch(/^(?:😀)+gao(?:e\u0301)+$/u);
  });

  it('marks exactly the hits and shows nothing that is not in the text', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', 'é', '😀'), maxLength: 400 });
    const cuts = fc.array(fc.nat(400), { maxLength: 12 });
    fc.assert(
      fc.property(letters, cuts, (text, numbers) => {
        const spans = toSpans(text, numbers);
        const lines = snippets(text, spans, Number.POSITIVE_INFINITY);

        const marked = lines.flatMap(({ parts }) => parts.filter(({ isHit }) => isHit));
        expect(marked.map((part) => part.text)).toEqual(
          spans.map(({ start, end }) => text.slice(start, end).replaceAll(/\s+/g, ' ')),
        );
        const ends = lines.flatMap(({ start, end }) => [start, end]);
        expect(ends).toEqual([...ends].sort((a, b) => a - b));
      }),
    );
  });
});

function read(line: Snippet | undefined): string {
  return line?.parts.map(({ text }) => text).join('') ?? '';
}

function places(text: string, word: string): TextSpan[] {
  return [...text.matchAll(new RegExp(word, 'g'))].map(({ index }) => ({
    start: index,
    end: index + word.length,
  }));
}

/** Spans in order, not overlapping, none empty. */
function toSpans(text: string, numbers: readonly number[]): TextSpan[] {
  const cuts = [...new Set(numbers.map((number) => Math.min(number, text.length)))].sort((a, b) => a - b);
  return cuts.flatMap((start, at) => {
    const end = cuts[at + 1];
    return at % 2 === 0 && end !== undefined ? [{ start, end }] : [];
  });
}
