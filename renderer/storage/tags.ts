import type { Highlight } from '#core/annotations/highlight.ts';
import type { Tag } from '#core/codebook/tag.ts';
import type { TagId } from '#core/ids.ts';
import type { Memo } from '#core/memos/memo.ts';
import type { Database } from './database.ts';

/** All tags, in no order that matters: the tree sorts them. */
export function listTags(db: Database): Promise<Tag[]> {
  return db.tags.toArray();
}

/** The memos on any of these tags, and those that lead to one. */
export function listMemosOfTags(db: Database, tagIds: ReadonlySet<TagId>): Promise<Memo[]> {
  return db.memos
    .filter(({ subject, links }) =>
      [subject, ...links].some((end) => end.kind === 'tag' && tagIds.has(end.id)),
    )
    .toArray();
}

/** The first `limit` highlights that carry any of these tags, each once, and whether there are more. */
export async function listSomeTagged(
  db: Database,
  tagIds: readonly TagId[],
  limit: number,
): Promise<{ readonly highlights: Highlight[]; readonly hasMore: boolean }> {
  const carriers = db.highlights.where('tagIds').anyOf(tagIds).distinct();
  if (!Number.isFinite(limit)) return { highlights: await carriers.toArray(), hasMore: false };
  const found = await carriers.limit(limit + 1).toArray();
  return { highlights: found.slice(0, limit), hasMore: found.length > limit };
}
