import type { Place } from '#core/geo/place.ts';
import type { PlaceId } from '#core/ids.ts';
import type { Database } from './database.ts';

/** Places by their ids. */
export type PlacesById = ReadonlyMap<PlaceId, Place>;

/** The gazetteer's places read so far, which stay as they are while the program runs. Bounded by the gazetteer. */
const readBefore = new WeakMap<Database, Map<PlaceId, Place>>();
/** What is kept already; a place of the analyst that was changed is another one. */
const keptBefore = new WeakMap<Database, WeakSet<Place>>();

/** The places that suggestions name by these ids; those that are not there are left out. */
export async function readSuggestedPlaces(db: Database, ids: Iterable<PlaceId>): Promise<PlacesById> {
  const known = readBefore.get(db) ?? new Map<PlaceId, Place>();
  readBefore.set(db, known);
  const found = new Map<PlaceId, Place>();
  const wanted: PlaceId[] = [];
  for (const id of new Set(ids)) {
    const place = known.get(id);
    if (place === undefined) wanted.push(id);
    else found.set(id, place);
  }
  if (wanted.length === 0) return found;
  for (const place of await db.suggestedPlaces.bulkGet(wanted)) {
    if (place === undefined) continue;
    found.set(place.id, place);
    if (isOfGazetteer(place)) known.set(place.id, place);
  }
  return found;
}

/** Those of `places` that are not kept yet. */
export function unkeptPlaces(db: Database, places: Iterable<Place>): Place[] {
  const kept = keptBefore.get(db);
  return [...new Set(places)].filter((place) => !kept?.has(place));
}

/** Note that places are kept now, so that they are not written again. */
export function notePlacesKept(db: Database, places: Iterable<Place>): void {
  const kept = keptBefore.get(db) ?? new WeakSet<Place>();
  keptBefore.set(db, kept);
  for (const place of places) kept.add(place);
}

/** The analyst's own places have ids without a colon. */
function isOfGazetteer({ id }: Place): boolean {
  return id.charAt(1) === ':';
}
