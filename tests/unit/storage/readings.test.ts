import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { AnalystId, ArticleId, ReadingId } from '#core/ids.ts';
import type { Reading } from '#core/reader/reading.ts';
import { Database } from '#storage/database.ts';
import { findReading, lastReadTimes, listReadings } from '#storage/readings.ts';

const me = 'me' as AnalystId;
const reading = (
  id: string,
  articleId: string,
  analystId: string,
  textSha256: string,
  updatedAt: string,
): Reading => ({
  id: id as ReadingId,
  articleId: articleId as ArticleId,
  analystId: analystId as AnalystId,
  textSha256,
  spans: [],
  openedAt: '2026-01-01T00:00:00.000Z',
  updatedAt,
});

it('tells analysts, articles and versions of their texts apart', async () => {
  const db = new Database('readings');
  const kept = [
    reading('1', 'a', 'me', 'old', '2026-01-02T00:00:00.000Z'),
    reading('2', 'a', 'me', 'new', '2026-01-03T00:00:00.000Z'),
    reading('3', 'a', 'you', 'new', '2026-01-04T00:00:00.000Z'),
    reading('4', 'b', 'you', 'new', '2026-01-05T00:00:00.000Z'),
    reading('5', 'c', 'me', 'other', '2026-01-06T00:00:00.000Z'),
  ];
  await db.readings.bulkPut(kept);
  const where = { articleId: 'a' as ArticleId, analystId: me, textSha256: 'old' };

  expect((await findReading(db, where))?.id).toBe('1');
  expect(await findReading(db, { ...where, textSha256: 'none' })).toBeNull();
  expect(await listReadings(db)).toEqual(kept);
  expect([...(await lastReadTimes(db, me))]).toEqual([
    ['a', '2026-01-03T00:00:00.000Z'],
    ['c', '2026-01-06T00:00:00.000Z'],
  ]);
  expect([...(await lastReadTimes(db, me, ['a' as ArticleId, 'b' as ArticleId])).keys()]).toEqual(['a']);
});
