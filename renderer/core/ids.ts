import { v7 } from 'uuid';

/** A string that the compiler keeps apart from ids of another kind. */
export type Id<Kind extends string> = string & { readonly __kind: Kind };

export type WorkspaceId = Id<'workspace'>;
export type DeviceId = Id<'device'>;
export type ArticleId = Id<'article'>;
export type BatchId = Id<'batch'>;
export type HighlightId = Id<'highlight'>;
export type TagId = Id<'tag'>;
export type MentionId = Id<'mention'>;
export type PlaceId = Id<'place'>;
export type BriefId = Id<'brief'>;
export type BlockId = Id<'block'>;
export type AnalystId = Id<'analyst'>;
export type TagGroupId = Id<'tag group'>;
export type MemoId = Id<'memo'>;
export type ReadingId = Id<'reading'>;
export type ActivityId = Id<'activity'>;
export type GroupId = Id<'group'>;

/** Makes ids; tests pass one that counts. */
export type NewId = <Kind extends string>() => Id<Kind>;

/** A fresh UUIDv7 (RFC 9562): sorts by the moment it was made, and is kept through every export and merge. */
export const newId: NewId = <Kind extends string>() => v7() as Id<Kind>;
