import type { Article } from '#core/article.ts';
import type { Change } from '#core/history/change.ts';
import { type ArticleId, newId } from '#core/ids.ts';
import { decideFindings, type FindingDecision } from '#core/mentions/edit-findings.ts';
import type { Finding } from '#core/mentions/finding.ts';
import { ruleKey } from '#core/mentions/items-to-show.ts';
import type { Session } from '#state/session.ts';
import { listFindingRules, listFindingsIn } from '#storage/findings.ts';
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
  const byArticle = gathered(decisions, ({ articleId }) => articleId);
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

/**
 * Plan decisions for everywhere from the newest records: of those about the same words and actor one, in the first
 * article that is there and says the words. None where the same is decided already.
 */
export async function planAnyOf(session: Session, decisions: readonly ArticleDecision[]): Promise<Change[]> {
  const rules = await listFindingRules(session.db);
  const made = new Set(
    rules
      .filter(({ status }) => status === 'rejected')
      .map(({ anchor, actorId }) => ruleKey(anchor.exact, actorId)),
  );
  const changes: Change[] = [];
  let open = [...gathered(decisions, keyOf)].filter(([key]) => !made.has(key));
  for (let at = 0; open.length > 0; at++) {
    const next = await planFindings(
      session,
      open.flatMap(([, all]) => all[at] ?? []),
    );
    changes.push(...next);
    for (const { table, after } of next)
      if (table === 'findings' && after !== null) made.add(ruleKey(after.anchor.exact, after.actorId));
    open = open.filter(([key, all]) => at + 1 < all.length && !made.has(key));
  }
  return changes;
}

function keyOf({ exact, decision }: ArticleDecision): string {
  return ruleKey(exact, decision.actorId);
}

function gathered<Key, One>(all: readonly One[], key: (one: One) => Key): Map<Key, One[]> {
  const groups = new Map<Key, One[]>();
  for (const one of all) {
    const own = groups.get(key(one));
    if (own === undefined) groups.set(key(one), [one]);
    else own.push(one);
  }
  return groups;
}

type Ground = { readonly article: Article; readonly text: string; readonly decided: readonly Finding[] };

async function readGrounds(session: Session, ids: readonly ArticleId[]): Promise<Ground[]> {
  const { db } = session;
  const articles = (await readMany(db.articles, ids)).filter((article) => article !== undefined);
  const wanted = articles.map(({ textSha256, textLength }) => ({ sha256: textSha256, length: textLength }));
  const [texts, findings] = await Promise.all([readTexts(db, wanted), listFindingsIn(db, ids)]);
  const decided = gathered(findings, ({ anchor }) => anchor.articleId);
  return Promise.all(
    articles.map(async (article, at) => ({
      article,
      // What the working copy has lost is on the disk.
      text: texts[at] ?? (await session.readText(article)),
      decided: decided.get(article.id) ?? [],
    })),
  );
}
