import { createStore } from 'zustand/vanilla';
import { type ColumnAnswer, headingsKey, type TableHead } from '#core/import/tables/column-mapping.ts';

/** The table whose columns the analyst is asked about; `null` while nothing is asked. */
export const columnDesk = createStore<{ readonly table: TableHead | null }>(() => ({ table: null }));

let decide: (answer: ColumnAnswer) => void = () => {};
let tail: Promise<unknown> = Promise.resolve();

/**
 * Ask the analyst what the columns of `table` are, after any question that is open. Give the same `answered` for all
 * tables of an import: it remembers the answers, so that one set of columns is asked about once. An abort is as good as
 * leaving the table out.
 */
export function askColumns(
  table: TableHead,
  { answered, signal }: { readonly answered: Map<string, ColumnAnswer>; readonly signal: AbortSignal },
): Promise<ColumnAnswer> {
  const key = headingsKey(table);
  const answer = tail.then(async () => {
    const before = answered.get(key);
    if (before !== undefined || signal.aborted) return before ?? null;
    const given = await new Promise<ColumnAnswer>((resolve) => {
      decide = resolve;
      signal.addEventListener('abort', () => resolve(null), { once: true });
      columnDesk.setState({ table });
    });
    columnDesk.setState({ table: null });
    if (!signal.aborted) answered.set(key, given);
    return given;
  });
  tail = answer;
  return answer;
}

/** Answer the open question. */
export function answerColumns(answer: ColumnAnswer): void {
  decide(answer);
}
