import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { type ListedTerm, queryOfTerm, readTerms, type TermReading } from '#core/search/query/read-terms.ts';
import type { BatchAnswer, BatchProgress } from '#workers/batch-api.ts';
import { searchEngine } from './search-engine.ts';

/** A term that was searched. */
export type AskedTerm = ListedTerm & { readonly query: string };

/** A batch that was asked for. */
export type AskedBatch = { readonly terms: readonly AskedTerm[]; readonly expands: boolean };

/** The batch search and how it is set up: kept while the program runs. */
export type BatchDesk = {
  /** The list, one term a line. */
  readonly text: string;
  readonly reading: TermReading;
  readonly expands: boolean;
  /** Whether the list is shown, rather than what it found. */
  readonly isEditing: boolean;
  /** What `answer` answers; `null`: nothing has been asked. */
  readonly asked: AskedBatch | null;
  /** `null` while it is worked out, and when it was stopped. */
  readonly answer: BatchAnswer | null;
  readonly progress: BatchProgress | null;
  /** Why the search stopped; `null` while it works. */
  readonly failure: string | null;
};

const nothingAsked = { asked: null, answer: null, progress: null, failure: null } as const;

export const batchDesk = createStore<BatchDesk>(() => ({
  text: '',
  reading: 'names',
  expands: true,
  isEditing: true,
  ...nothingAsked,
}));

/** Follow a part of the desk. */
export function useBatchDesk<Part>(select: (desk: BatchDesk) => Part): Part {
  return useStore(batchDesk, select);
}

let running: AbortController | null = null;

/** Search every term of the list; a batch that is still being searched is given up. */
export async function runBatch(): Promise<void> {
  running?.abort();
  const { client } = searchEngine.getState();
  const { text, reading, expands } = batchDesk.getState();
  const terms = readTerms(text).terms.map((term) => ({ ...term, query: queryOfTerm(term.text, reading) }));
  if (client === null || terms.length === 0) return;
  const own = new AbortController();
  running = own;
  const { signal } = own;
  const progress: BatchProgress = { step: 'terms', done: 0, total: terms.length };
  batchDesk.setState({ ...nothingAsked, asked: { terms, expands }, progress });
  try {
    const queries = terms.map(({ query }) => query);
    const onProgress = (next: BatchProgress) => !signal.aborted && batchDesk.setState({ progress: next });
    const answer = await client.call('batch', { queries, expands }, { signal, onProgress });
    if (!signal.aborted) batchDesk.setState({ answer, progress: null, isEditing: false });
  } catch (error) {
    if (!signal.aborted) batchDesk.setState({ progress: null, failure: String(error) });
    else if (running === own) batchDesk.setState(nothingAsked);
  }
}

/** Stop searching; the list stays. */
export function stopBatch(): void {
  running?.abort();
}
