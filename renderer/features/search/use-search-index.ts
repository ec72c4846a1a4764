import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Change } from '#core/history/change.ts';
import type { ArticleId } from '#core/ids.ts';
import { type Session, useSession } from '#state/session.ts';
import { whenApplied } from '#storage/apply-changes.ts';
import { findArticle } from '#storage/articles.ts';
import type { Client } from '#workers/rpc.ts';
import type { Indexed, IndexNews, IndexProgress, searchApi } from '#workers/search-api.ts';
import address from '#workers/search-worker.ts?worker&url';
import { startWorker } from '#workers/start-worker.ts';
import { endSearch, searchEngine } from './search-engine.ts';

/** Keep the search worker level with the workspace: every article that comes, changes or goes. */
export function useSearchIndex(): void {
  const session = useSession();
  const attempt = useStore(searchEngine, (state) => state.attempt);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt starts another worker.
  useEffect(() => {
    const client = startWorker<typeof searchApi>(address);
    searchEngine.setState({ client, failure: null, unreadable: [] });
    const follow = createFollower(client, session);
    const stop = whenApplied(session.db, (changes) => {
      const news = newsOf(changes);
      if (news !== null) void follow(news);
    });
    void follow(null);
    return () => {
      stop();
      client.close();
      endSearch();
    };
  }, [session, attempt]);
}

/** What changes are news to the index; `null`: they are none. */
export function newsOf(changes: readonly Change[]): IndexNews | null {
  const articles = new Map<ArticleId, boolean>();
  const related = new Set<ArticleId>();
  for (const change of changes) {
    if (change.table === 'articles') articles.set(change.id, change.after !== null);
    for (const id of aboutArticles(change)) related.add(id);
  }
  if (articles.size + related.size === 0) return null;
  const idsOf = (isThere: boolean) => [...articles].filter(([, is]) => is === isThere).map(([id]) => id);
  return { articles: idsOf(true), removed: idsOf(false), related: [...related] };
}

/** The articles a change of another record is about. */
function aboutArticles(change: Change): ArticleId[] {
  const { table, before, after } = change;
  if (table === 'highlights' || table === 'mentions')
    return [before, after].flatMap((record) => record?.anchor.articleId ?? []);
  if (table === 'readings') return [before, after].flatMap((record) => record?.articleId ?? []);
  return [];
}

/** Tells a worker of all articles first (`null`), then of what is new, and settles what it says of them. */
function createFollower(client: Client<typeof searchApi>, session: Session) {
  let open = 0;
  const isCurrent = () => searchEngine.getState().client === client;
  const onProgress = (progress: IndexProgress) => {
    if (isCurrent()) searchEngine.setState((state) => ({ progress, version: state.version + 1 }));
  };
  const note = (news: IndexNews) => client.call('note', news, { onProgress });

  return async (news: IndexNews | null): Promise<void> => {
    open += 1;
    try {
      const { lacking } =
        news === null
          ? await client.call('open', { name: session.db.name }, { onProgress })
          : await note(news);
      const { readable, unreadable } = await fetchTexts(session, lacking);
      if (readable.length > 0) await note({ articles: readable, removed: [], related: [] });
      open -= 1;
      if (isCurrent()) settle(news, unreadable, open === 0);
    } catch (error) {
      if (isCurrent()) searchEngine.setState({ progress: null, failure: String(error) });
    }
  };
}

function settle(news: IndexNews | null, unreadable: readonly ArticleId[], isDone: boolean): void {
  const settled = new Set([...(news?.articles ?? []), ...(news?.removed ?? [])]);
  searchEngine.setState((state) => ({
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
