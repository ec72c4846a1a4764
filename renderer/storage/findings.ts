import type { ArticleId } from '#core/ids.ts';
import type { Finding } from '#core/mentions/finding.ts';
import type { Database } from './database.ts';

/** What the analyst decided in an article beside places, in the order of the text. */
export async function listFindings(db: Database, articleId: ArticleId): Promise<Finding[]> {
  const found = await db.findings.where('anchor.articleId').equals(articleId).toArray();
  return found.sort((a, b) => a.anchor.start - b.anchor.start);
}

/** What the analyst decided in these articles. */
export function listFindingsIn(db: Database, articleIds: readonly ArticleId[]): Promise<Finding[]> {
  return db.findings
    .where('anchor.articleId')
    .anyOf([...articleIds])
    .toArray();
}

/** What the analyst decided of all articles, and in all. */
export function listAllFindings(db: Database): Promise<Finding[]> {
  return db.findings.toArray();
}

/** What the analyst decided for all articles. */
export function listFindingRules(db: Database): Promise<Finding[]> {
  return db.findings.where('reach').equals('everywhere').toArray();
}
