import { cmp, Dexie, type Table } from 'dexie';

/** So few are fetched one by one. */
const few = 4;

/**
 * The records with these keys, in their order; `undefined` where there is none. Ids are made in order, so that those of
 * one import lie together: they are read as one range, and only what lies apart is fetched one by one, as each request
 * costs more than the record it fetches.
 */
export async function readMany<Found, Key, Insert>(
  table: Table<Found, Key, Insert>,
  keys: readonly Key[],
): Promise<(Found | undefined)[]> {
  const [first] = keys;
  if (first === undefined || keys.length <= few) return table.bulkGet([...keys]);
  let [least, greatest]: [Key, Key] = [first, first];
  for (const key of keys) {
    if (cmp(key, least) < 0) least = key;
    if (cmp(key, greatest) > 0) greatest = key;
  }
  const range = table.where(':id').between(least, greatest, true, true);
  const within = await range.limit(keys.length).toArray();
  const keyPath = table.schema.primKey.keyPath ?? '';
  const keyOf = (record: Found): Key => Dexie.getByKeyPath(record as object, keyPath as string);
  const found = new Map(within.map((record) => [nameOf(keyOf(record)), record]));
  const last = within.at(-1);
  const apart =
    last === undefined || within.length < keys.length
      ? []
      : keys.filter((key) => cmp(key, keyOf(last)) > 0 && !found.has(nameOf(key)));
  for (const [at, record] of (await table.bulkGet(apart)).entries())
    if (record !== undefined) found.set(nameOf(apart[at] as Key), record);
  return keys.map((key) => found.get(nameOf(key)));
}

function nameOf(key: unknown): string {
  return typeof key === 'string' ? key : JSON.stringify(key);
}
