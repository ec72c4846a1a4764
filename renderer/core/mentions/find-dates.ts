import type { StatedDate } from '#core/article.ts';
import { overlaps, type TextSpan } from '#core/text/span.ts';
import type { Dating } from '#core/time/dating.ts';
import { readDates } from './read-dates.ts';
import { type Published, resolveDate } from './resolve-date.ts';

/** A date in a text, with what is known of it. */
export type FoundDate = TextSpan & { readonly dating: Dating };

/**
 * Find the dates that a text speaks of, in English and French, in order and not overlapping. With its year a date is
 * stated; without, it is worked out from `published` alone and called inferred. Where no publication is stated the days
 * stay open: a year is never invented. Dates in `skipped` (the date line, menus) are passed over.
 */
export function findDates(
  text: string,
  published: Published,
  skipped: readonly TextSpan[] = [],
): FoundDate[] {
  return readDates(text)
    .filter((reading) => !skipped.some((span) => overlaps(span, reading)))
    .map((reading) => {
      const { start, end } = reading;
      const given = {
        published,
        printed: text.slice(start, end),
        looksAhead: looksAhead(text, { start, end }),
      };
      return { start, end, dating: resolveDate(reading, given) };
    });
}

/** The day of a publication, when it is stated to the day. */
export function publishedDay(published: StatedDate | null): Published {
  return published?.precision === 'day' || published?.precision === 'minute'
    ? published.iso.slice(0, 10)
    : null;
}

const ahead =
  /(?<!\p{L})(?:will|shall|upcoming|ahead of|planned|scheduled|sera|seront|aura|auront|prévue?s?|attendue?s?)(?!\p{L})/iu;

/** Whether the clause around a date speaks of what is to come. */
function looksAhead(text: string, { start, end }: TextSpan): boolean {
  const before =
    text
      .slice(Math.max(0, start - 80), start)
      .split(/[.!?;”"»\n]/)
      .at(-1) ?? '';
  const after = text.slice(end, end + 50).split(/[.!?;,“"«\n]/)[0] ?? '';
  return ahead.test(before) || ahead.test(after);
}
