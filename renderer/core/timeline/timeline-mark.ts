import { timeOf } from '#core/picture/narrow-items.ts';
import type { Narrowing } from '#core/picture/narrowing.ts';
import type { PictureItem, Stretch } from '#core/picture/picture-item.ts';
import { dayNumber } from './day-number.ts';
import { type ReportingLag, reportingLag } from './reporting-lag.ts';

/** Days on the axis. At an open end it stands at the day that is known. */
export type DaySpan = {
  /** The first day's number. */
  readonly first: number;
  /** The number of the day after the last. */
  readonly end: number;
  readonly opensBefore: boolean;
  readonly opensAfter: boolean;
  /** Printed with its year or entered by the analyst; an inferred one is drawn with soft ends. */
  readonly isSure: boolean;
};

/** An item at its time. */
export type TimelineMark = {
  readonly item: PictureItem;
  readonly span: DaySpan;
  /** When it was published; where marks stand by publication, when it happened. `null`: not known, or it is the same. */
  readonly far: DaySpan | null;
  readonly lag: ReportingLag | null;
};

/** Items by whether they have a time. */
export type MarkedItems = {
  /** By their first days. */
  readonly marks: readonly TimelineMark[];
  /** Those of which nobody says when, in the order given. */
  readonly undated: readonly PictureItem[];
};

/** How items become marks. */
export type Marking = {
  readonly timeOf: Narrowing['timeOf'];
  /** Whether a thing at several places is a mark for each of them, or one. */
  readonly eachPlace: boolean;
};

/** Set items at their times; what is one thing at one time is one mark. */
export function markItems(items: readonly PictureItem[], { timeOf: by, eachPlace }: Marking): MarkedItems {
  const marks: TimelineMark[] = [];
  const undated: PictureItem[] = [];
  const seen = new Set<string>();
  for (const item of items) {
    const key = `${item.kind} ${item.recordId} ${item.when?.from} ${item.when?.until} ${eachPlace ? item.place?.id : ''}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const span = spanOf(timeOf(item, by));
    if (span === null) undated.push(item);
    else marks.push({ item, span, ...awayFrom(item, by) });
  }
  marks.sort((a, b) => a.span.first - b.span.first || a.span.end - b.span.end);
  return { marks, undated };
}

function awayFrom(item: PictureItem, by: Narrowing['timeOf']): Pick<TimelineMark, 'far' | 'lag'> {
  if (item.kind === 'article') return { far: null, lag: null };
  const lag = reportingLag(item.when, item.published);
  return { far: lag === null ? null : spanOf(by === 'event' ? item.published : item.when), lag };
}

/** A stretch as days on the axis; `null` when it has none. */
export function spanOf(stretch: Stretch | null): DaySpan | null {
  if (stretch === null) return null;
  const from = stretch.from === null ? null : dayNumber(stretch.from);
  const until = stretch.until === null ? null : dayNumber(stretch.until);
  const first = from ?? until;
  const last = until ?? from;
  if (first === null || last === null) return null;
  return {
    first,
    end: Math.max(first, last) + 1,
    opensBefore: from === null,
    opensAfter: until === null,
    isSure: stretch.basis !== 'inferred',
  };
}

/** Days that are chosen: numbers of the first one and of the one after the last; `null`: open at that end. */
export type ChosenDays = { readonly first: number | null; readonly end: number | null };

/** The days a narrowing leaves; `null`: all. */
export function chosenDays({ from, until }: Pick<Narrowing, 'from' | 'until'>): ChosenDays | null {
  const first = from === null ? null : dayNumber(from);
  const last = until === null ? null : dayNumber(until);
  return first === null && last === null ? null : { first, end: last === null ? null : last + 1 };
}

/** Whether something may have been on one of the days; an open end reaches for ever. */
export function isInDays(span: DaySpan, { first, end }: ChosenDays): boolean {
  return (
    (end === null || span.opensBefore || span.first < end) &&
    (first === null || span.opensAfter || span.end > first)
  );
}
