import type { TextSpan } from "./span.ts";

const word = /[\p{L}\p{M}\p{N}]+/gu;

/** The runs of letters and digits in `text`, in order. Apostrophes and hyphens part words. */
export function words(text: string): TextSpan[] {
	return Array.from(text.matchAll(word), (match) => ({
		start: match.index,
		end: match.index + match[0].length,
	}));
}
