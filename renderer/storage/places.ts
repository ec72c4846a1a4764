import type { Place } from '#core/geo/place.ts';
import type { PlaceId } from '#core/ids.ts';
import type { Database } from './database.ts';

/** The places the analyst made, and those of the program they say otherwise of. */
export function listPlaces(db: Database): Promise<Place[]> {
  return db.places.toArray();
}

/** What the analyst says of a place; `null`: nothing. */
export async function findPlace(db: Database, id: PlaceId): Promise<Place | null> {
  return (await db.places.get(id)) ?? null;
}
