import { trimSpan } from '#core/annotations/check-selection.ts';
import type { TextSpan } from '#core/text/span.ts';
import { words } from '#core/text/words.ts';

/** What a key can select around the caret, or step over. */
export type TextUnit = 'word' | 'sentence' | 'paragraph';

const segmenter = new Intl.Segmenter('und', { granularity: 'sentence' });

/**
 * The word, sentence or paragraph at `offset`, without white space at its ends; between two, the one that follows on
 * the same line, or else the one before. `null` on an empty line.
 */
export function unitAt(text: string, offset: number, unit: TextUnit): TextSpan | null {
  const units = unitsOfLine(text, offset, unit);
  return units.find(({ end }) => end > offset) ?? units.at(-1) ?? null;
}

/** Where the next word, sentence or paragraph begins; `null` when the text has no more. */
export function nextStart(text: string, offset: number, unit: TextUnit): number | null {
  for (let at = offset; at <= text.length; at = lineEnd(text, at) + 1) {
    const next = unitsOfLine(text, at, unit).find(({ start }) => start > offset);
    if (next !== undefined) return next.start;
  }
  return null;
}

/** Where the word, sentence or paragraph at `offset` begins, or the one before it; `null` when there is none. */
export function previousStart(text: string, offset: number, unit: TextUnit): number | null {
  for (let at = offset; at >= 0; at = lineStart(text, at) - 1) {
    const previous = unitsOfLine(text, at, unit).findLast(({ start }) => start < offset);
    if (previous !== undefined) return previous.start;
  }
  return null;
}

function unitsOfLine(text: string, offset: number, unit: TextUnit): TextSpan[] {
  const from = lineStart(text, offset);
  const line = { start: from, end: lineEnd(text, offset) };
  const slice = text.slice(line.start, line.end);
  const found =
    unit === 'paragraph'
      ? [{ start: 0, end: slice.length }]
      : unit === 'word'
        ? words(slice)
        : Array.from(segmenter.segment(slice), ({ index, segment }) => ({
            start: index,
            end: index + segment.length,
          }));
  return found.flatMap(({ start, end }) => trimSpan(text, { start: from + start, end: from + end }) ?? []);
}

function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
}
