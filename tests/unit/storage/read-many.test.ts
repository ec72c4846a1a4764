import 'fake-indexeddb/auto';
import { Dexie, type Table } from 'dexie';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { readMany } from '#storage/read-many.ts';

type Named = { readonly id: string };
type Part = { readonly articleId: string; readonly part: number };

let made = 0;

async function fill(ids: readonly string[]) {
  made += 1;
  const db = new Dexie(`many ${made}`);
  db.version(1).stores({ named: 'id', parts: '[articleId+part]' });
  const named: Table<Named, string> = db.table('named');
  const parts: Table<Part, [string, number]> = db.table('parts');
  await named.bulkPut(ids.map((id) => ({ id })));
  await parts.bulkPut(ids.flatMap((id) => [0, 1].map((part) => ({ articleId: id, part }))));
  return { db, named, parts };
}

const word = fc.string({ minLength: 1, maxLength: 3, unit: fc.constantFrom('a', 'b', 'Z', '\uffff', '1') });

it('reads what one by one gives, in the same order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(word, { maxLength: 30 }),
      fc.array(word, { maxLength: 20 }),
      async (ids, asked) => {
        const { db, named, parts } = await fill(ids);
        expect(await readMany(named, asked)).toEqual(await named.bulkGet([...asked]));
        const keys = asked.map((id, at) => [id, at % 3] as [string, number]);
        expect(await readMany(parts, keys)).toEqual(await parts.bulkGet(keys));
        await db.delete();
      },
    ),
    { numRuns: 60 },
  );
});

it('asks for no key by itself when they lie together', async () => {
  const ids = Array.from({ length: 50 }, (_, at) => `id ${String(at).padStart(3, '0')}`);
  const { named } = await fill(ids);
  const bulkGet = vi.spyOn(named, 'bulkGet');
  const wanted = ids.slice(10, 40).reverse();
  expect((await readMany(named, wanted)).map((record) => record?.id)).toEqual(wanted);
  expect(bulkGet.mock.calls.flatMap(([keys]) => keys)).toEqual([]);
});
