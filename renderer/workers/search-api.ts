import type { ArticleId } from '#core/ids.ts';
import { createSearchIndex, fullSegment, type SearchHit } from '#core/search/create-search-index.ts';
import type { ResultRow, SearchAnswer, SearchAsk } from '#core/search/search-answer.ts';
import { snippets } from '#core/search/snippets.ts';
import { Database } from '#storage/database.ts';
import { readText } from '#storage/texts.ts';
import {
  createResultSession,
  type ReachedPlace,
  type ResultPlace,
  type ResultSession,
} from './result-session.ts';
import type { Job } from './rpc.ts';
import { savedSearchesApi } from './saved-searches-api.ts';

/** How many articles are in the index, of how many. */
export type IndexProgress = { readonly done: number; readonly total: number };

/** What came of opening the index or telling it of edits. */
export type Indexed = {
  /** Articles that are found by their titles alone, since the working copy lacks their texts. */
  readonly lacking: readonly ArticleId[];
};

/** What has changed: articles made or changed, articles removed, articles of which other records changed. */
export type IndexNews = {
  readonly articles: readonly ArticleId[];
  readonly removed: readonly ArticleId[];
  readonly related: readonly ArticleId[];
};

const index = createSearchIndex();
const texts = new Map<ArticleId, string>();
let db: Database | null = null;
let session: ResultSession | null = null;
let results = 0;

const firstRows = 30;
const linesShown = 3;

const saved = savedSearchesApi({
  db: () => db,
  find: async (ask) => index.search(ask.query).hits.map(({ articleId }) => articleId),
  rows: async (ask, articleIds) => {
    const byId = new Map(index.search(ask.query).hits.map((hit) => [hit.articleId, hit]));
    return articleIds.map((articleId) => rowOf(articleId, byId.get(articleId)));
  },
});

/** What the search worker answers. */
export const searchApi = {
  matches: saved.matches,
  inboxes: saved.inboxes,
  hitRows: saved.hitRows,

  /** Take in all articles of the working copy `name`; edits are told by `note` from then on. */
  async open({ name }: { name: string }, job: Job<IndexProgress>): Promise<Indexed> {
    db = new Database(name);
    return take((await db.articles.toCollection().primaryKeys()) as ArticleId[], job);
  },

  /** Follow edits. Answers when they are in the index. */
  async note({ articles, removed }: IndexNews, job: Job<IndexProgress>): Promise<Indexed> {
    index.remove(removed);
    for (const id of removed) texts.delete(id);
    return take(articles, job);
  },

  /** Find what is asked for, and work out the first rows. */
  async search(ask: SearchAsk, job: Job): Promise<SearchAnswer> {
    const { hits, understood, tooWide } = index.search(ask.query);
    results += 1;
    const result = results;
    const byId = new Map(hits.map((hit) => [hit.articleId, hit]));
    session = createResultSession({
      result,
      articles: hits.map(({ articleId }) => articleId),
      rowOf: async (articleId) => rowOf(articleId, byId.get(articleId)),
    });
    const rows = await session.rows(0, firstRows, job.signal);
    return { result, understood, aliases: [], tooWide, isCut: false, total: hits.length, rows, facets: null };
  },

  /** More rows of a result; `null` when there is a newer one. */
  async rows({ result, from, count }: { result: number; from: number; count: number }, job: Job) {
    return session?.result === result ? session.rows(from, count, job.signal) : null;
  },

  /** Where an article stands in a result; -1 when it does not, or there is a newer one. */
  rowOf({ result, articleId }: { result: number; articleId: ArticleId }): number {
    return session?.result === result ? session.rowOf(articleId) : -1;
  },

  /** A place of a result; `null` when there is none such, or a newer result. */
  async goTo({ result, at }: { result: number; at: ResultPlace }): Promise<ReachedPlace | null> {
    return session?.result === result ? session.goTo(at) : null;
  },

  /** The place after (before) another across the whole result, and round; from `null`: the first (last). */
  async step({
    result,
    at,
    direction,
  }: {
    result: number;
    at: ResultPlace | null;
    direction: 1 | -1;
  }): Promise<ReachedPlace | null> {
    return session?.result === result ? session.step(at, direction) : null;
  },

  /** Count the places of a result, unless there are too many; from then on stepping says how many there are. */
  async count({ result }: { result: number }, job: Job): Promise<void> {
    if (session?.result === result) await session.count(job.signal);
  },
};

async function take(ids: readonly ArticleId[], job: Job<IndexProgress>): Promise<Indexed> {
  const lacking: ArticleId[] = [];
  for (let from = 0; from < ids.length && !job.signal.aborted && db !== null; from += fullSegment) {
    job.report({ done: from, total: ids.length });
    lacking.push(...(await addBatch(db, ids.slice(from, from + fullSegment))));
  }
  return { lacking };
}

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

function rowOf(articleId: ArticleId, hit: SearchHit | undefined): ResultRow {
  const { positions = [], titlePositions = [] } = hit ?? {};
  const lines = snippets(texts.get(articleId) ?? '', positions, linesShown);
  return { articleId, positions, titlePositions, lines, status: 'unread' };
}
