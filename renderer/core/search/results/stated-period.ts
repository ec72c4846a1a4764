/** The time a stated date leaves open: from the first minute it may mean to the one after the last. */
export type StatedPeriod = { readonly from: number; readonly to: number };

const minutesOfDay = 1_440;
const minutesOfMonth = 31 * minutesOfDay;
const minutesOfYear = 12 * minutesOfMonth;

const statedDate = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d))?)?)?$/;

/**
 * The period that a date means as far as it is stated: `2024-09` is the whole month. The numbers are only good for
 * comparing: every month counts as 31 days, so that no calendar is needed. `null` for what is no date.
 */
export function statedPeriod(iso: string): StatedPeriod | null {
  const found = statedDate.exec(iso);
  if (found === null) return null;
  const [, year, month, day, hour, minute] = found;
  const from =
    Number(year) * minutesOfYear +
    (Number(month ?? 1) - 1) * minutesOfMonth +
    (Number(day ?? 1) - 1) * minutesOfDay +
    Number(hour ?? 0) * 60 +
    Number(minute ?? 0);
  return { from, to: from + lengthOf(month, day, hour) };
}

/** The year a period begins in. */
export function yearOf(from: number): number {
  return Math.floor(from / minutesOfYear);
}

function lengthOf(month: string | undefined, day: string | undefined, hour: string | undefined): number {
  if (month === undefined) return minutesOfYear;
  if (day === undefined) return minutesOfMonth;
  return hour === undefined ? minutesOfDay : 1;
}
