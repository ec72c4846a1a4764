import type { ArticleId } from '#core/ids.ts';
import type { ConcordanceLine } from './concordance.ts';
import { scanWords } from './scan-words.ts';

/**
 * What a concordance is sorted by: as it was found; by the words before the hit, the nearest first; by the words after
 * it; by the words found; by article; by the stated date, what has none coming last.
 */
export type ConcordanceOrder = 'found' | 'before' | 'hit' | 'after' | 'article' | 'newest' | 'oldest';

/** What is known of the articles of a concordance. */
export type ConcordanceShelf = ReadonlyMap<
  ArticleId,
  {
    readonly title: string;
    /** As `StatedDate.iso`; `null`: none is stated. */
    readonly date: string | null;
  }
>;

/** A place beside the hit: -1 is the nearest word before it, 1 the nearest after, 0 the hit itself. */
export type NeighbourPlace = -3 | -2 | -1 | 0 | 1 | 2 | 3;

/** Only lines with this word (folded) at this place. */
export type NeighbourChoice = { readonly place: NeighbourPlace; readonly word: string };

/** A word and how many lines have it at a place. */
export type NeighbourCount = { readonly word: string; readonly count: number };

/** The lines in another order; lines that are alike in it stay as they were found. */
export function sortConcordance(
  lines: readonly ConcordanceLine[],
  order: ConcordanceOrder,
  shelf: ConcordanceShelf,
): ConcordanceLine[] {
  const keyOf = keyFunctions[order](shelf);
  const sign = order === 'newest' ? -1 : 1;
  return lines
    .map((line) => ({ line, key: keyOf(line) }))
    .sort((a, b) => sign * compareKeys(a.key, b.key, sign) || byPlace(a.line, b.line))
    .map(({ line }) => line);
}

/** The word of a line at a place; `undefined`: the text ends before it. */
export function neighbourAt(line: ConcordanceLine, place: NeighbourPlace): string | undefined {
  if (place === 0) return line.words;
  return place < 0 ? line.wordsBefore[-place - 1] : line.wordsAfter[place - 1];
}

/** The word of a line at a place as it is printed; as it is folded where the line does not show it. */
export function printedNeighbour(line: ConcordanceLine, place: NeighbourPlace): string {
  if (place === 0) return line.middle;
  const text = place < 0 ? line.before : line.after;
  const word = scanWords(text).at(place < 0 ? place : place - 1);
  const folded = neighbourAt(line, place) ?? '';
  return word?.word === folded ? text.slice(word.start, word.end) : folded;
}

/** How many lines have which word at `place`, the most frequent first. */
export function countNeighbours(lines: readonly ConcordanceLine[], place: NeighbourPlace): NeighbourCount[] {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const word = neighbourAt(line, place);
    if (word !== undefined && word !== '') counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts]
    .map(([word, count]) => ({ word, count }))
    .sort((a, b) => b.count - a.count || compare(a.word, b.word));
}

/** The lines that have every chosen word at its place. */
export function narrowConcordance(
  lines: readonly ConcordanceLine[],
  choices: readonly NeighbourChoice[],
): readonly ConcordanceLine[] {
  if (choices.length === 0) return lines;
  return lines.filter((line) => choices.every(({ place, word }) => neighbourAt(line, place) === word));
}

/** What lines are compared by; `null` comes last. */
type Key = string | null;

// Folded words hold letters and digits only, so that a space keeps a shorter word before a longer one.
const keyFunctions: Readonly<
  Record<ConcordanceOrder, (shelf: ConcordanceShelf) => (line: ConcordanceLine) => Key>
> = {
  found: () => () => '',
  before:
    () =>
    ({ wordsBefore }) =>
      wordsBefore.join(' '),
  hit:
    () =>
    ({ words }) =>
      words,
  after:
    () =>
    ({ wordsAfter }) =>
      wordsAfter.join(' '),
  article: (shelf) => byTitle(shelf),
  newest: dateOf,
  oldest: dateOf,
};

function dateOf(shelf: ConcordanceShelf) {
  return ({ source }: ConcordanceLine) => shelf.get(source.articleId)?.date ?? null;
}

const collator = new Intl.Collator(['en', 'fr'], { sensitivity: 'base', numeric: true });

/** The place of each article among all by its title, so that a title is compared once for each article. */
function byTitle(shelf: ConcordanceShelf) {
  const sorted = [...shelf].sort(
    ([a, { title: left }], [b, { title: right }]) => collator.compare(left, right) || compare(a, b),
  );
  const places = new Map(sorted.map(([id], at) => [id, String(at).padStart(10, '0')]));
  return ({ source }: ConcordanceLine) => places.get(source.articleId) ?? null;
}

function compareKeys(a: Key, b: Key, sign: 1 | -1): number {
  // Whatever the direction, what has no key comes last.
  if (a === null || b === null) return sign * (Number(a === null) - Number(b === null));
  return compare(a, b);
}

function byPlace(a: ConcordanceLine, b: ConcordanceLine): number {
  return a.source.rank - b.source.rank || a.hit.start - b.hit.start;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
