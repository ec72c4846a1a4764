import { z } from 'zod';
import { maxAnalystNameLength } from '#core/analyst.ts';
import { highlightMarks, maxHighlightLength, maxNoteLength } from '#core/annotations/highlight.ts';
import { tlpLabels } from '#core/brief/brief.ts';
import { maxHeadLength } from '#core/brief/edit-brief.ts';
import { tagColors } from '#core/codebook/tag.ts';
import type { TableName, Tables } from '#core/history/change.ts';
import { maxMemoLength, maxMemoLinks, maxMemoTitleLength } from '#core/memos/memo.ts';
import { maxReadingSpans } from '#core/reader/reading.ts';
import {
  maxDecidedArticles,
  maxSavedLength,
  maxSearchNameLength,
  savedLength,
} from '#core/search/saved-search.ts';
import { activity, article, batch } from './article-schemas.ts';
import { actorEntry, area, event, finding, mapLayer, place, relation, track } from './map-schemas.ts';
import { anchorUpTo, code, count, id, instant, line, prose, sha256, textSpan } from './schema-values.ts';

const anchor = anchorUpTo(maxHighlightLength);

const mark = z.enum(highlightMarks);

const highlight = z.strictObject({
  id: id<'highlight'>(),
  anchor,
  tagIds: z.array(id<'tag'>()).max(200),
  note: z.string().max(maxNoteLength),
  grade: z.strictObject({
    reliability: z.enum(['A', 'B', 'C', 'D', 'E', 'F']),
    credibility: z.literal([1, 2, 3, 4, 5, 6]),
  }),
  marks: z.array(mark).max(highlightMarks.length).exactOptional(),
  analystId: id<'analyst'>().exactOptional(),
  firstAnchor: anchor.exactOptional(),
  createdAt: instant,
  updatedAt: instant,
});

const tag = z.strictObject({
  id: id<'tag'>(),
  parentId: id<'tag'>().nullable(),
  name: line,
  description: prose,
  guide: z.strictObject({ include: prose, exclude: prose, example: prose }).exactOptional(),
  isArchived: z.literal(true).exactOptional(),
  color: z.enum(tagColors),
  order: z.number(),
});

const mention = z.strictObject({
  id: id<'mention'>(),
  anchor,
  status: z.enum(['accepted', 'rejected']),
  origin: z.enum(['suggested', 'analyst']),
  place,
  reasons: z.array(code).max(50),
  createdAt: instant,
});

const brief = z.strictObject({
  id: id<'brief'>(),
  title: z.string().max(maxHeadLength),
  author: z.string().max(maxHeadLength),
  cutOff: z.string().regex(/^(\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?)?$/),
  tlp: z.enum(tlpLabels),
  createdAt: instant,
  updatedAt: instant,
});

const block = z.strictObject({
  id: id<'block'>(),
  briefId: id<'brief'>(),
  order: z.number(),
  content: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('heading'), text: prose }),
    z.strictObject({ kind: z.literal('paragraph'), text: prose }),
    z.strictObject({ kind: z.literal('quote'), highlightId: id<'highlight'>() }),
    z.strictObject({ kind: z.literal('map'), caption: prose }),
    z.strictObject({ kind: z.literal('table'), caption: prose, tagId: id<'tag'>().nullable() }),
  ]),
});

const analyst = z.strictObject({ id: id<'analyst'>(), name: z.string().max(maxAnalystNameLength) });

const tagGroup = z.strictObject({
  id: id<'tag group'>(),
  name: line,
  description: prose,
  tagIds: z.array(id<'tag'>()).max(1_000),
});

const memoTargets = [
  z.strictObject({ kind: z.literal('article'), id: id<'article'>() }),
  z.strictObject({ kind: z.literal('tag'), id: id<'tag'>() }),
  z.strictObject({ kind: z.literal('highlight'), id: id<'highlight'>() }),
  z.strictObject({ kind: z.literal('memo'), id: id<'memo'>() }),
] as const;

const memo = z.strictObject({
  id: id<'memo'>(),
  title: z.string().max(maxMemoTitleLength),
  text: z.string().max(maxMemoLength),
  subject: z.discriminatedUnion('kind', [
    ...memoTargets,
    z.strictObject({ kind: z.literal('workspace') }),
    z.strictObject({ kind: z.literal('free') }),
  ]),
  links: z.array(z.discriminatedUnion('kind', memoTargets)).max(maxMemoLinks),
  analystId: id<'analyst'>().exactOptional(),
  createdAt: instant,
  updatedAt: instant,
});

const reading = z.strictObject({
  id: id<'reading'>(),
  articleId: id<'article'>(),
  analystId: id<'analyst'>(),
  textSha256: sha256,
  spans: z.array(textSpan).max(maxReadingSpans),
  openedAt: instant,
  updatedAt: instant,
});

const facets = ['source', 'publisher', 'language', 'tag', 'status', 'actor', 'place', 'year'] as const;

const savedSearch = z
  .strictObject({
    id: id<'saved search'>(),
    name: z.string().max(maxSearchNameLength),
    query: z.string(),
    expands: z.boolean(),
    withoutAliases: z.array(z.string()),
    narrowing: z.array(z.strictObject({ facet: z.enum(facets), values: z.array(z.string()) })),
    analystId: id<'analyst'>().exactOptional(),
    createdAt: instant,
    updatedAt: instant,
  })
  .refine((search) => savedLength(search) <= maxSavedLength);

const searchDecision = z.strictObject({
  id: id<'search decision'>(),
  searchId: id<'saved search'>(),
  verdict: z.enum(['known', 'accepted', 'dismissed', 'open']),
  articleIds: z.array(id<'article'>()).max(maxDecidedArticles),
  analystId: id<'analyst'>().exactOptional(),
  decidedAt: instant,
});

/**
 * What each record must look like when it comes from outside: nothing more, nothing less, and no value so long that
 * the working copy could not hold it.
 */
export const recordSchemas = {
  articles: article,
  highlights: highlight,
  tags: tag,
  mentions: mention,
  places: place,
  briefs: brief,
  blocks: block,
  activity,
  analysts: analyst,
  tagGroups: tagGroup,
  memos: memo,
  readings: reading,
  savedSearches: savedSearch,
  searchDecisions: searchDecision,
  batches: batch,
  actors: actorEntry,
  relations: relation,
  events: event,
  tracks: track,
  areas: area,
  mapLayers: mapLayer,
  findings: finding,
} satisfies { [Table in TableName]: z.ZodType<Tables[Table]> };

/** The list of what a bundle holds. */
export const manifestSchema = z.strictObject({
  format: z.literal(1),
  app: z.literal('liptako'),
  appVersion: code,
  createdAt: instant,
  workspaceName: line,
  counts: z.record(code, count),
  entries: z.array(z.strictObject({ name: z.string().max(200), sha256, sizeBytes: count })).max(20_000),
});
