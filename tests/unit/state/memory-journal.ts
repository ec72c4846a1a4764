import type { Edit, JournalEntry } from '#core/history/edit.ts';
import type { WorkspaceId } from '#core/ids.ts';
import type { AppendAnswer } from '#shared/ipc.ts';
import { createSession } from '#state/create-session.ts';
import type { Session } from '#state/session.ts';
import type { Database } from '#storage/database.ts';
import { device } from '#tests/unit/storage/make-records.ts';

/** A journal in memory: what is on the disk, and whether there is room on it. */
export type MemoryJournal = {
  readonly entries: JournalEntry[];
  full: boolean;
  /** How many edits every request brought. */
  readonly requests: number[];
};

const workspace = { id: 'w' as WorkspaceId, name: 'Case', createdAt: '', folderLabel: '' };

/** A session of `db` over a journal in memory; given one that was written to before, as after a restart. */
export async function startSession(
  db: Database,
  disk: MemoryJournal = { entries: [], full: false, requests: [] },
): Promise<{ session: Session; disk: MemoryJournal }> {
  const desktop = {
    appendEdits: async ({ edits }: { edits: readonly Edit[] }): Promise<AppendAnswer> => {
      if (disk.full) return { ok: false, problem: { kind: 'disk-full', message: 'no room' } };
      const entries = edits.map((edit, index) => {
        const sequence = disk.entries.length + index + 1;
        return { device, sequence, time: String(1_000_000 + sequence), hash: `h${sequence}`, edit };
      });
      disk.entries.push(...entries);
      disk.requests.push(edits.length);
      return { ok: true, entries: entries.map(({ edit: _, ...head }) => head) };
    },
    readEntries: async ({ sequences }: { sequences: readonly number[] }) =>
      disk.entries.filter((entry) => sequences.includes(entry.sequence)),
    // Two entries a page.
    readJournal: async ({ cursor }: { cursor: number }) => ({
      entries: disk.entries.slice(cursor, cursor + 2),
      next: cursor + 2 < disk.entries.length ? cursor + 2 : null,
    }),
    readKept: async () => null,
  };
  const now = () => '2026-01-01T00:00:00.000Z';
  return { session: await createSession({ db, workspace, device, desktop, now }), disk };
}
