import { useLingui } from '@lingui/react/macro';
import { toCsv } from '#core/exchange/csv.ts';
import { desktop } from '#state/desktop.ts';
import { notify } from '#state/notices.ts';
import type { ReportRow } from './report-rows.ts';
import { useActivityWords } from './use-activity-words.ts';

/** Save a report as CSV where the analyst chooses. */
export function useSaveReport(): (rows: readonly ReportRow[]) => Promise<void> {
  const { t } = useLingui();
  const tell = useActivityWords();
  return async (rows) => {
    const answer = await desktop().saveFile({
      suggestedName: `${t`Import report`} ${new Date().toISOString().slice(0, 10)}.csv`,
      kind: 'csv',
      content: toCsv([
        [t`File`, t`Outcome`, t`What came of it`, t`Article`],
        ...rows.map((row) => [row.fileName, row.outcome, tell(row), row.articleId ?? '']),
      ]),
    });
    if (answer === null) return;
    if (answer.ok) {
      const { fileLabel } = answer;
      notify({ kind: 'good', text: t`Saved the report to ${fileLabel}.` });
    } else {
      const { message } = answer.problem;
      notify({ kind: 'danger', text: t`The report could not be saved: ${message}` });
    }
  };
}
