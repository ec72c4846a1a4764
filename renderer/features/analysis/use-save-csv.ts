import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { Passage } from '#core/analysis/passages.ts';
import { passagesToRows } from '#core/analysis/passages-to-rows.ts';
import { toCsv } from '#core/exchange/csv.ts';
import { desktop } from '#state/desktop.ts';
import { notify } from '#state/notices.ts';
import { useSession } from '#state/session.ts';

/** Save passages as a CSV file where the analyst chooses, and tell what came of it. */
export function useSaveCsv(): (passages: readonly Passage[]) => Promise<void> {
  const { t } = useLingui();
  const { workspace } = useSession();
  return async (passages) => {
    const answer = await desktop().saveFile({
      suggestedName: `${workspace.name} - passages.csv`,
      kind: 'csv',
      content: toCsv(passagesToRows(passages)),
    });
    if (answer === null) return;
    const count = plural(passages.length, { one: '# passage', other: '# passages' });
    if (answer.ok) notify({ kind: 'good', text: t`Saved ${count} to ${answer.fileLabel}.` });
    else notify({ kind: 'danger', text: t`The file could not be saved: ${answer.problem.message}` });
  };
}
