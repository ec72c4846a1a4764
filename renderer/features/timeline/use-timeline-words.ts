import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { ItemKind, Stretch } from '#core/picture/picture-item.ts';
import { dayOf } from '#core/timeline/day-number.ts';
import { middleLag, type ReportingLag } from '#core/timeline/reporting-lag.ts';
import type { AxisPart } from '#core/timeline/time-axis.ts';
import type { DrawingWords } from '#core/timeline/timeline-picture.ts';
import { kindsName } from '#ui/kind-words.ts';

/** What stands on the timeline, in the analyst's language. */
export type TimelineWords = {
  readonly kind: (kind: ItemKind) => string;
  readonly when: (stretch: Stretch | null) => string;
  /** A sentence, as in “reported 46 days later”. */
  readonly lag: (lag: ReportingLag) => string;
  /** For the drawing: always the same object while the language is. */
  readonly drawing: Omit<DrawingWords, 'measure'>;
};

/** The words of the timeline. */
export function useTimelineWords(): TimelineWords {
  const { t, i18n } = useLingui();
  const lag = useLagWords();
  const locale = i18n.locale === 'en' ? 'en-GB' : i18n.locale;
  const drawing = useMemo(
    () => ({
      axis: axisWords(locale),
      lag: lag.short,
      count: (count: number) => count.toLocaleString(locale),
    }),
    [locale, lag.short],
  );
  const openBefore = (day: string, isBound: boolean) => (isBound ? t`${day} or earlier` : t`until ${day}`);
  const openAfter = (day: string, isBound: boolean) => (isBound ? t`${day} or later` : t`from ${day}`);
  return {
    kind: kindsName,
    lag: lag.long,
    drawing,
    when: (stretch) => {
      if (stretch === null) return t`no date`;
      const { from, until, basis } = stretch;
      const named = (first: string, last: string) => nameDays(first, last, locale);
      // The program's bounds of a time are not the ends of something that lasted.
      const isBound = basis === 'inferred';
      const days =
        from !== null && until !== null
          ? named(from, until)
          : from === null
            ? openBefore(named(until ?? '', until ?? ''), isBound)
            : openAfter(named(from, from), isBound);
      return basis === 'inferred' ? t`${days} (inferred)` : days;
    },
  };
}

function useLagWords() {
  const { t, i18n } = useLingui();
  const days = (count: number) => count.toLocaleString(i18n.locale);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `t` is another function at every drawing.
  const short = useMemo(
    () =>
      ({ least, most }: ReportingLag) => {
        if (least === null) return t`≤ ${days(most ?? 0)} d`;
        if (most === null) return t`≥ ${days(least)} d`;
        return least === most ? t`${days(least)} d` : t`${days(least)} – ${days(most)} d`;
      },
    [i18n.locale],
  );
  function long(lag: ReportingLag): string {
    const { least, most } = lag;
    if (least === null) return most === null || most < 0 ? '' : t`reported ${days(most)} days later at most`;
    if (most === null) return least < 0 ? '' : t`reported ${days(least)} days later at least`;
    return least === most ? exactly(least) : between(least, most);
  }
  function between(least: number, most: number): string {
    if (most <= 0) return t`reported ${days(-most)} to ${days(-least)} days before`;
    if (least < 0) return t`reported between ${days(-least)} days before and ${days(most)} days after`;
    const about = middleLag({ least, most });
    return about === null
      ? t`reported ${days(least)} to ${days(most)} days later`
      : t`reported about ${days(about)} days later (${days(least)} to ${days(most)})`;
  }
  function exactly(count: number): string {
    if (count === 0) return t`reported the same day`;
    if (count === 1) return t`reported the next day`;
    return count > 0 ? t`reported ${days(count)} days later` : t`reported ${days(-count)} days before`;
  }
  return { short, long };
}

/** “17 September 2024”, “10 – 20 October 2022”, “November 2023” for a whole month, “2020” for a whole year. */
function nameDays(from: string, until: string, locale: string): string {
  const [first, last] = [dateOf(from), dateOf(until)];
  if (Number.isNaN(first.getTime()) || Number.isNaN(last.getTime()))
    return from === until ? from : `${from} – ${until}`;
  const after = new Date(last.getTime() + 86_400_000);
  const fillsMonths = first.getUTCDate() === 1 && after.getUTCDate() === 1;
  if (fillsMonths && first.getUTCMonth() === 0 && after.getUTCMonth() === 0)
    return formatOf(locale, { year: 'numeric' }).formatRange(first, last);
  if (fillsMonths) return formatOf(locale, { year: 'numeric', month: 'long' }).formatRange(first, last);
  return formatOf(locale, { year: 'numeric', month: 'long', day: 'numeric' }).formatRange(first, last);
}

function dateOf(day: string): Date {
  return new Date(`${day}T00:00Z`);
}

/** The labels of the axis: days and weeks by their number, months by their name, years. */
function axisWords(locale: string): DrawingWords['axis'] {
  return ({ first, unit }: AxisPart, isCoarse) => {
    const date = dateOf(dayOf(first));
    if (unit === 'day' || unit === 'week') return String(date.getUTCDate());
    if (unit === 'year' || unit === 'years') return formatOf(locale, { year: 'numeric' }).format(date);
    return formatOf(locale, isCoarse ? { month: 'long', year: 'numeric' } : { month: 'short' }).format(date);
  };
}

/** By language and options: making one takes longer than drawing with it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  formats.set(key, format);
  return format;
}
