import type { Activity } from '#core/activity.ts';
import type { ArticleId } from '#core/ids.ts';
import type { ImportReport } from './run-import.ts';
import type { Outcome } from './use-activity-words.ts';

/** A line of the report. */
export type ReportRow = Outcome & {
  readonly key: string;
  readonly fileName: string;
  readonly outcome: Activity['outcome'] | 'left';
  readonly articleId: ArticleId | null;
};

/** Every file of an import in order, those that did not get their turn last. */
export function reportRows({ activity, left }: ImportReport): ReportRow[] {
  return [
    ...activity.map(({ id, fileName, outcome, reason, detail, articleId }) => ({
      key: id,
      fileName,
      outcome,
      reason,
      detail,
      articleId,
    })),
    ...left.map((fileName, index) => ({
      key: `left-${index}`,
      fileName,
      outcome: 'left' as const,
      reason: 'left',
      detail: {},
      articleId: null,
    })),
  ];
}
