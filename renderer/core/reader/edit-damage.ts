import type { Article, Damage } from '#core/article.ts';
import { type Change, replacement } from '#core/history/change.ts';

/** Say of a place that looks damaged that it is none, or that it looks so after all. No changes when it is so already. */
export function dismissDamage(article: Article, damage: Damage, isDismissed: boolean): Change[] {
  const marked = article.damage ?? [];
  const at = marked.findIndex((one) => isSameDamage(one, damage));
  const found = marked[at];
  if (found === undefined || (found.dismissed ?? false) === isDismissed) return [];
  const { dismissed: _, ...open } = found;
  const next = marked.with(at, isDismissed ? { ...open, dismissed: true } : open);
  return [replacement('articles', article, { ...article, damage: next })];
}

/** Whether two are of the same place and rule. */
export function isSameDamage(one: Damage, other: Damage): boolean {
  return one.start === other.start && one.end === other.end && one.reason === other.reason;
}

/** The next place that looks damaged after `offset` and is not dismissed, from the start again at the end. */
export function nextDamage(damage: readonly Damage[], offset: number): Damage | null {
  const open = damage.filter((one) => one.dismissed !== true);
  return open.find(({ start }) => start > offset) ?? open[0] ?? null;
}
