import { useEffect, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { ActorGroup, ActorSpot } from '#core/mentions/group-actors.ts';
import { useSession } from '#state/session.ts';
import { keepRecords } from '#storage/kept-records.ts';
import { askActorGroups, askActorSpots, findingEngine } from './finding-engine.ts';

/** Who is suggested in all articles; asked again after every decision and when more is found; `null` until known. */
export function useActorGroups(): readonly ActorGroup[] | null {
  const asked = useAsked();
  const [groups, setGroups] = useState<readonly ActorGroup[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever was found or decided makes other groups.
  useEffect(() => {
    let isCurrent = true;
    void askActorGroups().then((found) => {
      if (isCurrent && found !== null) setGroups(found);
    });
    return () => {
      isCurrent = false;
    };
  }, asked);
  return groups;
}

const noSpots: readonly ActorSpot[] = [];

/** The undecided passages of a group; those of none until they are known. */
export function useActorSpots(key: string | null): readonly ActorSpot[] {
  const asked = useAsked();
  const [found, setFound] = useState<{ key: string | null; spots: readonly ActorSpot[] }>({
    key: null,
    spots: noSpots,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above.
  useEffect(() => {
    if (key === null) return;
    let isCurrent = true;
    void askActorSpots(key).then((spots) => {
      if (isCurrent) setFound({ key, spots });
    });
    return () => {
      isCurrent = false;
    };
  }, [key, ...asked]);
  return found.key === key ? found.spots : noSpots;
}

/** What an answer of the worker holds for. */
function useAsked() {
  const { client, version } = useStore(findingEngine);
  const { subscribe, get } = keepRecords(useSession().db, 'findings');
  const decided = useSyncExternalStore(subscribe, get);
  return [client, version, decided] as const;
}
