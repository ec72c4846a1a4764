import type { Change } from '#core/history/change.ts';
import type { JournalEntry } from '#core/history/edit.ts';
import type { WorkspaceId } from '#core/ids.ts';
import { createSession } from '#state/create-session.ts';
import type { Session } from '#state/session.ts';
import { Database } from '#storage/database.ts';
import { device } from '#tests/unit/storage/make-records.ts';

let opened = 0;

/** A session on a database of its own that holds what `changes` make, and the journal that it fills. */
export async function openCodebook(
  changes: readonly Change[],
): Promise<{ readonly db: Database; readonly session: Session; readonly journal: JournalEntry[] }> {
  opened += 1;
  const db = new Database(`codebook-${opened}`);
  const journal: JournalEntry[] = [];
  const session = await createSession({
    db,
    workspace: { id: 'w' as WorkspaceId, name: 'Case', createdAt: '', folderLabel: '' },
    device,
    now: () => '2026-01-01T00:00:00.000Z',
    desktop: {
      appendEdits: async ({ edits }) => {
        const entries = edits.map((edit) => {
          const sequence = journal.length + 1;
          const entry = { device, sequence, time: String(sequence), hash: `h${sequence}`, edit };
          journal.push(entry);
          return entry;
        });
        return { ok: true, entries };
      },
      readEntries: async ({ sequences }) => sequences.flatMap((sequence) => journal[sequence - 1] ?? []),
      readJournal: async () => ({ entries: [], next: null }),
      readKept: async () => null,
    },
  });
  await session.commit({ action: 'test', detail: {} }, () => changes);
  return { db, session, journal };
}
