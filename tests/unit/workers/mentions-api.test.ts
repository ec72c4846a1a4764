import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Place } from '#core/geo/place.ts';
import type { PlaceId } from '#core/ids.ts';
import { Database } from '#storage/database.ts';
import { putText } from '#storage/texts.ts';
import { makeArticle } from '#tests/unit/storage/make-records.ts';
import { mentionsApi } from '#workers/mentions-api.ts';

const text = 'The convoy left Gao, in Mali, for Tessit. Camp Echo was burnt.';
let opened = 0;
let db: Database;

beforeEach(async () => {
  // What main serves under app://, from the disk.
  vi.stubGlobal('fetch', async (path: string) => new Response(readFileSync(`.${path}`)));
  opened += 1;
  db = new Database(`mentions-api-${opened}`);
  for (const id of ['one', 'two']) await db.articles.put(makeArticle(id, `sha-${id}`, text.length));
  await putText(db, 'sha-one', text);
});

afterEach(() => vi.unstubAllGlobals());

function job() {
  const reports: unknown[] = [];
  return {
    reports,
    signal: new AbortController().signal,
    report: (progress: unknown) => void reports.push(progress),
  };
}

function ownPlace(id: string, name: string): Place {
  return {
    id: id as PlaceId,
    name,
    aliases: [],
    country: 'ML',
    type: 'analyst',
    lat: 16,
    lon: 0,
    precision: 'near',
    source: 'analyst',
    note: '',
  };
}

describe('mentionsApi', () => {
  it('looks through all articles, passes over those without a text, and keeps what it found', async () => {
    const { reports, ...rest } = job();
    await mentionsApi.findAll({ name: db.name }, rest);
    expect(reports).toEqual([{ done: 2, total: 2 }]);
    expect((await db.suggestions.toArray()).map(({ articleId }) => articleId)).toEqual(['one']);
    const groups = await mentionsApi.groups({ name: db.name });
    expect(groups.map(({ place, count }) => [place.name, count])).toEqual([
      ['Gao', 1],
      ['Tessit', 1],
      ['Mali', 1],
    ]);
  });

  it('finds again when the analyst has made a place, and not when nothing has changed', async () => {
    const id = 'one' as never;
    const before = await mentionsApi.find({ name: db.name, id });
    const [cached] = await db.suggestions.toArray();
    expect(before?.map(({ exact }) => exact)).not.toContain('Camp Echo');
    await mentionsApi.find({ name: db.name, id });
    expect((await db.suggestions.toArray())[0]?.version).toBe(cached?.version);

    const place = ownPlace('camp', 'Camp Echo');
    await db.places.put(place);
    mentionsApi.note({ name: db.name, ids: [place.id] });
    const after = await mentionsApi.find({ name: db.name, id });
    expect(after?.find(({ exact }) => exact === 'Camp Echo')?.candidates[0]).toEqual(place);
    expect((await db.suggestions.toArray())[0]?.version).not.toBe(cached?.version);
    expect((await mentionsApi.search({ name: db.name, text: 'camp e', limit: 3 }))[0]).toEqual(place);
  });

  it('reads the places of the analyst once, however often is searched, and then only what is edited', async () => {
    await mentionsApi.search({ name: db.name, text: 'gao', limit: 3 });
    const all = vi.spyOn(IDBObjectStore.prototype, 'getAll');
    const one = vi.spyOn(IDBObjectStore.prototype, 'get');
    for (const text of ['k', 'ki', 'kid', 'kida', 'kidal'])
      await mentionsApi.search({ name: db.name, text, limit: 3 });
    expect(all.mock.calls.length + one.mock.calls.length).toBe(0);

    const camp = ownPlace('camp', 'Camp Echo');
    await db.places.bulkPut([camp, ownPlace('other', 'Camp Other')]);
    mentionsApi.note({ name: db.name, ids: [camp.id] });
    const found = await mentionsApi.search({ name: db.name, text: 'camp', limit: 9 });
    expect(found).toContainEqual(camp);
    // Nobody told of the other one: had all been read, it would be there too.
    expect(found.map(({ id }) => id)).not.toContain('other');
  });

  it('drops the suggestions of an article that is gone', async () => {
    await mentionsApi.findAll({ name: db.name }, job());
    await db.articles.delete('one' as never);
    await mentionsApi.findAll({ name: db.name }, job());
    expect(await db.suggestions.count()).toBe(0);
    expect(await mentionsApi.groups({ name: db.name })).toEqual([]);
  });

  it('answers null for an article it does not know', async () => {
    expect(await mentionsApi.find({ name: db.name, id: 'none' as never })).toBeNull();
  });
});
