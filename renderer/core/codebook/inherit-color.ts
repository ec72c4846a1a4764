import type { TagId } from '#core/ids.ts';
import type { Tag } from './tag.ts';
import { tagPath, tagsById, withDescendants } from './tag-tree.ts';

/** The tag and those below it that have its colour, without a break between: those that have it from the tag. */
export function listSharingColor(tag: Tag, tags: readonly Tag[]): Set<TagId> {
  const byId = tagsById(tags);
  const below = [...withDescendants(tag.id, tags)].filter((id) => {
    const path = tagPath(id, byId);
    const from = path.findIndex((step) => step.id === tag.id);
    return path.slice(from).every((step) => step.color === tag.color);
  });
  return new Set(below);
}

/**
 * Work into `after` what a move to `parentId` means for colours: a tag that had the colour of its parent, and all below
 * that have it from the tag, take that of the new parent. At the top it keeps its own. `tags` is how all stood before.
 */
export function withInheritedColor(
  moved: Tag,
  parentId: TagId | null,
  tags: readonly Tag[],
  after: Map<TagId, Tag>,
): void {
  if (parentId === moved.parentId || parentId === null) return;
  const color = after.get(parentId)?.color;
  const old = tags.find(({ id }) => id === moved.parentId)?.color;
  if (color === undefined || old !== moved.color) return;
  for (const id of listSharingColor(moved, tags)) {
    const tag = after.get(id);
    if (tag !== undefined) after.set(id, { ...tag, color });
  }
}

/**
 * How many steps a tag stands below the one its colour comes from: 0 when the colour is its own. Tells apart, by a
 * shade and a shape, what shares a hue.
 */
export function countShades(id: TagId, tags: ReadonlyMap<TagId, Tag>): number {
  const path = tagPath(id, tags);
  const own = path.findLastIndex((tag, index) => tag.color !== path[index - 1]?.color);
  return Math.max(0, path.length - 1 - own);
}
