/** What came of reading a text as a table. */
export type CsvAnswer =
  | { readonly ok: true; readonly rows: string[][] }
  /** A quoted cell that begins in line `line` has no end, or there are more rows than `limit`. */
  | {
      readonly ok: false;
      readonly code: 'unclosed-quote' | 'too-many-rows' | 'too-many-columns';
      readonly detail: Readonly<Record<string, number>>;
    };

/** What a table may hold. */
export const tableLimits = { rows: 200_000, columns: 500 };

/**
 * Read comma-separated values (RFC 4180) as spreadsheets write them: the separator may be a semicolon or a tab, lines
 * may end in any way, a quote within an unquoted cell is a character. Empty lines are no rows.
 */
export function readCsv(text: string): CsvAnswer {
  const separator = findSeparator(text);
  const rows: string[][] = [];
  for (let at = text.startsWith('\ufeff') ? 1 : 0; at < text.length; ) {
    const row = readRow(text, at, separator);
    if (row === null) {
      const line = text.slice(0, at).split('\n').length;
      return { ok: false, code: 'unclosed-quote', detail: { line } };
    }
    at = row.end;
    if (row.cells.length > tableLimits.columns)
      return { ok: false, code: 'too-many-columns', detail: { limit: tableLimits.columns } };
    if (row.cells.length > 1 || row.cells[0] !== '') rows.push(row.cells);
    // The first one is the head.
    if (rows.length > tableLimits.rows + 1)
      return { ok: false, code: 'too-many-rows', detail: { limit: tableLimits.rows } };
  }
  return { ok: true, rows };
}

/** The row that begins at `start`, and where the next one does; `null` when a quote in it is never closed. */
export function readRow(
  text: string,
  start: number,
  separator: string,
): { cells: string[]; end: number } | null {
  const cells: string[] = [];
  for (let at = start; ; at += 1) {
    const cell = text[at] === '"' ? readQuoted(text, at, separator) : readPlain(text, at, separator);
    if (cell === null) return null;
    cells.push(cell.text);
    at = cell.end;
    // A separator has a cell behind it, even at the very end.
    if (text[at] !== separator) return { cells, end: at + (text.startsWith('\r\n', at) ? 2 : 1) };
  }
}

type Cell = { readonly text: string; readonly end: number };

/** The cell whose quote stands at `start`; `null` when the quote is never closed. */
function readQuoted(text: string, start: number, separator: string): Cell | null {
  let close = text.indexOf('"', start + 1);
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close === -1) return null;
  const raw = text.slice(start + 1, close);
  const inside = raw.includes('"') ? raw.replaceAll('""', '"') : raw;
  if (text[close + 1] === separator) return { text: inside, end: close + 1 };
  // Characters between the closing quote and the separator belong to the cell.
  const rest = readPlain(text, close + 1, separator);
  return { text: inside + rest.text, end: rest.end };
}

function readPlain(text: string, start: number, separator: string): Cell {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { text: text.slice(start, end), end };
}

/** The separator that the first line, quotes left out, has most of. */
export function findSeparator(text: string): string {
  const head = text.slice(0, 10_000).replace(/"(?:[^"]|"")*"/g, '');
  const line = head.split(/[\r\n]/, 1)[0] ?? '';
  const counts = [',', ';', '\t'].map((separator) => ({ separator, count: line.split(separator).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).separator;
}
