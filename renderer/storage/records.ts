import { type TableName, type Tables, tableNames } from '#core/history/change.ts';
import type { Database } from './database.ts';

/** Every kept record of the workspace, by table, as it is at one moment. */
export function listRecords(
  db: Database,
): Promise<{ readonly [Table in TableName]: readonly Tables[Table][] }> {
  return db.transaction(
    'r',
    tableNames.map((name) => db.table(name)),
    async () => {
      const tables = await Promise.all(
        tableNames.map(async (name) => [name, await db.table(name).orderBy('id').toArray()] as const),
      );
      return Object.fromEntries(tables) as unknown as { [Table in TableName]: Tables[Table][] };
    },
  );
}
