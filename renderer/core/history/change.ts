import type { Activity } from '#core/activity.ts';
import type { ActorEntry, ActorRelation } from '#core/actors/actor.ts';
import type { Analyst } from '#core/analyst.ts';
import type { Highlight } from '#core/annotations/highlight.ts';
import type { Article } from '#core/article.ts';
import type { Block, Brief } from '#core/brief/brief.ts';
import type { Tag } from '#core/codebook/tag.ts';
import type { TagGroup } from '#core/codebook/tag-group.ts';
import type { Event } from '#core/events/event.ts';
import type { Mention } from '#core/geo/mention.ts';
import type { Place } from '#core/geo/place.ts';
import type { Batch } from '#core/import/batch.ts';
import type { MapLayer } from '#core/layers/map-layer.ts';
import type { Memo } from '#core/memos/memo.ts';
import type { Finding } from '#core/mentions/finding.ts';
import type { Reading } from '#core/reader/reading.ts';
import type { SavedSearch, SearchDecision } from '#core/search/saved-search.ts';
import type { Area, Track } from '#core/tracks/track.ts';

/** Every kept table and the record it holds. All are written through changes alone. */
export type Tables = {
  articles: Article;
  highlights: Highlight;
  tags: Tag;
  mentions: Mention;
  places: Place;
  briefs: Brief;
  blocks: Block;
  activity: Activity;
  analysts: Analyst;
  tagGroups: TagGroup;
  memos: Memo;
  readings: Reading;
  savedSearches: SavedSearch;
  searchDecisions: SearchDecision;
  batches: Batch;
  actors: ActorEntry;
  relations: ActorRelation;
  events: Event;
  tracks: Track;
  areas: Area;
  mapLayers: MapLayer;
  findings: Finding;
};

export type TableName = keyof Tables;

/** The names of all kept tables. */
export const tableNames = Object.keys({
  articles: true,
  highlights: true,
  tags: true,
  mentions: true,
  places: true,
  briefs: true,
  blocks: true,
  activity: true,
  analysts: true,
  tagGroups: true,
  memos: true,
  readings: true,
  savedSearches: true,
  searchDecisions: true,
  batches: true,
  actors: true,
  relations: true,
  events: true,
  tracks: true,
  areas: true,
  mapLayers: true,
  findings: true,
} satisfies Record<TableName, true>) as TableName[];

/** One record before and after an edit: `null` before means it was made, `null` after that it was taken away. */
export type Change = {
  [Table in TableName]: {
    readonly table: Table;
    readonly id: Tables[Table]['id'];
    readonly before: Tables[Table] | null;
    readonly after: Tables[Table] | null;
  };
}[TableName];

/** The change that makes `after`, a record nobody had. */
export function creation<Table extends TableName>(table: Table, after: Tables[Table]): Change {
  return { table, id: after.id, before: null, after } as Change;
}

/** The change from one state of a record to the next. */
export function replacement<Table extends TableName>(
  table: Table,
  before: Tables[Table],
  after: Tables[Table],
): Change {
  return { table, id: before.id, before, after } as Change;
}

/** The change that takes `before` away. */
export function removal<Table extends TableName>(table: Table, before: Tables[Table]): Change {
  return { table, id: before.id, before, after: null } as Change;
}

/** The changes that undo `changes`: last first, before and after swapped. */
export function reverse(changes: readonly Change[]): Change[] {
  return changes
    .map(({ before, after, ...where }) => ({ ...where, before: after, after: before }) as Change)
    .reverse();
}
