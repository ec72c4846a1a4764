import type { ReadingStatus } from '#core/article.ts';
import type { ArticleId } from '#core/ids.ts';
import { setFlag, setStatus } from '#core/library/edit-articles.ts';
import { commitArticles, findArticles, nameArticles } from '#state/commit-articles.ts';
import type { Session } from '#state/session.ts';
import { lastReadTimes } from '#storage/readings.ts';

/** Set how far the analyst is with articles, as one edit. Answers whether it was kept. */
export async function commitStatus(
  session: Session,
  ids: readonly ArticleId[],
  status: ReadingStatus,
): Promise<boolean> {
  const at = new Date().toISOString();
  const label = {
    action: 'article.status',
    detail: { status, ...nameArticles(await findArticles(session, ids)) },
  };
  return commitArticles(session, label, ids, async (articles) =>
    setStatus(articles, { status, at, lastRead: await lastReadTimes(session.db, session.analystId, ids) }),
  );
}

/** Flag articles or take the flags away, as one edit: when all have one, it is taken. Answers whether it was kept. */
export async function commitFlag(session: Session, ids: readonly ArticleId[]): Promise<boolean> {
  const articles = await findArticles(session, ids);
  const detail = { flagged: articles.every(({ flagged }) => flagged) ? 0 : 1, ...nameArticles(articles) };
  return commitArticles(session, { action: 'article.flag', detail }, ids, (now) =>
    setFlag(now, !now.every((article) => article.flagged)),
  );
}
