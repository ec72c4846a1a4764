import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { Article } from '#core/article.ts';
import type { ArticleId } from '#core/ids.ts';
import { type Session, useSession } from '#state/session.ts';
import { findArticle, listArticles } from '#storage/articles.ts';
import type { Client } from '#workers/rpc.ts';
import type { searchApi } from '#workers/search-api.ts';
import address from '#workers/search-worker.ts?worker&url';
import { startWorker } from '#workers/start-worker.ts';
import { searchEngine } from './search-engine.ts';

/** What a worker's index holds, or will once all that was asked of it is done. */
type Filling = {
  readonly client: Client<typeof searchApi>;
  readonly entries: ReadonlyMap<ArticleId, string>;
  /** One update after another: an article must not come back after it was removed. */
  readonly done: Promise<void>;
};

/** Keep the search worker level with the workspace: every article that comes, changes or goes. */
export function useSearchIndex(): void {
  const session = useSession();
  const { client, attempt } = useStore(searchEngine);
  const articles = useLiveQuery(() => listArticles(session.db), [session.db]);
  const filling = useRef<Filling | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another workspace or attempt starts another worker.
  useEffect(() => {
    const started = startWorker<typeof searchApi>(address);
    searchEngine.setState({ client: started, failure: null, unreadable: [] });
    return () => {
      started.close();
      searchEngine.setState({ client: null, asked: '', result: null, current: null, progress: null });
    };
  }, [session, attempt]);

  useEffect(() => {
    if (articles === undefined || client === null) return;
    const before = filling.current?.client === client ? filling.current : null;
    const entries = new Map(articles.map((article) => [article.id, entryOf(article)]));
    const gone = [...(before?.entries.keys() ?? [])].filter((id) => !entries.has(id));
    const changed = [...entries].filter(([id, entry]) => before?.entries.get(id) !== entry).map(([id]) => id);
    if (gone.length + changed.length === 0) return;
    const done = (before?.done ?? Promise.resolve()).then(() => update(client, session, gone, changed));
    filling.current = { client, entries, done };
  }, [articles, client, session]);
}

/** Another text, title, language or boilerplate makes an article another entry of the index. */
function entryOf({ textSha256, title, language, noise }: Article): string {
  return `${textSha256} ${language.value} ${noise.length} ${title.value}`;
}

async function update(
  client: Client<typeof searchApi>,
  session: Session,
  gone: readonly ArticleId[],
  changed: readonly ArticleId[],
): Promise<void> {
  const isCurrent = () => searchEngine.getState().client === client;
  const add = (ids: readonly ArticleId[]) =>
    client.call(
      'add',
      { name: session.db.name, ids },
      { onProgress: (progress) => searchEngine.setState({ progress }) },
    );
  try {
    if (gone.length > 0) await client.call('remove', { ids: gone });
    const lacking = await add(changed);
    const { readable, unreadable } = await fetchTexts(session, lacking);
    if (readable.length > 0) await add(readable);
    const settled = new Set([...gone, ...changed]);
    if (!isCurrent()) return;
    searchEngine.setState((state) => ({
      progress: null,
      version: state.version + 1,
      unreadable: [...state.unreadable.filter((id) => !settled.has(id)), ...unreadable],
    }));
  } catch (error) {
    if (isCurrent()) searchEngine.setState({ progress: null, failure: String(error) });
  }
}

/** Have the working copy take in the texts it lacks from the kept files. */
async function fetchTexts(
  session: Session,
  ids: readonly ArticleId[],
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
