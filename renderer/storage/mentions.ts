import type { Mention } from '#core/geo/mention.ts';
import type { ArticleId } from '#core/ids.ts';
import type { Database } from './database.ts';

/** What the analyst decided about the mentions of an article, in the order of the text. */
export async function listMentions(db: Database, articleId: ArticleId): Promise<Mention[]> {
  const found = await db.mentions.where('anchor.articleId').equals(articleId).toArray();
  return found.sort((a, b) => a.anchor.start - b.anchor.start);
}

/** All decided mentions of the workspace. */
export function listAllMentions(db: Database): Promise<Mention[]> {
  return db.mentions.toArray();
}
