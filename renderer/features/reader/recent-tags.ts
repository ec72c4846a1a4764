import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { TagId } from '#core/ids.ts';
import { useSession } from '#state/session.ts';
import { listNewestHighlights } from '#storage/highlights.ts';

type Recent = { readonly workspaceId: string; readonly tagIds: readonly TagId[] };

/** As many as have a number in the picker. */
const kept = 9;

const recent = createStore<Recent>(() => ({ workspaceId: '', tagIds: [] }));

/** Note that a tag was given just now. */
export function rememberTag(tagId: TagId): void {
  recent.setState(({ tagIds }) => ({
    tagIds: [tagId, ...tagIds.filter((id) => id !== tagId)].slice(0, kept),
  }));
}

/** The tags given last, the newest first; after a start those of the newest highlights. */
export function useRecentTags(): readonly TagId[] {
  const { db, workspace } = useSession();
  useEffect(() => {
    if (recent.getState().workspaceId === workspace.id) return;
    recent.setState({ workspaceId: workspace.id, tagIds: [] });
    listNewestHighlights(db, 50).then(
      (highlights) => {
        const newest = [...highlights].sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
        const given = newest.flatMap(({ tagIds }) => tagIds.toReversed());
        recent.setState(({ tagIds }) => ({ tagIds: [...new Set([...tagIds, ...given])].slice(0, kept) }));
      },
      // Without them the picker merely starts in the order of the tree.
      () => undefined,
    );
  }, [db, workspace.id]);
  return useStore(recent, ({ tagIds }) => tagIds);
}
