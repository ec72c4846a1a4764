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
