import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { Activity } from '#core/activity.ts';

/** How often each outcome came; those that did not come may be left out. */
export type OutcomeCounts = Readonly<Partial<Record<Activity['outcome'] | 'left', number>>>;

/** Words for what can come of a file. */
export type OutcomeWords = {
  readonly name: (outcome: Activity['outcome'] | 'left') => string;
  /** Everything but what was simply imported, each outcome that came with how often: "1 already here · 2 refused". */
  readonly others: (counts: OutcomeCounts) => string;
};

/** Words for what can come of a file, in the analyst's language. */
export function useOutcomeWords(): OutcomeWords {
  const { t } = useLingui();
  const names: Record<Activity['outcome'] | 'left', string> = {
    imported: t`imported`,
    repaired: t`repaired`,
    partly: t`read in part`,
    duplicate: t`duplicate`,
    refused: t`refused`,
    'passed-over': t`passed over`,
    left: t`left out`,
  };
  return { name: (outcome) => names[outcome], others };
}

function others(counts: OutcomeCounts): string {
  const { repaired = 0, partly = 0, duplicate = 0, refused = 0, left = 0 } = counts;
  const passedOver = counts['passed-over'] ?? 0;
  const parts: string[] = [];
  if (repaired > 0) parts.push(plural(repaired, { one: '# with repairs', other: '# with repairs' }));
  if (partly > 0) parts.push(plural(partly, { one: '# read in part', other: '# read in part' }));
  if (duplicate > 0) parts.push(plural(duplicate, { one: '# already here', other: '# already here' }));
  if (refused > 0) parts.push(plural(refused, { one: '# refused', other: '# refused' }));
  if (passedOver > 0) parts.push(plural(passedOver, { one: '# passed over', other: '# passed over' }));
  if (left > 0) parts.push(plural(left, { one: '# left out', other: '# left out' }));
  return parts.join(' · ');
}
