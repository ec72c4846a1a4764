import type { Change } from '#core/history/change.ts';
import type { TagId } from '#core/ids.ts';
import {
  type CodebookEdit,
  moveTag,
  moveTagTo,
  recolorTag,
  refuse,
  shiftTag,
  tagChanges,
} from './edit-codebook.ts';
import type { Tag, TagColor } from './tag.ts';
import { buildTagTree, listNodes, listSiblings, tagPath, tagsById, withDescendants } from './tag-tree.ts';

/** Of the chosen tags those that stand below no other chosen one, in the order of the tree. */
export function listTopmost(chosen: readonly Tag[], tags: readonly Tag[]): Tag[] {
  const wanted = new Set(chosen.map(({ id }) => id));
  const byId = tagsById(tags);
  return listNodes(buildTagTree(tags))
    .map(({ tag }) => tag)
    .filter(({ id }) => wanted.has(id) && !tagPath(id, byId).some((up) => up.id !== id && wanted.has(up.id)));
}

/** Put tags, with all below them, below `parentId` (`null`: at the top) as its last children, in the order of the tree. */
export function moveTags(chosen: readonly Tag[], parentId: TagId | null, tags: readonly Tag[]): CodebookEdit {
  return editEach(chosen, listTopmost(chosen, tags), tags, (tag, now) =>
    moveTag(tag, parentId, now.length, now),
  );
}

/** Put tags before or after another one, or (`on`) below it, in the order of the tree. */
export function moveTagsTo(
  chosen: readonly Tag[],
  target: Tag,
  where: 'before' | 'after' | 'on',
  tags: readonly Tag[],
): CodebookEdit {
  let beside = target;
  return editEach(chosen, listTopmost(chosen, tags), tags, (tag, now) => {
    const onto = now.find(({ id }) => id === beside.id);
    if (onto === undefined) return refuse({ reason: 'missing-tag' });
    if (where === 'after') beside = tag;
    // Dropped at its own edge it stays, and the others gather around it.
    if (tag.id === target.id && where !== 'on') return { ok: true, changes: [], tag };
    return moveTagTo(tag, onto, where, now);
  });
}

/** Put tags one place up (-1) or down (1) among the children of their parents; those at the edge stay. */
export function shiftTags(chosen: readonly Tag[], step: -1 | 1, tags: readonly Tag[]): CodebookEdit {
  const topmost = listTopmost(chosen, tags);
  const moving = new Set(topmost.map(({ id }) => id));
  const inTurn = step === -1 ? topmost : topmost.toReversed();
  return editEach(chosen, inTurn, tags, (tag, now) => {
    const siblings = listSiblings(tag.parentId, now);
    const beside = siblings[siblings.findIndex(({ id }) => id === tag.id) + step];
    const stays = beside === undefined || moving.has(beside.id);
    return stays ? { ok: true, changes: [], tag } : shiftTag(tag, step, now);
  });
}

/** Put tags one level deeper: below the sibling above them, as its last children. The first of its parent stays. */
export function nestTags(chosen: readonly Tag[], tags: readonly Tag[]): CodebookEdit {
  const topmost = listTopmost(chosen, tags);
  const moving = new Set(topmost.map(({ id }) => id));
  return editEach(chosen, topmost, tags, (tag, now) => {
    const siblings = listSiblings(tag.parentId, now);
    const above = siblings
      .slice(
        0,
        siblings.findIndex(({ id }) => id === tag.id),
      )
      .findLast(({ id }) => !moving.has(id));
    return above === undefined ? { ok: true, changes: [], tag } : moveTag(tag, above.id, now.length, now);
  });
}

/** Put tags one level up: after the parent they had. Those at the top stay. */
export function liftTags(chosen: readonly Tag[], tags: readonly Tag[]): CodebookEdit {
  return editEach(chosen, listTopmost(chosen, tags).toReversed(), tags, (tag, now) => {
    const parent = now.find(({ id }) => id === tag.parentId);
    return parent === undefined ? { ok: true, changes: [], tag } : moveTagTo(tag, parent, 'after', now);
  });
}

/** Give tags a colour, or that of the tag above each; the tags below that share the old one go along. */
export function recolorTags(
  chosen: readonly Tag[],
  color: TagColor | 'parent',
  tags: readonly Tag[],
): CodebookEdit {
  const wanted = new Set(chosen.map(({ id }) => id));
  const inTurn = listNodes(buildTagTree(tags)).flatMap(({ tag }) => (wanted.has(tag.id) ? [tag] : []));
  return editEach(chosen, inTurn, tags, (tag, now) => {
    const parent = now.find(({ id }) => id === tag.parentId);
    return recolorTag(tag, color === 'parent' ? (parent?.color ?? tag.color) : color, now);
  });
}

/**
 * Set tags aside with all below them (`true`), or bring them back (`false`), with all below them and those above, for a
 * tag can't be found below one that is hidden.
 */
export function archiveTags(chosen: readonly Tag[], isArchived: boolean, tags: readonly Tag[]): CodebookEdit {
  const [first] = chosen;
  if (first === undefined) return refuse({ reason: 'nothing-chosen' });
  const after = tagsById(tags);
  if (chosen.some(({ id }) => !after.has(id))) return refuse({ reason: 'missing-tag' });
  const reached = new Set(chosen.flatMap(({ id }) => [...withDescendants(id, tags)]));
  if (!isArchived) for (const { id } of chosen) for (const up of tagPath(id, after)) reached.add(up.id);
  for (const id of reached) {
    const tag = after.get(id);
    if (tag === undefined) continue;
    const { isArchived: _, ...active } = tag;
    after.set(id, isArchived ? { ...active, isArchived } : active);
  }
  return { ok: true, changes: tagChanges(tags, after), tag: after.get(first.id) ?? first };
}

/** Make one edit of the edits of `inTurn`, each made on what those before it left; none when one is refused. */
function editEach(
  chosen: readonly Tag[],
  inTurn: readonly Tag[],
  tags: readonly Tag[],
  edit: (tag: Tag, now: readonly Tag[]) => CodebookEdit,
): CodebookEdit {
  const [first] = chosen;
  if (first === undefined) return refuse({ reason: 'nothing-chosen' });
  const after = tagsById(tags);
  if (chosen.some(({ id }) => !after.has(id))) return refuse({ reason: 'missing-tag' });
  for (const { id } of inTurn) {
    const tag = after.get(id);
    if (tag === undefined) continue;
    const done = edit(tag, [...after.values()]);
    if (!done.ok) return done;
    for (const change of done.changes) keepTag(change, after);
  }
  return { ok: true, changes: tagChanges(tags, after), tag: after.get(first.id) ?? first };
}

function keepTag(change: Change, after: Map<TagId, Tag>): void {
  if (change.table === 'tags' && change.after !== null) after.set(change.id, change.after);
}
