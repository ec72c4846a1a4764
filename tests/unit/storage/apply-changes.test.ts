import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Tag } from '#core/codebook/tag.ts';
import { type Change, creation, removal, replacement } from '#core/history/change.ts';
import { applyEntries, checkChanges, readCounts } from '#storage/apply-changes.ts';
import { Database } from '#storage/database.ts';
import { device, makeEntry, makeTag } from './make-records.ts';

let db: Database;
let opened = 0;

beforeEach(() => {
  opened += 1;
  db = new Database(`test-${opened}`);
});

afterEach(() => db.delete());

describe('applyEntries', () => {
  it('leaves what a plain map would hold after any edits, in any batches, with the right counts', async () => {
    const names = fc.constantFrom('a', 'b', 'c', 'd');
    const deeds = fc.array(
      fc.record({ name: names, order: fc.nat(5), remove: fc.boolean(), cut: fc.boolean() }),
      {
        maxLength: 30,
      },
    );
    await fc.assert(
      fc.asyncProperty(deeds, async (list) => {
        await Promise.all(db.tables.map((table) => table.clear()));
        const model = new Map<string, Tag>();
        let batch: ReturnType<typeof makeEntry>[] = [];
        for (const [index, { name, order, remove, cut }] of list.entries()) {
          batch.push(makeEntry(index + 1, planned(model, name, order, remove)));
          if (cut) {
            await applyEntries(db, batch);
            batch = [];
          }
        }
        if (batch.length > 0) await applyEntries(db, batch);

        expect(new Map((await db.tags.toArray()).map((tag) => [tag.id as string, tag]))).toEqual(model);
        expect((await readCounts(db)).tags).toBe(model.size);
        expect((await db.applied.get(device))?.sequence ?? 0).toBe(list.length);
        expect(await db.edits.count()).toBe(list.length);
      }),
      { numRuns: 40 },
    );
  });

  it('writes nothing of a batch when one record can not be stored', async () => {
    const bad = { ...makeTag('bad'), description: () => '' } as unknown as Tag;

    const writing = applyEntries(db, [
      makeEntry(1, [creation('tags', makeTag('good')), creation('tags', bad)]),
    ]);

    await expect(writing).rejects.toThrow();
    expect(await db.tags.count()).toBe(0);
    expect(await db.applied.count()).toBe(0);
  });
});

describe('checkChanges', () => {
  it('passes changes that follow one another', async () => {
    const first = makeTag('a');
    const second = { ...first, name: 'b' };

    await checkChanges(db, [
      creation('tags', first),
      replacement('tags', first, second),
      removal('tags', second),
    ]);
  });

  it('throws when a record that is to be made is there, wherever its id lies', async () => {
    const names = fc.uniqueArray(fc.constantFrom(...'abcdefghij'), { maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(names, names, async (stored, made) => {
        await db.tags.clear();
        await db.tags.bulkPut(stored.map((name) => makeTag(name)));

        const check = checkChanges(
          db,
          made.map((name) => creation('tags', makeTag(name))),
        );

        const passes = await check.then(
          () => true,
          () => false,
        );
        expect(passes).toBe(!made.some((name) => stored.includes(name)));
      }),
      { numRuns: 60 },
    );
  });

  it('throws, naming the record, when a change starts from something that is not stored', async () => {
    await applyEntries(db, [makeEntry(1, [creation('tags', makeTag('a'))])]);

    const stale = replacement('tags', makeTag('a', 7), makeTag('a', 8));

    await expect(checkChanges(db, [stale])).rejects.toThrow('tags/a');
  });
});

/** The change of one deed, done to the model too. */
function planned(model: Map<string, Tag>, name: string, order: number, remove: boolean): Change[] {
  const before = model.get(name);
  if (remove) {
    if (before === undefined) return [];
    model.delete(name);
    return [removal('tags', before)];
  }
  const after = makeTag(name, order);
  model.set(name, after);
  return [before === undefined ? creation('tags', after) : replacement('tags', before, after)];
}
