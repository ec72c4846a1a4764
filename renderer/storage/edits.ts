import type { DeviceId } from '#core/ids.ts';
import type { Database, EditSummary } from './database.ts';

/** The newest edits of all devices, newest first; what is noted beside the edits left out. */
export function listEdits(db: Database, limit: number): Promise<EditSummary[]> {
  return db.edits
    .orderBy('time')
    .reverse()
    .filter(({ kind }) => kind !== 'beside')
    .limit(limit)
    .toArray();
}

/** Every edit of one device, in order. */
export function listOwnEdits(db: Database, device: DeviceId): Promise<EditSummary[]> {
  return db.edits
    .where('[device+sequence]')
    .between([device, 0], [device, Number.POSITIVE_INFINITY])
    .toArray();
}
