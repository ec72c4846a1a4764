import { z } from 'zod';
import { maxDamage, maxLanguageSpans, maxLikelyLength, maxNoiseSpans, mediaTypes } from '#core/article.ts';
import { code, count, detail, id, instant, line, prose, sha256, span, textSpan } from './schema-values.ts';

function field<Value extends z.ZodType>(value: Value) {
  return z.strictObject({
    value,
    basis: z.enum(['stated', 'derived', 'analyst']),
    evidence: textSpan.nullable(),
    reason: code,
  });
}

const noiseKinds = [
  'menu',
  'caption',
  'bio',
  'share',
  'comments',
  'related',
  'markup',
  'hashtags',
  'stamp',
  'notice',
  'quoted',
  'signature',
] as const;

const isoDate = z.string().regex(/^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\dZ?)?)?)?)?$/);
const language = z.enum(['en', 'fr', 'ar', 'und']);

const sameText = z.strictObject({
  group: id<'article'>().nullable(),
  basis: z.enum(['derived', 'analyst']),
  reason: z.enum(['same-words', 'near', 'part', 'entered']),
  likeId: id<'article'>().nullable(),
  likeness: z.number().min(0).max(1),
});

/** An article as it may come from outside. */
export const article = z.strictObject({
  id: id<'article'>(),
  batchId: id<'batch'>(),
  importedAt: instant,
  originalName: line,
  originalPath: line.exactOptional(),
  originalSha256: sha256,
  originalSizeBytes: count,
  mediaType: z.enum(mediaTypes),
  container: z.strictObject({ name: line, sha256, sizeBytes: count, path: line }).exactOptional(),
  encoding: code,
  steps: z.array(z.strictObject({ name: code, detail: line })).max(100),
  textSha256: sha256,
  textLength: count,
  noise: z
    .array(z.strictObject({ ...span, kind: z.enum(noiseKinds), basis: z.literal('analyst').exactOptional() }))
    .max(maxNoiseSpans),
  spared: z.array(textSpan).max(maxNoiseSpans).exactOptional(),
  title: field(prose),
  language: field(language),
  publishedAt: field(
    z.strictObject({
      iso: z.string().regex(/^\d{4}(-\d\d(-\d\d(T\d\d:\d\d)?)?)?$/),
      precision: z.enum(['minute', 'day', 'month', 'year']),
      printed: line,
    }),
  ).nullable(),
  publisher: field(line).nullable(),
  carrier: field(line).nullable(),
  byline: field(line).nullable(),
  address: field(line).exactOptional(),
  inferredDate: field(
    z.strictObject({ from: isoDate.nullable(), until: isoDate.nullable() }),
  ).exactOptional(),
  translation: field(
    z.strictObject({ by: z.enum(['machine', 'unknown']), from: z.string().max(35).nullable() }),
  ).exactOptional(),
  languages: z
    .array(z.strictObject({ ...span, language }))
    .max(maxLanguageSpans)
    .exactOptional(),
  damage: z
    .array(
      z.strictObject({
        ...span,
        kind: z.enum(['glued', 'translation', 'cut-off', 'punctuation', 'encoding']),
        reason: code,
        likely: z.string().max(maxLikelyLength).exactOptional(),
        dismissed: z.literal(true).exactOptional(),
      }),
    )
    .max(maxDamage)
    .exactOptional(),
  sameText: sameText.exactOptional(),
  status: z.enum(['unread', 'reading', 'read']),
  statusAt: instant.exactOptional(),
  flagged: z.boolean(),
});

/** An import, with the analyst's answers to where it comes from. */
export const batch = z.strictObject({
  id: id<'batch'>(),
  at: instant,
  utcOffsetMinutes: z.number().int().min(-900).max(900),
  program: code,
  way: z.enum(['files', 'folder', 'drop', 'paste', 'seeds']),
  analystId: id<'analyst'>().exactOptional(),
  collectedBy: line.nullable(),
  collectedAt: line.nullable(),
  receivedFrom: line.nullable(),
  medium: line.nullable(),
  note: line,
});

/** What came of one file of an import. */
export const activity = z.strictObject({
  id: id<'activity'>(),
  at: instant,
  batchId: id<'batch'>(),
  fileName: line,
  outcome: z.enum(['imported', 'repaired', 'partly', 'duplicate', 'refused', 'passed-over']),
  reason: code,
  detail,
  articleId: id<'article'>().nullable(),
});
