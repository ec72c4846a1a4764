import type { ArticleId } from '#core/ids.ts';
import { boundaryAfter, boundaryBefore } from '#core/text/graphemes.ts';
import type { TextSpan } from '#core/text/span.ts';
import { type FoundWord, scanWords } from './scan-words.ts';

/** The article that lines of a concordance come from, as it was read for them. */
export type ConcordanceSource = {
  readonly articleId: ArticleId;
  /** Of the text the places are places of. */
  readonly textSha256: string;
  /** Its place among the articles found; 0 is the best. */
  readonly rank: number;
};

/** One place of a query with what stands around it; white space is shown as one space. */
export type ConcordanceLine = {
  readonly source: ConcordanceSource;
  /** Where in the canonical text. */
  readonly hit: TextSpan;
  /** What was found, as it is printed. */
  readonly middle: string;
  /** What is printed before and after it: whole words, at most `contextLimits.widest` units. */
  readonly before: string;
  readonly after: string;
  /** The words of the hit, folded, with a space between them. */
  readonly words: string;
  /** The nearest words, folded, at most `neighbourCount`, the nearest first. */
  readonly wordsBefore: readonly string[];
  readonly wordsAfter: readonly string[];
};

/** How much may be shown on each side of a hit, in UTF-16 units. */
export const contextLimits = { narrowest: 20, usual: 80, widest: 200 } as const;

/** Words on each side that lines are sorted and counted by. */
export const neighbourCount = 3;

/** A line for each of `hits` (in order, not overlapping). The text is read once. */
export function concordanceLines(
  source: ConcordanceSource,
  text: string,
  hits: readonly TextSpan[],
): ConcordanceLine[] {
  const words = scanWords(text);
  return hits.map((hit) => {
    const middle = oneLine(text.slice(hit.start, hit.end));
    return {
      source,
      hit: { start: hit.start, end: hit.end },
      middle,
      before: cutBefore(lineBefore(text, hit.start), contextLimits.widest),
      after: cutAfter(lineAfter(text, hit.end), contextLimits.widest),
      words: foldedWords(scanWords(middle)).join(' '),
      wordsBefore: foldedWords(wordsUpTo(words, hit.start)).reverse(),
      wordsAfter: foldedWords(wordsFrom(words, hit.end)),
    };
  });
}

/**
 * The last `context` units of what stands before a hit, without the word they would cut. A word alone longer than that
 * is cut between characters.
 */
export function cutBefore(before: string, context: number): string {
  const at = before.length - context;
  if (at <= 0) return before;
  const cut = wordAround(before, at);
  const whole = before.slice(boundaryAfter(before, cut?.end ?? at));
  if (cut === undefined || hasWord.test(whole)) return whole;
  return before.slice(boundaryAfter(before, at));
}

/** The first `context` units of what stands after a hit, as `cutBefore` does. */
export function cutAfter(after: string, context: number): string {
  if (after.length <= context) return after;
  const cut = wordAround(after, context);
  const whole = after.slice(0, boundaryBefore(after, cut?.start ?? context));
  if (cut === undefined || hasWord.test(whole)) return whole;
  return after.slice(0, boundaryBefore(after, context));
}

/** Whether the line is of a script written from right to left: then what stands before the hit is on its right. */
export function readsRightToLeft({ middle, before, after }: ConcordanceLine): boolean {
  const letter = firstLetter.exec(middle) ?? firstLetter.exec(before) ?? firstLetter.exec(after);
  return letter !== null && rightToLeft.test(letter[0]);
}

/** Words are looked for this far around a cut; a longer one is cut between characters. */
const cutReach = 90;

/** The word of `line` that a cut at `at` would go through. */
function wordAround(line: string, at: number): TextSpan | undefined {
  const from = Math.max(0, at - cutReach);
  const found = scanWords(line.slice(from, at + cutReach)).find(
    ({ start, end }) => from + start < at && at < from + end,
  );
  return found && { start: from + found.start, end: from + found.end };
}

const hasWord = /[\p{L}\p{N}]/u;
const firstLetter = /\p{L}/u;
const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

/** More than is shown, so that the word at the edge is whole. */
const reach = contextLimits.widest + 80;

/** What stands before `end`, white space as one space: `reach` units or more, or all there is. */
function lineBefore(text: string, end: number): string {
  for (let size = 2 * reach; ; size *= 2) {
    const start = Math.max(0, end - size);
    const line = oneLine(text.slice(start, end));
    if (line.length >= reach || start === 0) return line;
  }
}

function lineAfter(text: string, start: number): string {
  for (let size = 2 * reach; ; size *= 2) {
    const line = oneLine(text.slice(start, start + size));
    if (line.length >= reach || start + size >= text.length) return line;
  }
}

/** The last words that end at or before `end`. */
function wordsUpTo(words: readonly FoundWord[], end: number): readonly FoundWord[] {
  const after = firstFrom(words, end);
  // A word that goes on behind the place is none before it.
  const last = (words[after - 1]?.end ?? 0) > end ? after - 1 : after;
  return words.slice(Math.max(0, last - neighbourCount), last);
}

/** The first words that start at or after `start`. */
function wordsFrom(words: readonly FoundWord[], start: number): readonly FoundWord[] {
  const first = firstFrom(words, start);
  return words.slice(first, first + neighbourCount);
}

/** The number of the first word that starts at or after `start`. */
function firstFrom(words: readonly FoundWord[], start: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function foldedWords(words: readonly FoundWord[]): string[] {
  return words.map(({ word }) => word);
}
