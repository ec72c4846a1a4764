/**
 * How a spreadsheet may take the beginning of a cell for a formula; the full-width forms count in some locales. Cells
 * that already have apostrophes before it are guarded too, so that taking one away gives every cell as it was.
 */
const formula = /^'*[=+\-@\t\r\n\0＝＋－＠]/;

/**
 * Write rows as CSV (RFC 4180): every cell quoted, CRLF after every row, a byte order mark in front so that
 * spreadsheets read it as UTF-8. A cell that a spreadsheet might run as a formula gets an apostrophe before it.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('')}`;
}

function writeCell(text: string): string {
  const guarded = formula.test(text) ? `'${text}` : text;
  return `"${guarded.replaceAll('"', '""')}"`;
}

/** A cell as it was before `toCsv` guarded it. */
export function unguardCell(text: string): string {
  return text.startsWith("'") && formula.test(text) ? text.slice(1) : text;
}
