import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { BatchEntry } from '#storage/batches.ts';
import type { ImportReport } from './run-import.ts';
import { type OutcomeCounts, useOutcomeWords } from './use-outcome-words.ts';

/** Words an import in a line: "5 articles imported · 1 already here". */
export function useReportWords(): {
  readonly heading: (report: ImportReport) => string;
  readonly counts: (report: ImportReport) => string;
  /** The same of an import in the list: "5 articles · 1 already here". */
  readonly entryCounts: (entry: Pick<BatchEntry, 'articleCount' | 'outcomes'>) => string;
} {
  const { t } = useLingui();
  const { others } = useOutcomeWords();

  function heading({ end }: ImportReport): string {
    if (end.kind !== 'failed') return end.kind === 'done' ? t`Import done` : t`Import cancelled`;
    if (end.problem.kind === 'disk-full') return t`Import stopped: the disk is full`;
    const { message } = end.problem;
    return t`Import stopped: ${message}`;
  }

  return {
    heading,
    counts: ({ counts: { imported }, activity, left }) =>
      join(
        plural(imported, { one: '# article imported', other: '# articles imported' }),
        others({ ...tally(activity), left: left.length }),
      ),
    entryCounts: ({ articleCount, outcomes }) =>
      join(plural(articleCount, { one: '# article', other: '# articles' }), others(outcomes)),
  };
}

function join(first: string, rest: string): string {
  return rest === '' ? first : `${first} · ${rest}`;
}

function tally(activity: ImportReport['activity']): OutcomeCounts {
  const counts: Record<string, number> = {};
  for (const { outcome } of activity) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}
