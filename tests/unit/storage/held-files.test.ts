import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { creation, removal, replacement } from '#core/history/change.ts';
import { applyEntries } from '#storage/apply-changes.ts';
import { Database } from '#storage/database.ts';
import { loadHeldFiles } from '#storage/held-files.ts';
import { makeArticle, makeEntry, makeTag } from './make-records.ts';

const hash = (name: string) => createHash('sha256').update(name).digest('hex');
const article = (name: string) => makeArticle(name, hash(name), 1);

it('never denies a file that an article was made of, from before or since', async () => {
  const db = new Database('held-files');
  const before = Array.from({ length: 300 }, (_, at) => article(`before ${at}`));
  const since = Array.from({ length: 300 }, (_, at) => article(`since ${at}`));
  await applyEntries(db, [
    makeEntry(
      1,
      before.map((one) => creation('articles', one)),
    ),
  ]);

  const held = await loadHeldFiles(db);
  await applyEntries(db, [
    makeEntry(
      2,
      since.map((one) => creation('articles', one)),
    ),
  ]);

  for (const { originalSha256 } of [...before, ...since]) expect(held.mayHave(originalSha256)).toBe(true);
  const strange = Array.from({ length: 1_000 }, (_, at) => hash(`strange ${at}`));
  expect(strange.filter(held.mayHave)).toEqual([]);
});

it('counts the edits of articles, and of nothing else, until it is closed', async () => {
  const db = new Database('held-files-edits');
  const held = await loadHeldFiles(db);
  const [first, tag] = [article('a'), makeTag('t')];
  const flagged = { ...first, flagged: true };

  await applyEntries(db, [makeEntry(1, [creation('articles', first)])]);
  const made = held.edits();
  await applyEntries(db, [makeEntry(2, [creation('tags', tag)])]);
  expect(held.edits()).toBe(made);
  await applyEntries(db, [makeEntry(3, [replacement('articles', first, flagged)])]);
  const edited = held.edits();
  expect(edited).toBeGreaterThan(made);
  held.close();
  await applyEntries(db, [makeEntry(4, [removal('articles', flagged)])]);
  expect(held.edits()).toBe(edited);
});
