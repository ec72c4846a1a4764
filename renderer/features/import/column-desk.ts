import { t as say } from '@lingui/core/macro';
import { createStore } from 'zustand/vanilla';
import { type ColumnAnswer, headingsKey, type TableHead } from '#core/import/tables/column-mapping.ts';
import { knownColumns, rememberColumns } from '#state/known-columns.ts';
import { notify } from '#state/notices.ts';

/** The table whose columns the analyst is asked about; `null` while nothing is asked. */
export const columnDesk = createStore<{ readonly table: TableHead | null }>(() => ({ table: null }));

let decide: (answer: ColumnAnswer) => void = () => {};
let tail: Promise<unknown> = Promise.resolve();

/**
 * Ask the analyst what the columns of `table` are, after any question that is open. Give the same `answered` for all
 * tables of an import: it remembers the answers, so that one set of columns is asked about once. Tables that the analyst
 * wants read without a question are, and a notice says so. An abort is as good as leaving the table out.
 */
export function askColumns(
  table: TableHead,
  { answered, signal }: { readonly answered: Map<string, ColumnAnswer>; readonly signal: AbortSignal },
): Promise<ColumnAnswer> {
  const key = headingsKey(table);
  const answer = tail.then(async () => {
    const before = answered.get(key);
    if (before !== undefined || signal.aborted) return before ?? null;
    const given = answerBefore(table, key) ?? (await openQuestion(table, signal));
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

async function openQuestion(table: TableHead, signal: AbortSignal): Promise<ColumnAnswer> {
  const given = await new Promise<ColumnAnswer>((resolve) => {
    decide = resolve;
    signal.addEventListener('abort', () => resolve(null), { once: true });
    columnDesk.setState({ table });
  });
  columnDesk.setState({ table: null });
  return given;
}

/** What the analyst said about such tables for good; `null` when the question has to be asked. */
function answerBefore({ name }: TableHead, key: string): ColumnAnswer {
  const known = knownColumns(key);
  if (known === null || known.asks) return null;
  notify({
    kind: 'warn',
    text: say`“${name}” is read by the columns you told for such tables before.`,
    action: {
      label: say`Ask again next time`,
      run: () => rememberColumns(key, { ...known, asks: true }),
    },
    topic: key,
  });
  return known.mapping;
}
