import type { Change } from '#core/history/change.ts';
import { createGoingBack } from '#core/history/go-back.ts';
import type { Desktop } from '#shared/ipc.ts';
import type { Database } from '#storage/database.ts';
import { countEdits } from '#storage/edits.ts';

/** A moment of the history: as the workspace was before, or after, the edit of this logical time. */
export type HistoryPoint = {
  readonly time: string;
  readonly side: 'before' | 'after';
};

/** How a long reading of the journal is followed, and ended before its time. */
export type Following = {
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
  readonly signal?: AbortSignal;
};

const pageBytes = 4 * 1024 * 1024;

/**
 * The changes that make the workspace what it was at `point`, read from the journals of all devices; `null` when it
 * was stopped. Nothing is changed.
 */
export async function planGoingBack(
  { db, desktop }: { readonly db: Database; readonly desktop: Pick<Desktop, 'readJournal'> },
  { time, side }: HistoryPoint,
  { onProgress, signal }: Following = {},
): Promise<Change[] | null> {
  const going = createGoingBack();
  const start = await countEdits(db, time, side);
  const total = (await db.edits.count()) - start;
  let cursor: number | null = start;
  let done = 0;
  while (cursor !== null && done < total) {
    if (signal?.aborted) return null;
    const page: Awaited<ReturnType<Desktop['readJournal']>> = await desktop.readJournal({
      cursor,
      maxBytes: pageBytes,
    });
    for (const { edit } of page.entries) going.add(edit.changes);
    done += page.entries.length;
    onProgress?.({ done, total });
    cursor = page.next;
  }
  return signal?.aborted ? null : going.changes();
}
