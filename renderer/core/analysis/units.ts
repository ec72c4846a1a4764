import type { TextSpan } from '#core/text/span.ts';
import { words } from '#core/text/words.ts';
import type { TextMeasure } from './measure-text.ts';
import { pairsToSpans } from './span-set.ts';

/** What two codings are compared by. */
export type UnitKind = 'character' | 'word' | 'sentence' | 'paragraph';

/** The body of an article cut into units, numbered from 0. */
export type Units = {
  readonly count: number;
  /** The units a span has anything of: from `start` up to, not including, `end`. */
  readonly within: (span: TextSpan) => TextSpan;
  /** Where units lie in the text, from the first one's start to the last one's end. */
  readonly place: (units: TextSpan) => TextSpan;
};

/**
 * Cut the body of an article into units; boilerplate and the line ends between paragraphs belong to none. Characters
 * are UTF-16 units.
 */
export function cutUnits(text: string, measure: TextMeasure, kind: UnitKind): Units {
  const body = pairsToSpans(measure.body);
  if (kind === 'character') return charactersOf(body);
  if (kind === 'paragraph') return unitsOf(pairsToSpans(measure.bodyParagraphs));
  return unitsOf(
    body.flatMap(({ start, end }) =>
      (kind === 'word' ? words : sentences)(text.slice(start, end)).map((piece) => ({
        start: start + piece.start,
        end: start + piece.end,
      })),
    ),
  );
}

const segmenter = new Intl.Segmenter('und', { granularity: 'sentence' });

/** The sentences of a text without the white space around them, in order. */
export function sentences(text: string): TextSpan[] {
  return Array.from(segmenter.segment(text)).flatMap(({ segment, index }) => {
    const trimmed = segment.trim();
    if (trimmed === '') return [];
    const start = index + segment.indexOf(trimmed);
    return [{ start, end: start + trimmed.length }];
  });
}

function unitsOf(spans: readonly TextSpan[]): Units {
  return {
    count: spans.length,
    within: ({ start, end }) => {
      const from = firstWhere(spans.length, (index) => (spans[index]?.end ?? 0) > start);
      const to = firstWhere(spans.length, (index) => (spans[index]?.start ?? 0) >= end);
      return { start: from, end: Math.max(from, to) };
    },
    place: ({ start, end }) => ({ start: spans[start]?.start ?? 0, end: spans[end - 1]?.end ?? 0 }),
  };
}

function charactersOf(body: readonly TextSpan[]): Units {
  const before: number[] = [];
  let count = 0;
  for (const { start, end } of body) {
    before.push(count);
    count += end - start;
  }
  /** How many characters of the body lie before an offset. */
  const toUnit = (offset: number) => {
    const at = firstWhere(body.length, (index) => (body[index]?.end ?? 0) > offset);
    const piece = body[at];
    if (piece === undefined) return count;
    return (before[at] ?? 0) + Math.max(0, offset - piece.start);
  };
  const toOffset = (unit: number) => {
    const at = firstWhere(body.length, (index) => (before[index] ?? 0) > unit) - 1;
    return (body[at]?.start ?? 0) + unit - (before[at] ?? 0);
  };
  return {
    count,
    within: ({ start, end }) => ({ start: toUnit(start), end: Math.max(toUnit(start), toUnit(end)) }),
    place: ({ start, end }) => ({ start: toOffset(start), end: toOffset(end - 1) + 1 }),
  };
}

/** The first number below `count` for which `holds`, which from some number on always does; `count` when none does. */
function firstWhere(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
