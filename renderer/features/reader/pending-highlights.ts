import { createStore } from 'zustand/vanilla';
import type { Highlight } from '#core/annotations/highlight.ts';
import type { HighlightId } from '#core/ids.ts';

/** A highlight as it will be kept, shown while that is being done. */
type Pending = {
  readonly after: Highlight;
  /** What is kept now; shown no longer once something else is. `null`: it is new. */
  readonly before: Highlight | null;
  /** Whether the edit is through, well or not. */
  readonly isSettled: boolean;
};

/** Edits that are shown before they are on the disk; the bar says "Saved" only when they are. */
export const pendingHighlights = createStore<readonly Pending[]>(() => []);

/** Show `after` in the place of `before` until the edit is kept or has failed. */
export async function showUntilKept<Outcome>(
  { before, after }: Pick<Pending, 'before' | 'after'>,
  edit: () => Promise<Outcome>,
): Promise<Outcome> {
  const mine: Pending = { before, after, isSettled: false };
  pendingHighlights.setState((all) => [...all.filter((one) => one.after.id !== after.id), mine], true);
  try {
    return await edit();
  } finally {
    pendingHighlights.setState(
      (all) => all.map((one) => (one === mine ? { ...one, isSettled: true } : one)),
      true,
    );
  }
}

/** The edits that are through at this moment: what is read from now on has them in it. */
export function settledNow(): ReadonlySet<Highlight> {
  return new Set(pendingHighlights.getState().flatMap(({ after, isSettled }) => (isSettled ? [after] : [])));
}

/** Show these edits no longer. */
export function forgetPending(isOver: (pending: Pending) => boolean): void {
  const all = pendingHighlights.getState();
  const left = all.filter((one) => !isOver(one));
  if (left.length < all.length) pendingHighlights.setState(left, true);
}

/** The highlights that are kept, in the order of the text, with what is pending shown on them. */
export function withPending(kept: readonly Highlight[], pending: readonly Pending[]): readonly Highlight[] {
  if (pending.length === 0) return kept;
  const byId = new Map<HighlightId, Highlight>(kept.map((one) => [one.id, one]));
  const valid = pending.filter(({ before, after }) => (byId.get(after.id) ?? null) === before);
  if (valid.length === 0) return kept;
  const replaced = new Map(valid.map(({ after }) => [after.id, after]));
  const shown = kept.map((one) => replaced.get(one.id) ?? one);
  const fresh = valid.flatMap(({ before, after }) => (before === null ? [after] : []));
  return [...shown, ...fresh].sort((a, b) => a.anchor.start - b.anchor.start || a.anchor.end - b.anchor.end);
}
