import type { Sequence } from '#core/history/edit.ts';
import type { DeviceId, GroupId } from '#core/ids.ts';
import type { Database, EditSummary } from './database.ts';

/** The newest edit of all devices, what is noted beside the edits left out; `null` when nothing was done yet. */
export async function newestEdit(db: Database): Promise<EditSummary | null> {
  const newest = await db.edits
    .orderBy('time')
    .reverse()
    .filter(({ kind }) => kind !== 'beside')
    .first();
  return newest ?? null;
}

/** Up to `limit` edits of all devices from before a time (`null`: the newest), newest first. */
export function listEditsBefore(db: Database, time: string | null, limit: number): Promise<EditSummary[]> {
  const earlier = time === null ? db.edits.orderBy('time') : db.edits.where('time').below(time);
  return earlier.reverse().limit(limit).toArray();
}

/** The edits of all devices from after a time, newest first. */
export function listEditsAfter(db: Database, time: string): Promise<EditSummary[]> {
  return db.edits.where('time').above(time).reverse().toArray();
}

/** Up to `limit` edits of one device from before the one of this number (`null`: the newest), oldest first. */
export async function listOwnEdits(
  db: Database,
  device: DeviceId,
  before: Sequence | null,
  limit: number,
): Promise<EditSummary[]> {
  const newestFirst = await db.edits
    .where('[device+sequence]')
    .between([device, 0], [device, before ?? Number.POSITIVE_INFINITY])
    .reverse()
    .limit(limit)
    .toArray();
  return newestFirst.reverse();
}

/** One edit of a device; `null` when there is none of this number. */
export async function findOwnEdit(
  db: Database,
  device: DeviceId,
  sequence: Sequence,
): Promise<EditSummary | null> {
  return (await db.edits.get([device, sequence])) ?? null;
}

/** The number of the first edit of a group that a device made; `null` when it made none. */
export async function firstOfGroup(db: Database, device: DeviceId, group: GroupId): Promise<Sequence | null> {
  const edits = await db.edits.where('group').equals(group).toArray();
  const made = edits.filter((edit) => edit.device === device && edit.kind === 'new');
  return made.length === 0 ? null : Math.min(...made.map(({ sequence }) => sequence));
}

/** How many edits of all devices were made before a time, or up to and with it. */
export function countEdits(db: Database, time: string, side: 'before' | 'after'): Promise<number> {
  const where = db.edits.where('time');
  return (side === 'before' ? where.below(time) : where.belowOrEqual(time)).count();
}

/** The logical time of the newest edit of all; `null` when there is none. */
export async function newestEditTime(db: Database): Promise<string | null> {
  const keys = await db.edits.orderBy('time').reverse().limit(1).keys();
  return typeof keys[0] === 'string' ? keys[0] : null;
}
