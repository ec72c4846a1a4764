import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ArticleId } from '#core/ids.ts';
import { Database } from '#storage/database.ts';
import { putText } from '#storage/texts.ts';
import { makeArticle } from '#tests/unit/storage/make-records.ts';
import { findingsApi } from '#workers/findings-api.ts';

const text = 'Fighters of JNIM left Kidal. JNIM claimed the attack.';
const ids = ['one', 'two'] as ArticleId[];
let opened = 0;
let db: Database;

beforeEach(async () => {
  // What main serves under app://, from the disk.
  vi.stubGlobal('fetch', async (path: string) => new Response(readFileSync(`.${path}`)));
  opened += 1;
  db = new Database(`findings-api-${opened}`);
  for (const id of ids) await db.articles.put(makeArticle(id, `sha-${id}`, text.length));
  for (const id of ids) await putText(db, `sha-${id}`, text);
});

afterEach(() => vi.unstubAllGlobals());

function job() {
  return { signal: new AbortController().signal, report: () => {} };
}

async function passages(): Promise<number[]> {
  return (await findingsApi.groups({ name: db.name })).map(({ count }) => count);
}

describe('findingsApi', () => {
  it('suggests nobody of an article that was gone before anybody asked', async () => {
    await findingsApi.findIn({ name: db.name, ids }, job());
    await db.articles.delete('two' as ArticleId);
    expect(await passages()).toEqual([2]);
  });

  it('throws away what was found in an article that is gone, and finds it anew when it is back', async () => {
    await findingsApi.findIn({ name: db.name, ids }, job());
    expect(await passages()).toEqual([4]);
    const two = await db.articles.get('two' as ArticleId);
    if (two === undefined) throw new Error('the article was not kept');
    await db.articles.delete(two.id);
    await findingsApi.findIn({ name: db.name, ids: [two.id] }, job());
    expect((await db.found.toArray()).map(({ articleId }) => articleId)).toEqual(['one']);
    expect(await passages()).toEqual([2]);

    await db.articles.put(two);
    await findingsApi.findIn({ name: db.name, ids: [two.id] }, job());
    expect(await passages()).toEqual([4]);
  });
});
