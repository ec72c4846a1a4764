import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { creation, removal, replacement } from '#core/history/change.ts';
import type { ArticleId } from '#core/ids.ts';
import { sketchText } from '#core/import/copies/sketch-text.ts';
import type { Arrival } from '#core/import/plan-import.ts';
import { applyEntries } from '#storage/apply-changes.ts';
import { Database } from '#storage/database.ts';
import { loadHeldFiles } from '#storage/held-files.ts';
import {
  countUncompared,
  findKnown,
  listUncompared,
  loadCopyIndex,
  putSketches,
  readSketches,
} from '#storage/sketches.ts';
import { putText } from '#storage/texts.ts';
import { realTexts } from '#tests/unit/core/import/copies/perturb.ts';
import { makeArticle, makeEntry } from './make-records.ts';

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

/** Keep what an article is compared by. */
function sketch(db: Database, id: string, content: string): Promise<void> {
  return putSketches(db, [{ articleId: id as ArticleId, sketch: sketchText(content, []) }]);
}

it('counts and lists the articles that have not been compared, or by an older rule', async () => {
  const db = new Database('sketches-uncompared');
  for (const id of ['a', 'b', 'c']) await keep(db, id, text);
  expect([await countUncompared(db), await listUncompared(db)]).toEqual([3, ['a', 'b', 'c']]);

  await sketch(db, 'b', text);
  await db.articleSketches.put({ articleId: 'c' as ArticleId, version: -1, ...sketchText(text, []) });

  expect([await countUncompared(db), await listUncompared(db)]).toEqual([2, ['a', 'c']]);
  expect(await readSketches(db, ['a', 'b', 'c'] as ArticleId[])).toEqual([
    null,
    expect.objectContaining({ words: sketchText(text, []).words }),
    null,
  ]);
  expect((await loadCopyIndex(db)).find(sketchText(text, [])).copies).toMatchObject([{ articleId: 'b' }]);
});

it('knows every article of a library of many slices, each under its own text', async () => {
  const db = new Database('sketches-many');
  const contents = Array.from(
    { length: 1_050 },
    (_, at) => `${at} ${'word '.repeat(at % 7)} number ${at * 31}`,
  );
  await putSketches(
    db,
    contents.map((one, at) => ({ articleId: `id ${at}` as ArticleId, sketch: sketchText(one, []) })),
  );

  const index = await loadCopyIndex(db);

  for (const [at, one] of contents.entries())
    expect(index.find(sketchText(one, [])).copies.map(({ articleId }) => articleId)).toEqual([`id ${at}`]);
});

it('forgets what an article was compared by when its text or its boilerplate is another, or it goes', async () => {
  const db = new Database('sketches-changed');
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => makeArticle(id, `text of ${id}`, 10));
  if (!a || !b || !c || !d) throw new Error('four are made');
  const articles = [a, b, c, d];
  await applyEntries(db, [
    makeEntry(
      1,
      articles.map((one) => creation('articles', one)),
    ),
  ]);
  for (const { id } of articles) await sketch(db, id, text);
  expect(await listUncompared(db)).toEqual([]);

  const noise = [{ start: 0, end: 3, kind: 'menu' } as const];
  await applyEntries(db, [
    makeEntry(2, [
      replacement('articles', a, { ...a, noise }),
      replacement('articles', b, { ...b, textSha256: 'another' }),
      replacement('articles', c, { ...c, status: 'read' }),
      removal('articles', d),
    ]),
  ]);

  expect(await listUncompared(db)).toEqual(['a', 'b']);
  expect(await db.articleSketches.toCollection().primaryKeys()).toEqual(['c']);
});

it('answers the articles with the bytes or the text of an arrival, as they are now', async () => {
  const db = new Database('sketches-known');
  await keep(db, 'a', text);
  await keep(db, 'b', other);
  await sketch(db, 'a', text);
  await sketch(db, 'b', other);
  const index = await loadCopyIndex(db);

  const held = await loadHeldFiles(db);
  const ids = async (arrival: Arrival) => {
    const known = await findKnown(db, [arrival], { held, copies: index });
    return known.map(({ id }) => id);
  };

  expect(await ids(arrive('Nothing like it.', 'text of b'))).toEqual(['b']);
  expect(await ids(arrive(text))).toEqual(['a']);
  await db.articles.delete('a' as ArticleId);
  expect(await ids(arrive(text))).toEqual([]);
});
