import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { type ConcordanceLine, contextLimits } from '#core/search/concordance.ts';
import type { ConcordanceOrder, NeighbourChoice, NeighbourPlace } from '#core/search/order-concordance.ts';
import { look, showSearchPage } from '#state/workspace.ts';
import type { ConcordanceEnd } from '#workers/concordance-api.ts';
import type { PlaceAsk } from '#workers/text-search.ts';
import { searchEngine } from './search-engine.ts';

/** The concordance and how it is set up: kept while the program runs, so that coming back finds it as it was left. */
export type ConcordanceDesk = PlaceAsk & {
  readonly order: ConcordanceOrder;
  /** How much is shown on each side, in UTF-16 units. */
  readonly context: number;
  /** Which neighbours are counted. */
  readonly place: NeighbourPlace;
  readonly narrowing: readonly NeighbourChoice[];
  /** The lines, by their keys, below which those of the other carriers are shown. */
  readonly unfolded: ReadonlySet<string>;
  /** What `lines` answer; `null`: nothing has been asked. */
  readonly asked: PlaceAsk | null;
  /** In the order they were found. */
  readonly lines: readonly ConcordanceLine[];
  /** `null` once nothing more comes. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  /** `null` until every line has come, and when it was stopped before. */
  readonly end: ConcordanceEnd | null;
  /** Why the search stopped; `null` while it works. */
  readonly failure: string | null;
  /** Whether the index was not whole when it was asked: then it is asked again once it is. */
  readonly isPartial: boolean;
  /** What the analyst searched for when the desk last took it over. */
  readonly takenOver: string;
};

const nothingAsked = {
  asked: null,
  lines: [],
  progress: null,
  end: null,
  failure: null,
  isPartial: false,
  unfolded: new Set<string>(),
} as const;

export const concordanceDesk = createStore<ConcordanceDesk>(() => ({
  query: '',
  expands: true,
  withoutAliases: [],
  order: 'after',
  context: contextLimits.usual,
  place: 1,
  narrowing: [],
  takenOver: '',
  ...nothingAsked,
}));

/** Follow a part of the desk. */
export function useConcordanceDesk<Part>(select: (desk: ConcordanceDesk) => Part): Part {
  return useStore(concordanceDesk, select);
}

/** Show the concordance of a query. */
export function showConcordance(ask: PlaceAsk): void {
  // So that what stands in the search box does not take its place.
  concordanceDesk.setState({ ...ask, takenOver: look.getState().query });
  showSearchPage('concordance');
  void findLines();
}

/** Take over what is searched for, unless that was done already. */
export function takeOverQuery(): void {
  const { query } = look.getState();
  if (query.trim() === '' || query === concordanceDesk.getState().takenOver) return;
  concordanceDesk.setState({ query, withoutAliases: [], takenOver: query });
  void findLines();
}

let running: AbortController | null = null;

/** Lines that came in between are shown together. */
const showEveryMs = 200;

/** Find every place of the query on the desk; what was being found before is given up. */
export async function findLines(): Promise<void> {
  running?.abort();
  const { client, isOpened, progress } = searchEngine.getState();
  const { query, expands, withoutAliases } = concordanceDesk.getState();
  const ask: PlaceAsk = { query, expands, withoutAliases };
  concordanceDesk.setState({ ...nothingAsked, narrowing: [] });
  if (query.trim() === '') return;
  concordanceDesk.setState({
    asked: ask,
    progress: { done: 0, total: 0 },
    isPartial: client === null || !isOpened || progress !== null,
  });
  if (client === null) return;
  const own = new AbortController();
  running = own;
  const { signal } = own;
  const isWanted = () => !signal.aborted;
  const lines: ConcordanceLine[] = [];
  let shownAt = performance.now();
  try {
    const end = await client.call('concordance', ask, {
      signal,
      onProgress: ({ done, total, lines: more }) => {
        if (!isWanted()) return;
        lines.push(...more);
        if (performance.now() - shownAt < showEveryMs) return;
        shownAt = performance.now();
        concordanceDesk.setState({ lines: [...lines], progress: { done, total } });
      },
    });
    if (isWanted()) concordanceDesk.setState({ lines, end, progress: null });
  } catch (error) {
    if (isWanted()) concordanceDesk.setState({ lines, progress: null, failure: String(error) });
    else if (running === own) concordanceDesk.setState({ lines, progress: null });
  }
}

/** Find the lines once more when the index has become whole since. */
export function findRest(): void {
  const { client, isOpened, progress } = searchEngine.getState();
  if (client === null || !isOpened || progress !== null) return;
  if (concordanceDesk.getState().isPartial) void findLines();
}

/** Find the lines anew with other spellings put in or left out, or with a name made plain. */
export function findOtherwise(change: Partial<PlaceAsk>): void {
  const { asked } = concordanceDesk.getState();
  concordanceDesk.setState({ ...asked, ...change });
  void findLines();
}

/** Stop finding lines; those that have come stay. */
export function stopFinding(): void {
  running?.abort();
}

/** What a line is known by, also when it is found again. */
export function keyOfLine({ source, hit }: ConcordanceLine): string {
  return `${source.articleId} ${source.textSha256} ${hit.start}-${hit.end}`;
}

/** Show the same place in the other carriers of the text below a line, or hide them. */
export function toggleCarriersOf(line: ConcordanceLine): void {
  concordanceDesk.setState(({ unfolded }) => {
    const next = new Set(unfolded);
    if (!next.delete(keyOfLine(line))) next.add(keyOfLine(line));
    return { unfolded: next };
  });
}

/** Keep only the lines with this word at this place; chosen again, all come back. */
export function toggleNeighbour(choice: NeighbourChoice): void {
  concordanceDesk.setState(({ narrowing }) => {
    const others = narrowing.filter(({ place }) => place !== choice.place);
    const isChosen = narrowing.some(({ place, word }) => place === choice.place && word === choice.word);
    return { narrowing: isChosen ? others : [...others, choice] };
  });
}
