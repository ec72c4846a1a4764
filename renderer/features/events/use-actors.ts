import { useLiveQuery } from 'dexie-react-hooks';
import { type JoinedActor, joinActors } from '#core/actors/join-actors.ts';
import { parseActors } from '#core/actors/parse-actors.ts';
import registry from '#resources/actors.json';
import { useSession } from '#state/session.ts';
import { listActorEntries } from '#storage/actors.ts';
import type { Database } from '#storage/database.ts';

let program: ReturnType<typeof parseActors> | null = null;

/** The actors of the program's registry, with what the analyst says of them. */
export async function readActors(db: Database): Promise<readonly JoinedActor[]> {
  program ??= parseActors(registry);
  return joinActors(program, await listActorEntries(db));
}

const none: readonly JoinedActor[] = [];

/** Follow all actors there are to choose from. */
export function useActors(): readonly JoinedActor[] {
  const { db } = useSession();
  return useLiveQuery(() => readActors(db), [db]) ?? none;
}
