import { type Change, type TableName, tableNames } from '#core/history/change.ts';
import type { Edit } from '#core/history/edit.ts';
import type { GroupId } from '#core/ids.ts';
import {
  BadArgument,
  isPlainObject,
  list,
  matching,
  object,
  oneOf,
  orNull,
  refuse,
  text,
  whole,
} from './parse.ts';

/** The form of every id: a UUID in lower case. */
export const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const MAX_CHANGES = 1_000_000;
const MAX_DEPTH = 32;

/**
 * An edit, from the window or from a journal another device wrote. The envelope is checked whole; the records inside
 * are checked to be plain JSON without `__proto__` keys – what fields a record has is the business of its table.
 */
export function parseEdit(value: unknown): Edit {
  return object<Edit>(value, {
    at: matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z$/),
    label: (label) => object<Edit['label']>(label, { action: text(100), detail: parseDetail }),
    changes: list(parseChange, MAX_CHANGES),
    group: orNull(matching<GroupId>(UUID)),
    kind: oneOf('new', 'undo', 'redo', 'beside'),
    target: orNull(whole(1, Number.MAX_SAFE_INTEGER)),
  });
}

function parseDetail(value: unknown): Record<string, string | number> {
  checkPlain(value, 0);
  if (!isPlainObject(value)) return refuse('detail: expected an object');
  const words = Object.values(value);
  if (!words.every((word) => typeof word === 'string' || typeof word === 'number')) {
    return refuse('detail: expected texts and numbers');
  }
  return value as Record<string, string | number>;
}

function parseChange(value: unknown): Change {
  const change = object<{ table: TableName; id: string; before: unknown; after: unknown }>(value, {
    table: oneOf(...tableNames),
    id: text(200),
    before: parseRecord,
    after: parseRecord,
  });
  const records = [change.before, change.after].filter(isPlainObject);
  if (records.length === 0) refuse('a change without a record');
  if (records.some((record) => record.id !== change.id)) refuse('a record of another id');
  return change as Change;
}

function parseRecord(value: unknown): unknown {
  if (value !== null && !isPlainObject(value)) refuse('expected a record or null');
  checkPlain(value, 0);
  return value;
}

/** Refuse what JSON would lose or change, and what could reach a prototype. */
function checkPlain(value: unknown, depth: number): void {
  if (value === null || value === undefined) return;
  if (typeof value === 'string' || typeof value === 'boolean') return;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) refuse('a number that JSON does not know');
    return;
  }
  if (depth >= MAX_DEPTH) refuse('nested too deeply');
  if (Array.isArray(value)) {
    for (const item of value) checkItem(item, depth);
    return;
  }
  if (!isPlainObject(value)) throw new BadArgument('not plain data');
  for (const key of Object.keys(value)) {
    if (key === '__proto__') refuse('a key named __proto__');
    checkPlain(value[key], depth + 1);
  }
}

function checkItem(item: unknown, depth: number): void {
  // JSON would turn it into null.
  if (item === undefined) refuse('a gap in a list');
  checkPlain(item, depth + 1);
}
