import { useLiveQuery } from 'dexie-react-hooks';
import { type JoinedActor, joinActors } from '#core/actors/join-actors.ts';
import { listActorEntries } from '#storage/actors.ts';
import type { Database } from '#storage/database.ts';
import { loadRegistry } from './load-registry.ts';
import { useSession } from './session.ts';

let last: { readonly stamp: string; readonly actors: readonly JoinedActor[] } | null = null;

/**
 * The actors of the program's registry, with what the analyst says of them. The same list until something is said of
 * one, for what is worked out from it takes a while.
 */
export async function readActors(db: Database): Promise<readonly JoinedActor[]> {
  // First, so that who follows this hears of changes.
  const entries = await listActorEntries(db);
  const { actors } = await loadRegistry();
  const stamp = JSON.stringify(entries);
  if (last?.stamp !== stamp) last = { stamp, actors: joinActors(actors, entries) };
  return last.actors;
}

const none: readonly JoinedActor[] = [];

/** The actors as they were read last, the same for everybody who asks; none before that. */
export function newestActors(): readonly JoinedActor[] {
  return last?.actors ?? none;
}

/** Follow all actors there are to choose from. */
export function useActors(): readonly JoinedActor[] {
  const { db } = useSession();
  return useLiveQuery(() => readActors(db), [db]) ?? none;
}
