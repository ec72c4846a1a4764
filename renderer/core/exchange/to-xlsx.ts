/** A sheet of texts: a head, and rows of as many cells. */
export type XlsxSheet = {
  readonly name: string;
  /** The heads of the columns, with their widths in characters. */
  readonly columns: readonly { readonly head: string; readonly width: number }[];
  readonly rows: readonly (readonly string[])[];
};

/** The most characters Excel takes in one cell. */
export const longestXlsxCell = 32_767;

/**
 * Write sheets as an Excel workbook. Every cell is a text, so none is run as a formula or turned into a date; the head
 * stays in sight. A cell is cut at Excel's limit.
 */
export async function toXlsx(sheets: readonly XlsxSheet[]): Promise<Uint8Array> {
  // Loaded only when a workbook is written.
  const { default: write } = await import('write-excel-file/universal');
  const written = write(
    sheets.map(({ name, columns, rows }) => ({
      sheet: sheetName(name),
      stickyRowsCount: 1,
      columns: columns.map(({ width }) => ({ width })),
      data: [
        columns.map(({ head }) => ({ value: head, type: String, fontWeight: 'bold' as const })),
        ...rows.map((row) => row.map((text) => writeCell(text))),
      ],
    })),
  );
  const blob: { arrayBuffer(): Promise<ArrayBuffer> } = await written.toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

function writeCell(text: string) {
  if (text === '') return null;
  return { value: escapeCell(text), type: String, wrap: text.includes('\n'), alignVertical: 'top' as const };
}

/** What the writer would leave out: what XML can't hold, and what is only discouraged in it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be escaped.
const unwritable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffd\p{Noncharacter_Code_Point}]/gu;

/** Excel writes what XML can't hold as `_x000D_`, so what looks like that is escaped as well (ECMA-376, 22.9.2.19). */
function escapeCell(text: string): string {
  // The writer finds texts it has met in a plain object: `constructor` would be taken for one of them.
  if (text in Object.prototype) return escapeUnits(text.slice(0, 1)) + text.slice(1);
  return text
    .slice(0, longestXlsxCell)
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, escapeUnits('_'))
    .replace(unwritable, escapeUnits);
}

function escapeUnits(text: string): string {
  return text
    .split('')
    .map((unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .join('');
}

/** Excel takes 31 characters, and none of `: \ / ? * [ ]`. */
function sheetName(name: string): string {
  return name
    .replace(/[:\\/?*[\]]/g, ' ')
    .slice(0, 31)
    .toWellFormed();
}
