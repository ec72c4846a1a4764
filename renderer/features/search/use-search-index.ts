import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useRef } from 'react';
import type { ArticleId } from '#core/ids.ts';
import { useSession } from '#state/session.ts';
import { listArticles } from '#storage/articles.ts';
import type { searchApi } from '#workers/search-api.ts';
import address from '#workers/search-worker.ts?worker&url';
import { startWorker } from '#workers/start-worker.ts';
import { searchEngine } from './search-engine.ts';

/** Keep the search worker level with the workspace: every article that comes, changes or goes. */
export function useSearchIndex(): void {
  const { db } = useSession();
  const articles = useLiveQuery(() => listArticles(db), [db]);
  const indexed = useRef(new Map<ArticleId, string>());

  useEffect(() => {
    const client = startWorker<typeof searchApi>(address);
    const known = indexed.current;
    searchEngine.setState({ client, failure: null });
    return () => {
      client.close();
      known.clear();
      searchEngine.setState({ client: null, result: null, progress: null });
    };
  }, []);

  useEffect(() => {
    if (articles === undefined) return;
    const known = indexed.current;
    // What the index holds of an article; another title, text or noise makes it another entry.
    const wanted = new Map(
      articles.map(({ id, textSha256, title, language, noise }) => [
        id,
        `${textSha256} ${language.value} ${noise.length} ${title.value}`,
      ]),
    );
    const gone = [...known.keys()].filter((id) => !wanted.has(id));
    const changed = [...wanted].filter(([id, entry]) => known.get(id) !== entry).map(([id]) => id);
    if (gone.length + changed.length === 0) return;
    indexed.current = wanted;
    void update(db.name, gone, changed);
  }, [articles, db]);
}

async function update(
  name: string,
  gone: readonly ArticleId[],
  changed: readonly ArticleId[],
): Promise<void> {
  const { client } = searchEngine.getState();
  if (client === null) return;
  try {
    await client.call('remove', { ids: gone });
    await client.call(
      'add',
      { name, ids: changed },
      { onProgress: (progress) => searchEngine.setState({ progress }) },
    );
    searchEngine.setState(({ version }) => ({ progress: null, version: version + 1 }));
  } catch (error) {
    if (searchEngine.getState().client === client) searchEngine.setState({ failure: String(error) });
  }
}
