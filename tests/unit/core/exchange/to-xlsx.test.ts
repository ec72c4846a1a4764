import * as xlsx from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toXlsx } from '#core/exchange/to-xlsx.ts';

/** The sheets as another program reads them. */
async function readBack(bytes: Uint8Array) {
  const book = xlsx.read(bytes, { type: 'array', cellFormula: true });
  return book.SheetNames.map((name) => ({ name, sheet: book.Sheets[name] ?? {} }));
}

function cells(sheet: xlsx.WorkSheet): string[][] {
  return xlsx.utils.sheet_to_json<string[]>(sheet, { header: 1, defval: '', raw: true, blankrows: true });
}

const columns = [
  { head: 'quote', width: 40 },
  { head: 'note', width: 20 },
];

describe('toXlsx', () => {
  it('gives back every text as it was, and none as a formula, number or date', async () => {
    const rows = [
      ['=HYPERLINK("http://example.org")', '+1'],
      ['2024-09-17', '0012'],
      ['الهجوم على المطار', 'L’aéroport de Sénou 🛬'],
      ['one\ntwo\ttabs', '  spaces  '],
      ['_x0041_', 'a\u0001b'],
      ['TRUE', '<b>&amp;</b>'],
      ['\ufffd \u0085 \u{10fffe}b', 'a\nb'],
      ['constructor', 'toString'],
      ['__proto__', 'hasOwnProperty'],
    ];
    const [read] = await readBack(await toXlsx([{ name: 'Passages', columns, rows }]));
    expect(cells(read?.sheet ?? {})).toEqual([['quote', 'note'], ...rows]);
    const formulas = Object.values(read?.sheet ?? {}).filter((cell) => cell?.f !== undefined);
    expect(formulas).toEqual([]);
  });

  it('keeps any text (property)', async () => {
    // The reader here takes CR LF for one line end, however it is written.
    const text = fc
      .string({ unit: 'binary', maxLength: 40 })
      .map((value) => value.toWellFormed().replaceAll('\r\n', '\n'));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 8 }), async (rows) => {
        const filled = rows.map(([a, b]) => [`a${a}`, `b${b}`]);
        const [read] = await readBack(await toXlsx([{ name: 'x', columns, rows: filled }]));
        expect(cells(read?.sheet ?? {}).slice(1)).toEqual(filled);
      }),
      { numRuns: 40 },
    );
  });

  it('names sheets as Excel allows', async () => {
    const read = await readBack(
      await toXlsx([
        { name: 'tags: [a/b]?', columns, rows: [['1', '2']] },
        { name: 'x'.repeat(60), columns, rows: [] },
      ]),
    );
    expect(read.map(({ name }) => name)).toEqual(['tags   a b  ', 'x'.repeat(31)]);
  });
});
