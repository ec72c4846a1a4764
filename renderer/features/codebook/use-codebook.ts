import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import type { Tag } from '#core/codebook/tag.ts';
import { buildTagTree, countTags, type TagCount, type TagNode, tagsById } from '#core/codebook/tag-tree.ts';
import type { TagId } from '#core/ids.ts';
import { useSession } from '#state/session.ts';
import { listAllHighlights } from '#storage/highlights.ts';
import { listTags } from '#storage/tags.ts';

/** The codebook and how often its tags are used. */
export type Codebook = {
  readonly tags: readonly Tag[];
  readonly byId: ReadonlyMap<TagId, Tag>;
  readonly tree: readonly TagNode[];
  readonly counts: ReadonlyMap<TagId, TagCount>;
};

/** Follow the codebook; `null` until it has been read. */
export function useCodebook(): Codebook | null {
  const { db } = useSession();
  const tags = useLiveQuery(() => listTags(db), [db]);
  const highlights = useLiveQuery(() => listAllHighlights(db), [db]);
  return useMemo(
    () =>
      tags === undefined || highlights === undefined
        ? null
        : { tags, byId: tagsById(tags), tree: buildTagTree(tags), counts: countTags(tags, highlights) },
    [tags, highlights],
  );
}
