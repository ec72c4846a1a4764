import type { Article } from '#core/article.ts';
import type { ArticleId, BatchId } from '#core/ids.ts';
import { textGroup } from '#core/library/same-text.ts';
import type { Database } from './database.ts';

/** All articles, newest import first. */
export function listArticles(db: Database): Promise<Article[]> {
  return db.articles.orderBy('importedAt').reverse().toArray();
}

/** One article; `null` when there is none with this id. */
export async function findArticle(db: Database, id: ArticleId): Promise<Article | null> {
  return (await db.articles.get(id)) ?? null;
}

/** The articles of these ids that there are. */
export async function findArticles(db: Database, ids: ReadonlySet<ArticleId>): Promise<Article[]> {
  const found = await db.articles.bulkGet([...ids]);
  return found.filter((article) => article !== undefined);
}

/** All articles of a group of the same text, the oldest import first. */
export async function findGroup(db: Database, group: ArticleId): Promise<Article[]> {
  const [first, others] = await Promise.all([
    db.articles.get(group),
    db.articles.where('sameText.group').equals(group).toArray(),
  ]);
  const isFirst = first !== undefined && textGroup(first) === group;
  return (isFirst ? [first, ...others] : others).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The articles that were put into a group of the same text, with the group; its first article is not among them. */
export async function readTextGroups(db: Database): Promise<ReadonlyMap<ArticleId, ArticleId>> {
  // Two lists of keys in one and the same order: no record is read.
  const grouped = db.articles.orderBy('sameText.group');
  const [groups, ids] = await db.transaction('r', db.articles, () =>
    Promise.all([grouped.keys(), grouped.primaryKeys()]),
  );
  return new Map(ids.map((id, at) => [id, String(groups[at]) as ArticleId]));
}

/** The ids of the articles of a batch, or of all articles (`null`): no record is read. */
export function listArticleIds(db: Database, batch: BatchId | null): Promise<ArticleId[]> {
  return batch === null
    ? db.articles.toCollection().primaryKeys()
    : db.articles.where('batchId').equals(batch).primaryKeys();
}
