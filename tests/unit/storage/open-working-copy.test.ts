import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import { creation } from '#core/history/change.ts';
import type { JournalEntry } from '#core/history/edit.ts';
import { Database, databaseName } from '#storage/database.ts';
import { openWorkingCopy, type WorkspaceRecord } from '#storage/open-working-copy.ts';
import { readText } from '#storage/texts.ts';
import { device, makeArticle, makeEntry, makeTag } from './make-records.ts';

let workspaceId = '';
let opened = 0;

beforeEach(() => {
  opened += 1;
  workspaceId = `w${opened}`;
});

const text = `${'Gao, Ménaka, Ansongo 🏜️. '.repeat(3_000)}`;
const sha256 = createHash('sha256').update(text).digest('hex');
const tags = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    makeEntry(index + 1, [creation('tags', makeTag(`tag ${index}`))]),
  );

describe('openWorkingCopy', () => {
  it('makes the copy from the journal when there is none', async () => {
    const { db, rebuilt, replayed } = await openWorkingCopy(recordOf(tags(450)), ignore);

    expect(rebuilt).toBe('missing');
    expect(replayed).toBe(450);
    expect(await db.tags.count()).toBe(450);
    db.close();
  });

  it('is silent about a workspace in which nothing was done yet', async () => {
    const { db, rebuilt } = await openWorkingCopy(recordOf([]), ignore);

    expect(rebuilt).toBeNull();
    db.close();
  });

  it('uses a level copy as it is, and catches up one that is behind', async () => {
    (await openWorkingCopy(recordOf(tags(3)), ignore)).db.close();

    const level = await openWorkingCopy(recordOf(tags(3)), ignore);
    level.db.close();
    const behind = await openWorkingCopy(recordOf(tags(500)), ignore);

    expect([level.rebuilt, level.replayed]).toEqual([null, 0]);
    expect([behind.rebuilt, behind.replayed]).toEqual([null, 497]);
    expect(await behind.db.tags.count()).toBe(500);
    behind.db.close();
  });

  it.each([
    ['a record is gone', (db: Database) => db.tags.delete('tag 1' as never)],
    ['a table was emptied', (db: Database) => db.tags.clear()],
    ['it knows nothing of the journal', (db: Database) => db.applied.clear()],
    [
      'it stems from another history',
      async (db: Database) => {
        const head = await db.applied.get(device);
        if (head) await db.applied.put({ ...head, hash: 'other' });
      },
    ],
    [
      'it is ahead of the journal',
      async (db: Database) => {
        const head = await db.applied.get(device);
        if (head) await db.applied.put({ ...head, sequence: 99 });
      },
    ],
  ])('makes it anew when %s', async (_, damage) => {
    const first = await openWorkingCopy(recordOf(tags(5)), ignore);
    await damage(first.db);
    first.db.close();

    const { db, rebuilt } = await openWorkingCopy(recordOf(tags(5)), ignore);

    expect(rebuilt).toBe('differs');
    expect((await db.tags.toArray()).map((tag) => tag.name).sort()).toEqual(
      [0, 1, 2, 3, 4].map((index) => `tag ${index}`),
    );
    db.close();
  });

  it('fetches texts from the kept files, in blocks below 64 KiB, and names those that are lost', async () => {
    const entries = [
      makeEntry(1, [
        creation('articles', makeArticle('kept', sha256, text.length)),
        creation('articles', makeArticle('lost', 'nowhere', 5)),
      ]),
    ];

    const { db, lostTexts } = await openWorkingCopy(recordOf(entries), ignore);

    expect(lostTexts).toEqual(['nowhere']);
    expect(await readText(db, sha256, text.length)).toBe(text);
    const blocks = await db.textBlocks.toArray();
    expect(Math.max(...blocks.map((block) => block.bytes.length))).toBeLessThan(64 * 1024);
    db.close();
  });

  it('fetches again the texts of a copy that had them by their hashes, and keeps all else', async () => {
    const entries = [makeEntry(1, [creation('articles', makeArticle('kept', sha256, text.length))])];
    (await openWorkingCopy(recordOf(entries), ignore)).db.close();
    const { version, stores } = await asItWas(databaseName(workspaceId));
    expect([version, stores.includes('texts'), stores.includes('textBlocks')]).toEqual([90, true, false]);

    const { db, rebuilt, replayed, lostTexts } = await openWorkingCopy(recordOf(entries), ignore);

    expect([rebuilt, replayed, lostTexts]).toEqual([null, 0, []]);
    expect(await readText(db, sha256, text.length)).toBe(text);
    expect(db.tables.map(({ name }) => name)).not.toContain('texts');
    db.close();
  });

  it('goes on with the other devices of a merged journal', async () => {
    const other = 'other' as typeof device;
    const entries = [...tags(2), makeEntry(1, [creation('tags', makeTag('theirs'))], other)];

    (await openWorkingCopy(recordOf(entries), ignore)).db.close();
    const again = await openWorkingCopy(recordOf(entries), ignore);

    expect([again.rebuilt, again.replayed]).toEqual([null, 0]);
    expect(await again.db.tags.count()).toBe(3);
    again.db.close();
  });

  it('asks for everything to be thrown away when a copy can not be deleted', async () => {
    // A connection that never gives way, as that of a hanging program.
    const blocker = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(databaseName(workspaceId), 10);
      request.onsuccess = () => resolve(request.result);
    });
    let resets = 0;
    const record = {
      ...recordOf(tags(1)),
      reset: async () => {
        resets += 1;
        blocker.close();
        return true;
      },
    };

    const { db } = await openWorkingCopy(record, ignore);

    expect(resets).toBe(1);
    expect(await db.tags.count()).toBe(1);
    db.close();
  });
});

function ignore(): void {}

/** What the disk of this test holds. */
function recordOf(entries: readonly JournalEntry[]): WorkspaceRecord {
  const last = new Map(entries.map((entry) => [entry.device, entry]));
  return {
    workspaceId,
    device,
    heads: [...last.values()].map((entry) => ({
      device: entry.device,
      sequence: entry.sequence,
      hash: entry.hash,
    })),
    readJournal: async ({ cursor }) => {
      const part = entries.slice(cursor, cursor + 100);
      return { entries: part, next: cursor + 100 < entries.length ? cursor + 100 : null };
    },
    readEntries: async ({ sequences }) =>
      entries.filter((entry) => entry.device === device && sequences.includes(entry.sequence)),
    readKeptText: async (wanted) => (wanted === sha256 ? text : null),
    reset: async () => true,
  };
}

/** Make of a working copy one of version 9, in which texts lay under their hashes. */
async function asItWas(name: string): Promise<{ version: number; stores: string[] }> {
  const tables = new Map<string, { schema: string; records: unknown[] }>();
  const now = new Database(name);
  for (const table of now.tables) {
    if (table.name === 'textBlocks') continue;
    const { primKey, indexes } = table.schema;
    const schema = [primKey, ...indexes].map(({ src }) => src).join();
    tables.set(table.name, { schema, records: await table.toArray() });
  }
  now.close();
  await Dexie.delete(name);
  tables.set('texts', { schema: '[sha256+index]', records: [{ sha256, index: 0, text }] });
  const old = new Dexie(name);
  old.version(9).stores(Object.fromEntries([...tables].map(([table, { schema }]) => [table, schema])));
  for (const [table, { records }] of tables) await old.table(table).bulkPut(records);
  const { version } = old.backendDB();
  old.close();
  return { version, stores: [...tables.keys()] };
}
