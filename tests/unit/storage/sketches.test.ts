import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { ArticleId } from '#core/ids.ts';
import { sketchText } from '#core/import/copies/sketch-text.ts';
import type { Arrival } from '#core/import/plan-import.ts';
import { Database } from '#storage/database.ts';
import { findKnown, loadCopyIndex, putSketches } from '#storage/sketches.ts';
import { putText } from '#storage/texts.ts';
import { realTexts } from '#tests/unit/core/import/copies/perturb.ts';
import { makeArticle } from './make-records.ts';

const [text = '', other = ''] = realTexts;

async function keep(db: Database, id: string, content: string): Promise<void> {
  await db.articles.add(makeArticle(id, `text of ${id}`, content.length));
  await putText(db, `text of ${id}`, content);
}

function arrive(content: string, originalSha256 = 'new'): Arrival {
  const { id, batchId, importedAt, status, flagged, ...article } = makeArticle('new', 'new', content.length);
  return {
    kind: 'imported',
    article: { ...article, originalSha256 },
    repairs: { unreadable: 0, controls: 0, misread: 0 },
    sketch: sketchText(content, []),
  };
}

it('finds the same text among articles of an older library, and caches what it had to make', async () => {
  const db = new Database('sketches-older');
  await keep(db, 'a', text);
  await keep(db, 'b', other);
  expect(await db.sketches.count()).toBe(0);

  const index = await loadCopyIndex(db);

  expect(index.find(sketchText(`${text}\n`, [])).copies).toMatchObject([
    { articleId: 'a', reason: 'same-words' },
  ]);
  expect(await db.sketches.toCollection().primaryKeys()).toEqual(['text of a', 'text of b']);
});

it('reads cached sketches, and makes those of another version anew', async () => {
  const db = new Database('sketches-versions');
  await keep(db, 'a', text);
  await keep(db, 'b', other);
  await putSketches(db, [{ sha256: 'text of a', sketch: sketchText(other, []) }]);
  await db.sketches.put({ sha256: 'text of b', version: -1, ...sketchText(text, []) });

  const index = await loadCopyIndex(db);

  // The cache of `a` is believed, the outdated one of `b` is not.
  expect(index.find(sketchText(text, [])).copies).toEqual([]);
  expect(index.find(sketchText(other, [])).copies[0]?.articleId).toBe('a');
});

it('knows every article of a library of many slices, each under its own text', async () => {
  const db = new Database('sketches-many');
  const contents = Array.from(
    { length: 450 },
    (_, at) => `${at} ${'word '.repeat(at % 7)} number ${at * 31}`,
  );
  await db.articles.bulkAdd(contents.map((one, at) => makeArticle(`id ${at}`, `text of ${at}`, one.length)));
  await putSketches(
    db,
    contents.map((one, at) => ({ sha256: `text of ${at}`, sketch: sketchText(one, []) })),
  );

  const index = await loadCopyIndex(db);

  for (const [at, one] of contents.entries())
    expect(index.find(sketchText(one, [])).copies.map(({ articleId }) => articleId)).toEqual([`id ${at}`]);
});

it('answers the articles with the bytes or the text of an arrival, as they are now', async () => {
  const db = new Database('sketches-known');
  await keep(db, 'a', text);
  await keep(db, 'b', other);
  const index = await loadCopyIndex(db);

  const ids = async (arrival: Arrival) => (await findKnown(db, [arrival], index)).map(({ id }) => id);

  expect(await ids(arrive('Nothing like it.', 'text of b'))).toEqual(['b']);
  expect(await ids(arrive(text))).toEqual(['a']);
  await db.articles.delete('a' as ArticleId);
  expect(await ids(arrive(text))).toEqual([]);
});
