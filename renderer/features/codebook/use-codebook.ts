import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo, useState } from 'react';
import { sortGroups } from '#core/codebook/edit-tag-groups.ts';
import { countShades } from '#core/codebook/inherit-color.ts';
import type { Tag } from '#core/codebook/tag.ts';
import type { TagGroup } from '#core/codebook/tag-group.ts';
import { buildTagTree, type TagCount, type TagNode, tagsById } from '#core/codebook/tag-tree.ts';
import type { TagId } from '#core/ids.ts';
import { useSession } from '#state/session.ts';
import { listTagGroups } from '#storage/tag-groups.ts';
import { type CountUses, followTagUses } from '#storage/tag-uses.ts';
import { listTags } from '#storage/tags.ts';

/** The codebook and how often its tags are used. */
export type Codebook = {
  readonly tags: readonly Tag[];
  readonly byId: ReadonlyMap<TagId, Tag>;
  readonly tree: readonly TagNode[];
  /** `null` until all highlights have been counted. */
  readonly counts: ReadonlyMap<TagId, TagCount> | null;
  /** In the order of their names. */
  readonly groups: readonly TagGroup[];
  /** How far each tag stands below the one its colour comes from. */
  readonly shades: ReadonlyMap<TagId, number>;
};

/** Follow the codebook; `null` until it has been read. */
export function useCodebook(): Codebook | null {
  const { db } = useSession();
  const tags = useLiveQuery(() => listTags(db), [db]);
  const groups = useLiveQuery(() => listTagGroups(db), [db]);
  const count = useCount();
  const tree = useMemo(() => {
    if (tags === undefined) return null;
    const byId = tagsById(tags);
    const shades = new Map(tags.map(({ id }) => [id, countShades(id, byId)]));
    return { tags, byId, tree: buildTagTree(tags), shades };
  }, [tags]);
  return useMemo(
    () =>
      tree === null || groups === undefined
        ? null
        : { ...tree, groups: sortGroups(groups), counts: count === null ? null : count(tree.tags) },
    [tree, groups, count],
  );
}

/** The newest count of the highlights; `null` until there is one. */
function useCount(): CountUses | null {
  const { db } = useSession();
  const [count, setCount] = useState<{ readonly uses: CountUses } | null>(null);
  const [failure, setFailure] = useState<{ readonly cause: unknown } | null>(null);
  useEffect(
    () =>
      followTagUses(
        db,
        (uses) => setCount({ uses }),
        (cause) => setFailure({ cause }),
      ),
    [db],
  );
  // Where a failing copy is told of.
  if (failure !== null) throw failure.cause;
  return count?.uses ?? null;
}
