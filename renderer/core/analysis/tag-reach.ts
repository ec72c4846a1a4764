import type { Tag } from '#core/codebook/tag.ts';
import { tagPath, tagsById } from '#core/codebook/tag-tree.ts';
import type { TagId } from '#core/ids.ts';

/** Whether a tag counts only what carries it, or also what carries a tag below it. */
export type TagScope = 'own' | 'whole';

/**
 * Answers which tags a highlight counts for: those it carries, each once, and for `whole` those above them too. Ids
 * that no tag has any more are passed over.
 */
export function createTagReach(
  tags: readonly Tag[],
  scope: TagScope,
): (tagIds: readonly TagId[]) => readonly TagId[] {
  const byId = tagsById(tags);
  const above = new Map(
    tags.map(({ id }) => [id, scope === 'own' ? [id] : tagPath(id, byId).map((tag) => tag.id)]),
  );
  return (tagIds) => {
    const [first] = tagIds;
    if (first === undefined) return [];
    if (tagIds.length === 1) return above.get(first) ?? [];
    return [...new Set(tagIds.flatMap((id) => above.get(id) ?? []))];
  };
}
