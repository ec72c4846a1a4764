import { useMemo } from 'react';
import { findGroup } from '#core/codebook/edit-tag-groups.ts';
import { findTags } from '#core/codebook/find-tags.ts';
import type { Tag } from '#core/codebook/tag.ts';
import { listNodes, pruneTree, type TagNode } from '#core/codebook/tag-tree.ts';
import type { TagId } from '#core/ids.ts';
import { look, useLook } from '#state/workspace.ts';
import { listShown } from './TagTree.tsx';
import { treeLook, useTreeLook } from './tree-look.ts';
import type { Codebook } from './use-codebook.ts';

/** The part of the codebook that is shown, and what is picked in it. */
export type TreeView = {
  readonly nodes: readonly TagNode[];
  readonly openIds: ReadonlySet<TagId>;
  /** Whether a search or a group decides what is shown, and all of it open. */
  readonly isFiltered: boolean;
  /** Whether no tag, shown or not, has the name or path that is searched: it can be made. */
  readonly isUnnamed: boolean;
  /** How many tags would be found, were archived ones shown. */
  readonly hidden: number;
  /** What the next deed is about, in the order of the tree. */
  readonly picked: readonly Tag[];
};

/** Work out what of the codebook is shown while `query` is searched. */
export function useTreeView(codebook: Codebook, query: string): TreeView {
  const { openIds, pickedIds, showsArchived, groupId } = useTreeLook();
  const leadId = useLook((state) => state.tagId);
  const { tags, tree, groups, byId } = codebook;
  const part = useMemo(() => {
    const searching = query.trim() !== '';
    const group = findGroup(groupId, groups);
    const { byName, byWords } = findTags(query, tags);
    const inGroup = group === null ? null : new Set(group.tagIds);
    const wanted = [...byName, ...byWords].filter(({ id }) => inGroup?.has(id) ?? true);
    const kept = wanted.filter(({ isArchived }) => showsArchived || !isArchived);
    const nodes = kept.length === tags.length ? tree : pruneTree(tree, new Set(kept.map(({ id }) => id)));
    return {
      nodes,
      isFiltered: searching || group !== null,
      isUnnamed: searching && byName.length === 0,
      hidden: wanted.length - kept.length,
    };
  }, [query, tags, tree, groups, groupId, showsArchived]);
  const open = useMemo(
    () => (part.isFiltered ? new Set(listNodes(part.nodes).map(({ tag }) => tag.id)) : openIds),
    [part, openIds],
  );
  const picked = useMemo(() => {
    if (leadId === null) return [];
    // What is out of sight is never part of a deed on several.
    const together = pickedIds.has(leadId)
      ? listShown(part.nodes, open).filter((id) => pickedIds.has(id))
      : [];
    return (together.length > 1 ? together : [leadId]).flatMap((id) => byId.get(id) ?? []);
  }, [part, open, pickedIds, leadId, byId]);
  return { ...part, openIds: open, picked };
}

/** Pick tags in the tree; the one that came last is the one chosen everywhere. */
export function pickTags(ids: ReadonlySet<TagId>): void {
  const { tagId } = look.getState();
  const { pickedIds } = treeLook.getState();
  const all = [...ids];
  const added = all.filter((id) => !pickedIds.has(id) && id !== tagId);
  const stays = tagId !== null && ids.has(tagId) ? tagId : all.at(-1);
  treeLook.setState({ pickedIds: ids });
  look.setState({ tagId: added.at(-1) ?? stays ?? null });
}
