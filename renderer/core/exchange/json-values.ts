/** An object of JSON from outside: any key may be missing and any value of any kind. */
export type JsonObject = { readonly [key: string]: unknown };

/** Whether `value` is an object with keys. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The items of a list; a single value is a list of one, a missing one of none. */
export function asList(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** A text, or the first of several; `null` when there is none. */
export function asText(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value;
  if (typeof first === 'string') return first;
  // JSON-LD's long form of a text.
  return isObject(first) && typeof first['@value'] === 'string' ? first['@value'] : null;
}

/** The texts of a list. */
export function asTexts(value: unknown): string[] {
  return asList(value).flatMap((item) => asText(item) ?? []);
}
