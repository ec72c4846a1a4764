import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SuggestedMention } from '#core/geo/mention.ts';
import type { ArticleId, PlaceId } from '#core/ids.ts';
import { Database } from '#storage/database.ts';
import {
  dropSuggestions,
  readAnySuggestions,
  readManySuggestions,
  readPassages,
  readSuggestions,
  writeSuggestions,
} from '#storage/suggestions.ts';

const [one, two] = ['one', 'two'] as ArticleId[] as [ArticleId, ArticleId];
let opened = 0;
let db: Database;

beforeEach(() => {
  opened += 1;
  db = new Database(`suggestions-${opened}`);
});

function makeMentions(count: number): SuggestedMention[] {
  return Array.from({ length: count }, (_, at) => ({
    start: at * 10,
    end: at * 10 + 3,
    exact: 'Gao',
    candidates: [
      {
        id: 'g:1' as PlaceId,
        name: 'Gao',
        aliases: ['جاو', 'Région de Gao'],
        country: 'ML',
        type: 'P',
        lat: 16.27,
        lon: -0.04,
        precision: 'exact',
        source: 'GeoNames 1',
        note: '',
      },
    ],
    reasons: ['name'],
    strength: 0.9,
  }));
}

describe('places of suggestions', () => {
  it('are as the analyst has them, at once, and as the program has them when that is taken back', async () => {
    const [mention] = makeMentions(1);
    const [gao] = mention?.candidates ?? [];
    if (mention === undefined || gao === undefined) throw new Error('no mention');
    const latOf = async () => (await readAnySuggestions(db, one))?.[0]?.candidates[0]?.lat;
    await writeSuggestions(db, [{ articleId: one, version: 'v1', mentions: [mention] }]);
    expect(await latOf()).toBe(16.27);

    const corrected = { ...gao, lat: 16.3, original: gao };
    await db.places.put(corrected);
    expect(await latOf()).toBe(16.3);
    // Looked through again with the corrected place, whose copy must not stay behind in the cache.
    const again = { ...mention, candidates: [corrected] };
    await writeSuggestions(db, [{ articleId: one, version: 'v2', mentions: [again] }]);
    expect(await latOf()).toBe(16.3);
    await db.places.delete(gao.id);
    expect(await latOf()).toBe(16.27);
    const fresh = new Database(db.name);
    expect((await readAnySuggestions(fresh, one))?.[0]?.candidates[0]).toEqual(gao);
  });
});

describe('the cache of suggestions', () => {
  it('gives back what was written, in order, in parts that stay below 64 KiB', async () => {
    const mentions = makeMentions(1_500);
    await writeSuggestions(db, [{ articleId: one, version: 'v1', mentions: mentions }]);
    const parts = await db.suggestions.toArray();

    expect(await readSuggestions(db, one, 'v1')).toEqual(mentions);
    expect(parts.length).toBeGreaterThan(3);
    // Two bytes a unit is the most that a stored string takes.
    for (const part of parts) expect(JSON.stringify(part).length * 2).toBeLessThan(64 * 1024);
  });

  it('tells nothing found from not looked', async () => {
    await writeSuggestions(db, [{ articleId: one, version: 'v1', mentions: [] }]);
    expect(await readSuggestions(db, one, 'v1')).toEqual([]);
    expect(await readSuggestions(db, two, 'v1')).toBeNull();
    expect(await readAnySuggestions(db, two)).toBeNull();
  });

  it('takes another version for nothing, and leaves no part of it behind', async () => {
    await writeSuggestions(db, [{ articleId: one, version: 'v1', mentions: makeMentions(1_500) }]);
    expect(await readSuggestions(db, one, 'v2')).toBeNull();
    await writeSuggestions(db, [{ articleId: one, version: 'v2', mentions: makeMentions(1) }]);
    expect(await readSuggestions(db, one, 'v2')).toHaveLength(1);
    expect(await db.suggestions.count()).toBe(1);
  });

  it('does not take half of them for all', async () => {
    await writeSuggestions(db, [{ articleId: one, version: 'v1', mentions: makeMentions(1_500) }]);
    await db.suggestions.delete([one, 0]);
    expect(await readSuggestions(db, one, 'v1')).toBeNull();
  });

  it('keeps a place once, and the newest of a place that was changed', async () => {
    const [mention] = makeMentions(1);
    const [gao] = mention?.candidates ?? [];
    if (mention === undefined || gao === undefined) throw new Error('no mention');
    const suggest = (name: string) => ({
      ...mention,
      candidates: [{ ...gao, id: 'own' as PlaceId, name }, gao],
    });
    await writeSuggestions(db, [{ articleId: one, version: 'v1', mentions: [suggest('Camp'), mention] }]);
    expect(await readAnySuggestions(db, one)).toEqual([suggest('Camp'), mention]);
    await writeSuggestions(db, [{ articleId: two, version: 'v2', mentions: [suggest('Camp Echo')] }]);
    expect(await db.suggestedPlaces.count()).toBe(2);
    // As another worker reads them, and as this one does again.
    expect(await readAnySuggestions(new Database(db.name), two)).toEqual([suggest('Camp Echo')]);
    expect(await readAnySuggestions(db, two)).toEqual([suggest('Camp Echo')]);
  });

  it('reads many in brief, long ones too, and none of another version', async () => {
    const mentions = makeMentions(1_500);
    await writeSuggestions(db, [
      { articleId: one, version: 'v1', mentions },
      { articleId: two, version: 'v1', mentions: makeMentions(2) },
    ]);
    const wanted = [one, two, 'three' as ArticleId].map((articleId) => ({ articleId, version: 'v1' }));
    const [long, short, none] = await readManySuggestions(db, wanted);
    expect(long).toEqual(
      mentions.map(({ start, end, strength }) => ({ start, end, strength, placeId: 'g:1' })),
    );
    expect([short?.length, none]).toEqual([2, null]);
    expect(await readManySuggestions(db, [{ articleId: one, version: 'v2' }])).toEqual([null]);
  });

  it('reads the passages of places that are still there', async () => {
    await writeSuggestions(db, [{ articleId: one, version: 'v1', mentions: makeMentions(3) }]);
    const spot = (articleId: ArticleId, start: number) => {
      return { articleId, suggestion: { start, end: start + 3, strength: 0.9, placeId: 'g:1' as PlaceId } };
    };
    const passages = await readPassages(db, [spot(one, 20), spot(one, 5), spot(two, 0), spot(one, 0)]);
    expect(passages.map(({ suggestion }) => suggestion)).toEqual([2, 0].map((at) => makeMentions(3)[at]));
  });

  it('drops those of articles that are gone', async () => {
    await writeSuggestions(db, [{ articleId: one, version: 'v1', mentions: makeMentions(3) }]);
    await writeSuggestions(db, [{ articleId: two, version: 'v1', mentions: makeMentions(3) }]);
    await dropSuggestions(db, new Set([two]));
    expect(await readAnySuggestions(db, one)).toBeNull();
    expect(await readAnySuggestions(db, two)).toHaveLength(3);
  });

  it('throws away what an older program found, and keeps what the analyst decided', async () => {
    const old = new Dexie('older');
    old.version(6).stores({ suggestions: '[articleId+part]', mentions: 'id, anchor.articleId' });
    await old.table('suggestions').put({ articleId: one, part: 0, version: '1', mentions: makeMentions(2) });
    await old.table('mentions').put({ id: 'm', anchor: { articleId: one } });
    old.close();

    const newer = new Database('older');
    expect(await readAnySuggestions(newer, one)).toBeNull();
    expect(await newer.mentions.count()).toBe(1);
  });
});
