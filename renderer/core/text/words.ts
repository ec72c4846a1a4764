import type { TextSpan } from './span.ts';

// Soft hyphens and joiners stand inside words; folding drops them.
const word = /(?:[\p{L}\p{M}\p{N}]|(?<=[\p{L}\p{M}\p{N}])(?:\u00ad|\u200c|\u200d|\u2060))+/gu;

/** The runs of letters and digits in `text`, in order. Apostrophes and hyphens part words. */
export function words(text: string): TextSpan[] {
  return Array.from(text.matchAll(word), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Whether `text` has at least so many words; what comes after them is not looked at. */
export function hasWords(text: string, count: number): boolean {
  let found = 0;
  for (const _ of count > 0 ? text.matchAll(word) : []) {
    found += 1;
    if (found === count) return true;
  }
  return count <= 0;
}
