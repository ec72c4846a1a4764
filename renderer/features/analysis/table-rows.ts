import type { PassageGroup } from '#core/analysis/group-passages.ts';
import type { Passage } from '#core/analysis/passages.ts';

/** A row of the table. */
export type TableRow =
  | { readonly kind: 'passage'; readonly passage: Passage; readonly key: string }
  | { readonly kind: 'group'; readonly group: PassageGroup; readonly key: string };

/** The rows of the table, without a list of them: there may be hundreds of thousands. */
export type TableRows = {
  readonly count: number;
  readonly at: (index: number) => TableRow | null;
  /** How many heads of groups stand before a row. */
  readonly headsBefore: (index: number) => number;
};

/** Passages as rows: as they are, or each group below its head. */
export function toTableRows(passages: readonly Passage[], groups: readonly PassageGroup[] | null): TableRows {
  if (groups === null)
    return {
      count: passages.length,
      at: (index) => rowOf(passages[index], ''),
      headsBefore: () => 0,
    };
  const starts: number[] = [];
  let count = 0;
  for (const group of groups) {
    starts.push(count);
    count += group.passages.length + 1;
  }
  /** How many groups begin before a row. */
  const headsBefore = (index: number) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) < index) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    count,
    at: (index) => {
      const number = headsBefore(index + 1) - 1;
      const group = groups[number];
      if (group === undefined) return null;
      const within = index - (starts[number] ?? 0);
      if (within === 0) return { kind: 'group', group, key: `group ${number}` };
      return rowOf(group.passages[within - 1], `${number} `);
    },
    headsBefore,
  };
}

function rowOf(passage: Passage | undefined, prefix: string): TableRow | null {
  return passage === undefined ? null : { kind: 'passage', passage, key: `${prefix}${passage.highlight.id}` };
}
