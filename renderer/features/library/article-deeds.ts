import type { Article, ReadingStatus } from '#core/article.ts';
import type { Change } from '#core/history/change.ts';
import type { ArticleId } from '#core/ids.ts';
import { type Correction, correctArticle, setFlag, setStatus } from '#core/library/edit-articles.ts';
import type { Session } from '#state/session.ts';
import { findArticle } from '#storage/articles.ts';
import { lastReadTimes } from '#storage/readings.ts';

/** Set how far the analyst is with articles, as one edit. */
export function commitStatus(session: Session, ids: readonly ArticleId[], status: ReadingStatus): void {
  const at = new Date().toISOString();
  commitFor(
    session,
    { action: 'article.status', detail: { status, count: ids.length } },
    ids,
    async (articles) =>
      setStatus(articles, { status, at, lastRead: await lastReadTimes(session.db, session.analystId, ids) }),
  );
}

/** Flag articles or take the flags away, as one edit: when all have one, it is taken. */
export function commitFlag(session: Session, ids: readonly ArticleId[]): void {
  commitFor(session, { action: 'article.flag', detail: { count: ids.length } }, ids, (articles) =>
    setFlag(articles, !articles.every((article) => article.flagged)),
  );
}

/** Put the analyst's word in the place of what import found. */
export function commitCorrection(session: Session, id: ArticleId, correction: Correction): void {
  commitFor(session, { action: 'article.correct', detail: { field: correction.field } }, [id], (articles) =>
    articles.flatMap((article) => correctArticle(article, correction)),
  );
}

function commitFor(
  session: Session,
  label: { action: string; detail: Record<string, string | number> },
  ids: readonly ArticleId[],
  change: (articles: Article[]) => Change[] | Promise<Change[]>,
): void {
  void session.commit(label, async () => {
    const found = await Promise.all(ids.map((id) => findArticle(session.db, id)));
    return change(found.filter((article) => article !== null));
  });
}
