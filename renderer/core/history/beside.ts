import type { Change, TableName } from './change.ts';

/** Tables that hold what was noted beside the edits: no undo, redo or going back takes any of it away. */
const besideTables: ReadonlySet<TableName> = new Set<TableName>(['readings']);

/** Whether records of this table are noted beside the edits. */
export function isBeside(table: TableName): boolean {
  return besideTables.has(table);
}

/** Whether a change may be noted beside the edits: of such a record, or a line that is added to the activity log. */
export function mayBeBeside({ table, before }: Change): boolean {
  return isBeside(table) || (table === 'activity' && before === null);
}

/** The changes that undo, redo and going back are about. */
export function undoable(changes: readonly Change[]): Change[] {
  return changes.filter(({ table }) => !isBeside(table));
}
