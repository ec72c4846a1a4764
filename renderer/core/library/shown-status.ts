import type { Article, ReadingStatus } from '#core/article.ts';

/**
 * How far the analyst is with an article: what was set by hand, but an unread one that was read in after that
 * (`lastReadAt`, ISO 8601 UTC) is being read.
 */
export function shownStatus(
  { status, statusAt }: Pick<Article, 'status' | 'statusAt'>,
  lastReadAt: string | undefined,
): ReadingStatus {
  if (status !== 'unread' || lastReadAt === undefined) return status;
  return statusAt === undefined || lastReadAt > statusAt ? 'reading' : 'unread';
}
