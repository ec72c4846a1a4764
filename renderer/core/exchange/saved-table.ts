import { toCsv } from './csv.ts';
import { toXlsx } from './to-xlsx.ts';

/** A table for other programs. */
export type SavedTable = {
  /** Of the file and the sheet. */
  readonly name: string;
  /** The head first. */
  readonly rows: readonly (readonly string[])[];
};

/** How a table is saved. */
export type TableFormat = 'csv' | 'xlsx';

/** The file that a table becomes. */
export async function writeSavedTable(table: SavedTable, format: TableFormat): Promise<string | Uint8Array> {
  return format === 'csv' ? toCsv(table.rows) : toXlsx([sheetOf(table)]);
}

const widest = 60;
const narrowest = 8;

function sheetOf({ name, rows: [heads = [], ...rows] }: SavedTable) {
  const columns = heads.map((head, index) => {
    const longest = rows.slice(0, 200).reduce((most, row) => Math.max(most, row[index]?.length ?? 0), 0);
    return { head, width: Math.min(widest, Math.max(narrowest, head.length, longest) + 2) };
  });
  return { name, columns, rows };
}
