import type { Tag } from '#core/codebook/tag.ts';
import type { Database } from './database.ts';

/** All tags, in no order that matters: the tree sorts them. */
export function listTags(db: Database): Promise<Tag[]> {
  return db.tags.toArray();
}
