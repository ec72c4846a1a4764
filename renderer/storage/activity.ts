import type { Activity } from '#core/activity.ts';
import type { Database } from './database.ts';

/** What came of every file, newest first. */
export function listActivity(db: Database): Promise<Activity[]> {
  return db.activity.orderBy('at').reverse().toArray();
}

/** The newest line; `null` while there is none. */
export async function newestActivity(db: Database): Promise<Activity | null> {
  return (await db.activity.orderBy('at').last()) ?? null;
}
