import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { type Change, creation, removal, replacement } from '#core/history/change.ts';
import { applyEntries } from '#storage/apply-changes.ts';
import { Database } from '#storage/database.ts';
import { keepHeads, keepRecords } from '#storage/kept-records.ts';
import { makeArticle, makeEntry } from './make-records.ts';

const article = (id: string) => ({ ...makeArticle(id, `text of ${id}`, 7), noise: [], importedAt: id });

it('holds the heads of what is stored, through edits before and after it was read', async () => {
  const db = new Database('kept-heads');
  let sequence = 0;
  const edit = (...changes: Change[]) => applyEntries(db, [makeEntry(++sequence, changes)]);
  const [a, b, c, d] = [article('a'), article('b'), article('c'), article('d')];
  await edit(creation('articles', a), creation('articles', c));

  const heads = keepHeads(db);
  const told = vi.fn();
  heads.subscribe(told);
  await edit(replacement('articles', a, { ...a, flagged: true }), creation('articles', d));
  await vi.waitFor(() => expect(heads.get()).toHaveLength(3));
  await edit(removal('articles', c), creation('articles', b));

  const stored = await db.articles.toArray();
  expect(stored.map(({ id }) => id)).toEqual(['a', 'b', 'd']);
  expect(heads.get()).toEqual(
    stored.map(({ id, title, language, status, flagged, importedAt, originalName }) => {
      const none = { publisher: null, carrier: null, publishedAt: null };
      return { id, title, language, status, flagged, importedAt, originalName, ...none };
    }),
  );
  await vi.waitFor(() => expect(told.mock.calls.length).toBeGreaterThanOrEqual(2));
  expect(keepHeads(db)).toBe(heads);
  // Whole records are held apart from heads.
  await vi.waitFor(() => expect(keepRecords(db, 'articles').get()).toEqual(stored));
});

it('tells of many edits a few times, and of the last one', async () => {
  const db = new Database('kept-often');
  const heads = keepHeads(db);
  const seen: number[] = [];
  heads.subscribe(() => seen.push(heads.get()?.length ?? -1));
  await vi.waitFor(() => expect(heads.get()).toEqual([]));

  for (let at = 0; at < 30; at++)
    await applyEntries(db, [makeEntry(at + 1, [creation('articles', article(`id ${at}`))])]);
  await vi.waitFor(() => expect(seen.at(-1)).toBe(30), { timeout: 5_000 });

  expect(seen.length).toBeLessThan(15);
});
