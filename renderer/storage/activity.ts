import type { Activity } from '#core/activity.ts';
import type { Database } from './database.ts';

/** What came of every file, newest first. */
export function listActivity(db: Database): Promise<Activity[]> {
  return db.activity.orderBy('at').reverse().toArray();
}
