import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv, unguardCell } from '#core/exchange/csv.ts';

/** An RFC 4180 reader, one character at a time. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') {
        cell += '"';
        at++;
      } else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === ',') {
      row.push(cell);
      cell = '';
    } else if (character === '\r' && text[at + 1] === '\n') {
      at++;
      row.push(cell);
      rows.push(row);
      row = [];
      cell = '';
    } else cell += character;
  }
  if (quoted || cell !== '' || row.length > 0) throw new Error('the last row is not closed');
  return rows;
}

describe('toCsv', () => {
  it('quotes every cell, ends every row with CRLF and begins with a byte order mark', () => {
    expect(
      toCsv([
        ['quote', 'n'],
        ['“dit-il”, a "word"', '3'],
      ]),
    ).toBe('\uFEFF"quote","n"\r\n"“dit-il”, a ""word""","3"\r\n');
  });

  it.each(['=1+1', '+33', '-5', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '\0=1', '＝1', '＋1', '－1', '＠1'])(
    'keeps %j from being run',
    (cell) => {
      expect(readCsv(toCsv([[cell]]).slice(1))).toEqual([[`'${cell}`]]);
    },
  );

  it.each(['a=1', ' =1', '', "'a", "'", '1-2', 'é@x'])('leaves %j as it is', (cell) => {
    expect(readCsv(toCsv([[cell]]).slice(1))).toEqual([[cell]]);
  });

  it('guards a cell that looks guarded already, so that unguarding gives every cell as it was', () => {
    expect(readCsv(toCsv([["'=1", '=1', "'a"]]).slice(1))).toEqual([["''=1", "'=1", "'a"]]);
    const cell = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', 'a', '\n', '＝'), maxLength: 5 });
    fc.assert(
      fc.property(cell, (text) => {
        expect(readCsv(toCsv([[text]]).slice(1)).map((row) => row.map(unguardCell))).toEqual([[text]]);
      }),
    );
  });

  it('is read back by a plain reader, whatever the cells hold', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('"', ',', '\r\n', '\n', '=', '-', '"",'),
    );
    const cell = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), (rows) => {
        const dangerous = new Set('=+-@\t\r\n\0＝＋－＠');
        const expected = rows.map((row) =>
          row.map((text) => {
            const first = [...text].find((character) => character !== "'") ?? '';
            return dangerous.has(first) ? `'${text}` : text;
          }),
        );

        expect(readCsv(toCsv(rows).replace(/^\uFEFF/, ''))).toEqual(expected);
      }),
    );
  });
});
