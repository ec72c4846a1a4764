import type { DaySpan, TimelineMark } from './timeline-mark.ts';

/** What part of time is in the view. */
export type TimelineView = {
  /** The day at the left edge, with its part. */
  readonly start: number;
  /** Pixels a day is wide. */
  readonly dayWidth: number;
};

/** The closest zoom: a day this wide. */
const widestDay = 90;
/** The farthest: ten thousand years on a screen. */
const narrowestDay = 0.0003;

/** Where a day is, in pixels from the left edge. */
export function xOf(view: TimelineView, day: number): number {
  return (day - view.start) * view.dayWidth;
}

/** The day at a place, with its part. */
export function dayAt(view: TimelineView, x: number): number {
  return view.start + x / view.dayWidth;
}

/** The view that shows the days from one to another in `width` pixels, with room for the words behind the last. */
export function viewOf(from: number, end: number, width: number): TimelineView {
  const [before, behind] = [Math.min(40, width * 0.05), Math.min(210, width * 0.2)];
  const room = width - before - behind;
  const dayWidth = clampWidth(room / Math.max(1, end - from));
  const middle = (from + end) / 2;
  return { start: middle - (before + room / 2) / dayWidth, dayWidth };
}

/** Zoom so that a day is `factor` times as wide and what is at `x` stays there. */
export function zoomAround(view: TimelineView, factor: number, x: number): TimelineView {
  const dayWidth = clampWidth(view.dayWidth * factor);
  return { start: dayAt(view, x) - x / dayWidth, dayWidth };
}

/** Move the view by pixels: to later days when positive. */
export function panBy(view: TimelineView, pixels: number): TimelineView {
  return { ...view, start: view.start + pixels / view.dayWidth };
}

function clampWidth(dayWidth: number): number {
  return Math.min(widestDay, Math.max(narrowestDay, dayWidth));
}

/**
 * The days worth seeing first: all of them, unless a few marks of another time would push the many into a corner.
 * `null`: there are no marks.
 */
export function mainDays(marks: readonly TimelineMark[]): Pick<DaySpan, 'first' | 'end'> | null {
  const all = allDays(marks);
  if (all === null || marks.length < 40) return all;
  // The marks are in the order of their first days.
  const cut = Math.floor(marks.length / 50);
  const most = allDays(marks.slice(cut, marks.length - cut));
  return most !== null && all.end - all.first > 3 * (most.end - most.first) ? most : all;
}

/** From the first day of all marks to the last, with their lags. */
export function allDays(marks: readonly TimelineMark[]): Pick<DaySpan, 'first' | 'end'> | null {
  if (marks.length === 0) return null;
  let first = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  for (const { span, far } of marks) {
    first = Math.min(first, span.first, far?.first ?? first);
    end = Math.max(end, span.end, far?.end ?? end);
  }
  return { first, end };
}
