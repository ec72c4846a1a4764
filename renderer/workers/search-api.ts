import type { Actor } from '#core/actors/actor.ts';
import { parseActors } from '#core/actors/parse-actors.ts';
import { openPlaceNames, type PlaceNames } from '#core/geo/place-names.ts';
import type { AnalystId, ArticleId, HighlightId } from '#core/ids.ts';
import type { ResultRow, SearchAnswer, SearchAsk } from '#core/search/results/search-answer.ts';
import { listActorEntries } from '#storage/actors.ts';
import { Database } from '#storage/database.ts';
import { findHighlights } from '#storage/highlights.ts';
import { type BatchAnswer, type BatchAsk, type BatchProgress, searchBatch } from './batch-api.ts';
import { type ConcordanceEnd, type ConcordancePart, findConcordance } from './concordance-api.ts';
import type { indexApi } from './index-api.ts';
import { KnownNames } from './known-names.ts';
import type { Indexed, IndexProgress } from './live-index.ts';
import { LiveSearch } from './live-search.ts';
import {
  createResultSession,
  type ReachedPlace,
  type ResultPlace,
  type ResultSession,
} from './result-session.ts';
import { createClient, type Endpoint, type Job } from './rpc.ts';
import { savedSearchesApi } from './saved-searches-api.ts';
import { createSimilar } from './similar-api.ts';
import type { PlaceAsk } from './text-search.ts';

/** What has changed in the workspace. */
export type IndexNews = {
  /** Articles made or changed. */
  readonly articles: readonly ArticleId[];
  readonly removed: readonly ArticleId[];
  /** Articles of which other records changed: highlights, mentions, readings, memos. */
  readonly related: readonly ArticleId[];
  /** Highlights of which other records changed. */
  readonly highlights: readonly HighlightId[];
  /** Whether tags changed. */
  readonly tags: boolean;
  /** Whether it changed what the analyst says of actors. */
  readonly actors: boolean;
};

/** Which workspace, who works in it, and the way to the index worker. */
export type Opening = { readonly name: string; readonly analystId: AnalystId; readonly port: Endpoint };

const firstRows = 30;
/** After so long without an edit what is only in memory goes to the disk. */
const idleMs = 10_000;

let opening: Promise<LiveSearch> | null = null;
let search: LiveSearch | null = null;
/** The newest results: the window goes on in one until the answer to its next question has come. */
const sessions: ResultSession[] = [];
const sessionsKept = 3;
let results = 0;

const saved = savedSearchesApi({
  db: () => search?.db ?? null,
  find: async (ask) => (await answering()).findTexts(ask),
  async rows(ask, articleIds) {
    const from = await answering();
    const { query } = from.understand(ask);
    const rows: ResultRow[] = [];
    for (const id of articleIds) rows.push(await from.rowOf(query, id));
    return rows;
  },
});

/** All is in: what was asked can be asked again, while the actors are still looked for. */
const nothingLeft: IndexProgress = { done: 0, total: 0 };

/** What the search worker answers. */
export const searchApi = {
  matches: saved.matches,
  inboxes: saved.inboxes,
  hitRows: saved.hitRows,
  similar: createSimilar(answering),

  /** Every place of a query with the words around it, reported in parts. */
  async concordance(ask: PlaceAsk, job: Job<ConcordancePart>): Promise<ConcordanceEnd> {
    return findConcordance(await answering(), ask, job);
  },

  /** How often each article has each of many terms. */
  async batch(ask: BatchAsk, job: Job<BatchProgress>): Promise<BatchAnswer> {
    return searchBatch(await answering(), ask, job);
  },

  /**
   * Open the index of a workspace: load what is kept, then take in what lacks. Edits are told by `note` from now on;
   * questions are answered from what is there.
   */
  async open({ name, analystId, port }: Opening, job: Job<IndexProgress>): Promise<Indexed> {
    const parts = {
      db: new Database(name),
      analystId,
      builder: createClient<typeof indexApi>(port),
      idleMs,
    };
    opening = readNames(parts.db).then((names) => new LiveSearch({ ...parts, names }));
    search = await opening;
    const { live, keeper, actors } = search;
    const [indexed] = await Promise.all([
      live.open((progress) => job.report(progress)),
      // Before that it would only hold up the first answer.
      live.loaded.then(() => keeper.readAll()),
    ]);
    job.report(nothingLeft);
    await actors.look();
    return indexed;
  },

  /** Follow edits. Answers when they are in the index. */
  async note(news: IndexNews, job: Job<IndexProgress>): Promise<Indexed> {
    const { live, keeper, reader, db, names } = await opened();
    reader.forget([...news.articles, ...news.removed]);
    if (news.actors) await names.refresh();
    const [indexed] = await Promise.all([
      live.note(news, (progress) => job.report(progress)),
      news.tags && keeper.noteTags(),
      findHighlights(db, news.highlights).then((highlights) =>
        keeper.note([
          ...new Set([
            ...news.articles,
            ...news.related,
            ...highlights.map(({ anchor }) => anchor.articleId),
          ]),
        ]),
      ),
    ]);
    keeper.remove(news.removed);
    if (news.articles.length + news.removed.length > 0) job.report(nothingLeft);
    return indexed;
  },

  /** Look for the actors in what is indexed by now; answers when it is known which articles name them. */
  async lookForActors(): Promise<void> {
    await (await opened()).actors.look();
  },

  /** Find what is asked for, and work out the first rows. */
  async search(ask: SearchAsk, job: Job): Promise<SearchAnswer> {
    const from = await answering();
    job.signal.throwIfAborted();
    const { query, understood, aliases, articles, articleCount, carriersOf, facets } = from.findAll(ask);
    results += 1;
    const result = results;
    const made = createResultSession({
      result,
      articles,
      rowOf: async (id) => {
        const row = await from.rowOf(query, id);
        const carriers = carriersOf(id);
        return carriers.length === 0 ? row : { ...row, carriers };
      },
    });
    const rows = await made.rows(0, firstRows, job.signal);
    // Nobody goes on in a result that is no longer waited for.
    if (!job.signal.aborted) sessions.unshift(made);
    sessions.length = Math.min(sessions.length, sessionsKept);
    return {
      result,
      understood,
      isCut: query.isCut,
      aliases,
      total: articles.length,
      articleCount,
      rows,
      facets,
    };
  },

  /** More rows of a result; `null` when there are newer ones. */
  async rows(
    { result, from, count }: { result: number; from: number; count: number },
    job: Job,
  ): Promise<ResultRow[] | null> {
    return sessionOf(result)?.rows(from, count, job.signal) ?? null;
  },

  /** Where an article stands in a result; -1 when it does not, or there are newer ones. */
  rowOf({ result, articleId }: { result: number; articleId: ArticleId }): number {
    return sessionOf(result)?.rowOf(articleId) ?? -1;
  },

  /** A place of a result; `null` when there is none such, or there are newer results. */
  async goTo({ result, at }: { result: number; at: ResultPlace }): Promise<ReachedPlace | null> {
    return sessionOf(result)?.goTo(at) ?? null;
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
    return sessionOf(result)?.step(at, direction) ?? null;
  },

  /** Count the places of a result, unless there are too many; from then on stepping says how many there are. */
  async count({ result }: { result: number }, job: Job): Promise<void> {
    await sessionOf(result)?.count(job.signal);
  },

  /** Finish what is being indexed and bring all of it to the disk; for what is measured and tested. */
  async settle(): Promise<void> {
    await (await opened()).live.settle();
  },
};

/** The search, once what is kept of the index is here. */
async function answering(): Promise<LiveSearch> {
  const from = await opened();
  await from.live.loaded;
  return from;
}

function opened(): Promise<LiveSearch> {
  return opening ?? Promise.reject(new Error('The index is not open'));
}

/** Without the bundled registry names are searched as they are typed. */
async function readNames(db: Database): Promise<KnownNames> {
  const listEntries = () => listActorEntries(db);
  const names = await readBundled().then(
    (bundled) => new KnownNames({ ...bundled, listEntries }),
    () => new KnownNames({ program: null, places: null, listEntries }),
  );
  await names.refresh();
  return names;
}

async function readBundled(): Promise<{ program: readonly Actor[]; places: PlaceNames }> {
  const [actors, places] = await Promise.all([
    readResource('actors.json'),
    readResource('geo/place-names.tsv'),
  ]);
  return { program: parseActors(JSON.parse(actors)), places: openPlaceNames(places) };
}

async function readResource(path: string): Promise<string> {
  const answer = await fetch(`/resources/${path}`);
  if (!answer.ok) throw new Error(`${path} answers ${answer.status}`);
  return answer.text();
}

function sessionOf(result: number): ResultSession | undefined {
  return sessions.find((session) => session.result === result);
}
