import type { ActorId, ArticleId } from '#core/ids.ts';
import { overlaps, type TextSpan } from '#core/text/span.ts';
import type { Finding } from './finding.ts';

/** Answers which actors the analyst accepted within a passage of an article, each once. */
export type AcceptedActors = (articleId: ArticleId, span: TextSpan) => readonly ActorId[];

const none: readonly ActorId[] = [];

/** Make an answer over all accepted findings of a workspace: who is named in which passage. */
export function indexAcceptedActors(findings: readonly Finding[]): AcceptedActors {
  const byArticle = new Map<ArticleId, Finding[]>();
  for (const finding of findings) {
    if (finding.status !== 'accepted' || finding.actorId === null) continue;
    const { articleId } = finding.anchor;
    const own = byArticle.get(articleId);
    if (own === undefined) byArticle.set(articleId, [finding]);
    else own.push(finding);
  }
  return (articleId, span) => {
    const own = byArticle.get(articleId);
    if (own === undefined) return none;
    const named = own.flatMap(({ anchor, actorId }) =>
      actorId !== null && overlaps(anchor, span) ? [actorId] : [],
    );
    return named.length === 0 ? none : [...new Set(named)];
  };
}
