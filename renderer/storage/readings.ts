import type { AnalystId, ArticleId } from '#core/ids.ts';
import type { Reading } from '#core/reader/reading.ts';
import type { Database } from './database.ts';

/** Every reading of the workspace: of all analysts, articles and versions of their texts. */
export function listReadings(db: Database): Promise<Reading[]> {
  return db.readings.toArray();
}

/** All readings of an article, whoever's and of whichever version of its text. */
export function listReadingsOf(db: Database, articleId: ArticleId): Promise<Reading[]> {
  return db.readings.where('articleId').equals(articleId).toArray();
}

/** One analyst's reading of one version of an article's text; `null` when there is none. */
export async function findReading(
  db: Database,
  { articleId, analystId, textSha256 }: Pick<Reading, 'articleId' | 'analystId' | 'textSha256'>,
): Promise<Reading | null> {
  const readings = await db.readings.where('articleId').equals(articleId).toArray();
  const own = readings.filter((one) => one.analystId === analystId && one.textSha256 === textSha256);
  return own[0] ?? null;
}

/** When an analyst last read in each of these articles, or in every one when none are named. */
export async function lastReadTimes(
  db: Database,
  analystId: AnalystId,
  articleIds?: readonly ArticleId[],
): Promise<Map<ArticleId, string>> {
  const readings =
    articleIds === undefined
      ? await db.readings.toArray()
      : await db.readings.where('articleId').anyOf(articleIds).toArray();
  const times = new Map<ArticleId, string>();
  for (const { articleId, analystId: by, updatedAt } of readings)
    if (by === analystId && updatedAt > (times.get(articleId) ?? '')) times.set(articleId, updatedAt);
  return times;
}
