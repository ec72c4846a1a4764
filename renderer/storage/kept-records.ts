import type { TableName, Tables } from '#core/history/change.ts';
import { whenApplied } from './apply-changes.ts';
import type { Database } from './database.ts';

/** All records of a table, as they are now. */
export type KeptRecords<Table extends TableName> = {
  /** Call `onChange` after each edit that touches the table, and once it has been read. Answers how to stop. */
  readonly subscribe: (onChange: () => void) => () => void;
  /** In the order of their ids; always the same array until an edit touches one; `null` until all have been read. */
  readonly get: () => readonly Tables[Table][] | null;
};

/** While edits follow each other quickly, those who watch are told no more often than this, in milliseconds. */
const tellEveryMs = 400;

/** So small a part is read at a time that the window keeps answering meanwhile. */
const pageSize = 2_000;

const known = new WeakMap<Database, Map<TableName, KeptRecords<TableName>>>();

/**
 * Hold all records of a table in memory: they are read once for a database, in parts, at the first call, and follow
 * each edit from then on. For screens that count over whole tables again and again.
 */
export function keepRecords<Table extends TableName>(db: Database, table: Table): KeptRecords<Table> {
  const tables = known.get(db) ?? new Map<TableName, KeptRecords<TableName>>();
  known.set(db, tables);
  const there = tables.get(table) ?? createKeptRecords(db, table);
  tables.set(table, there);
  return there as unknown as KeptRecords<Table>;
}

function createKeptRecords(db: Database, table: TableName): KeptRecords<TableName> {
  type Kept = Tables[TableName];
  const byId = new Map<string, Kept>();
  const edited = new Set<string>();
  const listeners = new Set<() => void>();
  let isRead = false;
  let list: readonly Kept[] | null = null;
  /** Ids are made in order, so that new records nearly always belong at the end. */
  let lastId = '';
  let isSorted = true;
  let toldAt = Number.NEGATIVE_INFINITY;
  let isWaiting = false;

  function put(record: Kept): void {
    if (record.id > lastId) lastId = record.id;
    else if (!byId.has(record.id)) isSorted = false;
    byId.set(record.id, record);
  }

  function tell(): void {
    isWaiting = false;
    toldAt = performance.now();
    for (const listener of listeners) listener();
  }

  /** A single edit is told at once; what follows on its heels waits a little, so that lists are not drawn in vain. */
  function tellSoon(): void {
    const wait = toldAt + tellEveryMs - performance.now();
    if (isWaiting) return;
    isWaiting = true;
    if (wait <= 0) tell();
    else setTimeout(tell, wait);
  }

  whenApplied(db, (changes) => {
    const touching = changes.filter((change) => change.table === table);
    if (touching.length === 0) return;
    for (const { id, after } of touching) {
      // A page that is read later may be older than the edit.
      if (!isRead) edited.add(id);
      if (after === null) byId.delete(id);
      else put(after);
    }
    list = null;
    if (isRead) tellSoon();
  });
  const take = (record: Kept) => {
    if (!edited.has(record.id)) put(record);
  };
  void readAll(db, table, take).then(
    () => {
      isRead = true;
      edited.clear();
      tell();
    },
    // Whoever asks next tries again.
    () => known.get(db)?.delete(table),
  );
  return {
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    get: () => {
      if (!isRead) return null;
      list ??= isSorted ? [...byId.values()] : [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
      return list;
    },
  };
}

async function readAll(
  db: Database,
  table: TableName,
  take: (record: Tables[TableName]) => void,
): Promise<void> {
  let after = '';
  for (;;) {
    const page: Tables[TableName][] = await db
      .table(table)
      .where('id')
      .above(after)
      .limit(pageSize)
      .toArray();
    for (const record of page) take(record);
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return;
    after = last.id;
  }
}
