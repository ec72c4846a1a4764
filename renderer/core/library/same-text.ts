import type { Article } from '#core/article.ts';
import type { ArticleId } from '#core/ids.ts';

/** The group of an article: those of the same text have the same, and one that is on its own has a group to itself. */
export function textGroup({ id, sameText }: Pick<Article, 'id' | 'sameText'>): ArticleId {
  return sameText?.group ?? id;
}
