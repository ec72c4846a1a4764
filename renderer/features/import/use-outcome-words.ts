import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { Activity } from '#core/activity.ts';
import type { BatchEntry } from '#storage/batches.ts';

/** Words for what can come of a file. */
export type OutcomeWords = {
  readonly name: (outcome: Activity['outcome'] | 'left') => string;
  /** "5 articles · 1 already here", of an import in the list. */
  readonly counts: (entry: Pick<BatchEntry, 'articleCount' | 'outcomes'>) => string;
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
  function counts({ articleCount, outcomes }: Pick<BatchEntry, 'articleCount' | 'outcomes'>): string {
    const { repaired = 0, partly = 0, duplicate = 0, refused = 0 } = outcomes;
    const parts = [plural(articleCount, { one: '# article', other: '# articles' })];
    if (repaired > 0) parts.push(plural(repaired, { one: '# with repairs', other: '# with repairs' }));
    if (partly > 0) parts.push(plural(partly, { one: '# read in part', other: '# read in part' }));
    if (duplicate > 0) parts.push(plural(duplicate, { one: '# already here', other: '# already here' }));
    if (refused > 0) parts.push(plural(refused, { one: '# refused', other: '# refused' }));
    return parts.join(' · ');
  }
  return { name: (outcome) => names[outcome], counts };
}
