import type { Anchor } from '#core/annotations/highlight.ts';
import type { Tag } from '#core/codebook/tag.ts';
import type { TagNode } from '#core/codebook/tag-tree.ts';
import type { HighlightId, TagId } from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';
import type { Passage } from './passages.ts';
import type { Grid } from './tag-matrix.ts';
import { numberTags, type TagScope } from './tag-reach.ts';

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
  const { rows, reached } = numberTags(passages, tags, choice.scope);
  const width = rows.length;
  const counts = new Float64Array(width * width);
  const collect = createCollector(width, reached);
  for (const { places, other } of listMeetings(passages, choice)) {
    if (other === null) addUnit(counts, width, collect(places));
    else addPairs(counts, width, reached[places[0] ?? 0] ?? [], reached[other] ?? []);
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
  const { rows, reached } = numberTags(passages, choice.tags, choice.scope);
  const [one, other] = pair.map((id) => rows.findIndex(({ tag }) => tag.id === id));
  const has = (place: number, row: number | undefined) => reached[place]?.includes(row ?? -1) ?? false;
  const found = new Set<number>();
  for (const { places, other: partner } of listMeetings(passages, choice)) {
    const [first, second] = partner === null ? [places, places] : [places, [partner]];
    const any = (among: readonly number[], row: number | undefined) => among.some((place) => has(place, row));
    const meets = (any(first, one) && any(second, other)) || (any(first, other) && any(second, one));
    if (!meets) continue;
    for (const place of [...first, ...second]) if (has(place, one) || has(place, other)) found.add(place);
  }
  return passages.flatMap(({ highlight }, place) => (found.has(place) ? [highlight.id] : []));
}

/** Passages, by their number, that are together in a unit; or one of them that overlaps with one `other`. */
type Meeting = { readonly places: readonly number[]; readonly other: number | null };

function* listMeetings(passages: readonly Passage[], choice: CoOccurrenceChoice): Generator<Meeting> {
  const { sharing } = choice;
  if (sharing === 'highlight' || sharing === 'overlap')
    for (let place = 0; place < passages.length; place++) yield { places: [place], other: null };
  if (sharing === 'highlight') return;
  for (const places of byVersion(passages, sharing)) {
    if (sharing === 'article') yield { places, other: null };
    else if (sharing === 'overlap') yield* listOverlaps(passages, places);
    else yield* listParagraphs(passages, places, choice);
  }
}

/** Passages of one article; apart by the version of its text where offsets are compared. */
function byVersion(passages: readonly Passage[], sharing: Sharing): Iterable<readonly number[]> {
  const groups = new Map<string, number[]>();
  let last: { anchor: Anchor; group: number[] } | null = null;
  for (const [place, { highlight }] of passages.entries()) {
    const { anchor } = highlight;
    // Passages of one article stand together: most go where the one before them went.
    const isSame =
      last?.anchor.articleId === anchor.articleId &&
      (sharing === 'article' || last.anchor.textSha256 === anchor.textSha256);
    if (last === null || !isSame) {
      const key = sharing === 'article' ? anchor.articleId : `${anchor.articleId} ${anchor.textSha256}`;
      last = { anchor, group: groups.get(key) ?? [] };
      groups.set(key, last.group);
    }
    last.group.push(place);
  }
  return groups.values();
}

/** Pairs of different highlights that share a character. `places` in the order of the text. */
function* listOverlaps(passages: readonly Passage[], places: readonly number[]): Generator<Meeting> {
  const endOf = (place: number) => passages[place]?.highlight.anchor.end ?? 0;
  let open: number[] = [];
  for (const place of places) {
    const start = passages[place]?.highlight.anchor.start ?? 0;
    if (open.some((earlier) => endOf(earlier) <= start))
      open = open.filter((earlier) => endOf(earlier) > start);
    for (const earlier of open) yield { places: [earlier], other: place };
    open.push(place);
  }
}

function* listParagraphs(
  passages: readonly Passage[],
  places: readonly number[],
  choice: CoOccurrenceChoice,
): Generator<Meeting> {
  const first = passages[places[0] ?? 0];
  const starts = first === undefined ? null : choice.paragraphStarts(first.highlight.anchor.textSha256);
  if (starts === null) return;
  const inParagraph = new Map<number, number[]>();
  for (const place of places) {
    const anchor = passages[place]?.highlight.anchor;
    if (anchor === undefined) continue;
    const [from, to] = paragraphsOf(anchor, starts);
    for (let at = from; at <= to; at++) {
      const there = inParagraph.get(at);
      if (there === undefined) inParagraph.set(at, [place]);
      else there.push(place);
    }
  }
  for (const together of inParagraph.values()) yield { places: together, other: null };
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

/** Answers the rows that any of some passages count for, each once. */
function createCollector(
  width: number,
  reached: readonly (readonly number[])[],
): (places: readonly number[]) => readonly number[] {
  const seen = new Int32Array(width);
  let turn = 0;
  return (places) => {
    const [only = 0] = places;
    if (places.length === 1) return reached[only] ?? [];
    turn += 1;
    const rows: number[] = [];
    for (const place of places)
      for (const row of reached[place] ?? []) {
        if (seen[row] === turn) continue;
        seen[row] = turn;
        rows.push(row);
      }
    return rows;
  };
}

/** Count a unit for every two of its tags, and for each with itself. */
function addUnit(counts: Float64Array, width: number, rows: readonly number[]): void {
  for (const a of rows) for (const b of rows) bump(counts, a * width + b);
}

/**
 * Count two highlights for every two of their tags, once each. The diagonal is left alone: how often a tag is there is
 * counted by highlights.
 */
function addPairs(
  counts: Float64Array,
  width: number,
  first: readonly number[],
  second: readonly number[],
): void {
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
  let most = 0;
  for (const [index, value] of values.entries())
    if (value > most && Math.floor(index / width) !== index % width) most = value;
  return { values, width, most };
}
