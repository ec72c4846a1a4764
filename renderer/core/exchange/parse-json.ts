/** What came of parsing JSON from outside. */
export type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: 'bad-json' | 'forbidden-key' | 'too-deep'; readonly key: string };

/** Keys with which an object could reach for the prototypes of others. */
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);
/** Our records are flat; deeper ones are made to exhaust whoever walks them. */
const deepest = 32;

/** Parse JSON from outside, and refuse keys that could change what other objects inherit. */
export function parseJson(text: string): ParsedJson {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, code: 'bad-json', key: '' };
  }
  // A list of what is still to be looked at instead of recursion: depth must not cost stack.
  const open = [{ value, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue;
    if (next.depth > deepest) return { ok: false, code: 'too-deep', key: '' };
    for (const key of Object.keys(next.value)) {
      if (forbiddenKeys.has(key)) return { ok: false, code: 'forbidden-key', key };
      open.push({ value: (next.value as Record<string, unknown>)[key], depth: next.depth + 1 });
    }
  }
  return { ok: true, value };
}
