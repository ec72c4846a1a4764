import type { Article } from '#core/article.ts';
import type { Tag } from '#core/codebook/tag.ts';
import type { Change } from '#core/history/change.ts';
import type { JournalEntry } from '#core/history/edit.ts';
import type { ArticleId, BatchId, DeviceId, TagId } from '#core/ids.ts';

export const device = '01890000-0000-7000-8000-000000000001' as DeviceId;

/** A tag with this name for an id. */
export function makeTag(name: string, order = 0): Tag {
  return { id: name as TagId, parentId: null, name, description: '', color: 'blue', order };
}

/** An article whose text has this hash and length. */
export function makeArticle(id: string, textSha256: string, textLength: number): Article {
  const title = { value: id, basis: 'stated', evidence: null, reason: 'heading' } as const;
  return {
    id: id as ArticleId,
    batchId: 'batch' as BatchId,
    importedAt: '2026-01-01T00:00:00.000Z',
    originalName: `${id}.txt`,
    originalSha256: textSha256,
    originalSizeBytes: textLength,
    mediaType: 'text/plain',
    encoding: 'utf-8',
    steps: [],
    textSha256,
    textLength,
    noise: [],
    title,
    language: { value: 'en', basis: 'derived', evidence: null, reason: 'letters' },
    publishedAt: null,
    publisher: null,
    carrier: null,
    byline: null,
    status: 'unread',
    flagged: false,
  };
}

/** The journal entry of one edit that makes `changes`. */
export function makeEntry(sequence: number, changes: readonly Change[], by: DeviceId = device): JournalEntry {
  return {
    device: by,
    sequence,
    time: String(1_000_000 + sequence),
    hash: `hash ${by} ${sequence}`,
    edit: {
      at: '2026-01-01T00:00:00.000Z',
      label: { action: 'tag.create', detail: {} },
      changes,
      group: null,
      kind: 'new',
      target: null,
    },
  };
}
