import { boundaryAfter, boundaryBefore } from '#core/text/graphemes.ts';
import type { TextSpan } from '#core/text/span.ts';

/** A piece of a line shown around a hit. */
export type SnippetPart = { readonly text: string; readonly isHit: boolean };

/** One keyword-in-context line: the hits that stand close together, with what is around them. */
export type Snippet = TextSpan & {
  /** The first hit of the line, to open at. */
  readonly hit: TextSpan;
  readonly parts: readonly SnippetPart[];
};

const context = 60;

/** The first `limit` keyword-in-context lines of `text` for `positions` (in order, not overlapping). */
export function snippets(text: string, positions: readonly TextSpan[], limit: number): Snippet[] {
  const lines: { start: number; end: number; hits: TextSpan[] }[] = [];
  for (const hit of positions) {
    const last = lines.at(-1);
    if (last !== undefined && hit.start - context <= last.end) {
      last.hits.push(hit);
      last.end = wordEnd(text, hit.end + context);
    } else {
      if (lines.length === limit) break;
      lines.push({
        start: wordStart(text, hit.start - context),
        end: wordEnd(text, hit.end + context),
        hits: [hit],
      });
    }
  }
  return lines.flatMap(({ start, end, hits }) => {
    const [hit] = hits;
    return hit === undefined ? [] : [{ start, end, hit, parts: partsOf(text, { start, end }, hits) }];
  });
}

function partsOf(text: string, line: TextSpan, hits: readonly TextSpan[]): SnippetPart[] {
  const parts: SnippetPart[] = [];
  const push = (start: number, end: number, isHit: boolean) => {
    if (start < end) parts.push({ text: text.slice(start, end).replaceAll(/\s+/g, ' '), isHit });
  };
  let at = line.start;
  for (const hit of hits) {
    push(at, hit.start, false);
    push(hit.start, hit.end, true);
    at = hit.end;
  }
  push(at, line.end, false);
  return parts;
}

/** How far a line may be shortened to begin and end with whole words. */
const slack = 24;

/** Where a word starts at or soon after `index`; the nearest character when there is none. */
function wordStart(text: string, index: number): number {
  if (index <= 0) return 0;
  const space = text.slice(index, index + slack).search(/\s/);
  return space === -1 ? boundaryAfter(text, index) : index + space + 1;
}

/** Where a word ends at or soon before `index`; the nearest character when there is none. */
function wordEnd(text: string, index: number): number {
  if (index >= text.length) return text.length;
  const before = text.slice(index - slack, index + 1);
  const space = before.search(/\s\S*$/);
  return space === -1 ? boundaryBefore(text, index) : index - slack + space;
}
