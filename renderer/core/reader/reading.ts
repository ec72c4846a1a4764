import type { AnalystId, ArticleId, ReadingId } from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';

/** How far one analyst's eyes have come in one article. Noted beside the edits: undo never takes it back. */
export type Reading = {
  readonly id: ReadingId;
  readonly articleId: ArticleId;
  readonly analystId: AnalystId;
  /** The text the spans are measured on. */
  readonly textSha256: string;
  /** Paragraphs that stood in view long enough to be read; in order, apart from one another. */
  readonly spans: readonly TextSpan[];
  readonly openedAt: string;
  readonly updatedAt: string;
};

/** The most spans one reading holds: it is one stored value, and none may pass 64 KiB. */
export const maxReadingSpans = 1_000;
