import type { Edit, JournalEntry } from '#core/history/edit.ts';
import type { DeviceId, TagId, WorkspaceId } from '#core/ids.ts';
import type { FileSystem } from '#main/files/file-system.ts';
import type { Journal } from '#main/journal/journal.ts';
import { type OpenedJournal, openJournal } from '#main/journal/open-journal.ts';

export const workspace = '01890000-0000-7000-8000-000000000001' as WorkspaceId;
export const laptop = '01890000-0000-7000-8000-00000000000a' as DeviceId;
export const other = '01890000-0000-7000-8000-00000000000b' as DeviceId;

/** An edit that can be told from others by its number. */
export function edit(number: number, note = 'né à Djibo'): Edit {
  const id = `01890000-0000-7000-9000-${String(number).padStart(12, '0')}` as TagId;
  return {
    at: '2026-11-21T07:00:00.000Z',
    label: { action: 'tag.create', detail: { number } },
    changes: [
      {
        table: 'tags',
        id,
        before: null,
        after: { id, name: `tag ${number}`, note } as never,
      },
    ],
    group: null,
    kind: 'new',
    target: null,
  };
}

export function numberOf({ edit: { label } }: JournalEntry): number {
  return Number(label.detail.number);
}

export type Opening = { files: FileSystem; device?: DeviceId; now?: () => number };

export function open({ files, device = laptop, now = () => 1_000 }: Opening): Promise<OpenedJournal> {
  return openJournal({ files, folder: '/w/journal', workspace, device, now });
}

export async function openGood(opening: Opening): Promise<Journal> {
  const opened = await open(opening);
  if (!opened.ok) throw new Error(`not opened: ${JSON.stringify(opened.problem)}`);
  return opened.journal;
}

/** Every entry, read page by page. */
export async function readAll(journal: Journal, maxBytes = 700): Promise<JournalEntry[]> {
  const entries: JournalEntry[] = [];
  for (let cursor: number | null = 0; cursor !== null; ) {
    const page = await journal.readPage(cursor, maxBytes);
    entries.push(...page.entries);
    cursor = page.next;
  }
  return entries;
}
