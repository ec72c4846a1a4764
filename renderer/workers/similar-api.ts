import type { ArticleId } from '#core/ids.ts';
import {
  type LikeTerm,
  likeQuery,
  likeTerms,
  sharedTerms,
  type WordCounts,
} from '#core/search/more-like-this.ts';
import type { Query } from '#core/search/query/query.ts';
import type { ResultRow } from '#core/search/results/search-answer.ts';
import type { Job } from './rpc.ts';
import type { ReadArticle } from './text-search.ts';

/** What finding similar articles needs of the index. */
export type SimilarGround = {
  readonly index: WordCounts;
  read(articleId: ArticleId): Promise<ReadArticle | null>;
  /** Best first. */
  find(query: Query): readonly ArticleId[];
  rowOf(query: Query, articleId: ArticleId): Promise<ResultRow>;
};

/** An article like another. */
export type SimilarArticle = {
  readonly row: ResultRow;
  /** Which of the terms it has too. */
  readonly shared: readonly string[];
};

/** Articles like one, best first, and the words they were found by. */
export type SimilarAnswer = {
  readonly terms: readonly LikeTerm[];
  readonly found: readonly SimilarArticle[];
};

/** More would be less and less like it. */
const mostFound = 50;
/** An article that has one of many words is hardly like this one. */
const leastShared = 2;

/**
 * Make the function that finds articles like one by its terms but those in `without`. Answers `null` when the article is
 * gone or its text can't be read.
 */
export function createSimilar(opened: () => Promise<SimilarGround>) {
  return async (
    { articleId, without }: { articleId: ArticleId; without: readonly string[] },
    job: Job,
  ): Promise<SimilarAnswer | null> => {
    const ground = await opened();
    const read = await ground.read(articleId);
    if (read === null) return null;
    const left = new Set(without);
    const terms = likeTerms(read.document, ground.index).filter(({ word }) => !left.has(word));
    const query = likeQuery(terms);
    const articles = query.root === null ? [] : ground.find(query);
    const found: SimilarArticle[] = [];
    for (const id of articles.filter((other) => other !== articleId).slice(0, mostFound)) {
      if (job.signal.aborted) break;
      const other = await ground.read(id);
      const shared = other === null ? [] : sharedTerms(terms, other.document);
      if (shared.length < Math.min(leastShared, terms.length)) continue;
      found.push({ row: await ground.rowOf(query, id), shared: shared.map(({ shown }) => shown) });
    }
    return { terms, found };
  };
}
