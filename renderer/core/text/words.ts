import { figure, kindOf, letter, mark } from './characters.ts';
import type { TextSpan } from './span.ts';

/** The runs of letters and digits in `text`, in order. Apostrophes and hyphens part words. */
export function words(text: string): TextSpan[] {
  const found: TextSpan[] = [];
  for (let start = nextWord(text, 0); start < text.length; ) {
    const end = endOfWord(text, start);
    found.push({ start, end });
    start = nextWord(text, end);
  }
  return found;
}

/** How many words `text` has, up to `most`: what comes after them is not looked at. */
export function countWords(text: string, most = Number.POSITIVE_INFINITY): number {
  let found = 0;
  for (let start = nextWord(text, 0); start < text.length && found < most; found++)
    start = nextWord(text, endOfWord(text, start));
  return found;
}

/** Whether `text` has at least so many words. */
export function hasWords(text: string, count: number): boolean {
  return countWords(text, count) >= count;
}

const wordPart = letter | mark | figure;

/** Where the next word begins from `from` on; the text's length when there is none. */
export function nextWord(text: string, from: number): number {
  for (let at = from; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0;
    if ((kindOf(code) & wordPart) !== 0) return at;
    at += code > 0xffff ? 2 : 1;
  }
  return text.length;
}

/** Where the word ends that begins at `start`. */
export function endOfWord(text: string, start: number): number {
  let afterPart = true;
  for (let at = start; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0;
    const isPart = (kindOf(code) & wordPart) !== 0;
    if (!isPart && !(afterPart && isJoiner(code))) return at;
    afterPart = isPart;
    at += code > 0xffff ? 2 : 1;
  }
  return text.length;
}

/** Soft hyphens and joiners stand inside words; folding drops them. */
function isJoiner(code: number): boolean {
  return code === 0xad || code === 0x200c || code === 0x200d || code === 0x2060;
}
