import { addDays, type Days, daysOfMonth, daysOfWeek } from '#core/time/calendar.ts';
import { timeOf } from './narrow-items.ts';
import type { Narrowing } from './narrowing.ts';
import type { PictureItem } from './picture-item.ts';

/** How long one step of the time slider is. */
export const timeStepKinds = ['month', 'week', 'day'] as const;

export type TimeStepKind = (typeof timeStepKinds)[number];

/** More steps than this are no help on a slider: a date mistyped by a century must not make a million days. */
const mostSteps = 20_000;

/** The first and the last day that any of the items may have been; `null` when none has a date. */
export function reachOf(items: readonly PictureItem[], by: Narrowing['timeOf']): Days | null {
  const reach = { from: '', until: '' };
  for (const item of items) {
    const stretch = timeOf(item, by);
    const from = stretch?.from ?? stretch?.until ?? '';
    const until = stretch?.until ?? from;
    if (from !== '' && (reach.from === '' || from < reach.from)) reach.from = from;
    if (until > reach.until) reach.until = until;
  }
  return reach.from === '' ? null : reach;
}

/** The months, weeks (from Monday) or days that touch a stretch of days, without a gap; the last 20,000 of more. */
export function timeSteps(reach: Days, kind: TimeStepKind): Days[] {
  const steps: Days[] = [];
  let step = stepAround(reach.until, kind);
  while (steps.length < mostSteps) {
    steps.push(step);
    if (step.from <= reach.from) break;
    step = stepAround(addDays(step.from, -1), kind);
  }
  return steps.reverse();
}

/** Which step a day is in; the first or the last for one before or after all. */
export function stepAt(steps: readonly Days[], day: string): number {
  let [low, high] = [0, steps.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((steps[middle]?.from ?? '') <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** How many of the items may have been in each step: one that lasts, or is open at an end, in each that it touches. */
export function countInSteps(
  items: readonly PictureItem[],
  by: Narrowing['timeOf'],
  steps: readonly Days[],
): number[] {
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined) return [];
  // What begins in each step less what ended before it.
  const changes = new Array<number>(steps.length + 1).fill(0);
  for (const item of items) {
    const stretch = timeOf(item, by);
    if (stretch === null) continue;
    const { from, until } = { from: stretch.from ?? first.from, until: stretch.until ?? last.until };
    if (from > last.until || until < first.from) continue;
    const [start, end] = [stepAt(steps, from), stepAt(steps, until) + 1];
    changes[start] = (changes[start] ?? 0) + 1;
    changes[end] = (changes[end] ?? 0) - 1;
  }
  let count = 0;
  return steps.map((_, at) => {
    count += changes[at] ?? 0;
    return count;
  });
}

function stepAround(day: string, kind: TimeStepKind): Days {
  if (kind === 'day') return { from: day, until: day };
  if (kind === 'week') return daysOfWeek(day, null);
  return daysOfMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)), null);
}
