import type { ArticleId } from '#core/ids.ts';
import type { ResultRow } from '#core/search/results/search-answer.ts';
import type { TextSpan } from '#core/text/span.ts';

/** A place among all places of a result: the article's row, and which of its places. */
export type ResultPlace = { readonly row: number; readonly place: number };

/** Where stepping through a result has come to. */
export type ReachedPlace = ResultPlace & {
  readonly articleId: ArticleId;
  /** `null`: only the title has it. */
  readonly passage: TextSpan | null;
  /** Which of all places of the result, from 1; `null` while the places before it are not counted. */
  readonly number: number | null;
  /** How many places the result has; `null` while they are not counted. */
  readonly of: number | null;
};

/** A result to be looked through row by row and place by place. */
export type ResultSession = {
  readonly result: number;
  readonly total: number;
  /** -1 when the article is not in the result. */
  rowOf(articleId: ArticleId): number;
  /** Up to `count` rows; an article that is gone meanwhile has a row without places. */
  rows(from: number, count: number, signal?: AbortSignal): Promise<ResultRow[]>;
  /** A place of the result; `null` when there is no such row. A place too high is the article's last. */
  goTo(at: ResultPlace): Promise<ReachedPlace | null>;
  /** The next or previous place across all articles, and round; from `null`: the first or last. */
  step(at: ResultPlace | null, direction: 1 | -1): Promise<ReachedPlace | null>;
  /** Count the places of all rows, in small parts, unless the result is too large for that. */
  count(signal: AbortSignal): Promise<void>;
};

/** The articles of a result in their order. */
export type ResultArticles = {
  readonly length: number;
  at(row: number): ArticleId | undefined;
  /** -1 when it is not among them. */
  indexOf(id: ArticleId): number;
};

type Parts = {
  readonly result: number;
  readonly articles: ResultArticles;
  readonly rowOf: (articleId: ArticleId) => Promise<ResultRow>;
};

/** Results of more articles are stepped through without saying how many places there are. */
const largestCounted = 500;
/** Rows worked out before others get their turn. */
const rowsAtOnce = 8;

/** Look through a result; what stands where in an article is worked out only when it is asked for. */
export function createResultSession({ result, articles, rowOf }: Parts): ResultSession {
  const total = articles.length;
  /** How many places each row has, as far as that is known. */
  const counts = new Map<number, number>();

  async function rowAt(row: number): Promise<ResultRow | null> {
    const articleId = articles.at(row);
    if (articleId === undefined) return null;
    const found = await rowOf(articleId);
    counts.set(row, placesIn(found));
    return found;
  }

  /** Places of the rows before `row`; `null` when one of them is not counted. */
  function placesBefore(row: number): number | null {
    let sum = 0;
    for (let at = 0; at < row; at++) {
      const count = counts.get(at);
      if (count === undefined) return null;
      sum += count;
    }
    return sum;
  }

  async function goTo({ row, place }: ResultPlace): Promise<ReachedPlace | null> {
    const found = await rowAt(row);
    if (found === null) return null;
    const at = Math.max(0, Math.min(place, placesIn(found) - 1));
    const before = placesBefore(row);
    return {
      row,
      place: at,
      articleId: found.articleId,
      passage: found.positions[at] ?? null,
      number: before === null ? null : before + at + 1,
      of: counts.size < total ? null : placesBefore(total),
    };
  }

  return {
    result,
    total,
    rowOf: (articleId) => articles.indexOf(articleId),
    async rows(from, count, signal) {
      const rows: ResultRow[] = [];
      const end = Math.min(total, from + count);
      for (let at = from; at < end && !signal?.aborted; at += rowsAtOnce) {
        const some = Array.from({ length: Math.min(rowsAtOnce, end - at) }, (_, index) => rowAt(at + index));
        rows.push(...(await Promise.all(some)).filter((row) => row !== null));
      }
      return rows;
    },
    goTo,
    async step(at, direction) {
      if (total === 0) return null;
      if (at === null) return goTo(direction === 1 ? { row: 0, place: 0 } : lastOf(total - 1));
      const here = await rowAt(at.row);
      const place = at.place + direction;
      if (here !== null && place >= 0 && place < placesIn(here)) return goTo({ row: at.row, place });
      const row = (at.row + direction + total) % total;
      return goTo(direction === 1 ? { row, place: 0 } : lastOf(row));
    },
    async count(signal) {
      if (total > largestCounted) return;
      for (let row = 0; row < total && !signal.aborted; row++) if (!counts.has(row)) await rowAt(row);
    },
  };
}

function lastOf(row: number): ResultPlace {
  return { row, place: Number.POSITIVE_INFINITY };
}

/** An article found by its title alone counts as one place. */
function placesIn({ positions }: ResultRow): number {
  return Math.max(1, positions.length);
}
