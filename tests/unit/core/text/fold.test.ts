import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFolded, fold, foldWithOffsets } from '#core/text/fold.ts';

const anyText = fc.string({ unit: 'grapheme', maxLength: 40 });
const anyUnits = fc.string({ unit: 'binary', maxLength: 40 });
/** Letters that fold to more, to less or to other ones, so that generated texts meet them often. */
const tricky = fc.string({
  unit: fc.constantFrom(...'aeosœæßøŒÆẞıİ…™½ﬁ’\'`“"«- \u2013éèçÉأإآاىيةهـ\u0301\u0308\u00ad\u200d\u200f😀'),
  maxLength: 20,
});

describe('fold', () => {
  it.each([
    ['Ménaka', 'Menaka'],
    ['MÉNAKA', 'menaka'],
    ['Me\u0301naka', 'Menaka'],
    ['l’armée', "l'armee"],
    ['l`armée', "l'armee"],
    ['“no-fly zone”', '"no\u2011fly zone"'],
    ['« zone »', '"\u00a0zone\u202f"'.replace(/[\u00a0\u202f]/g, ' ')],
    ['cœur', 'coeur'],
    ['ŒUVRE', 'oeuvre'],
    ['Straße', 'STRASSE'],
    ['İstanbul', 'istanbul'],
    ['Tin\u00a0Zaouatine', 'Tin Zaouatine'],
    ['Tin\u00adZaouatine', 'TinZaouatine'],
    ['ɓunɗe', 'bunde'],
    ['أزواد', 'ازواد'],
    ['إياد', 'اياد'],
    ['القاعدة', 'القاعده'],
    ['مالى', 'مالي'],
    ['مـــالي', 'مالي'],
    ['مَالِي', 'مالي'],
    ['کیدال', 'كيدال'],
    ['٢٠٢٤', '2024'],
    ['™', 'tm'],
    ['Σίσυφος', 'σισυφοσ'],
  ])('reads %s like %s', (a, b) => {
    expect(fold(a)).toBe(fold(b));
  });

  it.each([
    ['Mali', 'Malo'],
    ['2024', '2023'],
    ['a b', 'ab'],
    ['a-b', 'ab'],
  ])('keeps %s apart from %s', (a, b) => {
    expect(fold(a)).not.toBe(fold(b));
  });

  it('folds composed and decomposed text alike', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, anyUnits, tricky), (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
      }),
    );
  });

  it('folds folded text to itself', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, anyUnits, tricky), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  it('folds text piece by piece as it folds the whole', () => {
    fc.assert(
      fc.property(tricky, tricky, (a, b) => {
        expect(fold(a + b)).toBe(fold(a) + fold(b));
      }),
    );
  });
});

describe('foldWithOffsets', () => {
  it('leads every folded unit back to the character that gave it', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, anyUnits, tricky), (text) => {
        const { folded, starts } = foldWithOffsets(text);
        expect(folded).toBe(fold(text));
        expect(starts.length).toBe(folded.length + 1);
        expect(starts[folded.length]).toBe(text.length);
        let rebuilt = '';
        let last = -1;
        for (const start of starts.subarray(0, folded.length)) {
          expect(start).toBeGreaterThanOrEqual(last);
          if (start !== last) rebuilt += fold(String.fromCodePoint(text.codePointAt(start) ?? 0));
          last = start;
        }
        expect(rebuilt).toBe(folded);
      }),
    );
  });
});

describe('findFolded', () => {
  it.each([
    { text: 'La région de Ménaka.', query: 'menaka', found: ['Ménaka'] },
    { text: 'de Me\u0301naka', query: 'Ménaka', found: ['Me\u0301naka'] },
    { text: "l’armée et l'armée", query: "l'armee", found: ['l’armée', "l'armée"] },
    { text: 'de l’armée', query: 'armée', found: ['armée'] },
    { text: 'caf\u0065\u0301 noir', query: 'cafe', found: ['cafe\u0301'] },
    { text: 'cœur, cœurs', query: 'coeur', found: ['cœur', 'cœur'] },
    { text: 'œ', query: 'o', found: ['œ'] },
    { text: 'ß', query: 's', found: ['ß'] },
    { text: 'Kidal… it’s', query: '...', found: ['…'] },
    { text: 'aaa', query: 'aa', found: ['aa'] },
    { text: 'في القاعدة', query: 'القاعده', found: ['القاعدة'] },
    { text: 'anything', query: '', found: [] },
    { text: 'a\u0301', query: '\u0301', found: [] },
    { text: '', query: 'a', found: [] },
    { text: 'a.b*c', query: '.b*', found: ['.b*'] },
  ])('finds "$query" in "$text"', ({ text, query, found }) => {
    expect(findFolded(text, query).map(({ start, end }) => text.slice(start, end))).toEqual(found);
  });

  it('finds every piece of a text in it, in order, apart, and reading like the query', () => {
    fc.assert(
      fc.property(fc.oneof(tricky, anyText), fc.nat(), fc.nat(), (text, a, b) => {
        const characters = Array.from(text);
        const from = a % (characters.length + 1);
        const query = characters.slice(from, from + 1 + (b % 6)).join('');
        const spans = findFolded(text, query);
        expect(spans.length > 0).toBe(fold(query) !== '');
        let last = 0;
        for (const span of spans) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(fold(text.slice(span.start, span.end))).toContain(fold(query));
          last = span.end;
        }
      }),
    );
  });

  it('agrees with a plain search where nothing needs folding', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 30 });
    fc.assert(
      fc.property(
        letters,
        fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 3 }),
        (text, query) => {
          expect(findFolded(text, query).length).toBe(text.split(query).length - 1);
        },
      ),
    );
  });

  it('finds the places of the seeds however they are typed', () => {
    const text = readFileSync('seeds/002_26db4964b2695913.txt', 'utf8');
    const spans = findFolded(text, 'MÉNAKA');
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(['Menaka', 'Menaka']);
    expect(findFolded(text, "Mali's army")).toHaveLength(1);
  });
});
