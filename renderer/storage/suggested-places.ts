import type { Place } from '#core/geo/place.ts';
import type { PlaceId } from '#core/ids.ts';
import type { Database } from './database.ts';

/** Places by their ids. */
export type PlacesById = ReadonlyMap<PlaceId, Place>;

/** The gazetteer's places read so far, as the program has them: these stay as they are. Bounded by the gazetteer. */
const readBefore = new WeakMap<Database, Map<PlaceId, Place>>();
/** What is kept already; a place of the analyst that was changed is another one. */
const keptBefore = new WeakMap<Database, WeakSet<Place>>();

/** The places that suggestions name by these ids, as the analyst has them; those that are not there are left out. */
export async function readSuggestedPlaces(db: Database, ids: Iterable<PlaceId>): Promise<PlacesById> {
  const found = await readPrograms(db, ids);
  // What the analyst says counts at once, not only when all texts have been looked through again.
  for (const place of await db.places.toArray()) if (found.has(place.id)) found.set(place.id, place);
  return found;
}

async function readPrograms(db: Database, ids: Iterable<PlaceId>): Promise<Map<PlaceId, Place>> {
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

/** Those of `places` that are not kept yet; of a place the analyst corrected, the program's entry. */
export function unkeptPlaces(db: Database, places: Iterable<Place>): Place[] {
  const kept = keptBefore.get(db);
  const programs = new Set<Place>();
  for (const place of places) programs.add(place.original ?? place);
  return [...programs].filter((place) => !kept?.has(place));
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
