import type { TableName, Tables } from '#core/history/change.ts';
import { type ArticleHead, headOf } from '#core/library/article-head.ts';
import { whenApplied } from './apply-changes.ts';
import type { Database } from './database.ts';

/** All records of a table, as they are now, or a part of each. */
export type Kept<Held> = {
  /** Call `onChange` after each edit that touches the table, and once it has been read. Answers how to stop. */
  readonly subscribe: (onChange: () => void) => () => void;
  /** In the order of their ids; always the same array until an edit touches one; `null` until all have been read. */
  readonly get: () => readonly Held[] | null;
};

/** While edits follow each other quickly, those who watch are told no more often than this, in milliseconds. */
const tellEveryMs = 400;

/** So small a part is read at a time that the window keeps answering meanwhile. */
const pageSize = 2_000;

/** What is held of each database, by the table; `heads`: of the articles only their heads. */
const known = new WeakMap<Database, Map<TableName | 'heads', unknown>>();

/**
 * Hold all records of a table in memory: they are read once for a database, in parts, at the first call, and follow
 * each edit from then on. For screens that count over whole tables again and again.
 */
export function keepRecords<Table extends TableName>(db: Database, table: Table): Kept<Tables[Table]> {
  return keep(db, table, (forget) => createKept(db, { table, part: (record) => record, forget }));
}

/** Hold the heads of all articles in memory, as `keepRecords` holds whole records. */
export function keepHeads(db: Database): Kept<ArticleHead> {
  return keep(db, 'heads', (forget) => createKept(db, { table: 'articles', part: headOf, forget }));
}

function keep<Held>(
  db: Database,
  name: TableName | 'heads',
  create: (forget: () => void) => Kept<Held>,
): Kept<Held> {
  const held = known.get(db) ?? new Map<TableName | 'heads', unknown>();
  known.set(db, held);
  // What lies under a name is what was made for it.
  const there = (held.get(name) as Kept<Held> | undefined) ?? create(() => held.delete(name));
  held.set(name, there);
  return there;
}

type Holding<Table extends TableName, Held> = {
  readonly table: Table;
  /** What is held of a record. */
  readonly part: (record: Tables[Table]) => Held;
  /** The table could not be read: whoever asks next tries again. */
  readonly forget: () => void;
};

function createKept<Table extends TableName, Held extends { readonly id: string }>(
  db: Database,
  { table, part, forget }: Holding<Table, Held>,
): Kept<Held> {
  const byId = new Map<string, Held>();
  const edited = new Set<string>();
  const listeners = new Set<() => void>();
  let isRead = false;
  let list: readonly Held[] | null = null;
  /** Ids are made in order, so that new records nearly always belong at the end. */
  let lastId = '';
  let isSorted = true;
  let toldAt = Number.NEGATIVE_INFINITY;
  let isWaiting = false;

  function put(record: Tables[Table]): void {
    if (record.id > lastId) lastId = record.id;
    else if (!byId.has(record.id)) isSorted = false;
    byId.set(record.id, part(record));
  }

  function tell(): void {
    isWaiting = false;
    toldAt = performance.now();
    for (const listener of listeners) listener();
  }

  /**
   * A single edit is told next, so that whoever made it goes on first; what follows on its heels waits a little, so that
   * lists are not drawn in vain.
   */
  function tellSoon(): void {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(tell, Math.max(0, toldAt + tellEveryMs - performance.now()));
  }

  whenApplied(db, (changes) => {
    const touching = changes.filter((change) => change.table === table);
    if (touching.length === 0) return;
    for (const { id, after } of touching) {
      // A page that is read later may be older than the edit.
      if (!isRead) edited.add(id);
      if (after === null) byId.delete(id);
      else put(after as Tables[Table]);
    }
    list = null;
    if (isRead) tellSoon();
  });
  const take = (record: Tables[Table]) => {
    if (!edited.has(record.id)) put(record);
  };
  void readAll(db, table, take).then(() => {
    isRead = true;
    edited.clear();
    tell();
  }, forget);
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

async function readAll<Table extends TableName>(
  db: Database,
  table: Table,
  take: (record: Tables[Table]) => void,
): Promise<void> {
  let after = '';
  for (;;) {
    const page: Tables[Table][] = await db.table(table).where('id').above(after).limit(pageSize).toArray();
    for (const record of page) take(record);
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return;
    after = last.id;
  }
}
