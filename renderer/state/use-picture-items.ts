import { useSyncExternalStore } from 'react';
import type { JoinedActor } from '#core/actors/join-actors.ts';
import type { TableName, Tables } from '#core/history/change.ts';
import type { ActorId } from '#core/ids.ts';
import { actorPassages } from '#core/mentions/actor-passages.ts';
import type { Finding } from '#core/mentions/finding.ts';
import { collectItems, type PictureRecords } from '#core/picture/collect-items.ts';
import type { PictureItem } from '#core/picture/picture-item.ts';
import type { Database } from '#storage/database.ts';
import { type Kept, keepHeads, keepRecords } from '#storage/kept-records.ts';
import { newestActors, useActors } from './known-actors.ts';
import { useSession } from './session.ts';

/**
 * Everything of the work that has a place or a time, for map and timeline; `undefined` until all of it is read. Held in
 * memory, it follows each edit.
 */
export function usePictureItems(): readonly PictureItem[] | undefined {
  const { db } = useSession();
  const articles = useKept(keepHeads(db));
  const highlights = useTable(db, 'highlights');
  const mentions = useTable(db, 'mentions');
  const events = useTable(db, 'events');
  const tracks = useTable(db, 'tracks');
  const areas = useTable(db, 'areas');
  const findings = useTable(db, 'findings');
  useActors();
  // Not what this one follows: two that learn of a change one after the other would collect in turn without end.
  const actors = newestActors();
  return articles && highlights && mentions && events && tracks && areas && findings
    ? collectOnce({
        articles,
        highlights,
        mentions,
        events,
        tracks,
        areas,
        actorPassages: passagesOnce(findings),
        standsFor: standsForOnce(actors),
      })
    : undefined;
}

/** What was collected last: everybody who asks gets the same items, so that they are narrowed once for all. */
let last: { readonly records: PictureRecords; readonly items: readonly PictureItem[] } | null = null;

function collectOnce(records: PictureRecords): readonly PictureItem[] {
  const before = last?.records;
  const tables = Object.keys(records) as (keyof PictureRecords)[];
  if (last === null || tables.some((table) => before?.[table] !== records[table]))
    last = { records, items: collectItems(records) };
  return last.items;
}

let lastPassages: {
  readonly findings: readonly Finding[];
  readonly passages: ReturnType<typeof actorPassages>;
} | null = null;

/** The same map as long as nothing else is decided. */
function passagesOnce(findings: readonly Finding[]): ReturnType<typeof actorPassages> {
  if (lastPassages?.findings !== findings) lastPassages = { findings, passages: actorPassages(findings) };
  return lastPassages.passages;
}

let lastActors: {
  readonly actors: readonly JoinedActor[];
  readonly standsFor: (id: ActorId) => ActorId;
} | null = null;

/** The actor that one went into, by the registry as it is; the same as long as nobody says anything of an actor. */
function standsForOnce(actors: readonly JoinedActor[]): (id: ActorId) => ActorId {
  if (lastActors?.actors !== actors) {
    const into = new Map(actors.flatMap(({ id, merged }) => merged.map((part) => [part.id, id] as const)));
    lastActors = { actors, standsFor: (id) => into.get(id) ?? id };
  }
  return lastActors.standsFor;
}

function useTable<Table extends TableName>(db: Database, table: Table): readonly Tables[Table][] | null {
  return useKept(keepRecords(db, table));
}

function useKept<Held>({ subscribe, get }: Kept<Held>): readonly Held[] | null {
  return useSyncExternalStore(subscribe, get);
}
