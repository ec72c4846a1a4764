import { boundaryBefore, graphemeAt } from '#core/text/graphemes.ts';
import type { TextSpan } from '#core/text/span.ts';
import { words } from '#core/text/words.ts';
import { trimSpan } from './check-selection.ts';
import { maxHighlightLength } from './highlight.ts';

/** One step of an end of a span. */
export type EdgeStep = {
  readonly edge: 'start' | 'end';
  readonly by: 'character' | 'word' | 'sentence';
  /** 1: towards the end of the text; -1: towards its beginning. */
  readonly direction: 1 | -1;
};

const space = /\s/;

/** How far words and sentences are looked for. */
const reach = { word: 1_000, sentence: 4_000 } as const;

const sentences = new Intl.Segmenter('und', { granularity: 'sentence' });

/**
 * Move one end of a span by a character, or to where the next word or sentence begins or ends. The span never ends in white space, never cuts a character and is
 * never empty; `null` when the step can't be made.
 */
export function moveEdge(text: string, span: TextSpan, { edge, by, direction }: EdgeStep): TextSpan | null {
  const growing = (edge === 'end') === (direction === 1);
  const at = span[edge];
  const moved =
    by === 'character'
      ? characterStep(text, at, direction, growing)
      : stopAfter(pieces(text, at, by), at, edge, direction);
  if (moved === null) return null;
  const next = edge === 'start' ? { start: moved, end: span.end } : { start: span.start, end: moved };
  const length = next.end - next.start;
  return length > 0 && length <= maxHighlightLength ? next : null;
}

/** One character that is no white space further out, or one further in and past the white space behind it. */
function characterStep(text: string, from: number, direction: 1 | -1, growing: boolean): number | null {
  if (growing) return step(text, skipSpace(text, from, direction), direction);
  const inner = step(text, from, direction);
  return inner === null ? null : skipSpace(text, inner, direction);
}

function step(text: string, at: number, direction: 1 | -1): number | null {
  if (direction === 1) return graphemeAt(text, at)?.end ?? null;
  return at <= 0 ? null : boundaryBefore(text, at - 1);
}

function skipSpace(text: string, from: number, direction: 1 | -1): number {
  let at = from;
  if (direction === 1) while (at < text.length && space.test(text.charAt(at))) at++;
  else while (at > 0 && space.test(text.charAt(at - 1))) at--;
  return at;
}

/** The nearest begin (for the start) or end (for the end) of one of `stops` beyond `from`. */
function stopAfter(
  stops: readonly TextSpan[],
  from: number,
  edge: 'start' | 'end',
  direction: 1 | -1,
): number | null {
  const places = stops.map((stop) => stop[edge]);
  const place = direction === 1 ? places.find((one) => one > from) : places.findLast((one) => one < from);
  return place ?? null;
}

/** The words or sentences around `at`. */
function pieces(text: string, at: number, by: 'word' | 'sentence'): TextSpan[] {
  const low = boundaryBefore(text, Math.max(0, at - reach[by]));
  const slice = text.slice(low, at + reach[by]);
  const found = by === 'word' ? words(slice) : sentencesOf(slice);
  return found.map(({ start, end }) => ({
    start: boundaryBefore(text, low + start),
    end: boundaryBefore(text, low + end),
  }));
}

function sentencesOf(text: string): TextSpan[] {
  return Array.from(sentences.segment(text)).flatMap(
    ({ index, segment }) => trimSpan(text, { start: index, end: index + segment.length }) ?? [],
  );
}
