import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { ArticleId, SavedSearchId } from '#core/ids.ts';
import type { SavedSearch, SearchDecision } from '#core/search/saved-search.ts';
import { sortSearches, verdictsOf } from '#core/search/saved-searches.ts';
import { usePreferences } from '#state/preferences.ts';
import { useSession } from '#state/session.ts';
import { look } from '#state/workspace.ts';
import { listSavedSearches, listSearchDecisions } from '#storage/saved-searches.ts';
import { savedDesk, useSavedDesk } from './saved-desk.ts';
import { searchEngine } from './search-engine.ts';

/** A saved search with what became of what it found. */
export type ShownSearch = {
  readonly search: SavedSearch;
  /** How many articles it finds; `null` until that is known. */
  readonly total: number | null;
  readonly newIds: readonly ArticleId[];
  readonly verdicts: ReturnType<typeof verdictsOf>;
};

/** The searches are asked again once the index has been still for so long, and nothing is typed. */
const stillMs = 400;
const typingMs = 1_200;

/** Keep what the saved searches find level with the index, in the background. To be used once. */
export function useInboxRefresh(): void {
  const client = useStore(searchEngine, (state) => state.client);
  const version = useStore(searchEngine, (state) => state.version);
  const isWhole = useStore(searchEngine, (state) => state.progress === null && state.version > 0);
  const saved = useSavedRecords();
  const hasSearches = saved !== undefined && saved.searches.length > 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed index, search or decision asks again.
  useEffect(() => {
    if (client === null || !isWhole || !hasSearches) return;
    const asked = new AbortController();
    const ask = () => {
      stop();
      client.call('inboxes', null, { signal: asked.signal }).then(
        (inboxes) =>
          savedDesk.setState({ inboxes: new Map(inboxes.map((inbox) => [inbox.searchId, inbox])) }),
        // A newer question came, or the worker ended: the search itself tells of that.
        () => undefined,
      );
    };
    let timer = setTimeout(ask, stillMs);
    const stop = look.subscribe(({ query }, before) => {
      if (query === before.query) return;
      clearTimeout(timer);
      timer = setTimeout(ask, typingMs);
    });
    return () => {
      stop();
      clearTimeout(timer);
      asked.abort();
    };
  }, [client, version, isWhole, hasSearches, saved]);
}

/** The saved searches by name, with what is new; `undefined` while they are read. */
export function useSavedSearches(): ShownSearch[] | undefined {
  const saved = useSavedRecords();
  const inboxes = useSavedDesk((desk) => desk.inboxes);
  const locale = usePreferences((state) => state.language);
  return useMemo(
    () =>
      saved === undefined
        ? undefined
        : sortSearches(saved.searches, locale).map((search) => show(search, saved.decisions, inboxes)),
    [saved, inboxes, locale],
  );
}

/** How many articles are new to any saved search, each counted once. */
export function useNewHitCount(): number {
  const searches = useSavedSearches();
  return useMemo(() => new Set((searches ?? []).flatMap(({ newIds }) => newIds)).size, [searches]);
}

type SavedRecords = {
  readonly searches: readonly SavedSearch[];
  readonly decisions: readonly SearchDecision[];
};

function useSavedRecords(): SavedRecords | undefined {
  const { db } = useSession();
  return useLiveQuery(async () => {
    const [searches, decisions] = await Promise.all([listSavedSearches(db), listSearchDecisions(db)]);
    return { searches, decisions };
  }, [db]);
}

function show(
  search: SavedSearch,
  decisions: readonly SearchDecision[],
  inboxes: ReadonlyMap<SavedSearchId, { total: number; newIds: readonly ArticleId[] }> | null,
): ShownSearch {
  const verdicts = verdictsOf(search.id, decisions);
  const inbox = inboxes?.get(search.id);
  // What was decided since the index was asked is no longer new.
  const newIds = (inbox?.newIds ?? []).filter((id) => !verdicts.has(id));
  return { search, total: inbox?.total ?? null, newIds, verdicts };
}
