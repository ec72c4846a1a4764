import { boundaryBefore, graphemeAt } from '#core/text/graphemes.ts';
import type { TextSpan } from '#core/text/span.ts';
import { words } from '#core/text/words.ts';
import { maxHighlightLength } from './highlight.ts';

/** One step of an end of a span. */
export type EdgeStep = {
  readonly edge: 'start' | 'end';
  readonly by: 'character' | 'word';
  /** 1: towards the end of the text; -1: towards its beginning. */
  readonly direction: 1 | -1;
};

const space = /\s/;

/** How far words are looked for. */
const wordReach = 1_000;

/**
 * Move one end of a span by a character or a word. The span never ends in white space, never cuts a character and is
 * never empty; `null` when the step can't be made.
 */
export function moveEdge(text: string, span: TextSpan, { edge, by, direction }: EdgeStep): TextSpan | null {
  const growing = (edge === 'end') === (direction === 1);
  const at = span[edge];
  const moved =
    by === 'word' ? wordStep(text, at, edge, direction) : characterStep(text, at, direction, growing);
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

/** The nearest begin (for the start) or end (for the end) of a word beyond `from`. */
function wordStep(text: string, from: number, edge: 'start' | 'end', direction: 1 | -1): number | null {
  const low = Math.max(0, from - wordReach);
  const stops = words(text.slice(low, from + wordReach)).map((word) => low + word[edge]);
  const stop = direction === 1 ? stops.find((one) => one > from) : stops.findLast((one) => one < from);
  return stop === undefined ? null : boundaryBefore(text, stop);
}
