import type { SavedSearchId } from '#core/ids.ts';
import type { SavedSearch, SearchDecision } from '#core/search/saved-search.ts';
import type { Database } from './database.ts';

/** All saved searches, in no order that matters. */
export function listSavedSearches(db: Database): Promise<SavedSearch[]> {
  return db.savedSearches.toArray();
}

/** One saved search; `null` when there is none with this id. */
export async function findSavedSearch(db: Database, id: SavedSearchId): Promise<SavedSearch | null> {
  return (await db.savedSearches.get(id)) ?? null;
}

/** What was decided on what a saved search found, or on what every one of them did. */
export function listSearchDecisions(db: Database, searchId?: SavedSearchId): Promise<SearchDecision[]> {
  if (searchId === undefined) return db.searchDecisions.toArray();
  return db.searchDecisions.where('searchId').equals(searchId).toArray();
}
