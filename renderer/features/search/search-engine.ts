import { createStore } from 'zustand/vanilla';
import { look, openArticle } from '#state/workspace.ts';
import type { Client } from '#workers/rpc.ts';
import type { IndexProgress, ShownResult, searchApi } from '#workers/search-api.ts';

/** What is known of the index and of the last query. */
export type SearchEngine = {
  readonly client: Client<typeof searchApi> | null;
  /** `null` once every article is in. */
  readonly progress: IndexProgress | null;
  /** Counts the times the index has changed, so that what is shown can be asked again. */
  readonly version: number;
  /** Why the index stopped; `null` while it works. */
  readonly failure: string | null;
  readonly result: ShownResult | null;
  /** The passage the analyst went to last: which hit, and which place in it. */
  readonly current: { readonly hit: number; readonly place: number } | null;
};

export const searchEngine = createStore<SearchEngine>(() => ({
  client: null,
  progress: null,
  version: 0,
  failure: null,
  result: null,
  current: null,
}));

/** Hits shown and stepped through; more would be scrolled past, not read. */
const hitLimit = 500;

/** Ask for `query`; a late answer to an older question is dropped. */
export async function ask(query: string): Promise<void> {
  const { client } = searchEngine.getState();
  if (client === null) return;
  try {
    const result = await client.call('search', { query, limit: hitLimit });
    if (look.getState().query === query) searchEngine.setState({ result, current: null });
  } catch (error) {
    searchEngine.setState({ failure: String(error) });
  }
}

/** Go to the next place of the whole result, from article to article; after the last comes the first. */
export function nextHit(): void {
  step(1);
}

/** Go to the place before. */
export function previousHit(): void {
  step(-1);
}

/** Open a hit at one of its places (or at its start, when only its title was found). */
export function openHit(hit: number, place: number): void {
  const found = searchEngine.getState().result?.hits[hit];
  if (found === undefined) return;
  searchEngine.setState({ current: { hit, place } });
  openArticle(found.articleId, found.positions[place] ?? null);
}

function step(direction: 1 | -1): void {
  const { result, current } = searchEngine.getState();
  const places = (result?.hits ?? []).flatMap(({ positions }, hit) =>
    Array.from({ length: Math.max(1, positions.length) }, (_, place) => ({ hit, place })),
  );
  if (places.length === 0) return;
  const at =
    current === null
      ? -1
      : places.findIndex(({ hit, place }) => hit === current.hit && place === current.place);
  const start = at === -1 && direction === -1 ? 0 : at;
  const target = places.at((start + direction + places.length) % places.length);
  if (target !== undefined) openHit(target.hit, target.place);
}
