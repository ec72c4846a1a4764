import type { ArticleId } from '#core/ids.ts';
import type { ActorPassage } from '#core/picture/collect-items.ts';
import type { Finding } from './finding.ts';

/** The actors that the analyst accepted in the texts, by article. */
export function actorPassages(findings: readonly Finding[]): ReadonlyMap<ArticleId, readonly ActorPassage[]> {
  const byArticle = new Map<ArticleId, ActorPassage[]>();
  for (const { status, actorId, anchor } of findings) {
    if (status !== 'accepted' || actorId === null) continue;
    const { articleId, start, end } = anchor;
    const own = byArticle.get(articleId) ?? [];
    own.push({ start, end, actorId });
    byArticle.set(articleId, own);
  }
  return byArticle;
}
