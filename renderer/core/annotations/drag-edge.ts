import { boundaryAfter, boundaryBefore } from '#core/text/graphemes.ts';
import type { TextSpan } from '#core/text/span.ts';
import { words } from '#core/text/words.ts';
import { trimSpan } from './check-selection.ts';
import { maxHighlightLength } from './highlight.ts';

/** Where an end of a span is pulled to. */
export type EdgePull = {
  readonly edge: 'start' | 'end';
  /** The offset the pointer is at. */
  readonly to: number;
  /** Words are taken whole, or letters are parted where the pointer is. */
  readonly by: 'word' | 'character';
};

/** How far around the pointer a word is looked for. */
const reach = 200;

/**
 * Pull one end of a span to a place in the text. The other end stays: the span neither turns over nor empties, never
 * ends in white space and never grows beyond what a highlight may hold; `null` when nothing could be left of it.
 */
export function dragEdge(text: string, span: TextSpan, { edge, to, by }: EdgePull): TextSpan | null {
  const place = Math.max(0, Math.min(text.length, to));
  const wanted = by === 'word' ? snapToWord(text, place) : boundaryBefore(text, place);
  const pulled =
    edge === 'start'
      ? { start: boundaryAfter(text, Math.max(wanted, span.end - maxHighlightLength)), end: span.end }
      : { start: span.start, end: boundaryBefore(text, Math.min(wanted, span.start + maxHighlightLength)) };
  if (pulled.start >= pulled.end) return null;
  return trimSpan(text, pulled);
}

/**
 * The nearer end of the word at `at`; a place between words stays what it is. A mark that begins a word belongs to the
 * sign it is written on.
 */
function snapToWord(text: string, at: number): number {
  const low = boundaryBefore(text, Math.max(0, at - reach));
  const word = words(text.slice(low, at + reach))
    .map(({ start, end }) => ({ start: boundaryBefore(text, low + start), end: low + end }))
    .find(({ start, end }) => start < at && at < end);
  if (word === undefined) return at;
  const isFirstHalf = at - word.start < word.end - at;
  return isFirstHalf ? word.start : word.end;
}
