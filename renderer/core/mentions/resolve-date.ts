import {
  addDays,
  type Days,
  dayFrom,
  daysOfMonth,
  daysOfWeek,
  daysOfYear,
  weekdayOf,
} from '#core/time/calendar.ts';
import type { Dating } from '#core/time/dating.ts';
import type { DateReading, Turn } from './read-dates.ts';

/** Why a date is what it is, or why it is left open: codes for the screen to word. */
export type DateReason =
  /** The year is that of the publication, or the one before it, since the day had not come yet. */
  | 'year-of-publication'
  | 'year-before-publication'
  /** The weekday that is printed fits. */
  | 'weekday-fits'
  /** The last such weekday up to the publication. */
  | 'weekday-before-publication'
  /** Counted from the publication: “yesterday”, “last week”. */
  | 'counted-from-publication'
  /** Left open: no day of publication is stated that it could be counted from. */
  | 'publication-not-stated'
  /** Left open: it may be of this year or the one before. */
  | 'year-unsure'
  /** Left open: no such weekday falls on that day in the years it may be of. */
  | 'weekday-contradicts'
  /** Left open: it is counted from another date (“two days earlier”), or the text looks ahead. */
  | 'counted-from-elsewhere'
  | 'looks-ahead'
  /** The calendar has no such day. */
  | 'no-such-day';

/** The day a text was published, when the text or the analyst states it; nothing is counted from any other. */
export type Published = string | null;

/** A date as it was read, worked out as far as anything that is stated tells. `printed` is for the words of the text. */
export function resolveDate(
  reading: DateReading,
  given: { readonly published: Published; readonly printed: string; readonly looksAhead: boolean },
): Dating {
  const found = daysOf(reading, given);
  const { printed } = given;
  if ('open' in found)
    return {
      from: null,
      until: null,
      precision: precisionOf(reading),
      basis: 'stated',
      printed,
      reasons: found.open,
    };
  return {
    from: found.days.from,
    until: reading.isOpen ? null : found.days.until,
    precision: precisionOf(reading),
    basis: found.reasons.length === 0 ? 'stated' : 'inferred',
    printed,
    reasons: found.reasons,
  };
}

type Found =
  | { readonly days: Days; readonly reasons: readonly DateReason[] }
  | { readonly open: readonly DateReason[] };
type Given = { readonly published: Published; readonly looksAhead: boolean };

function daysOf(reading: DateReading, given: Given): Found {
  const { published } = given;
  if (reading.kind === 'year') return { days: daysOfYear(reading.year, reading.part), reasons: [] };
  if (reading.kind === 'elsewhere') return { open: ['counted-from-elsewhere'] };
  if (reading.kind === 'day' && reading.year !== null) return dayOf(reading, reading.year, []);
  if (reading.kind === 'month' && reading.year !== null)
    return { days: daysOfMonths(reading, reading.year), reasons: [] };
  if (published === null) return { open: ['publication-not-stated'] };
  if (reading.kind === 'counted') return countedFrom(published, reading);
  if (given.looksAhead && !(reading.kind !== 'day' && reading.turn === 'next'))
    return { open: ['looks-ahead'] };
  if (reading.kind === 'weekday') return weekdayFrom(published, reading.weekday, reading.turn);
  return reading.kind === 'month' ? monthFrom(published, reading) : dayFromYear(published, reading);
}

type DayReading = Extract<DateReading, { kind: 'day' }>;

function dayOf({ month, day, lastDay }: DayReading, year: number, reasons: readonly DateReason[]): Found {
  const from = dayFrom(year, month, day);
  const until = lastDay === null ? from : dayFrom(year, month, lastDay);
  return from === null || until === null ? { open: ['no-such-day'] } : { days: { from, until }, reasons };
}

/** A day that lies further ahead than this is taken for one of the year before. */
const soon = 120;

function dayFromYear(published: string, reading: DayReading): Found {
  const year = Number(published.slice(0, 4));
  const fits = [year, year - 1].filter((one) => {
    const day = dayFrom(one, reading.month, reading.day);
    return day !== null && (reading.weekday === null || weekdayOf(day) === reading.weekday);
  });
  const [best] = fits;
  if (best === undefined) return { open: [reading.weekday === null ? 'no-such-day' : 'weekday-contradicts'] };
  const told: DateReason[] = reading.weekday === null ? [] : ['weekday-fits'];
  const day = dayFrom(best, reading.month, reading.day) ?? published;
  if (day <= published)
    return dayOf(reading, best, [best === year ? 'year-of-publication' : 'year-before-publication', ...told]);
  if (reading.weekday !== null) return dayOf(reading, best, ['year-of-publication', ...told]);
  if (day <= addDays(published, soon)) return { open: ['year-unsure'] };
  return dayOf(reading, best - 1, ['year-before-publication']);
}

type MonthReading = Extract<DateReading, { kind: 'month' }>;

/** `year` is that of the first of two months. */
function daysOfMonths({ month, part, until: end }: MonthReading, year: number): Days {
  const { from, until } = daysOfMonth(year, month, part);
  if (end === null) return { from, until };
  return { from, until: daysOfMonth(end.month < month ? year + 1 : year, end.month, end.part).until };
}

function monthFrom(published: string, reading: MonthReading): Found {
  const year = Number(published.slice(0, 4));
  const current = Number(published.slice(5, 7));
  const { month, part, turn } = reading;
  const of = (wanted: number): Found => ({
    days: daysOfMonths(reading, wanted),
    reasons: [wanted < year ? 'year-before-publication' : 'year-of-publication'],
  });
  if (turn === 'next') return of(month > current ? year : year + 1);
  if (turn === 'last') return of(month < current ? year : year - 1);
  if (daysOfMonth(year, month, part).from <= published) return of(year);
  return daysOfMonth(year, month, part).from <= addDays(published, soon)
    ? { open: ['year-unsure'] }
    : of(year - 1);
}

function weekdayFrom(published: string, weekday: number, turn: Turn | null): Found {
  const today = weekdayOf(published);
  const back = (today - weekday + 7) % 7;
  const days = turn === 'next' ? 7 - back : turn === 'last' && back === 0 ? -7 : -back;
  const day = addDays(published, days);
  return { days: { from: day, until: day }, reasons: ['weekday-before-publication'] };
}

function countedFrom(
  published: string,
  { unit, count, part }: Extract<DateReading, { kind: 'counted' }>,
): Found {
  const reasons: DateReason[] = ['counted-from-publication'];
  const year = Number(published.slice(0, 4));
  switch (unit) {
    case 'day': {
      const day = addDays(published, count);
      return { days: { from: day, until: day }, reasons };
    }
    case 'week':
      return { days: daysOfWeek(addDays(published, 7 * count), part), reasons };
    case 'weekend':
      return { days: weekendOf(published, count), reasons };
    case 'month': {
      const month = year * 12 + Number(published.slice(5, 7)) - 1 + count;
      return { days: daysOfMonth(Math.floor(month / 12), (month % 12) + 1, part), reasons };
    }
    case 'year':
      return { days: daysOfYear(year + count, part), reasons };
  }
}

/** “This weekend” on a Monday is the one that is just over. */
function weekendOf(published: string, count: number): Days {
  const isOver = [1, 2, 3].includes(weekdayOf(published));
  const sunday = daysOfWeek(published, null).until;
  const until = addDays(sunday, count === 0 && isOver ? -7 : 7 * count);
  return { from: addDays(until, -1), until };
}

function precisionOf(reading: DateReading): Dating['precision'] {
  switch (reading.kind) {
    case 'day':
      return reading.lastDay === null ? 1 : 2;
    case 'weekday':
      return 1;
    case 'month':
      return reading.part === null ? 3 : 2;
    case 'year':
    case 'elsewhere':
      return null;
    case 'counted':
      return { day: 1, week: 2, weekend: 2, month: reading.part === null ? 3 : 2, year: null }[
        reading.unit
      ] as Dating['precision'];
  }
}
