import { serialize } from 'node:v8';
import { expect, it } from 'vitest';
import { maxHighlightLength, maxNoteLength } from '#core/annotations/highlight.ts';
import { maxNoiseSpans } from '#core/article.ts';
import { maxBlockLength } from '#core/brief/edit-brief.ts';
import { maxTagDescriptionLength, maxTagGuideLength } from '#core/codebook/edit-codebook.ts';
import { maxTagGroupNameLength, maxTagGroupSize } from '#core/codebook/edit-tag-groups.ts';
import { maxDecidedArticles, maxSavedLength, maxSearchNameLength } from '#core/search/saved-search.ts';
import { makeArticle, makeTag } from './make-records.ts';

// Two bytes each, as with every text that has one letter outside of Latin-1.
const long = (length: number) => 'ش'.repeat(length);
const uuid = '01890000-0000-7000-8000-000000000001';

const span = { start: 25_000_000, end: 25_000_100 };
const largest = {
  'a highlight with its note': {
    id: uuid,
    anchor: {
      ...span,
      articleId: uuid,
      textSha256: 'a'.repeat(64),
      exact: long(maxHighlightLength),
      prefix: long(32),
      suffix: long(32),
    },
    tagIds: Array.from({ length: 100 }, () => uuid),
    note: long(maxNoteLength),
    grade: { reliability: 'F', credibility: 6 },
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
  },
  'an article full of noise': {
    ...makeArticle(long(300), 'a'.repeat(64), 25_000_000),
    noise: Array.from({ length: maxNoiseSpans }, () => ({ ...span, kind: 'comments' })),
  },
  'a paragraph of a brief': {
    id: uuid,
    briefId: uuid,
    order: 1,
    content: { kind: 'paragraph', text: long(maxBlockLength) },
  },
  'a tag': {
    ...makeTag(long(100)),
    description: long(maxTagDescriptionLength),
    guide: {
      include: long(maxTagGuideLength),
      exclude: long(maxTagGuideLength),
      example: long(maxTagGuideLength),
    },
  },
  'a group of tags': {
    id: uuid,
    name: long(maxTagGroupNameLength),
    description: long(4_000),
    tagIds: Array.from({ length: maxTagGroupSize }, () => uuid),
  },
  'a saved search': {
    id: uuid,
    name: long(maxSearchNameLength),
    query: long(maxSavedLength - 10),
    expands: true,
    withoutAliases: [],
    narrowing: [],
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
  },
  'a decision on what a search found': {
    id: uuid,
    searchId: uuid,
    verdict: 'dismissed',
    articleIds: Array.from({ length: maxDecidedArticles }, () => uuid),
    analystId: uuid,
    decidedAt: '2026-01-01T00:00:00.000Z',
  },
};

it.each(Object.entries(largest))('%s stays below the size Chromium keeps in the database', (_, record) => {
  // The database's own format is the one Node serialises to.
  expect(serialize(record).length).toBeLessThan(64 * 1024);
});
