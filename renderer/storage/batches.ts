import type { Activity } from '#core/activity.ts';
import type { BatchId } from '#core/ids.ts';
import type { Batch } from '#core/import/batch.ts';
import type { BatchContent } from '#core/library/take-back-batch.ts';
import type { Database } from './database.ts';

/** A batch with what came of its files. */
export type BatchEntry = {
  readonly id: BatchId;
  /** When it began (ISO 8601 UTC). */
  readonly at: string;
  /** `null`: it came before batches were kept. */
  readonly batch: Batch | null;
  /** Its articles that are there. */
  readonly articleCount: number;
  /** How often each outcome stands in its lines of the log. */
  readonly outcomes: Readonly<Partial<Record<Activity['outcome'], number>>>;
};

/** Every batch, newest first; those from before batches were kept, too. */
export async function listBatches(db: Database): Promise<BatchEntry[]> {
  const entries = new Map<BatchId, { at: string; outcomes: Partial<Record<Activity['outcome'], number>> }>();
  const batches = await db.batches.toArray();
  for (const { id, at } of batches) entries.set(id, { at, outcomes: {} });
  // Oldest first: the first line tells when a batch without a record began.
  await db.activity.orderBy('at').each(({ batchId, at, fileName, outcome }) => {
    // Lines without a file tell of the search index.
    if (fileName === '') return;
    const entry = entries.get(batchId) ?? { at, outcomes: {} };
    entries.set(batchId, entry);
    entry.outcomes[outcome] = (entry.outcomes[outcome] ?? 0) + 1;
  });
  const records = new Map(batches.map((batch) => [batch.id, batch]));
  const counted = [...entries].map(async ([id, { at, outcomes }]) => {
    const articleCount = await db.articles.where('batchId').equals(id).count();
    return { id, at, batch: records.get(id) ?? null, articleCount, outcomes };
  });
  return (await Promise.all(counted)).sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** One batch; `null` when there is none with this id. */
export async function findBatch(db: Database, id: BatchId): Promise<Batch | null> {
  return (await db.batches.get(id)) ?? null;
}

/** What came of the files of a batch, in order. */
export function listBatchActivity(db: Database, id: BatchId): Promise<Activity[]> {
  return db.activity.where('batchId').equals(id).sortBy('id');
}

/** All that a batch brought, and what was made of it. */
export async function readBatchContent(db: Database, id: BatchId): Promise<BatchContent> {
  const articles = await db.articles.where('batchId').equals(id).toArray();
  const ids = articles.map((article) => article.id);
  const [batch, activity, highlights, mentions, findings, groups] = await Promise.all([
    findBatch(db, id),
    listBatchActivity(db, id),
    db.highlights.where('anchor.articleId').anyOf(ids).toArray(),
    db.mentions.where('anchor.articleId').anyOf(ids).toArray(),
    db.findings.where('anchor.articleId').anyOf(ids).toArray(),
    db.articles
      .where('sameText.group')
      .anyOf([...ids, ...articles.flatMap(({ sameText }) => sameText?.group ?? [])])
      .toArray(),
  ]);
  const sameTexts = groups.filter(({ batchId }) => batchId !== id);
  return { batch, articles, activity, highlights, mentions, findings, sameTexts };
}

/** How many files of other batches were known by the articles of this one, and are not kept otherwise. */
export async function countLaterDuplicates(db: Database, id: BatchId): Promise<number> {
  const ids = await db.articles.where('batchId').equals(id).primaryKeys();
  return db.activity
    .where('articleId')
    .anyOf(ids)
    .filter(({ batchId, outcome }) => batchId !== id && outcome === 'duplicate')
    .count();
}

/** The newest batch of which the analyst said where it comes from; `null` when there is none. */
export async function lastAnsweredBatch(db: Database): Promise<Batch | null> {
  const found = await db.batches
    .orderBy('at')
    .reverse()
    .filter(({ collectedBy, collectedAt, receivedFrom, medium }) =>
      [collectedBy, collectedAt, receivedFrom, medium].some((answer) => answer !== null),
    )
    .first();
  return found ?? null;
}
