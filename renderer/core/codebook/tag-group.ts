import type { TagGroupId, TagId } from '#core/ids.ts';

/** Tags put together across the tree; a tag may be in several. */
export type TagGroup = {
  readonly id: TagGroupId;
  readonly name: string;
  readonly description: string;
  /** In the order they were put in. Ids that no tag has any more are passed over. */
  readonly tagIds: readonly TagId[];
};
