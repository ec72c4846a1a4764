import { v5, v7 } from 'uuid';

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
export type SavedSearchId = Id<'saved search'>;
export type SearchDecisionId = Id<'search decision'>;
export type ActivityId = Id<'activity'>;
export type GroupId = Id<'group'>;
export type ActorId = Id<'actor'>;
export type RelationId = Id<'relation'>;
export type EventId = Id<'event'>;
export type TrackId = Id<'track'>;
export type AreaId = Id<'area'>;
export type MapLayerId = Id<'map layer'>;
export type FindingId = Id<'finding'>;

/** Makes ids; tests pass one that counts. */
export type NewId = <Kind extends string>() => Id<Kind>;

/** A fresh UUIDv7 (RFC 9562): sorts by the moment it was made, and is kept through every export and merge. */
export const newId: NewId = <Kind extends string>() => v7() as Id<Kind>;

/** The namespace of ids that are made from names of other programs (RFC 9562, version 5). */
const foreignNames = '3f6f8d0e-6f5b-5a3c-9d5e-2d1f6c0b7a41';

const uuid = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/i;

/**
 * The id that stands for what another program calls `name`: the UUID itself, in lower case and without braces; for
 * anything else always the same UUID.
 */
export function idFrom<Kind extends string>(name: string): Id<Kind> {
  return (uuid.exec(name)?.[1]?.toLowerCase() ?? v5(name, foreignNames)) as Id<Kind>;
}

/** The namespace in which Taguette makes the GUIDs of its tags from their dotted paths. */
const taguetteTags = '51b2b2b7-27eb-4ecb-9d56-e75b0a0496c2';

/** The id of Taguette's tag at `path`: the same that Taguette writes into its REFI codebooks. */
export function taguetteTagId(path: string): TagId {
  return v5(path, taguetteTags) as TagId;
}
