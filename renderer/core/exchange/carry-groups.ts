import type { Article, SameText } from '#core/article.ts';
import type { ArticleId } from '#core/ids.ts';
import { textGroup } from '#core/library/same-text.ts';

/**
 * Their articles without those that are joined to ours, in the groups of the same text that fit ours: an article whose
 * text one of ours has comes into the group of ours.
 */
export function carryGroups(
  theirs: readonly Article[],
  ours: readonly Article[],
  joins: ReadonlyMap<ArticleId, ArticleId>,
): Article[] {
  const ourById = new Map(ours.map((article) => [article.id, article]));
  /** By the name of their group: the one of ours that has its text, and how theirs came to be in the group. */
  const known = new Map<ArticleId, { readonly ours: Article; readonly sameText: SameText | undefined }>();
  for (const article of theirs) {
    const own = ourById.get(joins.get(article.id) ?? article.id);
    const group = textGroup(article);
    if (own !== undefined && !known.has(group)) known.set(group, { ours: own, sameText: article.sameText });
  }
  return theirs
    .filter(({ id }) => !joins.has(id))
    .map((article) => {
      const found = known.get(textGroup(article));
      if (found === undefined || ourById.has(article.id)) return article;
      const ground = article.sameText ?? found.sameText;
      if (ground === undefined) return article;
      // Who was the first of the group has no ground of its own: that of the one that is with us holds both ways.
      const likeId = article.sameText === undefined ? found.ours.id : ground.likeId;
      const joinedId = likeId === null ? null : (joins.get(likeId) ?? likeId);
      return { ...article, sameText: { ...ground, group: textGroup(found.ours), likeId: joinedId } };
    });
}
