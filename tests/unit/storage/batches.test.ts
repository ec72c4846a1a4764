import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Activity } from '#core/activity.ts';
import type { Article, SameText } from '#core/article.ts';
import { type Change, creation, reverse } from '#core/history/change.ts';
import type { ActivityId, ArticleId, BatchId, HighlightId } from '#core/ids.ts';
import type { Batch } from '#core/import/batch.ts';
import { noAnswers } from '#core/library/edit-batches.ts';
import { takeBackBatch } from '#core/library/take-back-batch.ts';
import { applyEntries } from '#storage/apply-changes.ts';
import { countLaterDuplicates, listBatches, readBatchContent } from '#storage/batches.ts';
import { Database } from '#storage/database.ts';
import { makeArticle, makeEntry } from './make-records.ts';

const early = 'early' as BatchId;
const late = 'late' as BatchId;
let opened = 0;
let sequence = 0;
let db: Database;

beforeEach(async () => {
  opened += 1;
  sequence = 0;
  db = new Database(`batches-${opened}`);
  await apply([
    creation('batches', makeBatch(early, '2026-01-01T00:00:00.000Z')),
    creation('batches', makeBatch(late, '2026-01-02T00:00:00.000Z')),
    creation('articles', articleOf('a', early)),
    creation('articles', articleOf('b', early)),
    creation('articles', articleOf('c', late, { group: 'a' as ArticleId, likeId: 'a' as ArticleId })),
    creation('articles', articleOf('d', late, { group: 'a' as ArticleId, likeId: 'c' as ArticleId })),
    creation('activity', lineOf('1', early, 'imported', 'a')),
    creation('activity', lineOf('2', early, 'imported', 'b')),
    creation('activity', lineOf('3', early, 'refused', null)),
    creation('activity', lineOf('4', late, 'imported', 'c')),
    creation('activity', lineOf('5', late, 'duplicate', 'b')),
    creation('activity', lineOf('6', 'old' as BatchId, 'repaired', 'gone')),
    creation('highlights', highlightIn('h', 'a')),
    creation('highlights', highlightIn('i', 'c')),
  ]);
});

describe('listBatches', () => {
  it('counts what came of every file, newest first, and knows batches from before they were kept', async () => {
    expect(await listBatches(db)).toMatchObject([
      { id: late, articleCount: 2, outcomes: { imported: 1, duplicate: 1 } },
      { id: early, articleCount: 2, outcomes: { imported: 2, refused: 1 } },
      { id: 'old', batch: null, articleCount: 0, outcomes: { repaired: 1 } },
    ]);
  });
});

describe('taking a batch back', () => {
  it('takes what it brought and what was marked in it, leaves the rest, and can itself be undone', async () => {
    const before = await everything();
    expect(await countLaterDuplicates(db, early)).toBe(1);

    const changes = takeBackBatch(await readBatchContent(db, early));
    await apply(changes);

    expect((await db.articles.toArray()).map(({ id }) => id)).toEqual(['c', 'd']);
    expect((await db.highlights.toArray()).map(({ id }) => id)).toEqual(['i']);
    expect((await db.activity.toArray()).map(({ id }) => id)).toEqual(['4', '5', '6']);
    expect((await db.batches.toArray()).map(({ id }) => id)).toEqual([late]);

    await apply(reverse(changes));
    expect(await everything()).toEqual(before);
  });

  it('lets those that stay of a group of same texts be a group of their own', async () => {
    await apply(takeBackBatch(await readBatchContent(db, early)));

    const [head, other] = await db.articles.toArray();
    expect(head).not.toHaveProperty('sameText');
    expect(other?.sameText).toMatchObject({ group: 'c', likeId: 'c' });
  });

  it('leaves a group alone that loses another than its first', async () => {
    await apply(takeBackBatch(await readBatchContent(db, late)));

    expect((await db.articles.toArray()).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(await listBatches(db)).toHaveLength(2);
  });
});

async function apply(changes: readonly Change[]): Promise<void> {
  sequence += 1;
  await applyEntries(db, [makeEntry(sequence, changes)]);
}

async function everything() {
  return Promise.all([
    db.articles.toArray(),
    db.highlights.toArray(),
    db.activity.toArray(),
    db.batches.toArray(),
  ]);
}

function makeBatch(id: BatchId, at: string): Batch {
  return { id, at, utcOffsetMinutes: 0, program: '0.1.0', way: 'files', ...noAnswers };
}

function articleOf(id: string, batchId: BatchId, same?: Pick<SameText, 'group' | 'likeId'>): Article {
  const sameText = same && { ...same, basis: 'derived' as const, reason: 'near' as const, likeness: 0.9 };
  return { ...makeArticle(id, `hash ${id}`, 10), batchId, ...(sameText ? { sameText } : {}) };
}

function lineOf(
  id: string,
  batchId: BatchId,
  outcome: Activity['outcome'],
  articleId: string | null,
): Activity {
  return {
    id: id as ActivityId,
    at: '2025-01-01T00:00:00.000Z',
    batchId,
    fileName: `${id}.txt`,
    outcome,
    reason: outcome,
    detail: {},
    articleId: articleId as ArticleId | null,
  };
}

function highlightIn(id: string, articleId: string) {
  return {
    id: id as HighlightId,
    anchor: {
      articleId: articleId as ArticleId,
      textSha256: `hash ${articleId}`,
      start: 0,
      end: 1,
      exact: 'x',
      prefix: '',
      suffix: '',
    },
    tagIds: [],
    note: '',
    grade: { reliability: 'F', credibility: 6 } as const,
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
  };
}
