import type { Highlight } from '#core/annotations/highlight.ts';
import type { Block } from '#core/brief/brief.ts';
import { type Change, removal, replacement } from '#core/history/change.ts';
import type { TagId } from '#core/ids.ts';
import { type CodebookEdit, findSibling, refuse, tagChanges } from './edit-codebook.ts';
import type { Tag } from './tag.ts';
import { listSiblings, tagsById, withDescendants } from './tag-tree.ts';

/** All tags, and everything that refers to one. */
export type CodebookUses = {
  readonly tags: readonly Tag[];
  readonly highlights: readonly Highlight[];
  readonly blocks: readonly Block[];
};

/**
 * Make two tags one: `source` goes, its highlights get `target` instead (once), tables of a brief that showed it
 * show `target`, its description is added to `target`'s, its children move below `target`; one that has a namesake
 * there is merged into it in the same way.
 */
export function mergeTags(source: Tag, target: Tag, uses: CodebookUses): CodebookEdit {
  if (source.id === target.id) return refuse({ reason: 'same-tag' });
  const { tags } = uses;
  const after = tagsById(tags);
  if (!after.has(source.id) || !after.has(target.id)) return refuse({ reason: 'missing-tag' });
  if (withDescendants(source.id, tags).has(target.id)) return refuse({ reason: 'cycle' });
  const becomes = new Map<TagId, TagId>();
  foldInto(source.id, target.id, after, becomes);
  const changes = [...retarget(uses, becomes), ...tagChanges(tags, after)];
  return { ok: true, changes, tag: after.get(target.id) ?? target };
}

/**
 * Take a tag away. Its highlights stay and only lose it. `delete` takes the tags below it away as well, `lift` puts
 * them in its place; refused when one has a namesake there.
 */
export function deleteTag(
  tag: Tag,
  uses: Pick<CodebookUses, 'tags' | 'highlights'>,
  { children }: { readonly children: 'delete' | 'lift' },
): CodebookEdit {
  const { tags, highlights } = uses;
  if (!tags.some((other) => other.id === tag.id)) return refuse({ reason: 'missing-tag' });
  if (children === 'delete') {
    const gone = withDescendants(tag.id, tags);
    const removals = tags.filter(({ id }) => gone.has(id)).map((each) => removal('tags', each));
    return { ok: true, changes: [...untag(highlights, gone), ...removals], tag };
  }
  const siblings = listSiblings(tag.parentId, tags).filter((other) => other.id !== tag.id);
  const below = listSiblings(tag.id, tags);
  for (const child of below) {
    const namesake = findSibling(child.name, tag.parentId, siblings);
    if (namesake !== null) return refuse({ reason: 'name-taken', by: namesake });
  }
  const at = listSiblings(tag.parentId, tags).findIndex((other) => other.id === tag.id);
  const lifted = siblings.toSpliced(at, 0, ...below);
  const after = tagsById(tags);
  after.delete(tag.id);
  if (below.length > 0)
    for (const [index, each] of lifted.entries())
      after.set(each.id, { ...each, parentId: tag.parentId, order: index + 1 });
  return { ok: true, changes: [...untag(highlights, new Set([tag.id])), ...tagChanges(tags, after)], tag };
}

/** Work one merge into `after`; whose highlights go where is noted in `becomes`. */
function foldInto(
  sourceId: TagId,
  targetId: TagId,
  after: Map<TagId, Tag>,
  becomes: Map<TagId, TagId>,
): void {
  const source = after.get(sourceId);
  const target = after.get(targetId);
  if (source === undefined || target === undefined) return;
  after.delete(sourceId);
  becomes.set(sourceId, targetId);
  after.set(targetId, { ...target, description: joinDescriptions(target.description, source.description) });
  for (const child of listSiblings(sourceId, [...after.values()])) {
    const there = listSiblings(targetId, [...after.values()]);
    const namesake = findSibling(child.name, targetId, there);
    if (namesake !== null) foldInto(child.id, namesake.id, after, becomes);
    else after.set(child.id, { ...child, parentId: targetId, order: (there.at(-1)?.order ?? 0) + 1 });
  }
}

function joinDescriptions(kept: string, added: string): string {
  if (added === '' || kept.includes(added)) return kept;
  return kept === '' ? added : `${kept}\n\n${added}`;
}

function retarget(uses: CodebookUses, becomes: ReadonlyMap<TagId, TagId>): Change[] {
  const now = (id: TagId) => becomes.get(id) ?? id;
  const highlights = uses.highlights
    .filter(({ tagIds }) => tagIds.some((id) => becomes.has(id)))
    .map((before) =>
      replacement('highlights', before, { ...before, tagIds: [...new Set(before.tagIds.map(now))] }),
    );
  const blocks = uses.blocks.flatMap((before) => {
    const { content } = before;
    if (content.kind !== 'table' || content.tagId === null || !becomes.has(content.tagId)) return [];
    return [replacement('blocks', before, { ...before, content: { ...content, tagId: now(content.tagId) } })];
  });
  return [...highlights, ...blocks];
}

function untag(highlights: readonly Highlight[], gone: ReadonlySet<TagId>): Change[] {
  return highlights
    .filter(({ tagIds }) => tagIds.some((id) => gone.has(id)))
    .map((before) =>
      replacement('highlights', before, { ...before, tagIds: before.tagIds.filter((id) => !gone.has(id)) }),
    );
}
