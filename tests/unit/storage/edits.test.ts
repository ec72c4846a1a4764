import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { creation } from '#core/history/change.ts';
import type { JournalEntry } from '#core/history/edit.ts';
import type { DeviceId } from '#core/ids.ts';
import { applyEntries } from '#storage/apply-changes.ts';
import { Database } from '#storage/database.ts';
import {
  countEdits,
  listEditsAfter,
  listEditsBefore,
  listOwnEdits,
  newestEdit,
  newestEditTime,
} from '#storage/edits.ts';
import { device, makeEntry, makeTag } from './make-records.ts';

it('reads the edits of all devices in pages by time, and those of one by number', async () => {
  const db = new Database('edits');
  expect(await newestEdit(db)).toBeNull();
  expect(await newestEditTime(db)).toBeNull();
  const other = '01890000-0000-7000-8000-000000000002' as DeviceId;
  const beside = (entry: JournalEntry): JournalEntry => ({
    ...entry,
    edit: { ...entry.edit, kind: 'beside' },
  });
  const entry = (sequence: number, by: DeviceId, time: number) => ({
    ...makeEntry(sequence, [creation('tags', makeTag(`${by} ${sequence}`))], by),
    time: String(time),
  });
  await applyEntries(db, [
    entry(1, device, 1_001),
    entry(1, other, 1_002),
    entry(2, device, 1_003),
    entry(2, other, 1_004),
    beside(entry(3, device, 1_005)),
  ]);
  const times = (edits: readonly { readonly time: string }[]) => edits.map(({ time }) => Number(time));

  expect(times(await listEditsBefore(db, null, 2))).toEqual([1_005, 1_004]);
  expect(times(await listEditsBefore(db, '1004', 2))).toEqual([1_003, 1_002]);
  expect(times(await listEditsBefore(db, '1002', 2))).toEqual([1_001]);
  expect(times(await listEditsAfter(db, '1003'))).toEqual([1_005, 1_004]);
  expect(await newestEditTime(db)).toBe('1005');
  expect((await newestEdit(db))?.time).toBe('1004');
  expect(times(await listOwnEdits(db, device, null, 2))).toEqual([1_003, 1_005]);
  expect(times(await listOwnEdits(db, device, 3, 5))).toEqual([1_001, 1_003]);
  expect([await countEdits(db, '1003', 'before'), await countEdits(db, '1003', 'after')]).toEqual([2, 3]);
});
