import type { StatedDate } from '#core/article.ts';
import type { Dating } from '#core/time/dating.ts';
import { daysBetween } from './enter-dating.ts';

/** Days from an event to its publication: the same number twice when its day is known. */
export type Lag = { readonly least: number; readonly most: number };

/**
 * How long after an event an article was published. `null` where the day of either is not known: a publication that
 * states only a month, an event open at an end. Negative when the article came first, as an announcement does.
 */
export function publicationLag({ from, until }: Dating, published: StatedDate | null): Lag | null {
  if (from === null || until === null || published === null) return null;
  if (published.precision !== 'day' && published.precision !== 'minute') return null;
  const day = published.iso.slice(0, 10);
  return { least: daysBetween(until, day), most: daysBetween(from, day) };
}
