import { useLingui } from '@lingui/react/macro';
import { type SavedTable, type TableFormat, writeSavedTable } from '#core/exchange/saved-table.ts';
import { desktop } from '#state/desktop.ts';
import { notify } from '#state/notices.ts';
import { useSession } from '#state/session.ts';

/** A function that saves a table where the analyst chooses, and tells what came of it. */
export function useSaveTable(): (table: SavedTable, format: TableFormat) => Promise<void> {
  const saveText = useSaveFile();
  return async (table, format) => {
    await saveText(table.name, format, await writeSavedTable(table, format));
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
