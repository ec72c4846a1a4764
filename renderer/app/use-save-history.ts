import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { toCsv } from '#core/exchange/csv.ts';
import type { HistoryRow } from '#core/history/history-rows.ts';
import { desktop } from '#state/desktop.ts';
import { notify } from '#state/notices.ts';
import { useSession } from '#state/session.ts';
import { stepWords } from './history-lines.ts';

/** Save lines of the history, every edit on a row of its own, as a CSV file where the analyst chooses. */
export function useSaveHistory(): (rows: readonly HistoryRow[]) => Promise<void> {
  const { t } = useLingui();
  const { workspace } = useSession();
  return async (rows) => {
    const head = [
      t`Time (UTC)`,
      t`What was done`,
      t`Action`,
      t`Records`,
      t`Stands`,
      t`Device`,
      t`Number on the device`,
    ];
    const edits = rows.flatMap((row) => row.edits.map((edit) => ({ edit, fate: row.fate })));
    const cells = edits.map(({ edit, fate }) => [
      edit.at,
      stepWords(edit.kind, edit.label),
      `${edit.label.action}${edit.kind === 'new' ? '' : ` (${edit.kind})`}`,
      String(edit.changeCount),
      fate.kind === 'stands' ? t`yes` : t`no, since ${fate.by.at}`,
      edit.device,
      String(edit.sequence),
    ]);
    const answer = await desktop().saveFile({
      suggestedName: t`${workspace.name} - history.csv`,
      kind: 'csv',
      content: toCsv([head, ...cells]),
    });
    if (answer === null) return;
    const count = plural(edits.length, { one: '# edit', other: '# edits' });
    if (answer.ok) notify({ kind: 'good', text: t`Saved ${count} to ${answer.fileLabel}.` });
    else notify({ kind: 'danger', text: t`The file could not be saved: ${answer.problem.message}` });
  };
}
