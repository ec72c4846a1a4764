import type { Article } from '#core/article.ts';
import type { Change } from '#core/history/change.ts';
import type { ArticleId } from '#core/ids.ts';
import { findArticle } from '#storage/articles.ts';
import type { Session } from './session.ts';

/** What the history says of an edit of articles: how many, and the title of a lone one. */
export function nameArticles(articles: readonly Article[]): Record<string, string | number> {
  const [only] = articles;
  const count = articles.length;
  return count === 1 && only !== undefined ? { count, title: titleForHistory(only) } : { count };
}

/** A title as the history keeps it: at most 80 characters. */
export function titleForHistory({ title }: Article): string {
  return title.value.slice(0, 80).toWellFormed();
}

/** The articles of `ids` that are there, in that order. */
export async function findArticles(session: Session, ids: readonly ArticleId[]): Promise<Article[]> {
  const found = await Promise.all(ids.map((id) => findArticle(session.db, id)));
  return found.filter((article) => article !== null);
}

/** Change articles as one edit, planned on their newest records. Answers whether it was kept. */
export async function commitArticles(
  session: Session,
  label: { action: string; detail: Record<string, string | number> },
  ids: readonly ArticleId[],
  change: (articles: Article[]) => Change[] | Promise<Change[]>,
): Promise<boolean> {
  const outcome = await session.commit(label, async () => change(await findArticles(session, ids)));
  return outcome.ok;
}
