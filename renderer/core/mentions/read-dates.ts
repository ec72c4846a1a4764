import type { TextSpan } from '#core/text/span.ts';
import type { Part } from '#core/time/calendar.ts';
import {
  anchors,
  dateAhead,
  dayAfter,
  dayBefore,
  endsYears,
  joinsParts,
  joinsYears,
  monthCue,
  monthNumber,
  partBefore,
  partOf,
  relativeForms,
  sinceBefore,
  turnAfter,
  turnBefore,
  weekdayBefore,
  weekdayCue,
  weekdayNumber,
  yearAfter,
  yearCue,
} from './date-words.ts';

/** Which one of those that come again is meant: the last March, this week, the next Friday. */
export type Turn = 'last' | 'this' | 'next';

/** What a text says of a date, before anything is worked out. Numbers that it does not print are `null`. */
export type DateReading = TextSpan & {
  /** “since” stands before it: it goes on. */
  readonly isOpen: boolean;
} & (
    | {
        readonly kind: 'day';
        readonly year: number | null;
        readonly month: number;
        readonly day: number;
        /** The last of several days (“12–14 September”). */
        readonly lastDay: number | null;
        /** 0 for Sunday. */
        readonly weekday: number | null;
      }
    | {
        readonly kind: 'month';
        readonly year: number | null;
        readonly month: number;
        readonly part: Part | null;
        readonly turn: Turn | null;
        /** Where it lasts into another month (“at the end of July and beginning of August”). */
        readonly until: { readonly month: number; readonly part: Part } | null;
      }
    | { readonly kind: 'year'; readonly year: number; readonly part: Part | null }
    | { readonly kind: 'weekday'; readonly weekday: number; readonly turn: Turn | null }
    /** So many units before (negative) or after the day of writing; 0 is the one it is in. */
    | {
        readonly kind: 'counted';
        readonly unit: 'day' | 'week' | 'weekend' | 'month' | 'year';
        readonly count: number;
        readonly part: Part | null;
      }
    /** Counted from another date of the text (“two days earlier”). */
    | { readonly kind: 'elsewhere' }
  );

/** So far is looked around a word that names a month, a weekday or a year. In UTF-16 units. */
const around = 48;

/** What a text says of dates in English and French, in order and not overlapping. */
export function readDates(text: string): DateReading[] {
  const found: DateReading[] = [];
  let from = 0;
  for (const match of text.matchAll(anchors)) {
    const start = match.index;
    const end = start + match[0].length;
    if (start < from || runsOn(text, match[0], end)) continue;
    const before = text.slice(Math.max(from, start - around), start);
    const last = found.at(-1);
    const after = text.slice(end, end + around);
    const isBehindYear = last !== undefined && endsWithYear(last);
    const reading = readAnchor({ word: match[0], start, end, before, after, isBehindYear });
    if (reading === null) continue;
    const joined = last === undefined ? null : joinParts(last, reading, text);
    if (joined === null) found.push(reading);
    else found[found.length - 1] = joined;
    from = reading.end;
  }
  return found;
}

/** Whether a word goes on in small letters: “marshal” is no March. */
function runsOn(text: string, word: string, end: number): boolean {
  const next = text.charAt(end);
  return /\p{L}/u.test(next) && !(/\p{Lu}/u.test(next) && /^\p{Lu}\p{Ll}/u.test(word));
}

function joinParts(first: DateReading, second: DateReading, text: string): DateReading | null {
  if (first.kind !== 'month' || second.kind !== 'month') return null;
  if (first.part === null || second.part === null || first.until !== null || first.year !== null) return null;
  if (!joinsParts.test(text.slice(first.end, second.start))) return null;
  const { month, part } = second;
  return { ...first, end: second.end, year: second.year, until: { month, part } };
}

function endsWithYear(reading: DateReading): boolean {
  return 'year' in reading && reading.year !== null;
}

type Anchor = TextSpan & {
  readonly word: string;
  /** Up to the date before, if it is near. */
  readonly before: string;
  readonly after: string;
  /** The date before it in the text has a year. */
  readonly isBehindYear: boolean;
};

function readAnchor(anchor: Anchor): DateReading | null {
  if (/^\d{4}[-/]/.test(anchor.word)) return readMachineDate(anchor);
  if (/[/.]\d{4}$/.test(anchor.word)) return readNumbers(anchor);
  if (/^\d{4}$/.test(anchor.word)) return readYear(anchor);
  const month = monthNumber(anchor.word);
  if (month !== null) return readDay(anchor, month) ?? readMonth(anchor, month);
  const weekday = weekdayNumber(anchor.word);
  return weekday === null ? readRelative(anchor) : readWeekday(anchor, weekday);
}

function readMachineDate({ word, start, end, before }: Anchor): DateReading {
  const [year = 0, month = 0, day = 0] = word.split(/[-/]/).map(Number);
  return { kind: 'day', year, month, day, lastDay: null, weekday: null, start, end, isOpen: isOpen(before) };
}

/** “24/09/2024”, day or month first: only where one of them is no month, or both are the same. */
function readNumbers({ word, start, end, before }: Anchor): DateReading | null {
  const [first = 0, second = 0, year = 0] = word.split(/[/.]/).map(Number);
  const isToldApart = first > 12 !== second > 12 || first === second;
  const [day, month] = second > 12 ? [second, first] : [first, second];
  if (!isToldApart || month < 1 || month > 12 || day < 1 || day > 31) return null;
  return { kind: 'day', year, month, day, lastDay: null, weekday: null, start, end, isOpen: isOpen(before) };
}

/** A number is a year only where a word or the year before it says so: “since 2017”, “fin 2023”, “in 2020 and 2021”. */
function readYear(anchor: Anchor): DateReading | null {
  const part = partBefore.exec(anchor.before);
  const before = part === null ? anchor.before : anchor.before.slice(0, part.index);
  const isListed = anchor.isBehindYear && joinsYears.test(before) && endsYears.test(anchor.after);
  if (part === null && !yearCue.test(before) && !isListed) return null;
  if (/^(?:[.,]?\d|\s?%|-\d)/.test(anchor.after)) return null;
  const start = anchor.start - (part?.[0].length ?? 0);
  return {
    kind: 'year',
    year: Number(anchor.word),
    part: partOf(part),
    start,
    end: anchor.end,
    isOpen: isOpen(before),
  };
}

function readDay(anchor: Anchor, month: number): DateReading | null {
  const front = dayBefore.exec(anchor.before);
  const back = front === null ? dayAfter.exec(anchor.after) : null;
  const days = (front ?? back)?.groups;
  const day = Number(days?.first ?? 0);
  const lastDay = days?.second === undefined ? null : Number(days.second);
  if (day < 1 || day > 31 || (lastDay !== null && (lastDay <= day || lastDay > 31))) return null;
  const year = yearAfter.exec(anchor.after.slice(lengthOf(back)));
  const head = anchor.before.slice(0, anchor.before.length - lengthOf(front));
  const weekday = weekdayBefore.exec(head);
  return {
    kind: 'day',
    year: yearIn(year),
    month,
    day,
    lastDay,
    weekday: weekdayNumber(weekday?.groups?.weekday ?? ''),
    start: anchor.start - lengthOf(front) - lengthOf(weekday),
    end: anchor.end + lengthOf(back) + lengthOf(year),
    isOpen: isOpen(head.slice(0, head.length - lengthOf(weekday))),
  };
}

function lengthOf(match: RegExpExecArray | null): number {
  return match === null ? 0 : match[0].length;
}

function yearIn(match: RegExpExecArray | null): number | null {
  return match === null ? null : Number(match.groups?.year);
}

function readMonth(anchor: Anchor, month: number): DateReading | null {
  const year = yearAfter.exec(anchor.after);
  const part = partBefore.exec(anchor.before);
  const turned = part === null ? turnBefore.exec(anchor.before) : null;
  const later = turned === null && year === null ? turnAfter.exec(anchor.after) : null;
  const taken = lengthOf(part ?? turned);
  const head = anchor.before.slice(0, anchor.before.length - taken);
  const isTold = year !== null || part !== null || turned !== null || later !== null;
  // “May” and “march” are words of their own: without one that tells, a month is none.
  if (!isTold && !monthCue.test(head)) return null;
  return {
    kind: 'month',
    year: yearIn(year),
    month,
    part: partOf(part),
    turn: turnOf(turned?.groups?.turn ?? later?.groups?.turn),
    until: null,
    start: anchor.start - taken,
    end: anchor.end + lengthOf(year) + lengthOf(later),
    isOpen: isOpen(head),
  };
}

function readWeekday(anchor: Anchor, weekday: number): DateReading | null {
  if (dateAhead.test(anchor.after)) return null;
  const turned = turnBefore.exec(anchor.before);
  const later = turned === null ? turnAfter.exec(anchor.after) : null;
  const taken = lengthOf(turned);
  const head = anchor.before.slice(0, anchor.before.length - taken);
  if (!weekdayCue(head, anchor)) return null;
  return {
    kind: 'weekday',
    weekday,
    turn: turnOf(turned?.groups?.turn ?? later?.groups?.turn),
    start: anchor.start - taken,
    end: anchor.end + lengthOf(later),
    isOpen: isOpen(head),
  };
}

/** “yesterday”, “il y a trois jours”, “at the end of last week”, “two days earlier”. */
function readRelative({ start, word, before, after }: Anchor): DateReading | null {
  const whole = `${before}${word}${after}`;
  const covers = (match: RegExpExecArray) =>
    match.index <= before.length && match.index + match[0].length >= before.length + word.length;
  for (const { form, needsPart, read } of relativeForms) {
    const match = Array.from(whole.matchAll(form)).find(covers);
    const counted = match === undefined ? null : read(match.groups ?? {});
    if (match === undefined || counted === null) continue;
    const head = whole.slice(0, match.index);
    const part = partBefore.exec(head);
    if (needsPart && part === null) continue;
    const offset = start - before.length;
    const span = {
      start: offset + match.index - lengthOf(part),
      end: offset + match.index + match[0].length,
      isOpen: isOpen(head.slice(0, head.length - lengthOf(part))),
    };
    return counted === 'elsewhere'
      ? { kind: 'elsewhere', ...span }
      : { kind: 'counted', ...counted, part: partOf(part), ...span };
  }
  return null;
}

function isOpen(before: string): boolean {
  return sinceBefore.test(before);
}

function turnOf(word: string | undefined): Turn | null {
  if (word === undefined) return null;
  if (/^(?:next|prochain)/i.test(word)) return 'next';
  return /^(?:this|ce)$/i.test(word) ? 'this' : 'last';
}
