import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { TagId } from '#core/ids.ts';

/** Which tags show those below them; kept while the panel is out of sight. */
const openTags = createStore<{ readonly ids: ReadonlySet<TagId> }>(() => ({ ids: new Set() }));

/** Follow which tags are open. */
export function useOpenTags(): ReadonlySet<TagId> {
  return useStore(openTags, (state) => state.ids);
}

/** Set which tags are open. */
export function setOpenTags(ids: Iterable<TagId>): void {
  openTags.setState({ ids: new Set(ids) });
}

/** Open one more tag. */
export function openTag(id: TagId): void {
  setOpenTags([...openTags.getState().ids, id]);
}
