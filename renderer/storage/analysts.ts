import type { Analyst } from '#core/analyst.ts';
import type { Database } from './database.ts';

/** All analysts whose work is here and who have a name. */
export function listAnalysts(db: Database): Promise<Analyst[]> {
  return db.analysts.toArray();
}
