import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Change } from '#core/history/change.ts';
import type { ArticleId, PlaceId } from '#core/ids.ts';
import { placeSearch } from '#state/place-search.ts';
import { useSession } from '#state/session.ts';
import { look } from '#state/workspace.ts';
import { whenApplied } from '#storage/apply-changes.ts';
import type { Database } from '#storage/database.ts';
import type { MentionProgress, mentionsApi } from '#workers/mentions-api.ts';
import address from '#workers/mentions-worker.ts?worker&url';
import type { Client } from '#workers/rpc.ts';
import { startWorker } from '#workers/start-worker.ts';
import { mentionEngine, searchPlaces } from './mention-engine.ts';

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
    placeSearch.setState({ search: searchPlaces });
    return () => {
      started.close();
      mentionEngine.setState({ client: null, progress: null });
      placeSearch.setState({ search: null });
    };
  }, [db]);

  useEffect(() => {
    if (client === null) return;
    let stop = follow(db, client);
    const stopHearing = whenApplied(db, (changes) => {
      const ids = changes.flatMap(({ table, id }) => (table === 'places' ? [id as PlaceId] : []));
      if (ids.length === 0) return;
      stop();
      // The worker takes calls in their order: whatever is asked after this knows of the edit.
      client.call('note', { name: db.name, ids }).catch(tellFailure);
      stop = follow(db, client);
    });
    return () => {
      stopHearing();
      stop();
    };
  }, [client, db]);
}

/** So long is waited for more articles of an import. */
const gatherMs = 500;

/** Look through all articles, then through those that come or change; answers how to stop. */
function follow(db: Database, client: Client<typeof mentionsApi>): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const name = db.name;
  const changed = new Set<ArticleId>();
  let isBusy = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const bump = () => mentionEngine.setState(({ version }) => ({ version: version + 1 }));
  const onProgress = (progress: MentionProgress) => {
    mentionEngine.setState({ progress });
    if (progress.done % 200 === 0) bump();
  };
  const fail = (error: unknown) => {
    if (!signal.aborted) tellFailure(error);
  };

  async function lookThroughAll(): Promise<void> {
    // The article that is open comes first.
    const { articleId } = look.getState();
    if (articleId !== null) await client.call('find', { name, id: articleId });
    await client.call('findAll', { name }, { signal, onProgress });
    await rest();
  }

  async function lookThroughChanged(): Promise<void> {
    isBusy = true;
    timer = undefined;
    const ids = [...changed];
    changed.clear();
    await client.call('findIn', { name, ids }, { signal, onProgress });
    await rest();
  }

  /** Go on with what has changed meanwhile. */
  async function rest(): Promise<void> {
    if (changed.size > 0) return lookThroughChanged();
    isBusy = false;
    mentionEngine.setState({ progress: null });
    bump();
  }

  const stopHearing = whenApplied(db, (changes) => {
    for (const id of articlesOf(changes)) changed.add(id);
    if (changed.size === 0 || isBusy) return;
    timer ??= setTimeout(() => void lookThroughChanged().catch(fail), gatherMs);
  });
  lookThroughAll().catch(fail);
  return () => {
    stopHearing();
    clearTimeout(timer);
    stop.abort();
  };
}

function tellFailure(error: unknown): void {
  mentionEngine.setState({ failure: String(error), progress: null });
}

/** The articles whose text or noise is another than before. */
function articlesOf(changes: readonly Change[]): ArticleId[] {
  return changes.flatMap((change) => {
    if (change.table !== 'articles') return [];
    const { id, before, after } = change;
    const isSame =
      before !== null &&
      after !== null &&
      before.textSha256 === after.textSha256 &&
      JSON.stringify(before.noise) === JSON.stringify(after.noise);
    return isSame ? [] : [id];
  });
}
