import type { Highlight } from '#core/annotations/highlight.ts';
import type { Tag } from '#core/codebook/tag.ts';
import type { TagNode } from '#core/codebook/tag-tree.ts';
import type { ArticleId, HighlightId, TagId } from '#core/ids.ts';
import { textGroup } from '#core/library/same-text.ts';
import { words } from '#core/text/words.ts';
import { collator, monthOf, type Passage } from './passages.ts';
import { createRepeats } from './repeated-passages.ts';
import { createTagReach, numberTags, type TagScope } from './tag-reach.ts';

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
  | {
      readonly by: 'article';
      /** The first of those that have the text. */
      readonly articleId: ArticleId;
      /** The group of the text; `articles` are how many of it have a tagged passage. */
      readonly text: ArticleId;
      readonly articles: number;
    }
  | { readonly by: 'month'; readonly month: string | null };

/** How to count. */
export type TagMatrixChoice = {
  readonly by: 'article' | 'month';
  readonly scope: TagScope;
  /** Highlights, or the words that lie in them; words marked twice with one tag count once. */
  readonly unit: 'highlights' | 'words';
};

/**
 * Count tagged passages by tag and article or month, in one pass. `passages` in the order of the text. Articles of the
 * same text have one column, and what is marked alike in several of them counts once.
 */
export function countTagMatrix(
  passages: readonly Passage[],
  tags: readonly Tag[],
  { by, scope, unit }: TagMatrixChoice,
): TagMatrix {
  const { rows, reached } = numberTags(passages, tags, scope);
  const columns = by === 'month' ? listMonths(passages) : listColumnArticles(passages);
  const width = columns.length;
  const columnAt = findColumns(columns, by);
  const values = new Float64Array(rows.length * width);
  const isRepeated = createRepeats(passages);
  const counter = unit === 'words' ? createWordCounter(rows.length) : null;
  for (const [index, passage] of passages.entries()) {
    const column = columnAt(passage);
    for (const row of reached[index] ?? []) {
      if (isRepeated(passage, row)) continue;
      const at = row * width + column;
      values[at] = (values[at] ?? 0) + (counter === null ? 1 : counter(passage, row));
    }
  }
  return { rows, columns, grid: { values, width, most: highestOf(values) } };
}

function highestOf(values: Float64Array): number {
  let most = 0;
  for (const value of values) if (value > most) most = value;
  return most;
}

/** Answers the column of a passage. Passages of one article stand together: it is only looked up when that changes. */
function findColumns(
  columns: readonly MatrixColumn[],
  by: 'article' | 'month',
): (passage: Passage) => number {
  const columnAt = new Map(columns.map((column, index) => [keyOfColumn(column), index]));
  let last: Passage | null = null;
  let column = 0;
  return (passage) => {
    const isSame = last !== null && last.article !== null && last.article === passage.article;
    if (!isSame) column = columnAt.get(columnKey(passage, by)) ?? 0;
    last = passage;
    return column;
  };
}

/** The passages of one cell. */
export function passagesOfCell(
  passages: readonly Passage[],
  cell: { readonly tagId: TagId; readonly column: MatrixColumn; readonly scope: TagScope },
  tags: readonly Tag[],
): HighlightId[] {
  const reach = createTagReach(tags, cell.scope);
  const wanted = keyOfColumn(cell.column);
  return passages
    .filter(
      (passage) =>
        columnKey(passage, cell.column.by) === wanted && reach(passage.highlight.tagIds).includes(cell.tagId),
    )
    .map(({ highlight }) => highlight.id);
}

function columnKey(passage: Passage, by: 'article' | 'month'): string {
  return by === 'article' ? textOf(passage) : (monthOf(passage.article) ?? '');
}

function keyOfColumn(column: MatrixColumn): string {
  return column.by === 'article' ? column.text : (column.month ?? '');
}

function textOf({ article, highlight }: Passage): ArticleId {
  return article === null ? highlight.anchor.articleId : textGroup(article);
}

/** The texts with a tagged passage, those with most first. */
function listColumnArticles(passages: readonly Passage[]): MatrixColumn[] {
  const texts = new Map<ArticleId, { count: number; articles: Set<ArticleId> }>();
  for (const passage of passages) {
    if (passage.tags.length === 0) continue;
    const text = texts.get(textOf(passage)) ?? { count: 0, articles: new Set() };
    text.count += 1;
    text.articles.add(passage.highlight.anchor.articleId);
    texts.set(textOf(passage), text);
  }
  return [...texts]
    .sort((a, b) => b[1].count - a[1].count)
    .map(([text, { articles }]) => {
      const [articleId = text] = articles;
      return { by: 'article', articleId, text, articles: articles.size };
    });
}

/** Empty months in a row that still get a column. */
const mostEmpty = 12;

/**
 * The months with a tagged passage in order, with the empty ones between them unless they are too many; a year without
 * a month stands before its months, and what has no date last.
 */
function listMonths(passages: readonly Passage[]): MatrixColumn[] {
  const articles = new Set(passages.flatMap(({ tags, article }) => (tags.length > 0 ? [article] : [])));
  const met = new Set(Array.from(articles, monthOf));
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

/** Where the words of a highlight begin in its text; worked out once for each highlight. */
export function wordStarts(highlight: Highlight): Int32Array {
  const known = starts.get(highlight);
  if (known !== undefined) return known;
  const made = Int32Array.from(words(highlight.anchor.exact), ({ start }) => start);
  starts.set(highlight, made);
  return made;
}

const starts = new WeakMap<Highlight, Int32Array>();

/** Counts the words of a passage that no earlier passage of the row had. */
function createWordCounter(rows: number): (passage: Passage, row: number) => number {
  const versions = new Map<string, Int32Array>();
  let last: Highlight | null = null;
  let reached: Int32Array = new Int32Array(rows);
  return ({ highlight }, row) => {
    const { anchor } = highlight;
    if (last !== highlight) {
      // Offsets in two versions of a text say nothing of one another.
      const key = `${anchor.articleId} ${anchor.textSha256}`;
      reached = versions.get(key) ?? new Int32Array(rows);
      versions.set(key, reached);
      last = highlight;
    }
    const own = wordStarts(highlight);
    const before = reached[row] ?? 0;
    reached[row] = Math.max(before, anchor.end);
    if (before <= anchor.start) return own.length;
    let count = 0;
    for (const start of own) if (start + anchor.start >= before) count += 1;
    return count;
  };
}
