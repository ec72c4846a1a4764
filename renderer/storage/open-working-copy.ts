import { Dexie } from 'dexie';
import { tableNames } from '#core/history/change.ts';
import type { JournalEntry, JournalHead, Sequence } from '#core/history/edit.ts';
import type { DeviceId } from '#core/ids.ts';
import { applyEntries, readCounts } from './apply-changes.ts';
import { Database, databaseName, indexDatabaseName } from './database.ts';
import { probeDatabase } from './probe-database.ts';
import { missingTexts, putText } from './texts.ts';
import { within } from './within.ts';

/** The record on disk, as this module needs it. */
export type WorkspaceRecord = {
  readonly workspaceId: string;
  readonly device: DeviceId;
  readonly heads: readonly JournalHead[];
  readJournal(where: {
    cursor: number;
    maxBytes: number;
  }): Promise<{ entries: readonly JournalEntry[]; next: number | null }>;
  readEntries(which: { sequences: readonly Sequence[] }): Promise<readonly JournalEntry[]>;
  readKeptText(sha256: string): Promise<string | null>;
  /** Throw all IndexedDB files away; `false` when that failed too. */
  reset(): Promise<boolean>;
};

/** How far the work is; `total` 0 while it is not known. */
export type Progress = { readonly phase: 'replay' | 'texts'; readonly done: number; readonly total: number };

export type WorkingCopy = {
  readonly db: Database;
  /** Why it was made anew from the journal; `null` when it was sound (or this is a new workspace). */
  readonly rebuilt: 'missing' | 'damaged' | 'differs' | null;
  /** Edits the journal held that the copy lacked. */
  readonly replayed: number;
  /** Hashes of texts that neither the copy nor the disk has. */
  readonly lostTexts: readonly string[];
};

const openLimitMs = 5_000;
const replayBytes = 4 * 1024 * 1024;
const replayEntries = 200;

/**
 * Open the working copy of a workspace and bring it level with the journal: used as it is when it is level, caught up
 * when it is behind, made anew when it is missing, damaged, hanging or not what the journal says.
 */
export async function openWorkingCopy(
  record: WorkspaceRecord,
  onProgress: (progress: Progress) => void,
): Promise<WorkingCopy> {
  const name = databaseName(record.workspaceId);
  const probe = await probeDatabase(name, openLimitMs);
  const opened = probe === 'sound' ? await openLevel(name, record, onProgress) : null;
  const { db, replayed } = opened ?? (await rebuild(name, record, onProgress));
  const lostTexts = await fillTexts(db, record, onProgress);
  const empty = record.heads.every((head) => head.sequence === 0);
  const why = probe === 'sound' ? 'differs' : probe;
  return { db, rebuilt: opened !== null || empty ? null : why, replayed, lostTexts };
}

type Level = { readonly db: Database; readonly replayed: number };

/** The copy caught up with the journal; `null` when it can't be trusted. */
async function openLevel(
  name: string,
  record: WorkspaceRecord,
  onProgress: (progress: Progress) => void,
): Promise<Level | null> {
  const db = new Database(name);
  try {
    await within(openLimitMs, 'opening the working copy', db.open());
    const behind = await within(4 * openLimitMs, 'checking the working copy', missingEntries(db, record));
    if (behind === null) throw new Error('the working copy differs from the journal');
    for (let from = 0; from < behind.length; from += replayEntries) {
      const sequences = behind.slice(from, from + replayEntries);
      await applyEntries(db, await record.readEntries({ sequences }));
      onProgress({ phase: 'replay', done: from + sequences.length, total: behind.length });
    }
    return { db, replayed: behind.length };
  } catch {
    // Whatever is wrong with the copy, the journal is the record and makes a new one.
    db.close();
    return null;
  }
}

/** Which of this device's entries the copy lacks; `null` when it disagrees with the journal in any other way. */
async function missingEntries(db: Database, record: WorkspaceRecord): Promise<Sequence[] | null> {
  const applied = new Map((await db.applied.toArray()).map((head) => [head.device, head]));
  const heads = record.heads.filter((head) => head.sequence > 0);
  const known = new Set<string>(heads.map((head) => head.device));
  if ([...applied.keys()].some((device) => !known.has(device))) return null;
  if (!(await countsAgree(db))) return null;

  const missing: Sequence[] = [];
  for (const head of heads) {
    const done = applied.get(head.device) ?? { sequence: 0, hash: '' };
    if (done.sequence === head.sequence && done.hash === head.hash) continue;
    if (head.device !== record.device || done.sequence >= head.sequence) return null;
    if (!(await agreesAt(record, done.sequence, done.hash))) return null;
    for (let sequence = done.sequence + 1; sequence <= head.sequence; sequence++) missing.push(sequence);
  }
  return missing;
}

async function countsAgree(db: Database): Promise<boolean> {
  const counts = await readCounts(db);
  const found = await Promise.all(tableNames.map((table) => db.table(table).count()));
  return tableNames.every((table, index) => found[index] === counts[table]);
}

async function agreesAt(record: WorkspaceRecord, sequence: Sequence, hash: string): Promise<boolean> {
  if (sequence === 0) return true;
  const [entry] = await record.readEntries({ sequences: [sequence] });
  return entry?.hash === hash;
}

async function rebuild(
  name: string,
  record: WorkspaceRecord,
  onProgress: (progress: Progress) => void,
): Promise<Level> {
  await removeDatabase(name, record);
  const db = new Database(name);
  await within(openLimitMs, 'opening the new working copy', db.open());
  const total = record.heads.reduce((sum, head) => sum + head.sequence, 0);
  let done = 0;
  let cursor: number | null = 0;
  while (cursor !== null) {
    const { entries, next } = await record.readJournal({ cursor, maxBytes: replayBytes });
    if (entries.length > 0) await applyEntries(db, entries);
    done += entries.length;
    onProgress({ phase: 'replay', done, total });
    cursor = next;
  }
  return { db, replayed: done };
}

async function removeDatabase(name: string, record: WorkspaceRecord): Promise<void> {
  const index = within(openLimitMs, 'removing the index', Dexie.delete(indexDatabaseName(name)));
  // Whatever is left of it is compared with the articles before it is used.
  await index.catch(() => undefined);
  try {
    await within(openLimitMs, 'removing the old working copy', Dexie.delete(name));
    if ((await probeDatabase(name, openLimitMs)) !== 'damaged') return;
  } catch {
    // Falls through: a copy that can't even be deleted from here is thrown away by the main process.
  }
  await record.reset();
}

/** Fetch the texts the copy lacks from the kept files; answers those that are on neither. */
async function fillTexts(
  db: Database,
  record: WorkspaceRecord,
  onProgress: (progress: Progress) => void,
): Promise<string[]> {
  const wanted: string[] = [];
  await db.articles.each((article) => {
    wanted.push(article.textSha256);
  });
  const missing = await missingTexts(db, wanted);
  const lost: string[] = [];
  for (const [index, sha256] of missing.entries()) {
    const text = await record.readKeptText(sha256);
    if (text === null) lost.push(sha256);
    else await putText(db, sha256, text);
    if (index % 50 === 49) onProgress({ phase: 'texts', done: index + 1, total: missing.length });
  }
  return lost;
}
