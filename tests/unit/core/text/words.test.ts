import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphs } from '#core/text/paragraphs.ts';
import { overlaps } from '#core/text/span.ts';
import { hasWords, words } from '#core/text/words.ts';

function wordsOf(text: string): string[] {
  return words(text).map(({ start, end }) => text.slice(start, end));
}

describe('words', () => {
  it.each([
    ["l’armée d'élite", ['l', 'armée', 'd', 'élite']],
    ['tri-border area, 12,000', ['tri', 'border', 'area', '12', '000']],
    ['Me\u0301naka', ['Me\u0301naka']],
    ['co\u00adordination', ['co\u00adordination']],
    ['تنظيم القاعدة', ['تنظيم', 'القاعدة']],
    ['…“”—', []],
    ['', []],
  ])('finds the words of %s', (text, expected) => {
    expect(wordsOf(text)).toEqual(expected);
  });

  it('leaves no letter or digit out', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        let rest = '';
        let last = 0;
        for (const { start, end } of words(text)) {
          rest += text.slice(last, start);
          last = end;
        }
        expect(rest + text.slice(last)).not.toMatch(/[\p{L}\p{N}]/u);
      }),
    );
  });

  it('finds what a pattern with the classes of Unicode finds', () => {
    const pattern = /(?:[\p{L}\p{M}\p{N}]|(?<=[\p{L}\p{M}\p{N}])(?:\u00ad|\u200c|\u200d|\u2060))+/gu;
    const pieces = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom('a', 'é', 'e\u0301', '\u00ad', '\u200d', '𝐀', '\ud835', '\udc00', '٣', 'ʼ', '’', ' '),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const expected = Array.from(text.matchAll(pattern), ([word]) => word);
        expect(wordsOf(text)).toEqual(expected);
        expect(hasWords(text, expected.length)).toBe(true);
        expect(hasWords(text, expected.length + 1)).toBe(false);
      }),
    );
  });
});

describe('paragraphs', () => {
  it('gives the lines that hold more than white space', () => {
    const text = '\n one\n\n \t\ntwo\u00a0\n';
    expect(paragraphs(text).map(({ start, end }) => text.slice(start, end))).toEqual([' one', 'two\u00a0']);
  });

  it('leaves nothing but white space between them', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\t') }), (text) => {
        const found = paragraphs(text);
        expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(
          text.split('\n').filter((line) => line.trim() !== ''),
        );
      }),
    );
  });
});

describe('overlaps', () => {
  it.each([
    [{ start: 0, end: 2 }, { start: 1, end: 3 }, true],
    [{ start: 0, end: 2 }, { start: 2, end: 3 }, false],
    [{ start: 0, end: 9 }, { start: 4, end: 5 }, true],
  ])('%o and %o: %s', (a, b, expected) => {
    expect(overlaps(a, b)).toBe(expected);
    expect(overlaps(b, a)).toBe(expected);
  });
});
