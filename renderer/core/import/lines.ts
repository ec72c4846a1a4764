import { paragraphs } from '#core/text/paragraphs.ts';
import type { TextSpan } from '#core/text/span.ts';
import { countWords } from '#core/text/words.ts';

/** A line of a text that holds more than white space, without the white space around it. */
export type Line = TextSpan & {
  readonly text: string;
  readonly words: number;
  /** Whether nothing stands between it and the line before. */
  readonly followsDirectly: boolean;
};

/** The lines of a canonical text that hold something, in order. */
export function readLines(text: string): Line[] {
  let lastEnd = -1;
  return paragraphs(text).map((span) => {
    const whole = text.slice(span.start, span.end);
    const start = span.start + whole.length - whole.trimStart().length;
    const line = whole.trim();
    const followsDirectly = span.start === lastEnd + 1 && lastEnd !== -1;
    lastEnd = span.end;
    return { start, end: start + line.length, text: line, words: countFirst(line), followsDirectly };
  });
}

/** Whether a line reads like running text rather than like a heading, a label or a caption. */
export function isProse({ text, words: count }: Line): boolean {
  if (count < 8) return false;
  if (count >= 35 || text.length > 240) return true;
  return endsSentence(text) || (count >= 12 && breaksSentence(text));
}

/** Whether `text` ends like a sentence; an ellipsis ends a teaser. */
export function endsSentence(text: string): boolean {
  return /(?<!\.\.)[.!?؟۔][\s"'”’“»)\]]*$/u.test(text);
}

/** Whether a sentence ends inside `text`: a full stop after two small letters, then a capital. */
export function breaksSentence(text: string): boolean {
  return /\p{Ll}{2}[”"’»)]?[.!?؟]\s+["“«(]?[\p{Lu}\p{Lo}]/u.test(text);
}

/** Lines are counted up to a point: what is longer is prose anyway, and words are dear to count. */
function countFirst(line: string): number {
  return countWords(line.slice(0, 2000));
}
