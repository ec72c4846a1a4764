import type { Tag } from '#core/codebook/tag.ts';
import { tagPath, tagsById, withDescendants } from '#core/codebook/tag-tree.ts';
import type { TagId } from '#core/ids.ts';
import type { Narrowing } from './narrowing.ts';
import type { PictureItem } from './picture-item.ts';

/** Let a narrowing to a tag reach all tags below it; the same narrowing when none is chosen. */
export function withTagsBelow(narrowing: Narrowing, tags: readonly Tag[]): Narrowing {
  if (narrowing.tagIds.length === 0) return narrowing;
  const reached = narrowing.tagIds.flatMap((id) => [...withDescendants(id, tags)]);
  return { ...narrowing, tagIds: [...new Set(reached)] };
}

/**
 * How many items have each tag or one below it, the most first; parents before their children. Tags that no item
 * reaches are left out; those that are no longer in the codebook count for themselves.
 */
export function countTagReach(
  items: readonly Pick<PictureItem, 'tagIds'>[],
  tags: readonly Tag[],
): (readonly [TagId, number])[] {
  const byId = tagsById(tags);
  const paths = new Map<TagId, readonly TagId[]>();
  const pathOf = (id: TagId) => {
    const known = paths.get(id);
    if (known !== undefined) return known;
    const path = byId.has(id) ? tagPath(id, byId).map((tag) => tag.id) : [id];
    paths.set(id, path);
    return path;
  };
  const counts = new Map<TagId, number>();
  for (const { tagIds } of items) {
    const [only] = tagIds;
    if (only === undefined) continue;
    const reached = tagIds.length === 1 ? pathOf(only) : new Set(tagIds.flatMap(pathOf));
    for (const id of reached) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || pathOf(a[0]).length - pathOf(b[0]).length);
}
