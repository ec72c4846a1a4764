import { dayAt, type TimelineView } from './timeline-view.ts';

/** What a part of the axis stands for. */
export type AxisUnit = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'years';

/** A part of the axis. */
export type AxisPart = {
  /** The first day's number. */
  readonly first: number;
  /** The number of the day after the last. */
  readonly end: number;
  readonly unit: AxisUnit;
};

/** The parts of the axis in the view, in order: fine ones, and the coarser ones they belong to. */
export type TimeAxis = {
  readonly fine: readonly AxisPart[];
  /** Empty when the fine ones are years. */
  readonly coarse: readonly AxisPart[];
};

type Level = {
  readonly unit: AxisUnit;
  /** About how many days it has. */
  readonly days: number;
  /** Pixels it needs for its label. */
  readonly room: number;
  readonly over: AxisUnit | null;
  readonly years?: number;
};

const levels: readonly Level[] = [
  { unit: 'day', days: 1, room: 22, over: 'month' },
  { unit: 'week', days: 7, room: 30, over: 'month' },
  { unit: 'month', days: 30, room: 38, over: 'year' },
  { unit: 'quarter', days: 91, room: 38, over: 'year' },
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500].map(
    (years): Level => ({
      unit: years === 1 ? 'year' : 'years',
      days: 365 * years,
      room: 44,
      over: null,
      years,
    }),
  ),
];

/** Divide what is in the view into days, weeks, months, quarters or years, as fine as labels have room. */
export function divideAxis(view: TimelineView, width: number, scale = 1): TimeAxis {
  const level = levels.find(({ days, room }) => days * view.dayWidth >= room * scale) ?? levels.at(-1);
  const from = Math.floor(view.start);
  const to = Math.ceil(dayAt(view, width));
  if (level === undefined) return { fine: [], coarse: [] };
  return {
    fine: partsOf(level.unit, level.years ?? 1, from, to),
    coarse: level.over === null ? [] : partsOf(level.over, 1, from, to),
  };
}

/** The part of a unit that a day is in, and those after it up to another day. */
function partsOf(unit: AxisUnit, years: number, from: number, to: number): AxisPart[] {
  const parts: AxisPart[] = [];
  for (let first = beginOf(unit, years, from); first < to; ) {
    const end = nextOf(unit, years, first);
    parts.push({ first, end, unit });
    first = end;
  }
  return parts;
}

function beginOf(unit: AxisUnit, years: number, day: number): number {
  // 1970-01-01 was a Thursday; weeks begin on Monday.
  if (unit === 'day') return day;
  if (unit === 'week') return day - ((((day + 3) % 7) + 7) % 7);
  const { year, month } = monthOf(day);
  if (unit === 'month') return firstOf(year, month);
  if (unit === 'quarter') return firstOf(year, month - (month % 3));
  return firstOf(Math.floor(year / years) * years, 0);
}

function nextOf(unit: AxisUnit, years: number, first: number): number {
  if (unit === 'day') return first + 1;
  if (unit === 'week') return first + 7;
  const { year, month } = monthOf(first);
  if (unit === 'month') return firstOf(year, month + 1);
  if (unit === 'quarter') return firstOf(year, month + 3);
  return firstOf(year + years, 0);
}

const dayMs = 86_400_000;

/** Months from 0. */
function monthOf(day: number): { year: number; month: number } {
  const date = new Date(day * dayMs);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() };
}

function firstOf(year: number, month: number): number {
  const date = new Date(0);
  // Years below 100 mean another century to Date.UTC.
  date.setUTCFullYear(year, month, 1);
  return Math.round(date.getTime() / dayMs);
}
