import type { TextSpan } from '#core/text/span.ts';
import type { Anchor } from './highlight.ts';

/**
 * Where an anchor's passage stands in a text.
 *
 * `same`: at the anchor's offsets; `moved`: surely at another place; `lost`: not to be told without a person, as the
 * words are `gone`, stand at several places (`ambiguous`), or stand once among quite other words (`lookalike`).
 */
export type AnchorPlace =
  | { readonly kind: 'same'; readonly span: TextSpan }
  | { readonly kind: 'moved'; readonly span: TextSpan }
  | { readonly kind: 'lost'; readonly reason: 'gone' | 'ambiguous' | 'lookalike' };

/** A quote at least this long is its own proof when it stands once; a shorter one needs a neighbour. */
const tellingLength = 12;

/** Units of a neighbour that have to agree. */
const tellingContext = 8;

/** Whether the anchor's words still stand at its offsets. */
export function checkAnchor(anchor: Anchor, text: string): boolean {
  return text.slice(anchor.start, anchor.end) === anchor.exact && anchor.exact !== '';
}

/**
 * Find the passage of `anchor` in `text`, which may be another version of its article. Never guesses: exact words
 * with their context decide, and what they leave open is `lost`, for the analyst to settle.
 */
export function locateAnchor(anchor: Anchor, text: string, textSha256: string): AnchorPlace {
  const here = { start: anchor.start, end: anchor.end };
  const stands = checkAnchor(anchor, text);
  if (stands && (textSha256 === anchor.textSha256 || agrees(anchor, text, anchor.start) === 2))
    return { kind: 'same', span: here };
  const places = occurrences(text, anchor.exact);
  const only = places[0];
  if (only === undefined) return { kind: 'lost', reason: 'gone' };
  if (places.length > 1) {
    const fitting = places.filter((start) => agrees(anchor, text, start) === 2);
    const fit = fitting[0];
    return fit !== undefined && fitting.length === 1
      ? placeAt(anchor, fit)
      : { kind: 'lost', reason: 'ambiguous' };
  }
  if (anchor.exact.length < tellingLength && !hasNeighbour(anchor, text, only))
    return { kind: 'lost', reason: 'lookalike' };
  return placeAt(anchor, only);
}

function placeAt(anchor: Anchor, start: number): AnchorPlace {
  return {
    kind: start === anchor.start ? 'same' : 'moved',
    span: { start, end: start + anchor.exact.length },
  };
}

function occurrences(text: string, exact: string): number[] {
  const found: number[] = [];
  if (exact === '') return found;
  for (let at = text.indexOf(exact); at !== -1; at = text.indexOf(exact, at + 1)) found.push(at);
  return found;
}

/** How many of the two sides of the passage at `start` read as the anchor's. */
function agrees(anchor: Anchor, text: string, start: number): number {
  const end = start + anchor.exact.length;
  const before = text.slice(Math.max(0, start - anchor.prefix.length), start).toWellFormed();
  const after = text.slice(end, end + anchor.suffix.length).toWellFormed();
  return Number(before === anchor.prefix) + Number(after === anchor.suffix);
}

/** Whether at least one side next to the passage at `start` reads as the anchor's. */
function hasNeighbour(anchor: Anchor, text: string, start: number): boolean {
  const end = start + anchor.exact.length;
  const before = anchor.prefix.slice(-tellingContext);
  const after = anchor.suffix.slice(0, tellingContext);
  return (
    (before !== '' && text.slice(Math.max(0, start - before.length), start) === before) ||
    (after !== '' && text.slice(end, end + after.length) === after)
  );
}
