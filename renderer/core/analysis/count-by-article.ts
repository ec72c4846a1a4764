import type { Highlight } from '#core/annotations/highlight.ts';
import type { Tag } from '#core/codebook/tag.ts';
import { buildTagTree, listNodes, type TagNode, tagPath, tagsById } from '#core/codebook/tag-tree.ts';
import type { ArticleId, TagId } from '#core/ids.ts';

/** Tags against articles. */
export type TagMatrix = {
  /** Tags in use, in the order of the tree. */
  readonly rows: readonly TagNode[];
  /** Articles with a tagged passage, those with most first. */
  readonly columns: readonly ArticleId[];
  /** How many passages of an article carry a tag or one below it. */
  readonly count: (tagId: TagId, articleId: ArticleId) => number;
  /** The highest count, to measure the others by; 0 when there is none. */
  readonly most: number;
};

/** Count the passages of each tag (with those below it, a passage once) in each article. */
export function countByArticle(tags: readonly Tag[], highlights: readonly Highlight[]): TagMatrix {
  const byId = tagsById(tags);
  const cells = new Map<TagId, Map<ArticleId, number>>();
  const passages = new Map<ArticleId, number>();
  for (const { anchor, tagIds } of highlights) {
    const reached = new Set(tagIds.flatMap((id) => tagPath(id, byId).map((tag) => tag.id)));
    if (reached.size > 0) passages.set(anchor.articleId, (passages.get(anchor.articleId) ?? 0) + 1);
    for (const id of reached) {
      const row = cells.get(id) ?? new Map<ArticleId, number>();
      row.set(anchor.articleId, (row.get(anchor.articleId) ?? 0) + 1);
      cells.set(id, row);
    }
  }
  return {
    rows: listNodes(buildTagTree(tags)).filter(({ tag }) => cells.has(tag.id)),
    columns: [...passages].sort((a, b) => b[1] - a[1]).map(([id]) => id),
    count: (tagId, articleId) => cells.get(tagId)?.get(articleId) ?? 0,
    most: [...cells.values()].reduce((most, row) => Math.max(most, ...row.values()), 0),
  };
}
