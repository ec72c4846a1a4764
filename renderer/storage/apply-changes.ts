import type { Table } from 'dexie';
import { type Change, type TableName, tableNames } from '#core/history/change.ts';
import type { JournalEntry } from '#core/history/edit.ts';
import { sameRecord } from '#core/history/same-record.ts';
import type { ArticleId } from '#core/ids.ts';
import type { Database, EditSummary } from './database.ts';

type Counts = Record<TableName, number>;

/**
 * Write journal entries, oldest first, into the working copy: one transaction, which also notes how far the journal
 * has been applied. Entries that are applied already must not be given again.
 */
export async function applyEntries(db: Database, entries: readonly JournalEntry[]): Promise<void> {
  const last = new Map(entries.map((entry) => [entry.device, entry]));
  const changes = entries.flatMap((entry) => entry.edit.changes);
  const state = finalState(changes);
  await db.transaction(
    'rw',
    [...tableNames.map((name) => db.table(name)), db.edits, db.applied, db.articleSketches],
    async () => {
      const counts = await readCounts(db);
      for (const name of tableNames) counts[name] += await writeTable(db.table(name), state[name]);
      const otherTexts = changes.flatMap(idOfOtherText);
      if (otherTexts.length > 0) await db.articleSketches.bulkDelete(otherTexts);
      await db.edits.bulkPut(entries.map(summarise));
      const heads = [...last.values()].map(({ device, sequence, hash }) => ({
        device,
        sequence,
        hash,
        counts,
      }));
      await db.applied.bulkPut(heads);
      // The counts are of the whole copy, so every head carries the newest.
      const others = (await db.applied.toArray()).filter((head) => !last.has(head.device));
      await db.applied.bulkPut(others.map((head) => ({ ...head, counts })));
    },
  );
  for (const listener of listeners.get(db) ?? []) listener(changes);
}

type Listener = (changes: readonly Change[]) => void;

const listeners = new WeakMap<Database, Set<Listener>>();

/** Be told of all changes once they are written, in order; for what is counted along instead of being read anew. */
export function whenApplied(db: Database, listener: Listener): () => void {
  const others = listeners.get(db) ?? new Set();
  listeners.set(db, others.add(listener));
  return () => others.delete(listener);
}

/**
 * Make sure that `changes` start from what is stored; throws, naming the record, when one does not: a plan has then
 * been made from stale records, and writing it would lose an edit.
 */
export async function checkChanges(db: Database, changes: readonly Change[]): Promise<void> {
  for (const name of tableNames) {
    const own = changes.filter((change) => change.table === name);
    if (own.length === 0) continue;
    const now = await readStored(db.table(name), own);
    for (const { id, before, after } of own) {
      if (!sameRecord(now.get(id), before))
        throw new Error(`the change of ${name}/${id} was planned from an old record`);
      now.set(id, after);
    }
  }
}

/** What is stored under the ids of `changes`; of a record that is to be made only whether it is there. */
async function readStored(table: Table, changes: readonly Change[]): Promise<Map<string, unknown>> {
  const isMade = new Map<string, boolean>();
  for (const { id, before } of changes) if (!isMade.has(id)) isMade.set(id, before === null);
  const made = [...isMade].filter(([, is]) => is).map(([id]) => id);
  const others = [...isMade].filter(([, is]) => !is).map(([id]) => id);
  const [there, records] = await Promise.all([keysAmong(table, made), table.bulkGet(others)]);
  return new Map<string, unknown>([
    ...made.map((id) => [id, null] as const),
    ...there.map((id) => [id, { id }] as const),
    ...others.map((id, at) => [id, records[at] ?? null] as const),
  ]);
}

/**
 * Which of `ids` are in a table. Ids are made in order, so that mostly nothing lies between those of one edit: then one
 * request is enough, however many they are.
 */
async function keysAmong(table: Table, ids: readonly string[]): Promise<string[]> {
  const [first, last] = [ids.reduce(smaller, ''), ids.reduce(larger, '')];
  if (first === '') return [];
  const there = await table.where('id').between(first, last, true, true).limit(ids.length).primaryKeys();
  const wanted = new Set(ids);
  if (there.length < ids.length) return there.map(String).filter((id) => wanted.has(id));
  return (await table.where('id').anyOf(ids).primaryKeys()).map(String);
}

function smaller(a: string, b: string): string {
  return a === '' || b < a ? b : a;
}

function larger(a: string, b: string): string {
  return b > a ? b : a;
}

/** How many records every table should hold; all zero in a fresh copy. */
export async function readCounts(db: Database): Promise<Counts> {
  const head = await db.applied.toCollection().first();
  const none = Object.fromEntries(tableNames.map((name) => [name, 0])) as Counts;
  return { ...none, ...head?.counts };
}

type FinalState = Record<TableName, Map<string, unknown>>;

/** Each record as the last change leaves it, by table and id; `null` for one that is gone. */
function finalState(changes: readonly Change[]): FinalState {
  const state = Object.fromEntries(tableNames.map((name) => [name, new Map()])) as FinalState;
  for (const { table, id, after } of changes) state[table].set(id, after);
  return state;
}

/** Write what is left of each record and answer by how many the table has grown. */
async function writeTable(table: Table, records: ReadonlyMap<string, unknown>): Promise<number> {
  if (records.size === 0) return 0;
  const kept = [...records.values()].filter((record) => record !== null);
  const gone = [...records].filter(([, record]) => record === null).map(([id]) => id);
  const existing = (await keysAmong(table, [...records.keys()])).length;
  if (gone.length > 0) await table.bulkDelete(gone);
  if (kept.length > 0) await table.bulkPut(kept);
  return kept.length - existing;
}

/** The article that a change takes away or gives other words: what it was compared by no longer holds. */
function idOfOtherText(change: Change): ArticleId[] {
  if (change.table !== 'articles' || change.before === null) return [];
  const { id, before, after } = change;
  const isSame =
    after !== null && before.textSha256 === after.textSha256 && sameRecord(before.noise, after.noise);
  return isSame ? [] : [id];
}

function summarise({ device, sequence, time, edit }: JournalEntry): EditSummary {
  const { at, label, group, kind, target, changes } = edit;
  return { device, sequence, time, at, label, group, kind, target, changeCount: changes.length };
}
