import type { TextSpan } from '#core/text/span.ts';
import { words } from '#core/text/words.ts';
import { sentences } from './units.ts';

/** How much of the text around a passage to show, on either side. */
export type ContextSize = { readonly unit: 'word' | 'sentence'; readonly count: number };

/** How far words and sentences are looked for. */
const reach = { word: 60, sentence: 1_500 } as const;

/**
 * The stretch of `text` that holds `span` and as many words or sentences before and after it as asked for. A sentence
 * the passage begins or ends in counts as the first one.
 */
export function contextOf(text: string, span: TextSpan, { unit, count }: ContextSize): TextSpan {
  if (count <= 0) return span;
  const far = reach[unit] * count;
  const before = cutAtSpace(text, span.start - far, 1);
  const after = cutAtSpace(text, span.end + far, -1);
  const pieces = unit === 'word' ? words : sentences;
  const ahead = pieces(text.slice(before, span.start));
  const behind = pieces(text.slice(span.end, after));
  const first = ahead.at(-count) ?? ahead[0];
  const last = behind[count - 1] ?? behind.at(-1);
  return {
    start: first === undefined ? span.start : before + first.start,
    end: last === undefined ? span.end : span.end + withMarks(text.slice(span.end, after), last.end, unit),
  };
}

/** Closing marks belong to the word before them. */
function withMarks(text: string, end: number, unit: ContextSize['unit']): number {
  if (unit === 'sentence') return end;
  return end + (/^[^\s\p{L}\p{N}]*/u.exec(text.slice(end))?.[0].length ?? 0);
}

/** Never within a word or a surrogate pair: on to white space, in direction `step`. */
function cutAtSpace(text: string, offset: number, step: 1 | -1): number {
  if (offset <= 0) return 0;
  if (offset >= text.length) return text.length;
  let at = offset;
  const furthest = 200;
  for (let moved = 0; moved < furthest && at > 0 && at < text.length; moved++, at += step)
    if (/\s/.test(text.charAt(at))) return at;
  return offset;
}
