import type { Tag } from '#core/codebook/tag.ts';
import { buildTagTree, listNodes, type TagNode } from '#core/codebook/tag-tree.ts';
import type { ArticleId, HighlightId, TagId } from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';
import type { Passage } from './passages.ts';
import type { Grid } from './tag-matrix.ts';
import { createTagReach, type TagScope } from './tag-reach.ts';

/** What two tags have to share to be counted together. */
export type Sharing = 'highlight' | 'overlap' | 'paragraph' | 'article';

/** How tags come together. */
export type CoOccurrences = {
  /** Tags in use, in the order of the tree. */
  readonly tags: readonly TagNode[];
  /** How often row and column come together; on the diagonal, how often the tag is there at all. */
  readonly counts: Grid;
  /** From 0, never together, to 1, always; `NaN` on the diagonal. See `coefficientOf`. */
  readonly coefficients: Grid;
};

export type CoOccurrenceChoice = {
  readonly sharing: Sharing;
  readonly scope: TagScope;
  /** Where the paragraphs of a version of a text begin, in order; only asked for paragraphs. */
  readonly paragraphStarts: (textSha256: string) => ArrayLike<number> | null;
};

/**
 * Count how tags come together. In a highlight, a paragraph or an article they do once for each that has both. Highlights
 * overlap once for each pair of them that shares a character, a highlight with two tags included.
 */
export function countCoOccurrences(
  passages: readonly Passage[],
  tags: readonly Tag[],
  choice: CoOccurrenceChoice,
): CoOccurrences {
  const nodes = listNodes(buildTagTree(tags));
  const reach = createTagReach(tags, choice.scope);
  const used = new Set(passages.flatMap(({ highlight }) => [...reach(highlight.tagIds)]));
  const rows = nodes.filter(({ tag }) => used.has(tag.id));
  const numberOf = new Map(rows.map(({ tag }, index) => [tag.id, index]));
  const numbers = new Map(
    passages.map(({ highlight }) => [
      highlight.id,
      reach(highlight.tagIds).flatMap((id) => numberOf.get(id) ?? []),
    ]),
  );
  const width = rows.length;
  const counts = new Float64Array(width * width);
  for (const { sets, isPairs } of listMeetings(passages, choice)) {
    const [first = [], second = []] = sets.map((ids) => union(ids, numbers));
    if (isPairs) addPairs(counts, width, first, second);
    else addPairs(counts, width, first, first);
  }
  return {
    tags: rows,
    counts: gridOf(counts, width),
    coefficients: gridOf(coefficientsOf(counts, width), width),
  };
}

/**
 * The c-coefficient, n₁₂ / (n₁ + n₂ − n₁₂) (Garcia 2006, as in ATLAS.ti). Where units are counted it is Jaccard's: those
 * with both among those with either. For overlapping highlights it can pass 1 where the same words are marked again and
 * again; it is `NaN` when it can't be told.
 */
export function coefficientOf(both: number, first: number, second: number): number {
  const either = first + second - both;
  if (both === 0) return first + second === 0 ? Number.NaN : 0;
  return either <= 0 ? Number.NaN : both / either;
}

/** The passages that make up a cell, in order; on the diagonal all with the tag. */
export function passagesTogether(
  passages: readonly Passage[],
  pair: readonly [TagId, TagId],
  choice: CoOccurrenceChoice & { readonly tags: readonly Tag[] },
): HighlightId[] {
  const reach = createTagReach(choice.tags, choice.scope);
  const [one, other] = pair;
  const has = new Map(
    passages.map(({ highlight: { id, tagIds } }) => {
      const reached = reach(tagIds);
      return [id, { one: reached.includes(one), other: reached.includes(other) }];
    }),
  );
  const found = new Set<HighlightId>();
  const anyHas = (ids: readonly HighlightId[], which: 'one' | 'other') =>
    ids.some((id) => has.get(id)?.[which]);
  for (const { sets } of listMeetings(passages, choice)) {
    const [first = [], second = first] = sets;
    const meets =
      (anyHas(first, 'one') && anyHas(second, 'other')) || (anyHas(first, 'other') && anyHas(second, 'one'));
    if (!meets) continue;
    for (const id of [...first, ...second]) if (has.get(id)?.one || has.get(id)?.other) found.add(id);
  }
  return passages.map(({ highlight }) => highlight.id).filter((id) => found.has(id));
}

/** Highlights that come together: those of one unit, or, for pairs, two highlights that overlap. */
type Meeting = { readonly sets: readonly (readonly HighlightId[])[]; readonly isPairs: boolean };

function* listMeetings(passages: readonly Passage[], choice: CoOccurrenceChoice): Generator<Meeting> {
  if (choice.sharing === 'highlight' || choice.sharing === 'overlap')
    for (const { highlight } of passages) yield { sets: [[highlight.id]], isPairs: false };
  if (choice.sharing === 'highlight') return;
  for (const own of byVersion(passages, choice.sharing)) {
    if (choice.sharing === 'article')
      yield { sets: [own.map(({ highlight }) => highlight.id)], isPairs: false };
    else if (choice.sharing === 'overlap') yield* listOverlaps(own);
    else yield* listParagraphs(own, choice);
  }
}

/** Passages of one article; apart by the version of its text where offsets are compared. */
function byVersion(passages: readonly Passage[], sharing: Sharing): Iterable<Passage[]> {
  const groups = new Map<ArticleId | string, Passage[]>();
  for (const passage of passages) {
    const { articleId, textSha256 } = passage.highlight.anchor;
    const key = sharing === 'article' ? articleId : `${articleId} ${textSha256}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [passage]);
    else group.push(passage);
  }
  return groups.values();
}

/** Pairs of different highlights that share a character. `own` in the order of the text. */
function* listOverlaps(own: readonly Passage[]): Generator<Meeting> {
  let open: Passage[] = [];
  for (const passage of own) {
    const { start } = passage.highlight.anchor;
    open = open.filter(({ highlight }) => highlight.anchor.end > start);
    for (const earlier of open)
      yield { sets: [[earlier.highlight.id], [passage.highlight.id]], isPairs: true };
    open.push(passage);
  }
}

function* listParagraphs(own: readonly Passage[], choice: CoOccurrenceChoice): Generator<Meeting> {
  const [first] = own;
  const starts = first === undefined ? null : choice.paragraphStarts(first.highlight.anchor.textSha256);
  if (starts === null) return;
  const inParagraph = new Map<number, HighlightId[]>();
  for (const { highlight } of own) {
    const [from, to] = paragraphsOf(highlight.anchor, starts);
    for (let at = from; at <= to; at++) inParagraph.set(at, [...(inParagraph.get(at) ?? []), highlight.id]);
  }
  for (const ids of inParagraph.values()) yield { sets: [ids], isPairs: false };
}

/** The first and the last paragraph a span has a character of. */
function paragraphsOf({ start, end }: TextSpan, starts: ArrayLike<number>): [number, number] {
  return [lastAtOrBefore(starts, start), lastAtOrBefore(starts, Math.max(start, end - 1))];
}

/** The number of the last start that is not after `offset`; 0 when all are. */
function lastAtOrBefore(starts: ArrayLike<number>, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function union(
  ids: readonly HighlightId[],
  numbers: ReadonlyMap<HighlightId, readonly number[]>,
): readonly number[] {
  const [only] = ids;
  if (only !== undefined && ids.length === 1) return numbers.get(only) ?? [];
  return [...new Set(ids.flatMap((id) => numbers.get(id) ?? []))];
}

/** Count every pair of tags once, in both of its cells. */
function addPairs(
  counts: Float64Array,
  width: number,
  first: readonly number[],
  second: readonly number[],
): void {
  if (first === second) {
    for (const a of first) for (const b of first) bump(counts, a * width + b);
    return;
  }
  // A pair of highlights says nothing of how often one tag is there: the diagonal counts highlights.
  const met = new Set<number>();
  for (const a of first)
    for (const b of second) if (a !== b) met.add(Math.min(a, b) * width + Math.max(a, b));
  for (const cell of met) {
    bump(counts, cell);
    bump(counts, (cell % width) * width + Math.floor(cell / width));
  }
}

function bump(counts: Float64Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

function coefficientsOf(counts: Float64Array, width: number): Float64Array {
  const at = (row: number, column: number) => counts[row * width + column] ?? 0;
  return counts.map((both, index) => {
    const row = Math.floor(index / width);
    const column = index % width;
    return row === column ? Number.NaN : coefficientOf(both, at(row, row), at(column, column));
  });
}

function gridOf(values: Float64Array, width: number): Grid {
  const most = values.reduce((highest, value, index) => {
    const isDiagonal = Math.floor(index / width) === index % width;
    return isDiagonal || Number.isNaN(value) ? highest : Math.max(highest, value);
  }, 0);
  return { values, width, most };
}
