import { listZip, type ZipLimits } from '#core/exchange/read-zip.ts';
import { tableLimits } from './read-csv.ts';

/** What came of reading a workbook. */
export type WorkbookAnswer =
  | { readonly ok: true; readonly sheets: readonly (readonly string[][])[] }
  | {
      readonly ok: false;
      readonly code: string;
      readonly detail: Readonly<Record<string, string | number>>;
    };

/** A workbook of 200,000 highlights inflates to some 150 MB. */
const limits: ZipLimits = { entries: 2_000, inflatedBytes: 200 * 1024 * 1024, ratio: 200 };

/** Whether a zip file is an Excel workbook. */
export function isWorkbook(bytes: Uint8Array): boolean {
  const listing = listZip(bytes, limits);
  return listing.ok && listing.entries.some(({ name }) => name === 'xl/workbook.xml');
}

/**
 * Read the sheets of an Excel workbook as rows of texts: values only, no formulas, no styles. Refused are what is no sound
 * zip, what inflates too far, and sheets of too many rows or columns.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<WorkbookAnswer> {
  const listing = listZip(bytes, limits);
  if (!listing.ok) return { ok: false, ...listing.problem };
  // Loaded only when a workbook is read.
  const { read, utils } = await import('@e965/xlsx');
  try {
    const book = read(bytes, {
      type: 'array',
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellText: false,
      sheetRows: tableLimits.rows + 2,
    });
    const sheets = book.SheetNames.map((name) => {
      const sheet = book.Sheets[name];
      if (sheet === undefined) return [];
      const cells: unknown[][] = utils.sheet_to_json(sheet, {
        header: 1,
        raw: true,
        defval: '',
        blankrows: false,
      });
      return cells.map((row) => row.map((value) => (value === null ? '' : String(value))));
    });
    const rows = Math.max(0, ...sheets.map((sheet) => sheet.length));
    if (rows > tableLimits.rows + 1)
      return { ok: false, code: 'too-many-rows', detail: { limit: tableLimits.rows } };
    return { ok: true, sheets };
  } catch {
    // The library throws on what it can't make sense of.
    return { ok: false, code: 'damaged-workbook', detail: {} };
  }
}
