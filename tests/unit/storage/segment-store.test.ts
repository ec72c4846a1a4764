import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { checksumOf } from '#storage/checksum.ts';
import { openSegmentStore, type SegmentStore } from '#storage/segment-store.ts';

const open: SegmentStore[] = [];
let count = 0;

async function newStore(name = `segments-${++count}`): Promise<{ store: SegmentStore; name: string }> {
  const store = await openSegmentStore(name, 2_000);
  open.push(store);
  return { store, name };
}

afterEach(() => {
  for (const store of open.splice(0)) store.close();
});

function bytesOf(length: number, seed: number): ArrayBuffer {
  const bytes = new Uint8Array(length);
  let value = seed;
  for (let at = 0; at < length; at++) {
    value = (Math.imul(value, 1_103_515_245) + 12_345) >>> 0;
    bytes[at] = value >>> 16;
  }
  return bytes.buffer;
}

const made = (bytes: ArrayBuffer) => ({ bytes, version: 'v1', documents: 7 });

type Chunk = { segment: number; index: number; bytes: Uint8Array<ArrayBuffer> };

/** Change what lies in the database past the store. */
async function tamper(name: string, work: (tables: { chunks: Chunk[]; db: Dexie }) => Promise<unknown>) {
  const db = await new Dexie(name).open();
  await work({ chunks: await db.table('chunks').toArray(), db });
  db.close();
}

describe('the kept segments', () => {
  it.each([0, 1, 60 * 1024 - 1, 60 * 1024, 60 * 1024 + 1, 64 * 60 * 1024, 5_000_003])(
    'give back %i bytes as they were put, also to the next start',
    async (length) => {
      const { store, name } = await newStore();
      const kept = await store.put(made(bytesOf(length, 3)), []);
      store.close();
      const { store: again } = await newStore(name);

      expect(await again.list()).toEqual([kept]);
      expect(kept).toMatchObject({ sizeBytes: length, documents: 7, version: 'v1' });
      const read = await again.read(kept);
      expect(Buffer.from(read).equals(Buffer.from(bytesOf(length, 3)))).toBe(true);
    },
  );

  it('never lie in a value of 64 KiB or more', async () => {
    const { store, name } = await newStore();
    await store.put(made(bytesOf(1_000_000, 5)), []);
    await tamper(name, async ({ chunks }) => {
      expect(chunks.length).toBeGreaterThan(10);
      for (const { bytes } of chunks) expect(bytes.buffer.byteLength).toBeLessThanOrEqual(60 * 1024);
    });
  });

  it('take the place of others in one step, and leave nothing of them behind', async () => {
    const { store, name } = await newStore();
    const first = await store.put(made(bytesOf(100_000, 1)), []);
    const second = await store.put(made(bytesOf(100_000, 2)), []);
    const merged = await store.put(made(bytesOf(150_000, 3)), [first.id, second.id]);

    expect((await store.list()).map(({ id }) => id)).toEqual([merged.id]);
    expect(merged.id).toBeGreaterThan(second.id);
    await tamper(name, async ({ chunks }) => {
      expect(new Set(chunks.map(({ segment }) => segment))).toEqual(new Set([merged.id]));
    });
    await store.remove([merged.id]);
    await tamper(name, async ({ chunks }) => expect(chunks).toEqual([]));
  });

  it('are as they were when a write fails in the middle', async () => {
    const { store } = await newStore();
    const first = await store.put(made(bytesOf(100_000, 1)), []);
    const broken = { ...made(bytesOf(100_000, 2)), documents: (() => 1) as never };

    await expect(store.put(broken, [first.id])).rejects.toThrow();
    expect(await store.list()).toEqual([first]);
    expect((await store.read(first)).byteLength).toBe(100_000);
  });
});

describe('damage is told, never served', () => {
  const damages: [string, (chunks: Chunk[], db: Dexie) => Promise<unknown>][] = [
    [
      'a flipped bit',
      (chunks, db) => {
        const chunk = chunks[1];
        if (chunk?.bytes[77] !== undefined) chunk.bytes[77] ^= 4;
        return db.table('chunks').put(chunk);
      },
    ],
    [
      'a chunk cut short',
      (chunks, db) => db.table('chunks').put({ ...chunks[1], bytes: chunks[1]?.bytes.slice(0, 1_000) }),
    ],
    ['a chunk gone', (_, db) => db.table('chunks').delete([1, 0])],
    [
      'all its chunks gone',
      (_, db) => db.table('chunks').where('[segment+index]').between([1, 0], [2, 0]).delete(),
    ],
    ['a chunk that is no bytes', (chunks, db) => db.table('chunks').put({ ...chunks[0], bytes: 'x' })],
    [
      'two chunks in each other’s place',
      (chunks, db) =>
        db.table('chunks').bulkPut([
          { ...chunks[0], index: 1 },
          { ...chunks[1], index: 0 },
        ]),
    ],
    ['a size that is not so', (_, db) => db.table('manifest').update(1, { sizeBytes: 60_000 })],
    ['a size beyond all bounds', (_, db) => db.table('manifest').update(1, { sizeBytes: 2 ** 53 })],
  ];
  it.each(damages)('%s', async (_what, damage) => {
    const { store, name } = await newStore();
    await store.put(made(bytesOf(200_000, 9)), []);
    const whole = await store.put(made(bytesOf(200_000, 10)), []);
    await tamper(name, ({ chunks, db }) => damage(chunks, db));

    const [segment] = await store.list();
    if (segment === undefined) throw new Error('the segment is not listed');
    await expect(store.read(segment)).rejects.toThrow();
    expect((await store.read(whole)).byteLength).toBe(200_000);
  });

  it('a database that hangs is given up in time', async () => {
    const { store, name } = await newStore();
    store.close();
    const blocker = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
    });
    const upgrade = indexedDB.open(name, 99);
    await new Promise((resolve) => {
      upgrade.onblocked = resolve;
    });

    await expect(openSegmentStore(name, 100)).rejects.toThrow('100 ms');
    blocker.close();
  });
});

describe('checksumOf', () => {
  it('differs after any one bit is flipped, bytes are swapped or zeros are added', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), fc.nat(), (bytes, at) => {
        const sum = checksumOf(bytes.slice().buffer);
        expect(checksumOf(bytes.slice().buffer)).toBe(sum);
        const flipped = bytes.slice();
        const place = at % bytes.length;
        flipped[place] = (flipped[place] ?? 0) ^ (1 << (at % 8));
        expect(checksumOf(flipped.buffer)).not.toBe(sum);
        expect(checksumOf(new Uint8Array([...bytes, 0]).buffer)).not.toBe(sum);
      }),
      { numRuns: 2_000 },
    );
  });
});
