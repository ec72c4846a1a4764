import type { ArticleId, SavedSearchId } from '#core/ids.ts';
import type { ResultRow, SearchAsk } from '#core/search/results/search-answer.ts';
import { askOf, newHits } from '#core/search/saved-searches.ts';
import type { Database } from '#storage/database.ts';
import { listSavedSearches, listSearchDecisions } from '#storage/saved-searches.ts';
import type { Job } from './rpc.ts';

/** What saved searches need of the index. */
export type SavedSearchGround = {
  /** `null` until the index is opened. */
  readonly db: () => Database | null;
  /** The articles a question finds, in its order, those of the same text together. */
  readonly find: (ask: SearchAsk) => Promise<readonly (readonly ArticleId[])[]>;
  /** Rows for some articles as a question marks them; an article it does not find has a row without places. */
  readonly rows: (ask: SearchAsk, articleIds: readonly ArticleId[]) => Promise<ResultRow[]>;
};

/** What a saved search finds now. */
export type Inbox = {
  readonly searchId: SavedSearchId;
  /** How many texts. */
  readonly total: number;
  /** One article of each text of which nobody has decided on any. */
  readonly newIds: readonly ArticleId[];
};

/** What the search worker answers for saved searches. */
export function savedSearchesApi(ground: SavedSearchGround) {
  return {
    /** The articles each of these questions finds. */
    async matches({ asks }: { asks: readonly SearchAsk[] }, job: Job): Promise<ArticleId[][]> {
      const found: ArticleId[][] = [];
      for (const ask of asks) if (!job.signal.aborted) found.push((await ground.find(ask)).flat());
      return found;
    },

    /** What every saved search finds, and what of it is new. Typed queries get their turn between two searches. */
    async inboxes(_: null, job: Job): Promise<Inbox[]> {
      const db = ground.db();
      if (db === null) return [];
      const [searches, decisions] = await Promise.all([listSavedSearches(db), listSearchDecisions(db)]);
      const inboxes: Inbox[] = [];
      for (const search of searches) {
        if (job.signal.aborted) break;
        const found = await ground.find(askOf(search));
        inboxes.push({
          searchId: search.id,
          total: found.length,
          newIds: newHits(search.id, found, decisions),
        });
        await new Promise((done) => setTimeout(done));
      }
      return inboxes;
    },

    /** What a question finds in some articles, to be shown. */
    hitRows(
      { ask, articleIds }: { ask: SearchAsk; articleIds: readonly ArticleId[] },
      _: Job,
    ): Promise<ResultRow[]> {
      return ground.rows(ask, articleIds);
    },
  };
}
