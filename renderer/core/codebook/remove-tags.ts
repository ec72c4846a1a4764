import type { Highlight } from '#core/annotations/highlight.ts';
import type { Block } from '#core/brief/brief.ts';
import { type Change, replacement } from '#core/history/change.ts';
import type { TagId } from '#core/ids.ts';
import type { Memo } from '#core/memos/memo.ts';
import { type CodebookEdit, findSibling, refuse, tagChanges } from './edit-codebook.ts';
import { withInheritedColor } from './inherit-color.ts';
import { retarget } from './retarget-tags.ts';
import type { Tag } from './tag.ts';
import type { TagGroup } from './tag-group.ts';
import { buildTagTree, listNodes, listSiblings, tagsById, withDescendants } from './tag-tree.ts';
import { joinTagWords, judgeTagWords } from './tag-words.ts';

/** All tags, and everything that refers to one. */
export type CodebookUses = {
  readonly tags: readonly Tag[];
  readonly highlights: readonly Highlight[];
  readonly blocks: readonly Block[];
  readonly memos: readonly Memo[];
  readonly groups: readonly TagGroup[];
};

/**
 * Make tags one: each of `sources` goes, and what referred to it refers to `target` instead (once): highlights, tables
 * of a brief, memos and their links, groups. Its description and guide are added to `target`'s, its children move below
 * `target`; one that has a namesake there is merged into it in the same way. `target` may be among `sources`: it stays.
 */
export function mergeTags(sources: readonly Tag[], target: Tag, uses: CodebookUses): CodebookEdit {
  const { tags } = uses;
  const after = tagsById(tags);
  const going = sources.filter(({ id }) => id !== target.id);
  if (going.length === 0) return refuse({ reason: 'same-tag' });
  if (!after.has(target.id) || going.some(({ id }) => !after.has(id)))
    return refuse({ reason: 'missing-tag' });
  if (going.some(({ id }) => withDescendants(id, tags).has(target.id))) return refuse({ reason: 'cycle' });
  const becomes = new Map<TagId, TagId>();
  for (const source of deepestFirst(going, tags)) foldInto(source, target.id, after, becomes);
  const tooLong = tags.map((tag) => judgeTagWords(tag, after.get(tag.id) ?? tag)).find((one) => one !== null);
  if (tooLong) return refuse(tooLong);
  const changes = [...retarget(uses, becomes), ...tagChanges(tags, after)];
  return { ok: true, changes, tag: after.get(target.id) ?? target };
}

/**
 * Take tags away. Their highlights stay and only lose them; so do groups. `delete` takes the tags below them away as
 * well, `lift` puts those in their place; refused when one has a namesake there.
 */
export function deleteTags(
  chosen: readonly Tag[],
  uses: Pick<CodebookUses, 'tags' | 'highlights' | 'groups'>,
  { children }: { readonly children: 'delete' | 'lift' },
): CodebookEdit {
  const { tags } = uses;
  const [first] = chosen;
  if (first === undefined) return refuse({ reason: 'nothing-chosen' });
  const known = tagsById(tags);
  if (chosen.some(({ id }) => !known.has(id))) return refuse({ reason: 'missing-tag' });
  const below = (tag: Tag) => (children === 'delete' ? [...withDescendants(tag.id, tags)] : [tag.id]);
  const gone = new Set(chosen.flatMap(below));
  const after = tagsById(tags);
  if (children === 'lift') {
    for (const id of deepestFirst(chosen, tags)) {
      const namesake = liftChildren(id, gone, after);
      if (namesake !== null) return refuse({ reason: 'name-taken', by: namesake });
    }
  }
  for (const id of gone) after.delete(id);
  return { ok: true, changes: [...untag(uses, gone), ...tagChanges(tags, after)], tag: first };
}

/** Those below others before these, so that no tag goes while one that is still to go stands below it. */
function deepestFirst(chosen: readonly Tag[], tags: readonly Tag[]): TagId[] {
  const wanted = new Set(chosen.map(({ id }) => id));
  return listNodes(buildTagTree(tags))
    .filter(({ tag }) => wanted.has(tag.id))
    .sort((a, b) => b.depth - a.depth)
    .map(({ tag }) => tag.id);
}

/** Work one merge into `after`; what becomes of each tag that goes is noted in `becomes`. */
function foldInto(
  sourceId: TagId,
  targetId: TagId,
  after: Map<TagId, Tag>,
  becomes: Map<TagId, TagId>,
): void {
  const source = after.get(sourceId);
  const target = after.get(targetId);
  if (source === undefined || target === undefined) return;
  const before = [...after.values()];
  after.delete(sourceId);
  becomes.set(sourceId, targetId);
  after.set(targetId, joinTagWords(target, source));
  for (const child of listSiblings(sourceId, before)) {
    const there = listSiblings(targetId, [...after.values()]);
    const namesake = findSibling(child.name, targetId, there);
    if (namesake !== null) {
      foldInto(child.id, namesake.id, after, becomes);
      continue;
    }
    after.set(child.id, { ...child, parentId: targetId, order: (there.at(-1)?.order ?? 0) + 1 });
    withInheritedColor(child, targetId, before, after);
  }
}

/** Put the children of a tag that goes in its place; answers a tag they can't stand beside. */
function liftChildren(id: TagId, gone: ReadonlySet<TagId>, after: Map<TagId, Tag>): Tag | null {
  const before = [...after.values()];
  const tag = after.get(id);
  if (tag === undefined) return null;
  const siblings = listSiblings(tag.parentId, before);
  const staying = siblings.filter((other) => !gone.has(other.id));
  const below = listSiblings(id, before);
  for (const child of below) {
    const namesake = findSibling(child.name, tag.parentId, staying);
    if (namesake !== null) return namesake;
  }
  after.delete(id);
  if (below.length === 0) return null;
  const at = siblings.findIndex((other) => other.id === id);
  for (const [index, each] of siblings.toSpliced(at, 1, ...below).entries())
    after.set(each.id, { ...each, parentId: tag.parentId, order: index + 1 });
  for (const child of below) withInheritedColor(child, tag.parentId, before, after);
  return null;
}

function untag(uses: Pick<CodebookUses, 'highlights' | 'groups'>, gone: ReadonlySet<TagId>): Change[] {
  const carriesNone = ({ tagIds }: Highlight | TagGroup) => !tagIds.some((id) => gone.has(id));
  const without = ({ tagIds }: Highlight | TagGroup) => tagIds.filter((id) => !gone.has(id));
  return [
    ...uses.highlights.flatMap((before) =>
      carriesNone(before) ? [] : [replacement('highlights', before, { ...before, tagIds: without(before) })],
    ),
    ...uses.groups.flatMap((before) =>
      carriesNone(before) ? [] : [replacement('tagGroups', before, { ...before, tagIds: without(before) })],
    ),
  ];
}
