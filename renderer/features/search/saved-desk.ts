import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ArticleId, SavedSearchId } from '#core/ids.ts';
import type { Inbox } from '#workers/saved-searches-api.ts';

/** What of a saved search is listed. */
export type InboxView = 'new' | 'accepted' | 'dismissed';

/** What is open on the page of saved searches, and what they find: kept while the page is out of sight. */
export type SavedDesk = {
  readonly openId: SavedSearchId | null;
  readonly view: InboxView;
  /** Articles chosen in the list. */
  readonly chosen: ReadonlySet<ArticleId>;
  /** What each search found last; `null` until that is known. */
  readonly inboxes: ReadonlyMap<SavedSearchId, Inbox> | null;
};

export const savedDesk = createStore<SavedDesk>(() => ({
  openId: null,
  view: 'new',
  chosen: new Set(),
  inboxes: null,
}));

/** Follow a part of the desk. */
export function useSavedDesk<Part>(select: (desk: SavedDesk) => Part): Part {
  return useStore(savedDesk, select);
}

/** Open a saved search at its new hits. */
export function openSavedSearch(openId: SavedSearchId): void {
  savedDesk.setState({ openId, view: 'new', chosen: new Set() });
}
