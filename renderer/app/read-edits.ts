import type { JournalEntry } from '#core/history/edit.ts';
import type { ListedEdit } from '#core/history/history-rows.ts';
import type { DeviceId } from '#core/ids.ts';
import { desktop } from '#state/desktop.ts';
import type { Database } from '#storage/database.ts';
import { countEdits } from '#storage/edits.ts';

/** The entries of these edits as the journals hold them, with all their changes. */
export async function readEdits(
  db: Database,
  own: DeviceId,
  edits: readonly ListedEdit[],
): Promise<JournalEntry[]> {
  const sequences = edits.filter(({ device }) => device === own).map(({ sequence }) => sequence);
  const others = edits.filter(({ device }) => device !== own);
  const entries = sequences.length === 0 ? [] : [...(await desktop().readEntries({ sequences }))];
  for (const edit of others) {
    // The journals of all devices are read as one, in the order of time: as many entries stand before this one.
    const cursor = await countEdits(db, edit.time, 'before');
    const page = await desktop().readJournal({ cursor, maxBytes: 1 });
    entries.push(
      ...page.entries.filter(({ device, sequence }) => device === edit.device && sequence === edit.sequence),
    );
  }
  return entries;
}
