import { useLiveQuery } from 'dexie-react-hooks';
import type { Place } from '#core/geo/place.ts';
import { useSession } from '#state/session.ts';
import { listPlaces } from '#storage/places.ts';

const none: readonly Place[] = [];

/** Follow the places the analyst made or corrected. */
export function useCorrectedPlaces(): readonly Place[] {
  const { db } = useSession();
  return useLiveQuery(() => listPlaces(db), [db]) ?? none;
}
