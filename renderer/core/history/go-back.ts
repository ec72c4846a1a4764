import { undoable } from './beside.ts';
import { type Change, type TableName, tableNames } from './change.ts';
import { sameRecord } from './same-record.ts';

/** Gathers what has to change for the workspace to become what it was before the edits it is told of. */
export type GoingBack = {
  /** Tell the changes of the next edit, in the order they were made. */
  add(changes: readonly Change[]): void;
  /** One change for each record that is not as it was: from what it became to what it was before the first edit. */
  changes(): Change[];
};

/** Whether what was done was taken back or not does not matter: every entry of the journal is told, in order. */
export function createGoingBack(): GoingBack {
  const records = new Map<string, { readonly first: Change; last: Change }>();
  return {
    add(changes) {
      for (const change of undoable(changes)) {
        const key = `${change.table}/${change.id}`;
        const known = records.get(key);
        if (known === undefined) records.set(key, { first: change, last: change });
        else known.last = change;
      }
    },
    changes: () =>
      Array.from(
        records.values(),
        ({ first, last }) => ({ ...first, before: last.after, after: first.before }) as Change,
      )
        .filter(({ before, after }) => !sameRecord(before, after))
        .reverse(),
  };
}

/** How many records of a table come back, go away, and change. */
export type TableCount = {
  readonly table: TableName;
  readonly back: number;
  readonly gone: number;
  readonly changed: number;
};

/** What `changes` come to, by table; tables that stay as they are left out. */
export function countByTable(changes: readonly Change[]): TableCount[] {
  return tableNames
    .map((table) => {
      const own = changes.filter((change) => change.table === table);
      const back = own.filter(({ before }) => before === null).length;
      const gone = own.filter(({ after }) => after === null).length;
      return { table, back, gone, changed: own.length - back - gone };
    })
    .filter(({ back, gone, changed }) => back + gone + changed > 0);
}

/** Records changed by one edit at most: the journal is read in pages, and each holds at least one edit. */
const maxChanges = 500;

/** The same changes as parts of a size that the journal is read in. */
export function splitChanges(changes: readonly Change[]): Change[][] {
  const parts: Change[][] = [];
  for (let from = 0; from < changes.length; from += maxChanges)
    parts.push(changes.slice(from, from + maxChanges));
  return parts;
}
