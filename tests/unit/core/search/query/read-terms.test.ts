import { describe, expect, it } from 'vitest';
import { readCsv } from '#core/exchange/table/read-csv.ts';
import { parseQuery } from '#core/search/query/parse-query.ts';
import { firstColumn, queryOfTerm, readTerms, termLimits } from '#core/search/query/read-terms.ts';
import { scanWords } from '#core/search/scan-words.ts';

describe('a list of terms', () => {
  it('has one term a line, however lines end', () => {
    const { terms } = readTerms('\ufeffJNIM\r\nMénaka\r\n\n  Iyad   Ag Ghali \rKidal');
    expect(terms).toEqual([
      { text: 'JNIM', line: 1 },
      { text: 'Ménaka', line: 2 },
      { text: 'Iyad Ag Ghali', line: 4 },
      { text: 'Kidal', line: 5 },
    ]);
  });

  it('tells comments, repeats and what is too long or too much', () => {
    const list = readTerms(
      ['# people', 'Ménaka', 'Gao', 'menaka', '#Gao', 'MENAKA', 'x'.repeat(501)].join('\n'),
    );
    expect(list.terms.map(({ text }) => text)).toEqual(['Ménaka', 'Gao']);
    expect(list.comments).toBe(2);
    expect(list.repeated).toEqual([
      { text: 'menaka', line: 4, first: 2 },
      { text: 'MENAKA', line: 6, first: 2 },
    ]);
    expect(list.tooLong).toHaveLength(1);
    const long = readTerms(Array.from({ length: 1_203 }, (_, at) => `name ${at}`).join('\n'));
    expect(long.terms).toHaveLength(termLimits.terms);
    expect(long.over).toHaveLength(203);
    expect(long.over[0]).toEqual({ text: 'name 1000', line: 1_001 });
  });

  it('is empty when nothing is in it', () => {
    expect(readTerms(' \n\t\n')).toEqual({ terms: [], repeated: [], comments: 0, tooLong: [], over: [] });
  });

  it('is the first column of a table', () => {
    const read = readCsv('"Ag Ghali, Iyad",leader\r\nKoufa;x,preacher\r\n"two\nlines",-\r\n');
    if (!read.ok) throw new Error(read.code);
    expect(firstColumn(read.rows).split('\n')).toEqual(['Ag Ghali, Iyad', 'Koufa;x', 'two lines']);
  });
});

describe('the query of a term', () => {
  it.each([
    ['Iyad Ag Ghali', 'Iyad-Ag-Ghali'],
    ['JNIM', 'JNIM'],
    ["l'armée", "l'armée"],
    ['Ould Sidi M’Hamed', 'Ould-Sidi-Hamed'],
    ['Amadou Koufa (Diallo)', 'Amadou-Koufa-Diallo'],
    // What is already in the query language stays as it is.
    ['"Amadou Koufa"', '"Amadou Koufa"'],
    ['convo* attack', 'convo* attack'],
    ['Koufa OR Kouffa', 'Koufa OR Kouffa'],
    ['Gao -Mopti', 'Gao -Mopti'],
    ['tag:JNIM Gao', 'tag:JNIM Gao'],
    ['Kouffa~1 preacher', 'Kouffa~1 preacher'],
    ['-Mopti Gao', '-Mopti Gao'],
  ])('%s among names is %s', (text, query) => {
    expect(queryOfTerm(text, 'names')).toBe(query);
    expect(queryOfTerm(text, 'queries')).toBe(text);
  });

  it('asks for the words of a name one after another', () => {
    for (const name of ['Iyad Ag Ghali', 'Ould Sidi M’Hamed', 'U.N. force, Mali', 'G5 Sahel', '马里 军队']) {
      const { root } = parseQuery(queryOfTerm(name, 'names'));
      expect(root).toMatchObject({
        kind: 'phrase',
        words: scanWords(name).map(({ word }) => word),
        slack: null,
      });
    }
  });
});
