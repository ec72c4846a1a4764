import type { ArticleId } from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';

/** How often an article has a term. */
export type BatchCell = {
  /** Which of the terms. */
  readonly term: number;
  /** Places in the text; 0: only in the title, or the term asks for something else than words. */
  readonly count: number;
  /** The first place; `null` when there is none in the text. */
  readonly first: TextSpan | null;
};

/** An article that has at least one of the terms. */
export type BatchRow = {
  readonly articleId: ArticleId;
  /** In the order of the terms. */
  readonly cells: readonly BatchCell[];
};

/** What a term came to. */
export type TermTotal = {
  readonly articles: number;
  /** How many different texts these have. */
  readonly texts: number;
  /** Places in the texts of all of them; of articles with the same text those of the one with the most. */
  readonly places: number;
};

/**
 * What each of `count` terms came to; those that were not found are among them. Articles of which `textOf` answers the
 * same have the same text, and count once.
 */
export function totalTerms(
  rows: readonly BatchRow[],
  count: number,
  textOf: (articleId: ArticleId) => ArticleId,
): TermTotal[] {
  const terms = Array.from({ length: count }, () => ({ articles: 0, places: new Map<ArticleId, number>() }));
  for (const { articleId, cells } of rows) {
    const text = textOf(articleId);
    for (const cell of cells) {
      const term = terms[cell.term];
      if (term === undefined) continue;
      term.articles++;
      term.places.set(text, Math.max(term.places.get(text) ?? 0, cell.count));
    }
  }
  return terms.map(({ articles, places }) => ({
    articles,
    texts: places.size,
    places: [...places.values()].reduce((sum, some) => sum + some, 0),
  }));
}

/** Places of an article, of all terms together, and how many terms it has. */
export function totalArticle({ cells }: BatchRow): { readonly terms: number; readonly places: number } {
  return { terms: cells.length, places: cells.reduce((sum, { count }) => sum + count, 0) };
}

/** Rows with the most terms first, then the most places, then as they came. */
export function sortByTotal(rows: readonly BatchRow[]): BatchRow[] {
  return rows
    .map((row) => ({ row, ...totalArticle(row) }))
    .sort((a, b) => b.terms - a.terms || b.places - a.places)
    .map(({ row }) => row);
}

/** The cell of a term in a row; `null` when the article does not have it. */
export function cellOf({ cells }: BatchRow, term: number): BatchCell | null {
  let low = 0;
  let high = cells.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const cell = cells[middle];
    if (cell === undefined) return null;
    if (cell.term === term) return cell;
    if (cell.term < term) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}
