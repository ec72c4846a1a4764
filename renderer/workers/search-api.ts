import type { ArticleId } from '#core/ids.ts';
import {
  createSearchIndex,
  fullSegment,
  type SearchHit,
  type SearchResult,
} from '#core/search/create-search-index.ts';
import { type Snippet, snippets } from '#core/search/snippets.ts';
import { Database } from '#storage/database.ts';
import { readText } from '#storage/texts.ts';
import type { Job } from './rpc.ts';

/** A hit as it is shown: how often, and the first lines. */
export type ShownHit = SearchHit & { readonly lines: readonly Snippet[] };

export type ShownResult = Pick<SearchResult, 'understood' | 'tooWide'> & {
  readonly total: number;
  /** Best first; at most as many as were asked for. */
  readonly hits: readonly ShownHit[];
};

/** How many articles are in the index, of how many. */
export type IndexProgress = { readonly done: number; readonly total: number };

const index = createSearchIndex();
const texts = new Map<ArticleId, string>();
let db: Database | null = null;

const linesShown = 3;

/** What the search worker answers. */
export const searchApi = {
  /**
   * Take in the articles with these ids, new or changed, from the working copy `name`. Those whose text the working
   * copy lacks go in with their titles; their ids are answered.
   */
  async add(
    { name, ids }: { name: string; ids: readonly ArticleId[] },
    job: Job<IndexProgress>,
  ): Promise<ArticleId[]> {
    db ??= new Database(name);
    const lacking: ArticleId[] = [];
    // A part at a time, so that a search in between need not wait for all.
    for (let from = 0; from < ids.length && !job.signal.aborted; from += fullSegment) {
      job.report({ done: from, total: ids.length });
      lacking.push(...(await addBatch(db, ids.slice(from, from + fullSegment))));
    }
    return lacking;
  },

  remove({ ids }: { ids: readonly ArticleId[] }): void {
    index.remove(ids);
    for (const id of ids) texts.delete(id);
  },

  /** The best `limit` hits. */
  search({ query, limit }: { query: string; limit: number }): ShownResult {
    const { hits, ...result } = index.search(query);
    const shown = hits
      .slice(0, limit)
      .map((hit) => ({ ...hit, lines: snippets(texts.get(hit.articleId) ?? '', hit.positions, linesShown) }));
    return { ...result, total: hits.length, hits: shown };
  },
};

async function addBatch(from: Database, ids: readonly ArticleId[]): Promise<ArticleId[]> {
  const articles = (await from.articles.bulkGet([...ids])).filter((article) => article !== undefined);
  const lacking: ArticleId[] = [];
  const documents = await Promise.all(
    articles.map(async ({ id, title, textSha256, textLength, noise, language }) => {
      const text = await readText(from, textSha256, textLength);
      if (text === null) lacking.push(id);
      texts.set(id, text ?? '');
      return { id, title: title.value, text: text ?? '', noise, language: language.value };
    }),
  );
  index.add(documents);
  return lacking;
}
