import type { Place } from '#core/geo/place.ts';
import type { Database } from './database.ts';

/** The places the analyst made. */
export function listPlaces(db: Database): Promise<Place[]> {
  return db.places.toArray();
}
