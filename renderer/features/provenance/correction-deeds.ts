import type { ArticleId } from '#core/ids.ts';
import { type Correction, correctArticle, takeOverDate } from '#core/library/edit-articles.ts';
import { joinGroup, leaveGroup, textGroup } from '#core/library/same-text.ts';
import { commitArticles, findArticles, nameArticles, titleForHistory } from '#state/commit-articles.ts';
import type { Session } from '#state/session.ts';
import { findGroup } from '#storage/articles.ts';

/** Put the analyst's word in the place of what import found. Answers whether it was kept. */
export async function commitCorrection(
  session: Session,
  id: ArticleId,
  correction: Correction,
): Promise<boolean> {
  const detail = { field: correction.field, ...nameArticles(await findArticles(session, [id])) };
  return commitArticles(session, { action: 'article.correct', detail }, [id], (articles) =>
    articles.flatMap((article) => correctArticle(article, correction)),
  );
}

/** Say that an article does not have the text of its group. Answers whether it was kept. */
export async function commitOtherText(session: Session, id: ArticleId): Promise<boolean> {
  const label = { action: 'article.part-text', detail: nameArticles(await findArticles(session, [id])) };
  return commitArticles(session, label, [id], async ([article]) =>
    article === undefined ? [] : leaveGroup(article, await findGroup(session.db, textGroup(article))),
  );
}

/** Say that an article has the same text as another one. Answers whether it was kept. */
export async function commitSameText(session: Session, id: ArticleId, sameAs: ArticleId): Promise<boolean> {
  const [other] = await findArticles(session, [sameAs]);
  const detail = {
    ...nameArticles(await findArticles(session, [id])),
    sameAs: other === undefined ? '' : titleForHistory(other),
  };
  return commitArticles(
    session,
    { action: 'article.join-text', detail },
    [id, sameAs],
    async ([article, target]) =>
      article === undefined || target === undefined
        ? []
        : joinGroup(article, await findGroup(session.db, textGroup(article)), target),
  );
}

/** Take the date that the program suggests for an article over. Answers whether it was kept. */
export async function commitDate(session: Session, id: ArticleId): Promise<boolean> {
  const articles = await findArticles(session, [id]);
  if (articles.flatMap(takeOverDate).length === 0) return false;
  return commitArticles(
    session,
    { action: 'article.take-date', detail: nameArticles(articles) },
    [id],
    (now) => now.flatMap(takeOverDate),
  );
}
