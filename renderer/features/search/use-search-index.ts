import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Change } from '#core/history/change.ts';
import type { ArticleId, HighlightId } from '#core/ids.ts';
import { logTroubles } from '#core/search/log-trouble.ts';
import { type Session, useSession } from '#state/session.ts';
import { newestActivity } from '#storage/activity.ts';
import { whenApplied } from '#storage/apply-changes.ts';
import { findArticle } from '#storage/articles.ts';
import { watchSuggestions } from '#storage/watch-suggestions.ts';
import type { indexWorkerApi } from '#workers/index-api.ts';
import type { Indexed, IndexProgress } from '#workers/live-index.ts';
import type { Client } from '#workers/rpc.ts';
import type { IndexNews, searchApi } from '#workers/search-api.ts';
import { gatherNews, noNews } from './gather-news.ts';
import { endSearch, searchEngine } from './search-engine.ts';
import { takeSearchWorkers } from './search-workers.ts';

/** Keep the search worker level with the workspace: every article that comes, changes or goes. */
export function useSearchIndex(): void {
  const session = useSession();
  const attempt = useStore(searchEngine, (state) => state.attempt);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt starts other workers.
  useEffect(() => {
    const { client, indexer } = takeSearchWorkers();
    searchEngine.setState({ client, failure: null, unreadable: [] });
    const follow = createFollower(client, indexer, session);
    const news = gatherNews(follow);
    const stop = whenApplied(session.db, (changes) => news.add(newsOf(changes)));
    const stopWatching = watchSuggestions(session.db, (related) => news.addLater({ ...noNews, related }));
    void follow(null);
    return () => {
      stop();
      stopWatching();
      news.stop();
      client.close();
      indexer.close();
      endSearch();
    };
  }, [session, attempt]);
}

/** What changes are news to the index; `null`: they are none. */
export function newsOf(changes: readonly Change[]): IndexNews | null {
  const articles = new Map<ArticleId, boolean>();
  const related = new Set<ArticleId>();
  const highlights = new Set<HighlightId>();
  let tags = false;
  let actors = false;
  for (const change of changes) {
    if (change.table === 'articles') articles.set(change.id, change.after !== null);
    if (change.table === 'tags') tags = true;
    if (change.table === 'actors') actors = true;
    for (const id of articlesOf(change)) related.add(id);
    for (const id of highlightsOf(change)) highlights.add(id);
  }
  if (articles.size + related.size + highlights.size === 0 && !tags && !actors) return null;
  const idsOf = (isThere: boolean) => [...articles].filter(([, is]) => is === isThere).map(([id]) => id);
  return {
    articles: idsOf(true),
    removed: idsOf(false),
    related: [...related],
    highlights: [...highlights],
    tags,
    actors,
  };
}

/** The articles a change of another record is about. */
function articlesOf(change: Change): ArticleId[] {
  switch (change.table) {
    case 'highlights':
    case 'mentions':
      return [change.before, change.after].flatMap((record) => record?.anchor.articleId ?? []);
    case 'readings':
      return [change.before, change.after].flatMap((record) => record?.articleId ?? []);
    case 'memos':
      return [change.before, change.after].flatMap((memo) =>
        memo?.subject.kind === 'article' ? memo.subject.id : [],
      );
    default:
      return [];
  }
}

function highlightsOf(change: Change): HighlightId[] {
  if (change.table !== 'memos') return [];
  return [change.before, change.after].flatMap((memo) =>
    memo?.subject.kind === 'highlight' ? memo.subject.id : [],
  );
}

/** Tells a worker of all articles first (`null`), then of what is new, and settles what it says of them. */
function createFollower(
  client: Client<typeof searchApi>,
  indexer: Client<typeof indexWorkerApi>,
  session: Session,
) {
  let open = 0;
  const isCurrent = () => searchEngine.getState().client === client;
  const fail = (failure: unknown) => {
    if (isCurrent()) searchEngine.setState({ progress: null, failure: String(failure) });
  };
  const bump = () => {
    if (isCurrent()) searchEngine.setState(({ version }) => ({ version: version + 1 }));
  };
  const onProgress = (progress: IndexProgress) => {
    if (!isCurrent()) return;
    const shown = progress.total === 0 ? null : progress;
    searchEngine.setState((state) => ({ progress: shown, version: state.version + 1 }));
  };
  const note = (news: IndexNews) => client.call('note', news, { onProgress });
  const start = () => {
    const { port1, port2 } = new MessageChannel();
    // Answered never: it fails when the index worker does.
    indexer.call('connect', { port: port1 }, { transfer: [port1] }).catch(fail);
    const opening = { name: session.db.name, analystId: session.analystId, port: port2 };
    return client.call('open', opening, { transfer: [port2], onProgress });
  };

  return async (news: IndexNews | null): Promise<void> => {
    open += 1;
    try {
      const { lacking, troubles } = news === null ? await start() : await note(news);
      await logTrouble(session, troubles);
      const { readable, unreadable } = await fetchTexts(session, lacking);
      if (readable.length > 0) await note({ ...noNews, articles: readable });
      open -= 1;
      if (isCurrent()) settle(news, unreadable, open === 0);
      if (news !== null && (news.actors || news.articles.length + news.removed.length > 0))
        void client.call('lookForActors', undefined).then(bump, fail);
    } catch (failure) {
      fail(failure);
    }
  };
}

function settle(news: IndexNews | null, unreadable: readonly ArticleId[], isDone: boolean): void {
  const settled = new Set([...(news?.articles ?? []), ...(news?.removed ?? [])]);
  searchEngine.setState((state) => ({
    isOpened: state.isOpened || news === null,
    progress: isDone ? null : state.progress,
    version: state.version + 1,
    unreadable: [...state.unreadable.filter((id) => !settled.has(id)), ...unreadable],
  }));
}

/** Have the working copy take in the texts it lacks from the kept files. */
async function fetchTexts(
  session: Session,
  ids: Indexed['lacking'],
): Promise<{ readable: ArticleId[]; unreadable: ArticleId[] }> {
  const readable: ArticleId[] = [];
  const unreadable: ArticleId[] = [];
  for (const id of ids) {
    const article = await findArticle(session.db, id);
    if (article === null) continue;
    const isRead = await session.readText(article).then(
      () => true,
      () => false,
    );
    (isRead ? readable : unreadable).push(id);
  }
  return { readable, unreadable };
}

/** Say in the activity log what went wrong with the kept index; no undo takes it back. */
async function logTrouble(session: Session, troubles: Indexed['troubles']): Promise<void> {
  if (troubles.length === 0) return;
  const now = new Date().toISOString();
  await session.commit(
    { action: 'index.repair', detail: {} },
    async () => logTroubles(troubles, await newestActivity(session.db), now),
    { beside: true },
  );
}
