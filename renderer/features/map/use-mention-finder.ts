import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useSession } from '#state/session.ts';
import { look } from '#state/workspace.ts';
import { listArticles } from '#storage/articles.ts';
import { listPlaces } from '#storage/places.ts';
import type { mentionsApi } from '#workers/mentions-api.ts';
import address from '#workers/mentions-worker.ts?worker&url';
import { startWorker } from '#workers/start-worker.ts';
import { mentionEngine } from './mention-engine.ts';

/**
 * Keep the suggestions level with the workspace: look through every article that comes or changes, and through all
 * again when the analyst makes a place. To be used once, by the app.
 */
export function useMentionFinder(): void {
  const { db } = useSession();
  const client = useStore(mentionEngine, (state) => state.client);

  useEffect(() => {
    const started = startWorker<typeof mentionsApi>(address);
    mentionEngine.setState({ client: started, name: db.name, failure: null });
    return () => {
      started.close();
      mentionEngine.setState({ client: null, progress: null });
    };
  }, [db]);

  const grounds = useLiveQuery(async () => {
    const articles = await listArticles(db);
    const texts = articles
      .map(
        ({ id, textSha256, noise }) =>
          `${id} ${textSha256} ${noise.map(({ start, end }) => start + end).join()}`,
      )
      .sort();
    return JSON.stringify([texts, await listPlaces(db)]);
  }, [db]);

  useEffect(() => {
    if (client === null || grounds === undefined) return;
    const stop = new AbortController();
    const bump = () => mentionEngine.setState(({ version }) => ({ version: version + 1 }));
    const run = async () => {
      // The article that is open comes first.
      const { articleId } = look.getState();
      if (articleId !== null) await client.call('find', { name: db.name, id: articleId });
      await client.call(
        'findAll',
        { name: db.name },
        {
          signal: stop.signal,
          onProgress: (progress) => {
            mentionEngine.setState({ progress });
            if (progress.done % 200 === 0) bump();
          },
        },
      );
      mentionEngine.setState({ progress: null });
      bump();
    };
    run().catch((error: unknown) => {
      if (!stop.signal.aborted) mentionEngine.setState({ failure: String(error), progress: null });
    });
    return () => stop.abort();
  }, [client, grounds, db]);
}
