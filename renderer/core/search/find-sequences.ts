import type { TextSpan } from '#core/text/span.ts';
import { foldedWords } from './analyse.ts';

type FoldedWord = ReturnType<typeof foldedWords>[number];

/**
 * Where the folded words of `text` run like `wanted`, in order. `places` may say for each wanted word where alone it
 * can stand (`null`: anywhere); then only the surroundings of the first such word are read.
 */
export function findSequences(
  text: string,
  wanted: readonly string[],
  places: readonly (readonly TextSpan[] | null)[] = [],
): TextSpan[] {
  const anchor = places.findIndex((spans) => spans !== null);
  const spans = places[anchor];
  if (!spans) return sequencesIn(foldedWords(text), wanted);
  const found = [...spans]
    .sort((a, b) => a.start - b.start)
    .flatMap(({ start }) => {
      const before = anchor === 0 ? [] : wordsBefore(text, start, anchor);
      return sequencesIn([...before, ...wordsFrom(text, start, wanted.length - anchor)], wanted);
    });
  return found.filter((span, at) => span.start !== found[at - 1]?.start);
}

/** Whether a span lies wholly in one of the spans of boilerplate. */
export function inNoise(span: TextSpan, noise: readonly TextSpan[]): boolean {
  return noise.some(({ start, end }) => start <= span.start && span.end <= end);
}

function sequencesIn(words: readonly FoldedWord[], wanted: readonly string[]): TextSpan[] {
  const found: TextSpan[] = [];
  for (let at = 0; at + wanted.length <= words.length; at++) {
    if (!wanted.every((word, offset) => words[at + offset]?.word === word)) continue;
    found.push({ start: words[at]?.start ?? 0, end: words[at + wanted.length - 1]?.end ?? 0 });
  }
  return found;
}

/** Enough for most words and the spaces between; doubled until it is. */
const wordReach = 16;

/** The `count` words before `index`, or as many as there are. */
function wordsBefore(text: string, index: number, count: number): FoldedWord[] {
  for (let reach = wordReach * count; ; reach *= 2) {
    const from = index <= reach ? 0 : text.lastIndexOf(' ', index - reach) + 1;
    const words = foldedWords(text.slice(from, index));
    if (words.length >= count || from === 0) return words.slice(-count).map((word) => moved(word, from));
  }
}

/** The `count` words from `index` on, or as many as there are. */
function wordsFrom(text: string, index: number, count: number): FoldedWord[] {
  for (let reach = wordReach * count; ; reach *= 2) {
    const space = text.indexOf(' ', index + reach);
    const to = space === -1 ? text.length : space;
    const words = foldedWords(text.slice(index, to));
    if (words.length >= count || to === text.length)
      return words.slice(0, count).map((word) => moved(word, index));
  }
}

function moved({ start, end, word }: FoldedWord, by: number): FoldedWord {
  return { start: start + by, end: end + by, word };
}
