import type { Activity } from '#core/activity.ts';
import { type Change, creation } from '#core/history/change.ts';
import { newId } from '#core/ids.ts';

/** What went wrong with what is kept of the search index on disk; searching went on all the same. */
export type IndexTrouble =
  /** Segments were damaged: their articles are indexed anew. */
  | { readonly kind: 'damaged'; readonly segments: number }
  /** Nothing can be written: the index is made anew at each start. */
  | { readonly kind: 'unkept' };

/**
 * A line in the activity log for each trouble. That nothing can be written is not said again while it is the newest
 * line (`newest`) already: it would be at each start.
 */
export function logTroubles(
  troubles: readonly IndexTrouble[],
  newest: Activity | null,
  now: string,
): Change[] {
  return troubles
    .filter(({ kind }) => kind !== 'unkept' || newest?.reason !== 'index-unkept')
    .map((trouble) =>
      creation('activity', {
        id: newId<'activity'>(),
        at: now,
        batchId: newId<'batch'>(),
        fileName: '',
        outcome: 'repaired',
        reason: `index-${trouble.kind}`,
        detail: trouble.kind === 'damaged' ? { segments: trouble.segments } : {},
        articleId: null,
      }),
    );
}
