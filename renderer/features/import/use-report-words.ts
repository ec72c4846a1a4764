import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { ImportReport } from './run-import.ts';

/** Words an import in a line: "5 imported, 1 already here". */
export function useReportWords(): {
  readonly heading: (report: ImportReport) => string;
  readonly counts: (report: ImportReport) => string;
} {
  const { t } = useLingui();

  function heading({ end }: ImportReport): string {
    if (end.kind !== 'failed') return end.kind === 'done' ? t`Import done` : t`Import cancelled`;
    if (end.problem.kind === 'disk-full') return t`Import stopped: the disk is full`;
    const { message } = end.problem;
    return t`Import stopped: ${message}`;
  }

  function counts({ counts: { imported, duplicates, refused }, activity, left }: ImportReport): string {
    const repaired = activity.filter(({ outcome }) => outcome === 'repaired').length;
    const parts = [plural(imported, { one: '# article imported', other: '# articles imported' })];
    if (repaired > 0) parts.push(plural(repaired, { one: '# with repairs', other: '# with repairs' }));
    if (duplicates > 0) parts.push(plural(duplicates, { one: '# already here', other: '# already here' }));
    if (refused > 0) parts.push(plural(refused, { one: '# refused', other: '# refused' }));
    if (left.length > 0) parts.push(plural(left.length, { one: '# left out', other: '# left out' }));
    return parts.join(' · ');
  }

  return { heading, counts };
}
