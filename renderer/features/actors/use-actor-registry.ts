import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo, useState } from 'react';
import type { ActorRelation, KnownRelation } from '#core/actors/actor.ts';
import { type JoinedActor, joinActors, standIn } from '#core/actors/join-actors.ts';
import type { ActorRegistry } from '#core/actors/parse-actors.ts';
import type { ActorId } from '#core/ids.ts';
import { loadRegistry } from '#state/load-registry.ts';
import { useSession } from '#state/session.ts';
import { listActorEntries, listActorRelations } from '#storage/actors.ts';

/** The one registry of actors, as it is now. */
export type Actors = {
  readonly all: readonly JoinedActor[];
  /** The program's relations, and the analyst's. */
  readonly known: readonly KnownRelation[];
  readonly kept: readonly ActorRelation[];
  readonly sources: ReadonlyMap<string, string>;
  readonly stands: (id: ActorId) => ActorId;
};

/** The registry of actors; `null` while it is read. A registry that can't be read is thrown to the screen. */
export function useActorRegistry(): Actors | null {
  const { db } = useSession();
  const registry = useRegistry();
  const entries = useLiveQuery(() => listActorEntries(db), [db]);
  const kept = useLiveQuery(() => listActorRelations(db), [db]);
  return useMemo(() => {
    if (registry === null || entries === undefined || kept === undefined) return null;
    const all = joinActors(registry.actors, entries);
    return { all, known: registry.relations, kept, sources: registry.sources, stands: standIn(all) };
  }, [registry, entries, kept]);
}

function useRegistry(): ActorRegistry | null {
  const [registry, setRegistry] = useState<ActorRegistry | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  useEffect(() => {
    let isHere = true;
    loadRegistry().then(
      (read) => isHere && setRegistry(read),
      (error: Error) => isHere && setFailure(error),
    );
    return () => {
      isHere = false;
    };
  }, []);
  if (failure !== null) throw failure;
  return registry;
}
