import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from '#core/exchange/csv.ts';
import { createCsvStream } from '#core/exchange/table/csv-stream.ts';
import { readCsv } from '#core/exchange/table/read-csv.ts';

function readInPieces(text: string, cuts: readonly number[]) {
  const stream = createCsvStream();
  const places = [
    0,
    ...cuts.map((cut) => 12 + (cut % (text.length - 11))).sort((a, b) => a - b),
    text.length,
  ];
  const rows: string[][] = [];
  for (let at = 1; at < places.length; at += 1) {
    const got = stream.push(text.slice(places[at - 1], places[at]), at === places.length - 1);
    if (!Array.isArray(got)) return got;
    rows.push(...got);
  }
  return rows;
}

describe('a stream of CSV', () => {
  it('gives the rows of the whole text, wherever it is cut', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', 'é', ' '), maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        fc.array(fc.nat(), { maxLength: 5 }),
        (rows, cuts) => {
          // The separator is told by the first piece, which therefore has the heads.
          const text = `\ufeffh,i,j,k\r\n${toCsv(rows).slice(1)}`;
          const whole = readCsv(text);

          const pieces = readInPieces(text, cuts);

          if (whole.ok) expect(pieces).toEqual(whole.rows);
        },
      ),
    );
  });

  it('stops at a quote that is never closed', () => {
    expect(readInPieces('a,b\n"c,d\ne,f\n', [2])).toMatchObject({ code: 'unclosed-quote' });
    const endless = createCsvStream();
    expect(endless.push('a,b\n"', false)).toEqual([['a', 'b']]);
    expect(endless.push('x'.repeat(1_100_000), false)).toMatchObject({ code: 'unclosed-quote' });
  });
});
