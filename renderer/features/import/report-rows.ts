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

/** What the report is narrowed to. */
export type ReportFilter = {
  /** `odd`: everything that was meant to be imported and was not simply so. `same-text`: what others have, too. */
  readonly outcome: ReportRow['outcome'] | 'all' | 'odd' | 'same-text';
  /** In the file's name or in what is said of it. */
  readonly text: string;
};

/** What the analyst need not look at. */
const plain: ReadonlySet<ReportRow['outcome']> = new Set(['imported', 'passed-over']);

/** Every file of an import in order, those that did not get their turn last. */
export function reportRows({ activity, left }: Pick<ImportReport, 'activity' | 'left'>): ReportRow[] {
  return [
    ...activityRows(activity),
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

/** The lines of the activity log as lines of a report. */
export function activityRows(activity: readonly Activity[]): ReportRow[] {
  return activity.map(({ id, fileName, outcome, reason, detail, articleId }) => ({
    key: id,
    fileName,
    outcome,
    reason,
    detail,
    articleId,
  }));
}

/** Whether an outcome is one that the analyst may have to do something about. */
export function isOdd(outcome: ReportRow['outcome']): boolean {
  return !plain.has(outcome);
}

/** The lines that pass a filter; `tell` words what came of one. */
export function filterRows(
  rows: readonly ReportRow[],
  { outcome, text }: ReportFilter,
  tell: (row: ReportRow) => string,
): ReportRow[] {
  const wanted = text.trim().toLocaleLowerCase();
  return rows.filter(
    (row) =>
      isWanted(row, outcome) &&
      (wanted === '' || `${row.fileName}\n${tell(row)}`.toLocaleLowerCase().includes(wanted)),
  );
}

function isWanted(row: ReportRow, wanted: ReportFilter['outcome']): boolean {
  if (wanted === 'all') return true;
  if (wanted === 'odd') return isOdd(row.outcome);
  return wanted === 'same-text' ? row.detail.sameAs !== undefined : row.outcome === wanted;
}
