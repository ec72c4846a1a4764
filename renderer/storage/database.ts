import { Dexie, type EntityTable, type Table } from 'dexie';
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
import type { TableName } from '#core/history/change.ts';
import type { Edit, EditLabel, Sequence } from '#core/history/edit.ts';
import type { DeviceId, GroupId } from '#core/ids.ts';
import type { Batch } from '#core/import/batch.ts';
import type { TextSketch } from '#core/import/copies/sketch-text.ts';
import type { MapLayer } from '#core/layers/map-layer.ts';
import type { Memo } from '#core/memos/memo.ts';
import type { Finding } from '#core/mentions/finding.ts';
import type { Reading } from '#core/reader/reading.ts';
import type { SavedSearch, SearchDecision } from '#core/search/saved-search.ts';
import type { Area, Track } from '#core/tracks/track.ts';
import { migrate } from './migrations.ts';

/** A slice of a canonical text: no value over 64 KiB goes into IndexedDB. */
export type TextBlock = {
  /** Made in order, so that what is put together lies together: among hashes each block would lie anywhere. */
  readonly id: string;
  readonly sha256: string;
  readonly index: number;
  /** UTF-8; a character may be cut in two. */
  readonly bytes: Uint8Array;
};

/** What the history panel shows of an edit; its changes stay in the journal. */
export type EditSummary = {
  readonly device: DeviceId;
  readonly sequence: Sequence;
  readonly time: string;
  readonly at: string;
  readonly label: EditLabel;
  readonly group: GroupId | null;
  readonly kind: Edit['kind'];
  readonly target: number | null;
  readonly changeCount: number;
};

/**
 * How far each device's journal has been applied, and how many records every table then held: written in the same
 * transaction as the changes, and compared at each start.
 */
export type AppliedHead = {
  readonly device: DeviceId;
  readonly sequence: Sequence;
  readonly hash: string;
  readonly counts: Readonly<Record<TableName, number>>;
};

/**
 * A suggested mention: start, end, the words, the ids of its candidates and its reasons (each a line), strength. The
 * places themselves are kept once.
 */
export type CachedMention = readonly [
  start: number,
  end: number,
  exact: string,
  placeIds: string,
  reasons: string,
  strength: number,
];

/** Suggested mentions of an article, worked out by `version` of the finder: a cache, never the record. */
export type CachedSuggestions = {
  readonly articleId: Article['id'];
  readonly part: number;
  /** How many parts there are of the article. */
  readonly parts: number;
  readonly version: string;
  readonly mentions: readonly CachedMention[];
};

/**
 * What was found in an article beside places, worked out by `version` of the finders: a cache, never the record. Each
 * thing found is one line of JSON.
 */
export type CachedFound = {
  readonly articleId: Article['id'];
  readonly part: number;
  /** How many parts there are of the article. */
  readonly parts: number;
  readonly version: string;
  readonly lines: string;
};

/**
 * The sketch of an article's text by which the same text from other carriers is found: a cache, never the record. It is
 * kept once the article has been compared with all others, and goes when its text or its boilerplate changes.
 */
export type CachedSketch = TextSketch & {
  readonly articleId: Article['id'];
  /** Of the rule it was made by. */
  readonly version: number;
};

/**
 * The fast working copy of one workspace. The journal and the kept files are the record; this is rebuilt from them.
 * Only `apply-changes.ts` and the caches' own files write to it.
 */
export class Database extends Dexie {
  declare articles: EntityTable<Article, 'id'>;
  declare highlights: EntityTable<Highlight, 'id'>;
  declare tags: EntityTable<Tag, 'id'>;
  declare mentions: EntityTable<Mention, 'id'>;
  declare places: EntityTable<Place, 'id'>;
  declare briefs: EntityTable<Brief, 'id'>;
  declare blocks: EntityTable<Block, 'id'>;
  declare activity: EntityTable<Activity, 'id'>;
  declare analysts: EntityTable<Analyst, 'id'>;
  declare tagGroups: EntityTable<TagGroup, 'id'>;
  declare memos: EntityTable<Memo, 'id'>;
  declare readings: EntityTable<Reading, 'id'>;
  declare savedSearches: EntityTable<SavedSearch, 'id'>;
  declare searchDecisions: EntityTable<SearchDecision, 'id'>;
  declare batches: EntityTable<Batch, 'id'>;
  declare actors: EntityTable<ActorEntry, 'id'>;
  declare relations: EntityTable<ActorRelation, 'id'>;
  declare events: EntityTable<Event, 'id'>;
  declare tracks: EntityTable<Track, 'id'>;
  declare areas: EntityTable<Area, 'id'>;
  declare mapLayers: EntityTable<MapLayer, 'id'>;
  declare findings: EntityTable<Finding, 'id'>;
  declare articleSketches: Table<CachedSketch, Article['id']>;
  declare textBlocks: Table<TextBlock, string>;
  declare edits: Table<EditSummary, [DeviceId, Sequence]>;
  declare applied: Table<AppliedHead, DeviceId>;
  /** What the program found beside places: a cache too. */
  declare found: Table<CachedFound, [Article['id'], number]>;
  declare suggestions: Table<CachedSuggestions, [Article['id'], number]>;
  /** The places that suggestions name: a cache like them. */
  declare suggestedPlaces: EntityTable<Place, 'id'>;

  constructor(name: string) {
    // Without Dexie's cache: it copies what is read, and an edit counts only when it is written.
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled' });
    migrate(this);
  }
}

/** The name of a workspace's working copy. */
export function databaseName(workspaceId: string): string {
  return `liptako-${workspaceId}`;
}

/** The name of the database that keeps the search index beside a working copy of this name. */
export function indexDatabaseName(name: string): string {
  return name.replace(/^(liptako-)?/, 'liptako-index-');
}
