/** The fields of an object of our own file: all of `needed`, and none but these and `optional`. Throws otherwise. */
export function readFields(
  json: unknown,
  where: string,
  needed: readonly string[],
  optional: readonly string[] = [],
): Readonly<Record<string, unknown>> {
  const object = readObject(json, where);
  for (const key of needed) if (!(key in object)) fail(where, `has no ${key}`);
  for (const key of Object.keys(object))
    if (!needed.includes(key) && !optional.includes(key)) fail(where, `has an unknown field ${key}`);
  return object;
}

/** An object. Throws otherwise. */
export function readObject(json: unknown, where: string): Readonly<Record<string, unknown>> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) fail(where, 'is no object');
  return json as Readonly<Record<string, unknown>>;
}

/** A list. Throws otherwise. */
export function readList(json: unknown, where: string): readonly unknown[] {
  if (!Array.isArray(json)) fail(where, 'is no list');
  return json;
}

/** A text that is not empty, without blanks around it. Throws otherwise. */
export function readText(json: unknown, where: string): string {
  if (typeof json !== 'string' || json.trim() !== json || json === '') fail(where, 'is no text');
  return json;
}

/** A text as by `readText`; `null` when it is left out. */
export function readOptional(json: unknown, where: string): string | null {
  return json === undefined ? null : readText(json, where);
}

/** A day, month or year as `2022-03-01`, `2022-03` or `2022`; `null` when it is left out. Throws otherwise. */
export function readDate(json: unknown, where: string): string | null {
  const date = readOptional(json, where);
  if (date !== null && !/^\d{4}(-\d\d(-\d\d)?)?$/.test(date)) fail(where, 'is no date');
  return date;
}

/** Throw, and say where in the registry what is wrong. */
export function fail(where: string, what: string): never {
  throw new Error(`Registry of actors: ${where} ${what}`);
}
