import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SuggestedMention } from '#core/geo/mention.ts';
import type { ArticleId, PlaceId } from '#core/ids.ts';
import { Database } from '#storage/database.ts';
import {
  dropSuggestions,
  readAnySuggestions,
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

describe('the cache of suggestions', () => {
  it('gives back what was written, in order, in parts that stay below 64 KiB', async () => {
    const mentions = makeMentions(700);
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
    await writeSuggestions(db, [{ articleId: one, version: 'v1', mentions: makeMentions(700) }]);
    expect(await readSuggestions(db, one, 'v2')).toBeNull();
    await writeSuggestions(db, [{ articleId: one, version: 'v2', mentions: makeMentions(1) }]);
    expect(await readSuggestions(db, one, 'v2')).toHaveLength(1);
    expect(await db.suggestions.count()).toBe(1);
  });

  it('does not take half of them for all', async () => {
    await writeSuggestions(db, [{ articleId: one, version: 'v1', mentions: makeMentions(700) }]);
    await db.suggestions.delete([one, 0]);
    expect(await readSuggestions(db, one, 'v1')).toBeNull();
  });

  it('drops those of articles that are gone', async () => {
    await writeSuggestions(db, [{ articleId: one, version: 'v1', mentions: makeMentions(3) }]);
    await writeSuggestions(db, [{ articleId: two, version: 'v1', mentions: makeMentions(3) }]);
    await dropSuggestions(db, new Set([two]));
    expect(await readAnySuggestions(db, one)).toBeNull();
    expect(await readAnySuggestions(db, two)).toHaveLength(3);
  });
});
