import type { Tag } from '#core/codebook/tag.ts';
import { buildTagTree, listNodes, type TagNode } from '#core/codebook/tag-tree.ts';
import type { ArticleId, HighlightId, TagId } from '#core/ids.ts';
import { words } from '#core/text/words.ts';
import { collator, monthOf, type Passage } from './passages.ts';
import { createTagReach, type TagScope } from './tag-reach.ts';

/** Numbers by row and column. */
export type Grid = {
  /** Row by row. */
  readonly values: Float64Array;
  readonly width: number;
  /** The highest value; 0 when there is none. */
  readonly most: number;
};

/** Tags against articles, or against months of publication as stated. */
export type TagMatrix = {
  /** Tags in use, in the order of the tree. */
  readonly rows: readonly TagNode[];
  readonly columns: readonly MatrixColumn[];
  readonly grid: Grid;
};

/** A month is `2024-09`, or `2024` when none is stated, or `null` for passages of articles without a date. */
export type MatrixColumn =
  | { readonly by: 'article'; readonly articleId: ArticleId }
  | { readonly by: 'month'; readonly month: string | null };

/** How to count. */
export type TagMatrixChoice = {
  readonly by: 'article' | 'month';
  readonly scope: TagScope;
  /** Highlights, or the words that lie in them; words marked twice with one tag count once. */
  readonly unit: 'highlights' | 'words';
};

/** Count tagged passages by tag and article or month, in one pass. `passages` in the order of the text. */
export function countTagMatrix(
  passages: readonly Passage[],
  tags: readonly Tag[],
  { by, scope, unit }: TagMatrixChoice,
): TagMatrix {
  const reach = createTagReach(tags, scope);
  const nodes = listNodes(buildTagTree(tags));
  const columns = by === 'month' ? listMonths(passages) : listColumnArticles(passages);
  const columnAt = new Map(columns.map((column, index) => [columnKey(column), index]));
  const width = columns.length;
  const rowAt = new Map(nodes.map(({ tag }, index) => [tag.id, index]));
  const values = new Float64Array(nodes.length * width);
  const used = new Set<TagId>();
  const counter = unit === 'words' ? createWordCounter() : () => 1;
  for (const passage of passages) {
    const column = columnAt.get(columnKey(columnOf(passage, by))) ?? 0;
    for (const id of reach(passage.highlight.tagIds)) {
      used.add(id);
      const at = (rowAt.get(id) ?? 0) * width + column;
      values[at] = (values[at] ?? 0) + counter(passage, id);
    }
  }
  const rows = nodes.filter(({ tag }) => used.has(tag.id));
  return {
    rows,
    columns,
    grid: pickRows(
      values,
      width,
      rows.map(({ tag }) => rowAt.get(tag.id) ?? 0),
    ),
  };
}

/** The passages of one cell. */
export function passagesOfCell(
  passages: readonly Passage[],
  cell: { readonly tagId: TagId; readonly column: MatrixColumn; readonly scope: TagScope },
  tags: readonly Tag[],
): HighlightId[] {
  const reach = createTagReach(tags, cell.scope);
  const wanted = columnKey(cell.column);
  return passages
    .filter(
      (passage) =>
        columnKey(columnOf(passage, cell.column.by)) === wanted &&
        reach(passage.highlight.tagIds).includes(cell.tagId),
    )
    .map(({ highlight }) => highlight.id);
}

function columnOf(passage: Passage, by: 'article' | 'month'): MatrixColumn {
  return by === 'article'
    ? { by, articleId: passage.highlight.anchor.articleId }
    : { by, month: monthOf(passage.article) };
}

function columnKey(column: MatrixColumn): string {
  return column.by === 'article' ? column.articleId : (column.month ?? '');
}

/** The articles with a tagged passage, those with most first. */
function listColumnArticles(passages: readonly Passage[]): MatrixColumn[] {
  const counts = new Map<ArticleId, number>();
  for (const { highlight, tags } of passages) {
    const { articleId } = highlight.anchor;
    if (tags.length > 0) counts.set(articleId, (counts.get(articleId) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([articleId]) => ({ by: 'article', articleId }));
}

/** Empty months in a row that still get a column. */
const mostEmpty = 12;

/**
 * The months with a tagged passage in order, with the empty ones between them unless they are too many; a year without
 * a month stands before its months, and what has no date last.
 */
function listMonths(passages: readonly Passage[]): MatrixColumn[] {
  const met = new Set(passages.filter(({ tags }) => tags.length > 0).map(({ article }) => monthOf(article)));
  const stated = [...met].filter((month) => month !== null).sort(collator.compare);
  const filled: string[] = [];
  let last: number | null = null;
  for (const month of stated) {
    if (month.length < 7) {
      filled.push(month);
      continue;
    }
    const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
    if (last !== null && at - last - 1 <= mostEmpty)
      for (let between: number = last + 1; between < at; between++) filled.push(monthText(between));
    filled.push(month);
    last = at;
  }
  const months: (string | null)[] = [...new Set(filled)].sort();
  return [...months, ...(met.has(null) ? [null] : [])].map((month) => ({ by: 'month', month }));
}

function monthText(at: number): string {
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
}

/** Where the words of a highlight begin, in its text; worked out once for each highlight. */
const wordStarts = new WeakMap<Passage['highlight'], Int32Array>();

/** Counts the words of a passage that no earlier passage with the same tag had. */
function createWordCounter(): (passage: Passage, tagId: TagId) => number {
  const reached = new Map<string, number>();
  return ({ highlight }, tagId) => {
    const { anchor } = highlight;
    const known = wordStarts.get(highlight);
    const starts = known ?? Int32Array.from(words(anchor.exact), ({ start }) => start);
    if (known === undefined) wordStarts.set(highlight, starts);
    // Offsets in two versions of a text say nothing of one another.
    const key = `${tagId} ${anchor.articleId} ${anchor.textSha256}`;
    const from = (reached.get(key) ?? 0) - anchor.start;
    reached.set(key, Math.max(reached.get(key) ?? 0, anchor.end));
    if (from <= 0) return starts.length;
    let count = 0;
    for (const start of starts) if (start >= from) count += 1;
    return count;
  };
}

function pickRows(values: Float64Array, width: number, rows: readonly number[]): Grid {
  const picked = new Float64Array(rows.length * width);
  for (const [to, from] of rows.entries())
    picked.set(values.subarray(from * width, (from + 1) * width), to * width);
  return { values: picked, width, most: picked.reduce((most, value) => Math.max(most, value), 0) };
}
