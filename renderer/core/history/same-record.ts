/**
 * Whether two plain values (objects, arrays, strings, numbers, booleans, `null`) hold the same, whatever the order of
 * their keys. A key that is `undefined` counts as not there and -0 as 0, as they do in the journal's JSON.
 */
export function sameRecord(a: unknown, b: unknown): boolean {
  if (a === b || Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = presentEntries(a);
  const right = new Map(presentEntries(b));
  return (
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && sameRecord(value, right.get(key)))
  );
}

function presentEntries(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, field]) => field !== undefined);
}
