import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Article } from '#core/article.ts';
import type { ArticleId } from '#core/ids.ts';
import { createSearchIndex, type SearchIndex } from '#core/search/index/create-search-index.ts';
import { parseQuery } from '#core/search/query/parse-query.ts';
import { Database, indexDatabaseName } from '#storage/database.ts';
import { putText } from '#storage/texts.ts';
import { makeArticle } from '#tests/unit/storage/make-records.ts';
import { indexApi } from '#workers/index-api.ts';
import { type Indexed, LiveIndex } from '#workers/live-index.ts';
import { createClient, serve } from '#workers/rpc.ts';

let count = 0;
const ports: MessagePort[] = [];

afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

/** A working copy whose articles each say which they are and in which version. */
class Corpus {
  readonly db = new Database(`liptako-live-${++count}`);
  readonly versions = new Map<ArticleId, number>();

  async put(numbers: readonly number[], version: number): Promise<ArticleId[]> {
    const ids: ArticleId[] = [];
    for (const number of numbers) {
      const text = `Report number${number} of the raid, version${version}. ${'The convoy left Gao. '.repeat(number % 5)}`;
      const sha256 = `text ${number} ${version}`;
      const article: Article = { ...makeArticle(`article ${number}`, sha256, text.length) };
      await putText(this.db, sha256, text);
      await this.db.articles.put(article);
      this.versions.set(article.id, version);
      ids.push(article.id);
    }
    return ids;
  }

  async remove(numbers: readonly number[]): Promise<ArticleId[]> {
    const ids = numbers.map((number) => `article ${number}` as ArticleId);
    await this.db.articles.bulkDelete(ids);
    for (const id of ids) this.versions.delete(id);
    return ids;
  }
}

/** Start the workers on a corpus, as at a start of the program. */
async function start(
  corpus: Corpus,
  built: () => Promise<void> = async () => undefined,
): Promise<{ index: SearchIndex; live: LiveIndex; indexed: Indexed }> {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  serve(port1 as never, indexApi);
  const index = createSearchIndex();
  const client = createClient<typeof indexApi>(port2 as never);
  const call: typeof client.call = async (name, argument, options) => {
    const answer = await client.call(name, argument, options);
    if (name === 'build' || name === 'merge') await built();
    return answer;
  };
  const builder = { call };
  const live = new LiveIndex({ db: corpus.db, index, builder, idleMs: 1e9, onTaken: () => undefined });
  return { index, live, indexed: await live.open(() => undefined) };
}

function idsFor(index: SearchIndex, query: string): string[] {
  const { slots } = index.find(parseQuery(query));
  return [...slots].map((slot) => String(index.idAt(slot))).sort();
}

/** Every article is found by its own words in its newest version, and by no other; nothing else is found. */
function expectLevel(index: SearchIndex, corpus: Corpus): void {
  expect(index.size).toBe(corpus.versions.size);
  expect(idsFor(index, 'raid')).toEqual([...corpus.versions.keys()].sort());
  for (const [id, version] of corpus.versions) {
    const number = id.replace('article ', '');
    expect(idsFor(index, `number${number}`), id).toEqual([id]);
    expect(idsFor(index, `number${number} version${version}`), id).toEqual([id]);
  }
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);
const pass = () => undefined;

async function kept(corpus: Corpus): Promise<number> {
  const db = await new Dexie(indexDatabaseName(corpus.db.name)).open();
  const found = await db.table('manifest').count();
  db.close();
  return found;
}

/** Change what is kept, past the program. */
async function tamper(corpus: Corpus, work: (db: Dexie) => Promise<unknown>): Promise<void> {
  const db = await new Dexie(indexDatabaseName(corpus.db.name)).open();
  await work(db);
  db.close();
}

describe('an index that is kept', () => {
  it('is used at the next start without reading a text', async () => {
    const corpus = new Corpus();
    await corpus.put(range(0, 40), 1);
    const first = await start(corpus);
    await first.live.settle();
    await corpus.db.textBlocks.clear();

    const { index, indexed } = await start(corpus);
    expect(indexed).toEqual({ lacking: [], troubles: [] });
    expectLevel(index, corpus);
  });

  it('takes in what came, changed and went while the program was closed', async () => {
    const corpus = new Corpus();
    await corpus.put(range(0, 40), 1);
    await (await start(corpus)).live.settle();
    await corpus.put(range(30, 60), 2);
    await corpus.remove(range(0, 10));

    expectLevel((await start(corpus)).index, corpus);
  });

  it('finds a few edits at once and many after the index worker built them', async () => {
    const corpus = new Corpus();
    const { index, live } = await start(corpus);
    await live.note({ articles: await corpus.put([1], 1), removed: [] }, pass);
    expectLevel(index, corpus);
    await live.note({ articles: await corpus.put(range(0, 50), 2), removed: [] }, pass);
    expectLevel(index, corpus);
    await live.note({ articles: [], removed: await corpus.remove(range(20, 50)) }, pass);
    expectLevel(index, corpus);
  });

  it('leaves an article as it is that was only flagged', async () => {
    const corpus = new Corpus();
    const { index, live } = await start(corpus);
    const articles = await corpus.put(range(0, 40), 1);
    await live.note({ articles, removed: [] }, pass);
    await corpus.db.articles.toCollection().modify({ flagged: true, status: 'read' });
    const before = [...index.segments];
    await live.note({ articles, removed: [] }, pass);

    expect(index.segments).toEqual(before);
    expectLevel(index, corpus);
  });

  it('brings small segments to the disk together once there are eight of them', async () => {
    const corpus = new Corpus();
    const { index, live } = await start(corpus);
    for (const number of range(0, 7))
      await live.note({ articles: await corpus.put([number], 1), removed: [] }, pass);
    expect(await kept(corpus)).toBe(0);
    expect(index.segments).toHaveLength(7);
    await live.note({ articles: await corpus.put([7], 1), removed: [] }, pass);
    await expect.poll(() => kept(corpus)).toBe(1);
    await expect.poll(() => index.segments.length).toBe(1);
    expectLevel(index, corpus);
  });

  it('is the same as the articles after any edits, merges and restarts', async () => {
    const edit = fc.oneof(
      fc.record({
        kind: fc.constant('put' as const),
        from: fc.nat(60),
        length: fc.integer({ min: 1, max: 40 }),
      }),
      fc.record({
        kind: fc.constant('remove' as const),
        from: fc.nat(60),
        length: fc.integer({ min: 1, max: 30 }),
      }),
      fc.record({
        kind: fc.constantFrom('restart' as const, 'settle' as const),
        from: fc.nat(0),
        length: fc.nat(0),
      }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(edit, { minLength: 3, maxLength: 14 }),
        fc.boolean(),
        async (edits, waits) => {
          const corpus = new Corpus();
          let { index, live } = await start(corpus);
          let open: Promise<unknown>[] = [];
          let version = 0;
          for (const { kind, from, length } of edits) {
            version += 1;
            if (kind === 'put') {
              const articles = await corpus.put(range(from, from + length), version);
              open.push(live.note({ articles, removed: [] }, pass));
            } else if (kind === 'remove') {
              const removed = await corpus.remove(range(from, from + length));
              open.push(live.note({ articles: [], removed }, pass));
            } else if (kind === 'settle') await live.settle();
            else {
              // The program is closed in the middle of whatever it does.
              ({ index, live } = await start(corpus));
              open = [];
            }
            if (waits) await Promise.all(open);
          }
          await Promise.all(open);
          expectLevel(index, corpus);
          await live.settle();
          expectLevel(index, corpus);
          expectLevel((await start(corpus)).index, corpus);
        },
      ),
      { numRuns: 25 },
    );
  }, 120_000);
});

describe('edits that come while the index worker is at work', () => {
  /** An index whose worker holds its answers back until it is let. */
  async function startHeld(corpus: Corpus) {
    let gate = Promise.resolve();
    let letGo = pass as () => void;
    const hold = () => {
      gate = new Promise((resolve) => {
        letGo = resolve;
      });
    };
    const started = await start(corpus, () => gate);
    return { ...started, hold, letGo: () => letGo() };
  }
  const moment = () => new Promise((resolve) => setTimeout(resolve, 50));

  it('win over what was built before them', async () => {
    const corpus = new Corpus();
    const { index, live, hold, letGo } = await startHeld(corpus);
    hold();
    const building = live.note({ articles: await corpus.put(range(0, 40), 1), removed: [] }, pass);
    await moment();
    await live.note({ articles: [], removed: await corpus.remove([3, 4]) }, pass);
    await live.note({ articles: await corpus.put([5, 6], 2), removed: [] }, pass);
    letGo();
    await building;

    expectLevel(index, corpus);
  });

  it('win over what was merged before them', async () => {
    const corpus = new Corpus();
    const { index, live, hold, letGo } = await startHeld(corpus);
    for (const at of range(0, 7)) await live.note({ articles: await corpus.put([at], 1), removed: [] }, pass);
    hold();
    await live.note({ articles: await corpus.put([7], 1), removed: [] }, pass);
    await moment();
    await live.note({ articles: [], removed: await corpus.remove([3]) }, pass);
    await live.note({ articles: await corpus.put([5], 2), removed: [] }, pass);
    letGo();
    await live.settle();

    expectLevel(index, corpus);
    expectLevel((await start(corpus)).index, corpus);
  });

  it('win over an older edit of the same article that is still being read', async () => {
    const corpus = new Corpus();
    const { index, live } = await startHeld(corpus);
    const first = live.note({ articles: await corpus.put([1, 2], 1), removed: [] }, pass);
    const second = live.note({ articles: await corpus.put([1], 2), removed: [] }, pass);
    const third = live.note({ articles: [], removed: await corpus.remove([2]) }, pass);
    await Promise.all([first, second, third]);

    expectLevel(index, corpus);
  });

  it('are found at once, though it is at work', async () => {
    const corpus = new Corpus();
    const { index, live, hold, letGo } = await startHeld(corpus);
    hold();
    const building = live.note({ articles: await corpus.put(range(0, 40), 1), removed: [] }, pass);
    await moment();
    await live.note({ articles: await corpus.put([99], 1), removed: [] }, pass);
    expect(idsFor(index, 'number99')).toEqual(['article 99']);
    letGo();
    await building;
  });
});

describe('damage to what is kept', () => {
  const damages: [string, (db: Dexie) => Promise<unknown>][] = [
    [
      'flipped bits',
      async (db) => {
        const chunk = await db.table('chunks').toCollection().first();
        chunk.bytes[100] ^= 1;
        return db.table('chunks').put(chunk);
      },
    ],
    ['a chunk gone', async (db) => db.table('chunks').toCollection().limit(1).delete()],
    [
      'a chunk cut short',
      async (db) => {
        const chunk = await db.table('chunks').toCollection().first();
        return db.table('chunks').put({ ...chunk, bytes: chunk.bytes.slice(0, 50) });
      },
    ],
  ];
  it.each(damages)(
    '%s: told once, the rest is searched, and what was lost is made anew',
    async (_, damage) => {
      const corpus = new Corpus();
      const first = await start(corpus);
      await first.live.note({ articles: await corpus.put(range(0, 20), 1), removed: [] }, pass);
      await first.live.note({ articles: await corpus.put(range(20, 50), 1), removed: [] }, pass);
      await first.live.settle();
      expect(await kept(corpus)).toBe(2);
      await tamper(corpus, damage);

      const second = await start(corpus);
      expect(second.indexed.troubles).toEqual([{ kind: 'damaged', segments: 1 }]);
      expectLevel(second.index, corpus);
      await second.live.settle();
      const third = await start(corpus);
      expect(third.indexed.troubles).toEqual([]);
      expectLevel(third.index, corpus);
    },
  );

  it('an index of another version is made anew without a word', async () => {
    const corpus = new Corpus();
    await corpus.put(range(0, 20), 1);
    await (await start(corpus)).live.settle();
    await tamper(corpus, (db) => db.table('manifest').toCollection().modify({ version: 'older' }));

    const { index, indexed } = await start(corpus);
    expect(indexed.troubles).toEqual([]);
    expectLevel(index, corpus);
    expect(await kept(corpus)).toBe(1);
  });

  it('a database that can’t be opened is told once, and all goes on in memory', async () => {
    const corpus = new Corpus();
    await corpus.put(range(0, 20), 1);
    const newer = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(indexDatabaseName(corpus.db.name), 10_000);
      request.onsuccess = () => resolve(request.result);
    });
    newer.close();

    const { index, live, indexed } = await start(corpus);
    expect(indexed.troubles).toEqual([{ kind: 'unkept' }]);
    expectLevel(index, corpus);
    for (const number of range(100, 120))
      expect(
        (await live.note({ articles: await corpus.put([number], 1), removed: [] }, pass)).troubles,
      ).toEqual([]);
    await live.settle();
    expectLevel(index, corpus);
    expect(index.segments.length).toBeLessThan(12);
  });

  it('segments that vanish while the program runs are made from memory', async () => {
    const corpus = new Corpus();
    const { index, live } = await start(corpus);
    for (const at of range(0, 7))
      await live.note({ articles: await corpus.put(range(at * 20, at * 20 + 20), 1), removed: [] }, pass);
    await tamper(corpus, (db) => db.table('chunks').clear());
    await live.note({ articles: await corpus.put(range(200, 220), 1), removed: [] }, pass);
    await live.settle();

    expectLevel(index, corpus);
    const again = await start(corpus);
    expectLevel(again.index, corpus);
  });
});
