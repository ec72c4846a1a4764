/** A stretch of days, both ends included: `2024-09-17`. */
export type Days = { readonly from: string; readonly until: string };

const dayMs = 86_400_000;

/** The day so many days after another; before it when negative. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + count * dayMs).toISOString().slice(0, 10);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00Z`).getUTCDay();
}

/** A day by its numbers, the month from 1; `null` where the calendar has none such. */
export function dayFrom(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > lastDay(year, month)) return null;
  return `${year}-${two(month)}-${two(day)}`;
}

/** How many days a month has, from 1 for January. */
export function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** What part of a stretch of time is spoken of: “early March”, “mid-May”, “à la fin de 2023”. */
export type Part = 'beginning' | 'middle' | 'end' | 'first-half' | 'second-half';

/** First and last of the days of a month, the months of a year and the days of a week (0 for Monday) that a part is. */
const parts: Readonly<Record<Part, Record<'month' | 'year' | 'week', readonly [number, number]>>> = {
  beginning: { month: [1, 10], year: [1, 3], week: [0, 2] },
  middle: { month: [10, 20], year: [5, 8], week: [1, 3] },
  end: { month: [21, 31], year: [10, 12], week: [4, 6] },
  'first-half': { month: [1, 15], year: [1, 6], week: [0, 3] },
  'second-half': { month: [16, 31], year: [7, 12], week: [3, 6] },
};

/** The days of a month or of a part of it. */
export function daysOfMonth(year: number, month: number, part: Part | null): Days {
  const [first, last] = part === null ? [1, 31] : parts[part].month;
  const end = Math.min(last, lastDay(year, month));
  return { from: `${year}-${two(month)}-${two(first)}`, until: `${year}-${two(month)}-${two(end)}` };
}

/** The days of a year or of a part of it. */
export function daysOfYear(year: number, part: Part | null): Days {
  const [first, end] = part === null ? [1, 12] : parts[part].year;
  return { from: `${year}-${two(first)}-01`, until: `${year}-${two(end)}-${lastDay(year, end)}` };
}

/** The days of the week from Monday to Sunday that a day is in, or of a part of it. */
export function daysOfWeek(day: string, part: Part | null): Days {
  const monday = addDays(day, -((weekdayOf(day) + 6) % 7));
  const [first, end] = part === null ? [0, 6] : parts[part].week;
  return { from: addDays(monday, first), until: addDays(monday, end) };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
