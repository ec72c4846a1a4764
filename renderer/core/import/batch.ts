import type { AnalystId, BatchId } from '#core/ids.ts';

/** An import as one act: what its articles, and the lines of the activity log about it, name as their batch. */
export type Batch = {
  readonly id: BatchId;
  /** When it began (ISO 8601 UTC). */
  readonly at: string;
  /** How far the clock of the machine was from UTC, east is positive. */
  readonly utcOffsetMinutes: number;
  /** The version of the program. */
  readonly program: string;
  /** How the files came into the window. */
  readonly way: 'files' | 'folder' | 'drop' | 'paste' | 'seeds';
  /** Who imported; absent when the analyst of this device has no record yet. */
  readonly analystId?: AnalystId;
  /** What the analyst answered when asked once for the whole batch; `null`: unknown, which is an answer too. */
  readonly collectedBy: string | null;
  /** In the analyst's own words or as a date. */
  readonly collectedAt: string | null;
  readonly receivedFrom: string | null;
  /** What it came on: a USB stick, mail, a disk. */
  readonly medium: string | null;
  readonly note: string;
};

/** What the analyst is asked about a batch. */
export type BatchAnswers = Pick<Batch, 'collectedBy' | 'collectedAt' | 'receivedFrom' | 'medium' | 'note'>;
