import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { parseActors } from '#core/actors/parse-actors.ts';
import type { ArticleId } from '#core/ids.ts';
import { createItemFinder } from '#core/mentions/find-items.ts';
import { Database } from '#storage/database.ts';
import {
  dropFoundItems,
  readFoundActors,
  readFoundItems,
  readFoundVersions,
  writeFoundItems,
} from '#storage/found-items.ts';

const [one, two] = ['one', 'two'] as ArticleId[] as [ArticleId, ArticleId];
const find = createItemFinder(parseActors(JSON.parse(readFileSync('resources/actors.json', 'utf8'))));
const text = readFileSync('seeds/004_8bb7c22e07e2d0b2.txt', 'utf8');
const published = { iso: '2024-09-24', precision: 'day', printed: '24 September' } as const;
let opened = 0;
let db: Database;

beforeEach(() => {
  opened += 1;
  db = new Database(`found-${opened}`);
});

describe('the cache of what was found', () => {
  it('gives back what was found, of a text of any length, in parts that stay below 64 KiB', async () => {
    const items = find({ text: `${text}\n`.repeat(40), noise: [], published });
    await writeFoundItems(db, [{ articleId: one, version: 'v1', items }]);
    const parts = await db.found.toArray();

    expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['actor', 'date', 'figure']));
    expect(await readFoundItems(db, one)).toEqual({ version: 'v1', items });
    expect(parts.length).toBeGreaterThan(3);
    for (const part of parts) expect(JSON.stringify(part).length * 2).toBeLessThan(64 * 1024);
  });

  it('gives the actors of all articles, whole, of those in several parts too', async () => {
    const long = find({ text: `${text}\n`.repeat(40), noise: [], published });
    const short = find({ text, noise: [], published });
    await writeFoundItems(db, [
      { articleId: one, version: 'v1', items: long },
      { articleId: two, version: 'v1', items: short },
      { articleId: 'three' as ArticleId, version: 'v1', items: [] },
    ]);
    const read = new Map<ArticleId, unknown>();
    for await (const page of readFoundActors(db))
      for (const { articleId, items } of page) read.set(articleId, items);

    const actors = (items: typeof long) => items.filter(({ kind }) => kind === 'actor');
    expect(read).toEqual(
      new Map<string, unknown>([
        [one, actors(long)],
        [two, actors(short)],
        ['three', []],
      ]),
    );
  });

  it('puts new finds in the place of old ones, and knows articles in which nothing was found', async () => {
    const items = find({ text: `${text}\n`.repeat(40), noise: [], published });
    await writeFoundItems(db, [{ articleId: one, version: 'v1', items }]);
    await writeFoundItems(db, [
      { articleId: one, version: 'v2', items: items.slice(0, 2) },
      { articleId: two, version: 'v2', items: [] },
    ]);

    expect(await readFoundItems(db, one)).toEqual({ version: 'v2', items: items.slice(0, 2) });
    expect(await readFoundItems(db, two)).toEqual({ version: 'v2', items: [] });
    expect(await readFoundVersions(db, [two, 'three' as ArticleId, one])).toEqual(['v2', null, 'v2']);
  });

  it('forgets articles that are gone', async () => {
    await writeFoundItems(db, [
      { articleId: one, version: 'v1', items: [] },
      { articleId: two, version: 'v1', items: [] },
    ]);
    await dropFoundItems(db, new Set([two]));

    expect(await readFoundItems(db, one)).toBeNull();
    expect(await readFoundItems(db, two)).not.toBeNull();
  });
});
