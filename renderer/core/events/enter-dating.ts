import type { Dating } from '#core/time/dating.ts';

/** A date as an analyst types it: days, or nothing. */
export type DateEntry = {
  readonly from: string;
  readonly until: string;
  readonly precision: Dating['precision'];
  readonly basis: Dating['basis'];
  readonly printed: string;
  readonly reasons: readonly string[];
};

/** Why a date can't be taken. */
export type DateProblem = 'no-such-day' | 'until-before-from';

/** What is typed in the boxes for a dating. */
export function toDateEntry(dating: Dating): DateEntry {
  return { ...dating, from: dating.from ?? '', until: dating.until ?? '' };
}

/**
 * The dating that was typed. A first day alone, of precision 1, is that one day; nothing else is completed.
 */
export function enterDating(entry: DateEntry): Dating | DateProblem {
  const from = entry.from.trim();
  const typedUntil = entry.until.trim();
  if ([from, typedUntil].some((day) => day !== '' && !isDay(day))) return 'no-such-day';
  const until = typedUntil === '' && entry.precision === 1 ? from : typedUntil;
  if (from !== '' && until !== '' && until < from) return 'until-before-from';
  return {
    from: from === '' ? null : from,
    until: until === '' ? null : until,
    precision: entry.precision,
    basis: entry.basis,
    printed: entry.printed,
    reasons: entry.reasons,
  };
}

/** Whether `text` is a day of the calendar, `2024-09-17`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Whole days from one day to another; negative when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
