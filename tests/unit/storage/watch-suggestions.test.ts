import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import type { ArticleId } from '#core/ids.ts';
import { Database } from '#storage/database.ts';
import { dropSuggestions, writeSuggestions } from '#storage/suggestions.ts';
import { watchSuggestions } from '#storage/watch-suggestions.ts';

it('tells of every article of which suggestions were written or dropped, in this database alone', async () => {
  const db = new Database('watched');
  const other = new Database('other');
  const told: ArticleId[][] = [];
  const stop = watchSuggestions(db, (ids) => told.push([...ids].sort()));
  const found = (ids: readonly string[]) =>
    ids.map((id) => ({ articleId: id as ArticleId, version: '1', mentions: [] }));

  await writeSuggestions(other, found(['elsewhere']));
  await writeSuggestions(db, found(['a', 'b', 'c', 'd']));
  await vi.waitFor(() => expect(told.flat()).toEqual(['a', 'b', 'c', 'd']));

  told.length = 0;
  await dropSuggestions(db, new Set(['a', 'c'] as ArticleId[]));
  await vi.waitFor(() => expect(told.flat()).toEqual(['b', 'd']));

  stop();
  await writeSuggestions(db, found(['e']));
  expect(told.flat()).toEqual(['b', 'd']);
});
