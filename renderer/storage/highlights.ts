import type { Highlight } from '#core/annotations/highlight.ts';
import type { ArticleId, HighlightId, TagId } from '#core/ids.ts';
import type { Database } from './database.ts';

/** The highlights of an article in the order of the text. */
export async function listHighlights(db: Database, articleId: ArticleId): Promise<Highlight[]> {
  const found = await db.highlights.where('anchor.articleId').equals(articleId).toArray();
  return found.sort((a, b) => a.anchor.start - b.anchor.start || a.anchor.end - b.anchor.end);
}

/** The highlights of several articles. */
export function listHighlightsOf(db: Database, articleIds: readonly ArticleId[]): Promise<Highlight[]> {
  return db.highlights.where('anchor.articleId').anyOf(articleIds).toArray();
}

/** Every highlight of the workspace, oldest first. */
export function listAllHighlights(db: Database): Promise<Highlight[]> {
  return db.highlights.orderBy('id').toArray();
}

/** The highlights made last, the newest first. */
export function listNewestHighlights(db: Database, most: number): Promise<Highlight[]> {
  return db.highlights.orderBy('id').reverse().limit(most).toArray();
}

/** One highlight; `null` when there is none with this id. */
export async function findHighlight(db: Database, id: HighlightId): Promise<Highlight | null> {
  return (await db.highlights.get(id)) ?? null;
}

/** Those of these highlights that there are, in the order asked for. */
export async function findHighlights(db: Database, ids: readonly HighlightId[]): Promise<Highlight[]> {
  const found = await db.highlights.bulkGet([...ids]);
  return found.filter((one) => one !== undefined);
}

/** The highlights that carry any of these tags, each once. */
export function listTaggedHighlights(db: Database, tagIds: Iterable<TagId>): Promise<Highlight[]> {
  return db.highlights
    .where('tagIds')
    .anyOf([...tagIds])
    .distinct()
    .toArray();
}
