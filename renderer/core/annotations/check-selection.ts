import { boundaryAfter, boundaryBefore } from '#core/text/graphemes.ts';
import type { TextSpan } from '#core/text/span.ts';
import { maxHighlightLength } from './highlight.ts';

/** A selection made fit to be highlighted, or why it can't be. */
export type CheckedSelection =
  | { readonly ok: true; readonly span: TextSpan }
  | { readonly ok: false; readonly problem: 'empty' }
  | { readonly ok: false; readonly problem: 'too-long'; readonly length: number };

const space = /\s/;

/**
 * Make a selection fit: white space at its ends is left out, and no character is cut in two (it is taken whole).
 * Nothing but white space is `empty`; more than a highlight may hold is refused, never shortened.
 */
export function checkSelection(text: string, selected: TextSpan): CheckedSelection {
  const start = Math.max(0, Math.min(selected.start, text.length));
  const end = Math.max(start, Math.min(selected.end, text.length));
  if (start === end) return { ok: false, problem: 'empty' };
  const span = trimSpan(text, { start: boundaryBefore(text, start), end: boundaryAfter(text, end) });
  if (span === null) return { ok: false, problem: 'empty' };
  const length = span.end - span.start;
  if (length > maxHighlightLength) return { ok: false, problem: 'too-long', length };
  return { ok: true, span };
}

/** The span without the white space at its ends; `null` when nothing else is in it. */
export function trimSpan(text: string, { start, end }: TextSpan): TextSpan | null {
  let from = start;
  let to = end;
  while (from < to && space.test(text.charAt(from))) from++;
  while (to > from && space.test(text.charAt(to - 1))) to--;
  return from < to ? { start: from, end: to } : null;
}
