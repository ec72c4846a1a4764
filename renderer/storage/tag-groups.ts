import type { TagGroup } from '#core/codebook/tag-group.ts';
import type { Database } from './database.ts';

/** All groups of tags, in no order that matters. */
export function listTagGroups(db: Database): Promise<TagGroup[]> {
  return db.tagGroups.toArray();
}
