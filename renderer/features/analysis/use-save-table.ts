import { useLingui } from '@lingui/react/macro';
import { toCsv } from '#core/exchange/csv.ts';
import { toXlsx } from '#core/exchange/to-xlsx.ts';
import { desktop } from '#state/desktop.ts';
import { notify } from '#state/notices.ts';
import { useSession } from '#state/session.ts';

/** A table for other programs. */
export type SavedTable = {
  /** Of the file and the sheet. */
  readonly name: string;
  /** The head first. */
  readonly rows: readonly (readonly string[])[];
};

/** How a table is saved. */
export type TableFormat = 'csv' | 'xlsx';

/** A function that saves a table where the analyst chooses, and tells what came of it. */
export function useSaveTable(): (table: SavedTable, format: TableFormat) => Promise<void> {
  const saveText = useSaveFile();
  return async (table, format) => {
    const content = format === 'csv' ? toCsv(table.rows) : await toXlsx([sheetOf(table)]);
    await saveText(table.name, format, content);
  };
}

/** A function that saves a file where the analyst chooses, and tells what came of it. */
export function useSaveFile(): (
  name: string,
  kind: TableFormat | 'markdown',
  content: string | Uint8Array,
) => Promise<void> {
  const { t } = useLingui();
  const { workspace } = useSession();
  return async (name, kind, content) => {
    const suggestedName = `${workspace.name} - ${name}`;
    const answer = await desktop().saveFile({ suggestedName, kind, content });
    if (answer === null) return;
    if (answer.ok) notify({ kind: 'good', text: t`Saved ${answer.fileLabel}.` });
    else notify({ kind: 'danger', text: t`The file could not be saved: ${answer.problem.message}` });
  };
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
