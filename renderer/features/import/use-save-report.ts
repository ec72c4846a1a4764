import { useLingui } from '@lingui/react/macro';
import { toCsv } from '#core/exchange/csv.ts';
import { desktop } from '#state/desktop.ts';
import { notify } from '#state/notices.ts';
import type { ReportRow } from './report-rows.ts';
import { useActivityWords } from './use-activity-words.ts';

/** Saves a report where the analyst chooses; `name` says of which import it is. */
export type SaveReport = (rows: readonly ReportRow[], name: string, kind: 'csv' | 'json') => Promise<void>;

/** Save a report where the analyst chooses. */
export function useSaveReport(): SaveReport {
  const { t } = useLingui();
  const tell = useActivityWords();

  function write(rows: readonly ReportRow[], kind: 'csv' | 'json'): string {
    if (kind === 'csv')
      return toCsv([
        [t`File`, t`Outcome`, t`What came of it`, t`Article`],
        ...rows.map((row) => [row.fileName, row.outcome, tell(row), row.articleId ?? '']),
      ]);
    const lines = rows.map((row) => ({
      file: row.fileName,
      outcome: row.outcome,
      reason: row.reason,
      detail: row.detail,
      told: tell(row),
      articleId: row.articleId,
    }));
    return `${JSON.stringify(lines, null, 2)}\n`;
  }

  return async (rows, name, kind) => {
    const answer = await desktop().saveFile({
      suggestedName: `${t`Import report`} ${name}.${kind}`,
      kind,
      content: write(rows, kind),
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
