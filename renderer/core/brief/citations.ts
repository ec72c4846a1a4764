import type { HighlightId } from '#core/ids.ts';

/** A stretch of prose: words, or a citation of a highlight. */
export type ProsePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'citation'; readonly highlightId: HighlightId };

/** Ids are 20 characters or longer, so that `[[12]]` stays what the analyst typed. */
const token = /\[\[([0-9A-Za-z:_-]{20,64})\]\]/g;
const draftToken = /\[\[(\d{1,6})\]\]/g;

/** How prose holds a citation. */
export function citationToken(highlightId: HighlightId): string {
  return `[[${highlightId}]]`;
}

/** Part prose into words and citations; what is not a citation stays as it is. */
export function parseProse(text: string): ProsePart[] {
  const parts: ProsePart[] = [];
  let at = 0;
  for (const match of text.matchAll(token)) {
    if (match.index > at) parts.push({ kind: 'text', text: text.slice(at, match.index) });
    parts.push({ kind: 'citation', highlightId: (match[1] ?? '') as HighlightId });
    at = match.index + match[0].length;
  }
  if (at < text.length) parts.push({ kind: 'text', text: text.slice(at) });
  return parts;
}

/** The highlights that prose cites, in order, each as often as it is cited. */
export function citedIn(text: string): HighlightId[] {
  return parseProse(text).flatMap((part) => (part.kind === 'citation' ? [part.highlightId] : []));
}

/** Number highlights from 1 in the order in which they are first cited. */
export function numberCitations(cited: Iterable<HighlightId>): Map<HighlightId, number> {
  const numbers = new Map<HighlightId, number>();
  for (const id of cited) if (!numbers.has(id)) numbers.set(id, numbers.size + 1);
  return numbers;
}

/**
 * Prose as it is written in a box: citations by number, `[[3]]`. A highlight without a number keeps its id.
 */
export function toDraft(text: string, numbers: ReadonlyMap<HighlightId, number>): string {
  return text.replace(token, (whole, id: HighlightId) => {
    const number = numbers.get(id);
    return number === undefined ? whole : `[[${number}]]`;
  });
}

/** Prose as it is kept, from how it was written in a box. A number nobody has stays as it was typed. */
export function fromDraft(draft: string, numbers: ReadonlyMap<HighlightId, number>): string {
  const ids = new Map(Array.from(numbers, ([id, number]) => [number, id]));
  return draft.replace(draftToken, (whole, digits: string) => {
    const id = ids.get(Number(digits));
    return id === undefined ? whole : citationToken(id);
  });
}

/**
 * Write `inserted` into `text` at `caret`, a space before it when a word ends there.
 *
 * @returns the new text and where the caret then stands.
 */
export function insertAt(text: string, caret: number, inserted: string): { text: string; caret: number } {
  const before = text.slice(0, caret);
  const space = /[\p{L}\p{N}.,;:!?”"»)]$/u.test(before) ? ' ' : '';
  return {
    text: before + space + inserted + text.slice(caret),
    caret: caret + space.length + inserted.length,
  };
}
