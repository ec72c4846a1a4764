import { type Change, creation, replacement, type TableName, type Tables } from '#core/history/change.ts';
import { sameRecord } from '#core/history/same-record.ts';
import type { AnalystId, TagId } from '#core/ids.ts';
import type { Records } from './bundle.ts';
import type { Take } from './take.ts';

/** How the project's ids read here. */
export type Names = {
  readonly tagIds: ReadonlyMap<TagId, TagId>;
  readonly analystIds: ReadonlyMap<AnalystId, AnalystId>;
};

/** What an import has come to so far. */
export type Ledger = ReturnType<typeof createLedger>;

/** Collects changes against ours: a record that is there is replaced or left, whichever `take` says. */
export function createLedger(ours: Records, take: Take) {
  const changes: Change[] = [];
  const added: Partial<Record<TableName, number>> = {};
  const changed: Partial<Record<TableName, number>> = {};
  const differing: string[] = [];
  const known = new Map<string, Map<string, unknown>>();
  let same = 0;

  function find<Table extends TableName>(table: Table, id: string): Tables[Table] | null {
    let records = known.get(table);
    if (records === undefined) {
      records = new Map(ours[table].map((record) => [record.id, record]));
      known.set(table, records);
    }
    return (records.get(id) as Tables[Table] | undefined) ?? null;
  }

  return {
    find,
    /** Changes that were worked out elsewhere, to known records. */
    note(table: TableName, made: readonly Change[]): void {
      changes.push(...made);
      changed[table] = (changed[table] ?? 0) + made.length;
    },
    differ: (names: readonly string[]) => differing.push(...names),
    put<Table extends TableName>(table: Table, record: Tables[Table], name: string): void {
      const existing = find(table, record.id);
      if (existing === null) {
        changes.push(creation(table, record));
        added[table] = (added[table] ?? 0) + 1;
        known.get(table)?.set(record.id, record);
      } else if (sameRecord(existing, record)) same += 1;
      else {
        differing.push(name);
        if (take === 'ours') return;
        changes.push(replacement(table, existing, record));
        changed[table] = (changed[table] ?? 0) + 1;
      }
    },
    close: () => ({ changes, added, changed, same, differing }),
  };
}

/** A moment as our records hold it, in UTC, which one without a zone is taken for; `null` when it is none. */
export function instant(text: string | null): string | null {
  if (text === null) return null;
  const zoned = /T[\d:.]+$/.test(text) ? `${text}Z` : text;
  const time = Date.parse(zoned);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
