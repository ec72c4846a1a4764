import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { TagGroupId, TagId } from '#core/ids.ts';

/** How the tree is looked at; kept while it is out of sight, and shared by the narrow and the wide codebook. */
export type TreeLook = {
  readonly openIds: ReadonlySet<TagId>;
  /** What was picked together; of interest only while the tag chosen everywhere is among them. */
  readonly pickedIds: ReadonlySet<TagId>;
  readonly showsArchived: boolean;
  /** Only tags of this group are shown. */
  readonly groupId: TagGroupId | null;
};

export const treeLook = createStore<TreeLook>(() => ({
  openIds: new Set(),
  pickedIds: new Set(),
  showsArchived: false,
  groupId: null,
}));

/** Follow how the tree is looked at. */
export function useTreeLook(): TreeLook {
  return useStore(treeLook);
}

/** Set which tags show those below them. */
export function setOpenTags(ids: Iterable<TagId>): void {
  treeLook.setState({ openIds: new Set(ids) });
}

/** Let some more tags show those below them. */
export function openTags(ids: Iterable<TagId>): void {
  setOpenTags([...treeLook.getState().openIds, ...ids]);
}
