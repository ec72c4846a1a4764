import { createStore } from 'zustand/vanilla';
import type { ArticleId } from '#core/ids.ts';
import type { ResultRow, SearchAnswer, SearchAsk } from '#core/search/results/search-answer.ts';
import { look, openArticle } from '#state/workspace.ts';
import type { IndexProgress } from '#workers/live-index.ts';
import type { ReachedPlace } from '#workers/result-session.ts';
import type { Client } from '#workers/rpc.ts';
import type { searchApi } from '#workers/search-api.ts';

/** How results are asked for, besides the words. */
export type SearchOptions = Omit<SearchAsk, 'query' | 'isTyping'>;

/** What is known of the index and of the last query. */
export type SearchEngine = {
  readonly client: Client<typeof searchApi> | null;
  /** Counts how often the worker was started; one more starts it anew. */
  readonly attempt: number;
  /** Whether all that was there at the start is in: until then answers lack some of it. */
  readonly isOpened: boolean;
  /** `null` once every article is in. */
  readonly progress: IndexProgress | null;
  /** Counts the times the index has changed, so that what is shown can be asked again. */
  readonly version: number;
  /** Why the index stopped; `null` while it works. */
  readonly failure: string | null;
  /** Articles that are found by their titles only, because their texts can't be read. */
  readonly unreadable: readonly ArticleId[];
  readonly options: SearchOptions;
  /** The query `answer` is for. */
  readonly asked: string;
  readonly answer: SearchAnswer | null;
  /** The rows of the result that are here, by where they stand. */
  readonly rows: ReadonlyMap<number, ResultRow>;
  /** The passage the analyst went to last. */
  readonly current: ReachedPlace | null;
};

const plainOptions: SearchOptions = { expands: true, withoutAliases: [], order: 'relevance', narrowing: [] };

const nothingAsked = { asked: '', answer: null, rows: new Map<number, ResultRow>(), current: null };

export const searchEngine = createStore<SearchEngine>(() => ({
  client: null,
  attempt: 0,
  isOpened: false,
  progress: null,
  version: 0,
  failure: null,
  unreadable: [],
  options: plainOptions,
  ...nothingAsked,
}));

/** More rows are not kept: what is scrolled past is fetched again when it comes back. */
const mostRows = 2_000;

/** Rows of which one is wanted are fetched together with their neighbours. */
const rowsAtOnce = 50;

/** The call whose answer is waited for; a newer question ends it. */
let open: AbortController | null = null;
/** The query that Enter was pressed for last. */
let finished = '';
/** How the shown answer was asked for. */
let answered: SearchOptions | null = null;
/** The rows that are here or on their way, and of which answer. */
let fetched: { readonly of: SearchAnswer | null; readonly rows: Set<number> } = { of: null, rows: new Set() };

/** Ask for `query`; what an older question would still answer is dropped. */
export async function ask(query: string): Promise<void> {
  const { client, options } = searchEngine.getState();
  if (client === null) return;
  const isTyping = isUnfinished(query);
  open?.abort();
  const own = new AbortController();
  open = own;
  try {
    const answer = await client.call('search', { query, isTyping, ...options }, { signal: own.signal });
    const isLate = () => own.signal.aborted || look.getState().query !== query;
    if (isLate()) return;
    const current = await placeIn(answer, query);
    if (isLate()) return;
    const { asked, rows: before } = searchEngine.getState();
    // The same asked of a changed index: rows in sight stay until the new ones are there.
    const isSame = asked === query && options === answered;
    const rows = new Map([...(isSame ? before : []), ...answer.rows.map((row, at) => [at, row] as const)]);
    answered = options;
    fetched = { of: answer, rows: new Set(answer.rows.keys()) };
    searchEngine.setState({ asked: query, answer, rows, current });
    void countPlaces(answer, own.signal);
  } catch (error) {
    if (!own.signal.aborted && searchEngine.getState().client === client) fail(error);
  }
}

/** The last word is typed whole: search for it, and no longer for words that begin with it. */
export async function finishTyping(): Promise<void> {
  const { query } = look.getState();
  if (!isUnfinished(query)) return;
  finished = query;
  await ask(query);
}

/** Whether the last word may go on: no space stands after it, and Enter was not pressed. */
function isUnfinished(query: string): boolean {
  return query !== finished && !/\s$/.test(query);
}

// A new search begins with everything: what narrowed the last one is not carried along unseen.
look.subscribe(({ query }, before) => {
  if (query.trim() !== '' || before.query.trim() === '') return;
  finished = '';
  searchEngine.setState(({ options }) => ({ options: { ...options, withoutAliases: [], narrowing: [] } }));
});

/** Change how results are asked for, and ask again. */
export function askOtherwise(options: Partial<SearchOptions>): void {
  searchEngine.setState((before) => ({ options: { ...before.options, ...options } }));
  void ask(look.getState().query);
}

/** Fetch the rows from one to another that are neither here nor on their way, and some that come after. */
export async function fetchRows(from: number, to: number): Promise<void> {
  const { client, answer } = searchEngine.getState();
  if (client === null || answer === null) return;
  if (fetched.of !== answer || fetched.rows.size > mostRows) fetched = { of: answer, rows: new Set() };
  const { rows: here } = fetched;
  const wanted = Array.from({ length: Math.max(0, Math.min(to, answer.total) - from) }, (_, at) => from + at);
  const first = wanted.find((row) => !here.has(row));
  if (first === undefined) return;
  const count = Math.max(rowsAtOnce, to - first);
  for (let row = first; row < first + count; row++) here.add(row);
  try {
    const rows = await client.call('rows', { result: answer.result, from: first, count });
    if (rows === null || searchEngine.getState().answer !== answer) return;
    const added = rows.map((row, at) => [first + at, row] as const);
    searchEngine.setState((state) => ({
      rows: new Map([...(state.rows.size > mostRows * 2 ? [] : state.rows), ...added]),
    }));
  } catch (error) {
    if (searchEngine.getState().client === client) fail(error);
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

/** Open the next article that was found; the first when none of them is open. `false` when nothing is searched for. */
export function nextFound(): boolean {
  return stepArticle(1);
}

/** Open the article that was found before. */
export function previousFound(): boolean {
  return stepArticle(-1);
}

/** Open a row of the result at one of its places (or at its start, when only its title was found). */
export async function openHit(row: number, place: number): Promise<void> {
  const { client, answer } = searchEngine.getState();
  if (client === null || answer === null) return;
  arrive(await client.call('goTo', { result: answer.result, at: { row, place } }));
}

/** Start the search anew, after it stopped. */
export function restartSearch(): void {
  searchEngine.setState(({ attempt }) => ({ attempt: attempt + 1 }));
}

/** Forget the worker and all that it answered. */
export function endSearch(): void {
  open?.abort();
  searchEngine.setState({ client: null, isOpened: false, progress: null, ...nothingAsked });
}

/** One step after another: each goes from where the one before has come to. */
let stepping: Promise<void> = Promise.resolve();

function step(direction: 1 | -1): void {
  const { client } = searchEngine.getState();
  stepping = stepping
    .then(() => stepOnce(direction))
    .catch((failure: unknown) => {
      if (client !== null && searchEngine.getState().client === client) fail(failure);
    });
}

async function stepOnce(direction: 1 | -1): Promise<void> {
  const { query } = look.getState();
  if (query.trim() === '') return;
  // Enter may come before the answer: never step through what an older query found.
  if (searchEngine.getState().asked !== query) await ask(query);
  const { asked, client, answer, current } = searchEngine.getState();
  if (asked !== query || client === null || answer === null) return;
  arrive(await client.call('step', { result: answer.result, at: current, direction }));
}

function stepArticle(direction: 1 | -1): boolean {
  if (look.getState().query.trim() === '') return false;
  const { current, answer } = searchEngine.getState();
  const row = current === null ? 0 : current.row + direction;
  if (answer !== null && row >= 0 && row < answer.total) void openHit(row, 0);
  return true;
}

function fail(failure: unknown): void {
  searchEngine.setState({ failure: String(failure) });
}

function arrive(reached: ReachedPlace | null): void {
  if (reached === null) return;
  searchEngine.setState({ current: reached });
  openArticle(reached.articleId, reached.passage);
}

/** Have the places counted, so that it can be said which of how many the analyst is at. */
async function countPlaces({ result }: SearchAnswer, signal: AbortSignal): Promise<void> {
  const { client } = searchEngine.getState();
  try {
    await client?.call('count', { result }, { signal });
    const { current } = searchEngine.getState();
    if (current === null || current.of !== null) return;
    const counted = (await client?.call('goTo', { result, at: current }, { signal })) ?? null;
    if (searchEngine.getState().current === current) searchEngine.setState({ current: counted ?? current });
  } catch {
    // Another question came, or the worker ended: whoever asked it tells.
  }
}

/** The same query asked of a changed index: the analyst stays at the article where they were. */
async function placeIn(answer: SearchAnswer, query: string): Promise<ReachedPlace | null> {
  const { client, asked, current } = searchEngine.getState();
  if (asked !== query || current === null || client === null) return null;
  const { result } = answer;
  const row = await client.call('rowOf', { result, articleId: current.articleId });
  const reached =
    row === -1 ? null : await client.call('goTo', { result, at: { row, place: current.place } });
  // A step taken meanwhile counts: the analyst is where it led.
  return searchEngine.getState().current === current ? reached : placeIn(answer, query);
}
