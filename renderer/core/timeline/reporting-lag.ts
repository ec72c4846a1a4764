import type { Stretch } from '#core/picture/picture-item.ts';
import { dayNumber } from './day-number.ts';

/**
 * Days from when something happened to when it was published, as far as the two bound them: the same number twice when
 * both are known to the day, `null` where an open end leaves it unbounded. Negative when it was published before.
 */
export type ReportingLag = { readonly least: number | null; readonly most: number | null };

/**
 * How long after it happened something was published; `null` where nothing bounds it, and where all that is known is that
 * it may have been before.
 */
export function reportingLag(when: Stretch | null, published: Stretch | null): ReportingLag | null {
  if (when === null || published === null) return null;
  const least = daysFrom(when.until, published.from);
  const most = daysFrom(when.from, published.until);
  if (least === null) return most === null || most < 0 ? null : { least, most };
  return most === null && least < 0 ? null : { least, most };
}

function daysFrom(first: string | null, second: string | null): number | null {
  const from = first === null ? null : dayNumber(first);
  const to = second === null ? null : dayNumber(second);
  return from === null || to === null ? null : to - from;
}

/** Wider than this, the middle of a lag says nothing. */
const widestAbout = 31;

/** The middle of a lag that is narrow enough for it to be worth saying, rounded to a day; `null` for any other. */
export function middleLag({ least, most }: ReportingLag): number | null {
  if (least === null || most === null || most - least > widestAbout) return null;
  return Math.round((least + most) / 2);
}
