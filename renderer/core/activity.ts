import type { ActivityId, ArticleId, BatchId } from './ids.ts';

/** What came of one file (or of the search index: then `fileName` is empty), for the activity log. */
export type Activity = {
  readonly id: ActivityId;
  readonly at: string;
  readonly batchId: BatchId;
  readonly fileName: string;
  /**
   * `repaired`: imported, but for characters that could not be read; `partly`: kept, but not all of it could be read;
   * `passed-over`: no article, and not meant to be one.
   */
  readonly outcome: 'imported' | 'repaired' | 'partly' | 'duplicate' | 'refused' | 'passed-over';
  /** A code the screen words (`empty`, `binary`, `too-large`, `duplicate`, `undecodable`, `repaired`, `index-damaged` …). */
  readonly reason: string;
  /** Numbers and names that go into those words. */
  readonly detail: Readonly<Record<string, string | number>>;
  /** The article it became or already is; `null` when refused. */
  readonly articleId: ArticleId | null;
};
