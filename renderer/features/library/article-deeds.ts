import type { Article, ReadingStatus } from '#core/article.ts';
import type { Change } from '#core/history/change.ts';
import type { ArticleId } from '#core/ids.ts';
import {
  type Correction,
  correctArticle,
  setFlag,
  setStatus,
  takeOverDate,
} from '#core/library/edit-articles.ts';
import { joinGroup, leaveGroup, textGroup } from '#core/library/same-text.ts';
import type { Session } from '#state/session.ts';
import { findArticle, findGroup } from '#storage/articles.ts';
import { lastReadTimes } from '#storage/readings.ts';

/** Set how far the analyst is with articles, as one edit. Answers whether it was kept. */
export async function commitStatus(
  session: Session,
  ids: readonly ArticleId[],
  status: ReadingStatus,
): Promise<boolean> {
  const at = new Date().toISOString();
  const label = { action: 'article.status', detail: { status, ...named(await findAll(session, ids)) } };
  return commitFor(session, label, ids, async (articles) =>
    setStatus(articles, { status, at, lastRead: await lastReadTimes(session.db, session.analystId, ids) }),
  );
}

/** Flag articles or take the flags away, as one edit: when all have one, it is taken. Answers whether it was kept. */
export async function commitFlag(session: Session, ids: readonly ArticleId[]): Promise<boolean> {
  const articles = await findAll(session, ids);
  const detail = { flagged: articles.every(({ flagged }) => flagged) ? 0 : 1, ...named(articles) };
  return commitFor(session, { action: 'article.flag', detail }, ids, (now) =>
    setFlag(now, !now.every((article) => article.flagged)),
  );
}

/** Put the analyst's word in the place of what import found. Answers whether it was kept. */
export async function commitCorrection(
  session: Session,
  id: ArticleId,
  correction: Correction,
): Promise<boolean> {
  const detail = { field: correction.field, ...named(await findAll(session, [id])) };
  return commitFor(session, { action: 'article.correct', detail }, [id], (articles) =>
    articles.flatMap((article) => correctArticle(article, correction)),
  );
}

/** Say that an article does not have the text of its group. Answers whether it was kept. */
export async function commitOtherText(session: Session, id: ArticleId): Promise<boolean> {
  const label = { action: 'article.part-text', detail: named(await findAll(session, [id])) };
  return commitFor(session, label, [id], async ([article]) =>
    article === undefined ? [] : leaveGroup(article, await findGroup(session.db, textGroup(article))),
  );
}

/** Say that an article has the same text as another one. Answers whether it was kept. */
export async function commitSameText(session: Session, id: ArticleId, sameAs: ArticleId): Promise<boolean> {
  const [other] = await findAll(session, [sameAs]);
  const detail = {
    ...named(await findAll(session, [id])),
    sameAs: other === undefined ? '' : titleOf(other),
  };
  return commitFor(
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
  const articles = await findAll(session, [id]);
  if (articles.flatMap(takeOverDate).length === 0) return false;
  return commitFor(session, { action: 'article.take-date', detail: named(articles) }, [id], (now) =>
    now.flatMap(takeOverDate),
  );
}

/** For the history: how many, and the title of a lone one. */
function named(articles: readonly Article[]): Record<string, string | number> {
  const [only] = articles;
  const count = articles.length;
  return count === 1 && only !== undefined ? { count, title: titleOf(only) } : { count };
}

function titleOf({ title }: Article): string {
  return title.value.slice(0, 80).toWellFormed();
}

async function findAll(session: Session, ids: readonly ArticleId[]): Promise<Article[]> {
  const found = await Promise.all(ids.map((id) => findArticle(session.db, id)));
  return found.filter((article) => article !== null);
}

async function commitFor(
  session: Session,
  label: { action: string; detail: Record<string, string | number> },
  ids: readonly ArticleId[],
  change: (articles: Article[]) => Change[] | Promise<Change[]>,
): Promise<boolean> {
  const outcome = await session.commit(label, async () => change(await findAll(session, ids)));
  return outcome.ok;
}
