import type { Change } from './change.ts';
import { sameRecord } from './same-record.ts';

/** A field of a record that an edit changed, with its values as plain text; `null` where there was none. */
export type FieldChange = {
  /** Where it stands in the record: `['grade', 'reliability']`. */
  readonly path: readonly string[];
  readonly before: string | null;
  readonly after: string | null;
};

/** What an edit did to one record. */
export type RecordChange = {
  readonly kind: 'made' | 'removed' | 'changed';
  /** What a person calls it. */
  readonly name: string;
  readonly fields: readonly FieldChange[];
};

type Value =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Value[]
  | { readonly [key: string]: Value };

/** Fields that say nothing to a person, or change with every other. */
const silent: ReadonlySet<string> = new Set(['id', 'updatedAt', 'statusAt']);

/** Say what a change did: for a record that was there before and after, which fields; `nameId` words an id. */
export function describeChange(change: Change, nameId: (id: string) => string | null): RecordChange {
  const { before, after } = change;
  const name = recordName(after ?? before);
  if (before === null) return { kind: 'made', name, fields: [] };
  if (after === null) return { kind: 'removed', name, fields: [] };
  return { kind: 'changed', name, fields: changedFields(before as Value, after as Value, [], nameId) };
}

/** What a person calls a record: its name, title, or the words it marks. */
export function recordName(record: Change['after']): string {
  if (record === null) return '';
  if ('originalName' in record) return record.title.value;
  if ('anchor' in record) return shorten(record.anchor.exact);
  if ('fileName' in record) return record.fileName;
  if ('content' in record) return 'text' in record.content ? shorten(record.content.text) : '';
  if ('title' in record) return record.title;
  return 'name' in record ? record.name : '';
}

function changedFields(
  before: Value,
  after: Value,
  path: readonly string[],
  nameId: (id: string) => string | null,
): FieldChange[] {
  if (sameRecord(before, after)) return [];
  if (isObject(before) && isObject(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys]
      .filter((key) => !silent.has(key))
      .flatMap((key) => changedFields(before[key], after[key], [...path, key], nameId));
  }
  return [{ path, before: inWords(before, nameId), after: inWords(after, nameId) }];
}

function inWords(value: Value, nameId: (id: string) => string | null): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string') return nameId(value) ?? value;
  if (typeof value !== 'object') return String(value);
  if (isList(value)) {
    if (value.length === 0) return null;
    return value.map((item) => inWords(item, nameId) ?? '').join(', ');
  }
  return Object.entries(value)
    .flatMap(([key, item]) => (silent.has(key) ? [] : [`${key}: ${inWords(item, nameId) ?? ''}`]))
    .join(', ');
}

function isObject(value: Value): value is { readonly [key: string]: Value } {
  return typeof value === 'object' && value !== null && !isList(value);
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 80 ? line : `${line.slice(0, 79).toWellFormed()}…`;
}
