import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ArticleId, SavedSearchId } from '#core/ids.ts';
import type { SavedSearch } from '#core/search/saved-search.ts';
import type { SavedAsk } from '#core/search/saved-searches.ts';
import { look, showScreen } from '#state/workspace.ts';
import type { Inbox } from '#workers/saved-searches-api.ts';
import { askOtherwise, searchEngine } from './search-engine.ts';

/** What of a saved search is listed. */
export type InboxView = 'new' | 'accepted' | 'dismissed';

/** What the analyst is asked for in a window: the name of a search to be saved, a new name, or another query. */
export type SavedAsking =
  | { readonly kind: 'save'; readonly ask: SavedAsk }
  | { readonly kind: 'rename' | 'change'; readonly search: SavedSearch };

/** What is open on the page of saved searches, and what they find: kept while the page is out of sight. */
export type SavedDesk = {
  readonly openId: SavedSearchId | null;
  readonly view: InboxView;
  /** Articles chosen in the list. */
  readonly chosen: ReadonlySet<ArticleId>;
  /** What each search found last; `null` until that is known. */
  readonly inboxes: ReadonlyMap<SavedSearchId, Inbox> | null;
  readonly asking: SavedAsking | null;
};

export const savedDesk = createStore<SavedDesk>(() => ({
  openId: null,
  view: 'new',
  chosen: new Set(),
  inboxes: null,
  asking: null,
}));

/** Follow a part of the desk. */
export function useSavedDesk<Part>(select: (desk: SavedDesk) => Part): Part {
  return useStore(savedDesk, select);
}

/** Open a saved search at its new hits. */
export function openSavedSearch(openId: SavedSearchId): void {
  savedDesk.setState({ openId, view: 'new', chosen: new Set() });
  look.setState({ screen: 'search', searchPage: 'saved' });
}

/** The search in the box as it could be saved; `null` when nothing is asked for. */
export function askNow(): SavedAsk | null {
  const query = look.getState().query.trim();
  const { expands, withoutAliases, narrowing } = searchEngine.getState().options;
  return query === '' ? null : { query, expands, withoutAliases, narrowing };
}

/** Ask for the name of the search in the box, to save it. Without one there is nothing to save. */
export function askToSave(): void {
  const ask = askNow();
  if (ask !== null) savedDesk.setState({ asking: { kind: 'save', ask } });
}

/** Run a saved search in the list of results. */
export function runSavedSearch({ query, expands, withoutAliases, narrowing }: SavedAsk): void {
  look.setState({ query });
  askOtherwise({ expands, withoutAliases, narrowing });
  showScreen('read');
}
