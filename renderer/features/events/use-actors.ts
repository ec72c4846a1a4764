import { useLiveQuery } from 'dexie-react-hooks';
import { type JoinedActor, joinActors } from '#core/actors/join-actors.ts';
import { loadRegistry } from '#state/load-registry.ts';
import { useSession } from '#state/session.ts';
import { listActorEntries } from '#storage/actors.ts';
import type { Database } from '#storage/database.ts';

/** The actors of the program's registry, with what the analyst says of them. */
export async function readActors(db: Database): Promise<readonly JoinedActor[]> {
  // First, so that who follows this hears of changes.
  const entries = await listActorEntries(db);
  return joinActors((await loadRegistry()).actors, entries);
}

const none: readonly JoinedActor[] = [];

/** Follow all actors there are to choose from. */
export function useActors(): readonly JoinedActor[] {
  const { db } = useSession();
  return useLiveQuery(() => readActors(db), [db]) ?? none;
}
