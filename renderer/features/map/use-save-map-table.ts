import { useLingui } from '@lingui/react/macro';
import { type SavedTable, type TableFormat, writeSavedTable } from '#core/exchange/saved-table.ts';
import { desktop } from '#state/desktop.ts';
import { notify } from '#state/notices.ts';
import { useSession } from '#state/session.ts';

/** A function that saves a table where the analyst chooses, and tells what came of it. */
export function useSaveMapTable(): (table: SavedTable, format: TableFormat) => Promise<void> {
  const { t } = useLingui();
  const { workspace } = useSession();
  return async (table, format) => {
    const content = await writeSavedTable(table, format);
    const suggestedName = `${workspace.name} - ${table.name}`;
    const answer = await desktop().saveFile({ suggestedName, kind: format, content });
    if (answer === null) return;
    if (answer.ok) notify({ kind: 'good', text: t`Saved ${answer.fileLabel}.` });
    else notify({ kind: 'danger', text: t`The file could not be saved: ${answer.problem.message}` });
  };
}
