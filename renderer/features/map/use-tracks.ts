import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { type JoinedActor, joinActors, standIn } from '#core/actors/join-actors.ts';
import type { ActorId } from '#core/ids.ts';
import { hiddenRecords } from '#core/picture/narrow-items.ts';
import type { Area, Track } from '#core/tracks/track.ts';
import { loadRegistry } from '#state/load-registry.ts';
import { useSession } from '#state/session.ts';
import { usePictureItems } from '#state/use-picture-items.ts';
import { useReachingPart } from '#state/use-reaching-narrowing.ts';
import { listActorEntries } from '#storage/actors.ts';
import { listAreas, listTracks } from '#storage/tracks.ts';

/** The tracks and areas of the workspace. */
export type TracksAndAreas = { readonly tracks: readonly Track[]; readonly areas: readonly Area[] };

/** The tracks and areas of the workspace, and which of them the narrowing lets through. */
export type KeptShapes = TracksAndAreas & { readonly isShown: (id: string) => boolean };

// Made once: a language's rules are dear to look up for every pair of names.
const names = new Intl.Collator(undefined, { numeric: true });
const byName = (a: { readonly name: string }, b: { readonly name: string }) => names.compare(a.name, b.name);

const none: TracksAndAreas = { tracks: [], areas: [] };

/** Follow all tracks and areas, by name. */
export function useTracksAndAreas(): TracksAndAreas {
  const { db } = useSession();
  return (
    useLiveQuery(async () => {
      const [tracks, areas] = await Promise.all([listTracks(db), listAreas(db)]);
      return { tracks: tracks.sort(byName), areas: areas.sort(byName) };
    }, [db]) ?? none
  );
}

/** Follow all tracks and areas, and which of them the narrowing hides: a step that hides no other ones changes nothing. */
export function useKeptShapes(): KeptShapes {
  const kept = useTracksAndAreas();
  const all = usePictureItems();
  // What was made a moment ago is not among the items yet, and is shown.
  const shapes = useMemo(() => all?.filter(({ kind }) => kind === 'track' || kind === 'area') ?? [], [all]);
  const hidden = useReachingPart((narrowing) => {
    return hiddenRecords(shapes, narrowing).join(' ');
  });
  return useMemo(() => {
    const ids = new Set(hidden.split(' '));
    return { ...kept, isShown: (id) => !ids.has(id) };
  }, [kept, hidden]);
}

/** The actors there are to choose from, and the one another stands for. */
export type KnownActors = {
  readonly all: readonly JoinedActor[];
  readonly name: (id: ActorId) => string;
};

const noActors: readonly JoinedActor[] = [];

/** Follow the registry of actors. */
export function useKnownActors(): KnownActors {
  const { db } = useSession();
  const all =
    useLiveQuery(async () => {
      // First, so that who follows this hears of changes.
      const entries = await listActorEntries(db);
      return joinActors((await loadRegistry()).actors, entries);
    }, [db]) ?? noActors;
  return useMemo(() => {
    const byId = new Map(all.map((actor) => [actor.id, actor.name]));
    const stands = standIn(all);
    return { all, name: (id) => byId.get(stands(id)) ?? id };
  }, [all]);
}
