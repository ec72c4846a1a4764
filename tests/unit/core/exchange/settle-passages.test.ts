import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProjectHighlight } from '#core/exchange/coding-project.ts';
import { settlePassages } from '#core/exchange/settle-passages.ts';
import { taguetteTagId } from '#core/ids.ts';
import { newHighlight } from './sample-project.ts';

type Golden = {
  readonly texts: Readonly<Record<string, string>>;
  readonly selections: readonly {
    readonly doc: string;
    readonly quote: string;
    readonly codepoints: readonly [number, number];
    readonly utf16: readonly [number, number];
  }[];
};

const golden = JSON.parse(
  readFileSync('tests/fixtures/exchange/golden/golden.expected.json', 'utf8'),
) as Golden;

const text = golden.texts.d1 ?? '';
const selections = golden.selections.filter(({ doc }) => doc === 'd1');

function pointers(unit: 'code-point' | 'utf-16', counted: 'codepoints' | 'utf16'): ProjectHighlight[] {
  return selections.map(({ quote, [counted]: [start, end] }, index) =>
    newHighlight(index, { exact: quote, counted: { start, end, unit } }),
  );
}

describe('settlePassages', () => {
  it.each([
    { format: 'code-point', file: 'codepoints' },
    { format: 'utf-16', file: 'utf16' },
    // Programs that count otherwise than their format asks.
    { format: 'code-point', file: 'utf16' },
    { format: 'utf-16', file: 'codepoints' },
  ] as const)('finds that a $format format is counted in $file', ({ format, file }) => {
    expect(settlePassages(pointers(format, file), text).map(({ start, end }) => [start, end])).toEqual(
      selections.map(({ utf16 }) => utf16),
    );
  });

  it('drops offsets that do not give the quoted words, and keeps the words', () => {
    const wrong = newHighlight(0, { exact: 'tuées', counted: { start: 3, end: 8, unit: 'code-point' } });

    expect(settlePassages([wrong], text)).toEqual([newHighlight(0, { exact: 'tuées' })]);
  });

  it.each([
    { start: -1, end: 2 },
    { start: 5, end: 5 },
    { start: 9, end: 3 },
    { start: 0, end: 1e9 },
    { start: 0.5, end: 2 },
  ])('makes nothing of the span $start–$end', ({ start, end }) => {
    const odd = newHighlight(0, { exact: null, counted: { start, end, unit: 'code-point' } });

    expect(settlePassages([odd], text)[0]).toMatchObject({ start: null, end: null, exact: null });
  });

  it('takes the words of the text where only white space differs', () => {
    const page = 'Ménaka\n   (Mali)  —  Onze  morts';
    const found = settlePassages([newHighlight(0, { exact: 'Ménaka (Mali) — Onze' })], page)[0];

    expect(found).toMatchObject({ start: null, exact: 'Ménaka\n   (Mali)  —  Onze', suffix: '  morts' });
  });

  it('does not choose among several places that read the same', () => {
    const highlight = newHighlight(0, { exact: 'a  b', prefix: 'x' });

    expect(settlePassages([highlight], 'a b y a b')).toEqual([highlight]);
    expect(settlePassages([highlight], 'x a b y a b')[0]?.exact).toBe('a b');
  });

  it('leaves what stands in the text word for word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(), fc.nat(), (source, a, b) => {
        const from = a % source.length;
        const highlight = newHighlight(0, { exact: source.slice(from, from + 1 + (b % 9)) });

        expect(settlePassages([highlight], source)).toEqual([highlight]);
      }),
    );
  });
});

describe('taguetteTagId', () => {
  it('is the GUID that Taguette writes into its codebook', () => {
    const codebook = readFileSync('tests/fixtures/exchange/taguette/codebook.qdc', 'utf8');
    const codes = [...codebook.matchAll(/<Code guid="([^"]+)" name="([^"]+)"/g)];

    expect(codes.length).toBeGreaterThan(5);
    for (const [, guid = '', name = ''] of codes) expect(taguetteTagId(name)).toBe(guid.toLowerCase());
  });
});
