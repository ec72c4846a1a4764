import { createStore } from 'zustand/vanilla';
import type { ArticleId } from '#core/ids.ts';
import { look, openArticle } from '#state/workspace.ts';
import type { Client } from '#workers/rpc.ts';
import type { IndexProgress, ShownResult, searchApi } from '#workers/search-api.ts';

/** What is known of the index and of the last query. */
export type SearchEngine = {
  readonly client: Client<typeof searchApi> | null;
  /** Counts how often the worker was started; one more starts it anew. */
  readonly attempt: number;
  /** `null` once every article is in. */
  readonly progress: IndexProgress | null;
  /** Counts the times the index has changed, so that what is shown can be asked again. */
  readonly version: number;
  /** Why the index stopped; `null` while it works. */
  readonly failure: string | null;
  /** Articles that are found by their titles only, because their texts can't be read. */
  readonly unreadable: readonly ArticleId[];
  /** What `result` answers. */
  readonly asked: string;
  readonly result: ShownResult | null;
  /** The passage the analyst went to last: which hit, and which place in it. */
  readonly current: Place | null;
};

/** A place among the hits of a result. */
export type Place = { readonly hit: number; readonly place: number };

export const searchEngine = createStore<SearchEngine>(() => ({
  client: null,
  attempt: 0,
  progress: null,
  version: 0,
  failure: null,
  unreadable: [],
  asked: '',
  result: null,
  current: null,
}));

/** Hits shown and stepped through; more would be scrolled past, not read. */
export const hitLimit = 500;

/** Ask for `query`; a late answer to an older question is dropped. */
export async function ask(query: string): Promise<void> {
  const { client } = searchEngine.getState();
  if (client === null) return;
  try {
    const result = await client.call('search', { query, limit: hitLimit });
    if (look.getState().query !== query || searchEngine.getState().client !== client) return;
    searchEngine.setState((before) => ({
      asked: query,
      result,
      current: sameArticle(before, query, result),
    }));
  } catch (error) {
    if (searchEngine.getState().client === client) searchEngine.setState({ failure: String(error) });
  }
}

/** Go to the next place of the whole result, from article to article; after the last comes the first. */
export function nextHit(): void {
  void step(1);
}

/** Go to the place before. */
export function previousHit(): void {
  void step(-1);
}

/** Open the next article that was found; the first when none of them is open. `false` when nothing is searched for. */
export function nextFound(): boolean {
  return stepArticle(1);
}

/** Open the article that was found before. */
export function previousFound(): boolean {
  return stepArticle(-1);
}

/** Open a hit at one of its places (or at its start, when only its title was found). */
export function openHit(hit: number, place: number): void {
  const found = searchEngine.getState().result?.hits[hit];
  if (found === undefined) return;
  searchEngine.setState({ current: { hit, place } });
  openArticle(found.articleId, found.positions[place] ?? null);
}

/** Start the search anew, after it stopped. */
export function restartSearch(): void {
  searchEngine.setState(({ attempt }) => ({ attempt: attempt + 1 }));
}

/** Every place that can be gone to, in order: those of each hit, at least one. */
export function listPlaces(result: ShownResult | null): Place[] {
  return (result?.hits ?? []).flatMap(({ positions }, hit) =>
    Array.from({ length: Math.max(1, positions.length) }, (_, place) => ({ hit, place })),
  );
}

/** Where `place` is in `places`; -1 when it is `null`. */
export function indexOfPlace(places: readonly Place[], place: Place | null): number {
  if (place === null) return -1;
  return places.findIndex((one) => one.hit === place.hit && one.place === place.place);
}

async function step(direction: 1 | -1): Promise<void> {
  const { query } = look.getState();
  if (query.trim() === '') return;
  // Enter may come before the answer: never step through what an older query found.
  if (searchEngine.getState().asked !== query) await ask(query);
  const { asked, result, current } = searchEngine.getState();
  const places = asked === query ? listPlaces(result) : [];
  const at = indexOfPlace(places, current);
  const start = at === -1 && direction === -1 ? 0 : at;
  const target = places.at((start + direction) % places.length);
  if (target !== undefined) openHit(target.hit, target.place);
}

function stepArticle(direction: 1 | -1): boolean {
  if (look.getState().query.trim() === '') return false;
  const { current } = searchEngine.getState();
  openHit(current === null ? 0 : current.hit + direction, 0);
  return true;
}

/** The same query asked of a changed index: the analyst stays at the article where they were. */
function sameArticle(before: SearchEngine, query: string, result: ShownResult): Place | null {
  if (before.asked !== query || before.current === null) return null;
  const id = before.result?.hits[before.current.hit]?.articleId;
  const hit = result.hits.findIndex(({ articleId }) => articleId === id);
  return hit === -1 ? null : { hit, place: before.current.place };
}
