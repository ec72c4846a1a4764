import type { Article } from '#core/article.ts';
import type { Change } from '#core/history/change.ts';
import { type ArticleId, newId } from '#core/ids.ts';
import { decideFindings, type FindingDecision } from '#core/mentions/edit-findings.ts';
import type { Finding } from '#core/mentions/finding.ts';
import type { Session } from '#state/session.ts';
import { listFindingsIn } from '#storage/findings.ts';
import { readMany } from '#storage/read-many.ts';
import { readTexts } from '#storage/texts.ts';

/** A decision with the article it is about, and the words it was made on. */
export type ArticleDecision = {
  readonly articleId: ArticleId;
  readonly exact: string;
  readonly decision: FindingDecision;
};

/** Articles read at once. */
const pageSize = 100;

/**
 * Plan decisions about passages of any articles from the newest records. Passed over are articles that are gone, and
 * passages where other words stand by now.
 */
export async function planFindings(
  session: Session,
  decisions: readonly ArticleDecision[],
): Promise<Change[]> {
  const byArticle = new Map<ArticleId, ArticleDecision[]>();
  for (const decision of decisions) {
    const own = byArticle.get(decision.articleId);
    if (own === undefined) byArticle.set(decision.articleId, [decision]);
    else own.push(decision);
  }
  const ids = [...byArticle.keys()].sort();
  const maker = { newId, now: new Date().toISOString(), analystId: session.analystId };
  const changes: Change[] = [];
  for (let at = 0; at < ids.length; at += pageSize) {
    for (const { article, text, decided } of await readGrounds(session, ids.slice(at, at + pageSize))) {
      const own = (byArticle.get(article.id) ?? []).filter(
        ({ exact, decision: { span } }) => text.slice(span.start, span.end) === exact,
      );
      const ground = { article, text, decided };
      for (const change of decideFindings(
        ground,
        own.map(({ decision }) => decision),
        maker,
      ))
        changes.push(change);
    }
  }
  return changes;
}

type Ground = { readonly article: Article; readonly text: string; readonly decided: readonly Finding[] };

async function readGrounds(session: Session, ids: readonly ArticleId[]): Promise<Ground[]> {
  const { db } = session;
  const articles = (await readMany(db.articles, ids)).filter((article) => article !== undefined);
  const wanted = articles.map(({ textSha256, textLength }) => ({ sha256: textSha256, length: textLength }));
  const [texts, findings] = await Promise.all([readTexts(db, wanted), listFindingsIn(db, ids)]);
  const decided = Map.groupBy(findings, ({ anchor }) => anchor.articleId);
  return Promise.all(
    articles.map(async (article, at) => ({
      article,
      // What the working copy has lost is on the disk.
      text: texts[at] ?? (await session.readText(article)),
      decided: decided.get(article.id) ?? [],
    })),
  );
}
