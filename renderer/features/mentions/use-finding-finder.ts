import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Article } from '#core/article.ts';
import { followArticles } from '#state/follow-articles.ts';
import { useSession } from '#state/session.ts';
import { look } from '#state/workspace.ts';
import { listActorEntries } from '#storage/actors.ts';
import type { findingsApi } from '#workers/findings-api.ts';
import address from '#workers/findings-worker.ts?worker&url';
import type { MentionProgress } from '#workers/mentions-api.ts';
import { startWorker } from '#workers/start-worker.ts';
import { findingEngine } from './finding-engine.ts';

/**
 * Keep what is found beside places level with the workspace: look through every article that comes or changes, and
 * through all again when the analyst says something of an actor. To be used once, by the app.
 */
export function useFindingFinder(): void {
  const { db } = useSession();
  const client = useStore(findingEngine, (state) => state.client);

  useEffect(() => {
    const started = startWorker<typeof findingsApi>(address);
    findingEngine.setState({ client: started, name: db.name, progress: null, failure: null });
    return () => {
      started.close();
      findingEngine.setState({ client: null, progress: null });
    };
  }, [db]);

  const entries = useLiveQuery(async () => JSON.stringify(await listActorEntries(db)), [db]);

  useEffect(() => {
    if (client === null || entries === undefined) return;
    const { name } = db;
    const bump = () => findingEngine.setState(({ version }) => ({ version: version + 1 }));
    const onProgress = (progress: MentionProgress) => {
      findingEngine.setState({ progress });
      if (progress.done % 400 === 0) bump();
    };
    return followArticles(db, {
      async onAll(signal) {
        // The article that is open comes first.
        const { articleId } = look.getState();
        if (articleId !== null) await client.call('find', { name, id: articleId });
        await client.call('findAll', { name }, { signal, onProgress });
      },
      onSome: (ids, signal) => client.call('findIn', { name, ids }, { signal, onProgress }),
      onRest: () => {
        findingEngine.setState({ progress: null });
        bump();
      },
      onFail: (error) => findingEngine.setState({ failure: String(error), progress: null }),
      isSame,
    });
  }, [client, entries, db]);
}

function isSame(before: Article, after: Article): boolean {
  return (
    before.textSha256 === after.textSha256 &&
    JSON.stringify([before.noise, before.publishedAt]) === JSON.stringify([after.noise, after.publishedAt])
  );
}
