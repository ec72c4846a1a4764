import { findSeparator, readRow, tableLimits } from './read-csv.ts';

/** Why a stream of rows can't go on. */
export type CsvFault = {
  readonly code: 'unclosed-quote' | 'too-many-columns';
  readonly detail: Readonly<Record<string, number>>;
};

/** Longer rows are no rows: a quote was never closed. In UTF-16 units. */
const longestRow = 1024 * 1024;

/** Reads CSV piece by piece, for files that are too large to be one text. */
export type CsvStream = {
  /** The rows that are whole with this piece; `isLast`: nothing follows. */
  push(piece: string, isLast: boolean): string[][] | CsvFault;
};

/** Begin to read CSV as `readCsv` does, with the separator that its first piece has most of. */
export function createCsvStream(): CsvStream {
  let rest = '';
  let separator: string | null = null;
  let rowsRead = 0;
  return {
    push(piece, isLast) {
      const text = separator === null ? (rest + piece).replace(/^\ufeff/, '') : rest + piece;
      separator ??= findSeparator(text);
      const { rows, end, isBroken } = wholeRows(text, separator, isLast);
      rowsRead += rows.length;
      rest = text.slice(end);
      if (isBroken || rest.length > longestRow)
        return { code: 'unclosed-quote', detail: { line: rowsRead + 1 } };
      if (rows.some(({ length }) => length > tableLimits.columns))
        return { code: 'too-many-columns', detail: { limit: tableLimits.columns } };
      return rows.filter((cells) => cells.length > 1 || cells[0] !== '');
    },
  };
}

/** The rows of a text up to where the next piece has to go on. */
function wholeRows(
  text: string,
  separator: string,
  isLast: boolean,
): { readonly rows: string[][]; readonly end: number; readonly isBroken: boolean } {
  const rows: string[][] = [];
  for (let at = 0; at < text.length; ) {
    const row = readRow(text, at, separator);
    // What ends where the piece does may go on in the next one.
    if (!isLast && (row === null || row.end >= text.length)) return { rows, end: at, isBroken: false };
    if (row === null) return { rows, end: at, isBroken: true };
    rows.push(row.cells);
    at = row.end;
  }
  return { rows, end: text.length, isBroken: false };
}
