import { createStore } from 'zustand/vanilla';
import { type GroupId, newId } from '#core/ids.ts';
import { planRegrouping, type Regrouping } from '#core/import/copies/place-article.ts';
import type { Session } from '#state/session.ts';
import { findArticles } from '#storage/articles.ts';
import { newestEdit } from '#storage/edits.ts';
import type { Client } from '#workers/rpc.ts';
import type { Looking, sameTextApi } from '#workers/same-text-api.ts';
import address from '#workers/same-text-worker.ts?worker&url';
import { startWorker } from '#workers/start-worker.ts';
import { importDesk } from './import-desk.ts';

/** A look through the library for articles with the same text. */
export type SameTextDesk = {
  /** `null` while nothing is looked for. */
  readonly running: {
    readonly done: number;
    readonly total: number;
    /** Whether the analyst asked for it: what the program does by itself is not shown. */
    readonly isAsked: boolean;
  } | null;
};

export const sameTextDesk = createStore<SameTextDesk>(() => ({ running: null }));

/** What a look through the library came to. */
export type LookedThrough = {
  /** Articles that came into a group, and those that left one. */
  readonly joined: number;
  readonly left: number;
  readonly end: 'done' | 'cancelled' | 'failed';
};

const nothing: LookedThrough = { joined: 0, left: 0, end: 'done' };

/** What the program finds after one of these is taken back together with it, while nothing else was done. */
const followed: ReadonlySet<string> = new Set([
  'articles.import',
  'bundle.import',
  'article.derive',
  'article.noise',
  'article.spare',
]);

let controller: AbortController | null = null;
let tail: Promise<unknown> = Promise.resolve();

/** Look through all articles for the same text, or through those that were not compared yet, after what runs already. */
export function lookForSameTexts(session: Session, which: Looking['which']): Promise<LookedThrough> {
  // What the analyst asks for looks at everything: there is no need to wait for less.
  if (which === 'all') controller?.abort();
  const looked = tail.then(() => lookNow(session, which));
  tail = looked.catch(() => undefined);
  return looked;
}

/** Stop looking. What was found stays. */
export function stopLooking(): void {
  controller?.abort();
}

async function lookNow(session: Session, which: Looking['which']): Promise<LookedThrough> {
  controller = new AbortController();
  const { signal } = controller;
  const isAsked = which === 'all';
  const client = startWorker<typeof sameTextApi>(address);
  try {
    const group = await groupToFollow(session, isAsked);
    const total = await client.call('begin', { name: session.db.name, which, isGentle: !isAsked });
    sameTextDesk.setState({ running: { done: 0, total, isAsked } });
    return await goThrough({ session, client, group, signal });
  } catch (error) {
    if (!signal.aborted) console.warn('the same texts were not looked for', error);
    return { ...nothing, end: signal.aborted ? 'cancelled' : 'failed' };
  } finally {
    client.close();
    sameTextDesk.setState({ running: null });
  }
}

type Way = {
  readonly session: Session;
  readonly client: Client<typeof sameTextApi>;
  readonly group: GroupId;
  readonly signal: AbortSignal;
};

async function goThrough({ session, client, group, signal }: Way): Promise<LookedThrough> {
  let [joined, left] = [0, 0];
  const onProgress = (done: number) =>
    sameTextDesk.setState(({ running }) => ({ running: running && { ...running, done } }));
  for (;;) {
    await importIsOver(signal);
    if (signal.aborted) return { joined, left, end: 'cancelled' };
    const found = await client.call('next', null, { onProgress, signal }).catch((error) => {
      if (signal.aborted) return null;
      throw error;
    });
    if (found === null) return { joined, left, end: signal.aborted ? 'cancelled' : 'done' };
    const kept = await keep(session, found, group);
    if (kept === null) return { joined, left, end: 'failed' };
    joined += kept.joined;
    left += kept.left;
    await client.call('keep', null);
  }
}

/** Bring what was found into the workspace as one edit; `null` when it could not be kept. */
async function keep(
  session: Session,
  found: readonly Regrouping[],
  group: GroupId,
): Promise<Pick<LookedThrough, 'joined' | 'left'> | null> {
  if (found.length === 0) return nothing;
  const joined = new Set(found.flatMap(({ articleId, sameText }) => (sameText === null ? [] : articleId)));
  const detail = {
    joined: joined.size,
    left: new Set(found.map(({ articleId }) => articleId)).size - joined.size,
  };
  const ids = new Set(found.flatMap(({ articleId, sameText }) => [articleId, sameText?.likeId ?? articleId]));
  const outcome = await session.commit(
    { action: 'articles.group-text', detail },
    async () => planRegrouping(found, await findArticles(session.db, ids)),
    { group },
  );
  return outcome.ok ? detail : null;
}

/** The group of the edit after which it is looked, so that one undo takes both back; otherwise one of its own. */
async function groupToFollow(session: Session, isAsked: boolean): Promise<GroupId> {
  const newest = isAsked ? null : await newestEdit(session.db);
  const isFollowed = newest?.kind === 'new' && followed.has(newest.label.action);
  return (isFollowed ? newest.group : null) ?? newId<'group'>();
}

function importIsOver(signal: AbortSignal): Promise<void> {
  if (importDesk.getState().running === null || signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      stop();
      signal.removeEventListener('abort', end);
      resolve();
    };
    const stop = importDesk.subscribe(({ running }) => running === null && end());
    signal.addEventListener('abort', end);
  });
}
