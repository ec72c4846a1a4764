import type { TextSpan } from './span.ts';

/** How far around a position is looked at: clusters longer than this are cut at a code point. */
const reach = 64;

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * The user-perceived character that holds the unit at `position`: a letter with its combining marks, an emoji
 * sequence, a surrogate pair. `null` outside of the text. Costs the same at any length of text.
 */
export function graphemeAt(text: string, position: number): TextSpan | null {
  if (position < 0 || position >= text.length) return null;
  const from = safeStart(text, position);
  const slice = text.slice(from, codePointEnd(text, position + reach));
  const found = segmenter.segment(slice).containing(position - from);
  if (found === undefined) return null;
  const start = from + found.index;
  return { start, end: start + found.segment.length };
}

/** The nearest boundary between characters that is not after `position`. */
export function boundaryBefore(text: string, position: number): number {
  if (position <= 0) return 0;
  return graphemeAt(text, position)?.start ?? text.length;
}

/** The nearest boundary between characters that is not before `position`. */
export function boundaryAfter(text: string, position: number): number {
  const before = boundaryBefore(text, position);
  if (before >= position) return before;
  return graphemeAt(text, position)?.end ?? text.length;
}

/** A place before `position` where a cluster surely begins, or as far back as is looked. */
function safeStart(text: string, position: number): number {
  const lowest = Math.max(0, position - reach);
  for (let at = position; at > lowest; at--) {
    if (text[at] === '\n' || text[at] === ' ') return at;
  }
  return isInsidePair(text, lowest) ? lowest - 1 : lowest;
}

function codePointEnd(text: string, at: number): number {
  return isInsidePair(text, at) ? at + 1 : at;
}

/** Whether `at` lies between the two halves of a surrogate pair. */
function isInsidePair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
