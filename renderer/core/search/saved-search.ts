import type { AnalystId, ArticleId, SavedSearchId, SearchDecisionId } from '#core/ids.ts';
import type { Narrowing } from '#core/search/results/search-answer.ts';

/** A search the analyst keeps, to be told of what it newly finds. */
export type SavedSearch = {
  readonly id: SavedSearchId;
  readonly name: string;
  readonly query: string;
  /** Whether other spellings of names are searched too. */
  readonly expands: boolean;
  /** Entries of the registry whose spellings are left out. */
  readonly withoutAliases: readonly string[];
  readonly narrowing: readonly Narrowing[];
  /** Absent: saved by nobody known. */
  readonly analystId?: AnalystId;
  readonly createdAt: string;
  readonly updatedAt: string;
};

/**
 * What is to become of an article that a saved search finds. `known`: it was there when the search was saved, or was
 * marked as seen. `open`: what was decided before is taken back, and the article is new again.
 */
export type Verdict = 'known' | 'accepted' | 'dismissed' | 'open';

/**
 * One decision on some articles that a saved search finds. Never changed: a later one on the same article counts in
 * its place, so that the decisions of two workspaces join as a set.
 */
export type SearchDecision = {
  readonly id: SearchDecisionId;
  readonly searchId: SavedSearchId;
  readonly verdict: Verdict;
  /** Each once; some may be gone. */
  readonly articleIds: readonly ArticleId[];
  /** Absent: decided by nobody known. */
  readonly analystId?: AnalystId;
  readonly decidedAt: string;
};

/** How long what a search asks for is, held against `maxSavedLength`. */
export function savedLength({
  query,
  withoutAliases,
  narrowing,
}: Pick<SavedSearch, 'query' | 'withoutAliases' | 'narrowing'>): number {
  return JSON.stringify([query, withoutAliases, narrowing]).length;
}

/** In UTF-16 units. */
export const maxSearchNameLength = 200;
/** In UTF-16 units, the query and all that goes with it together: longer ones can be asked, not saved. */
export const maxSavedLength = 20_000;
/** The most articles in one decision: it is one stored value, and none may pass 64 KiB. */
export const maxDecidedArticles = 1_000;
