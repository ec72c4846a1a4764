import type { Analyst } from '#core/analyst.ts';
import type { AnalystId } from '#core/ids.ts';
import type { Database } from './database.ts';

/** All analysts whose work is here and who have a name. */
export function listAnalysts(db: Database): Promise<Analyst[]> {
  return db.analysts.toArray();
}

/** What is stored of an analyst; `null`: nothing yet. */
export async function findAnalyst(db: Database, id: AnalystId): Promise<Analyst | null> {
  return (await db.analysts.get(id)) ?? null;
}
