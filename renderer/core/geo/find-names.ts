/** Finds names in a sorted list by what they begin with, hold, or nearly are. */
export type NameFinder = {
  /** Positions in the list, best kind first: `distance` 0 the name itself, 1 begins so, 2 holds it, from 3 nearly so. */
  find(key: string, wanted: number): { readonly at: number; readonly distance: number }[];
};

/** Names this short are not looked for inside others or with mistakes. */
const shortest = 3;

/** Make a finder for `keys`, which must be sorted by code unit and hold no line end. */
export function createNameFinder(keys: readonly string[]): NameFinder {
  const joined = `\n${keys.join('\n')}\n`;
  const starts = new Uint32Array(keys.length);
  const letters = new Uint32Array(keys.length);
  let start = 1;
  for (const [at, key] of keys.entries()) {
    starts[at] = start;
    letters[at] = letterSet(key);
    start += key.length + 1;
  }

  function holding(key: string, into: Map<number, number>): void {
    for (let found = joined.indexOf(key); found !== -1; found = joined.indexOf(key, found + 1)) {
      const at = lastAtOrBefore(starts, found);
      if (!into.has(at)) into.set(at, 2);
    }
  }

  /** Each mistake adds or takes one letter at most, which rules nearly every name out. */
  function mayBeNearly(own: number, at: number, allowed: number): boolean {
    const others = letters[at] ?? 0;
    return bits(own & ~others) <= allowed && bits(others & ~own) <= allowed;
  }

  function nearly(key: string, into: Map<number, number>): void {
    const allowed = key.length < 6 ? 1 : 2;
    const own = letterSet(key);
    for (let at = 0; at < keys.length; at++) {
      if (!mayBeNearly(own, at, allowed)) continue;
      const other = keys[at] ?? '';
      if (Math.abs(other.length - key.length) > allowed || into.has(at)) continue;
      const mistakes = mistakesBetween(key, other, allowed);
      if (mistakes <= allowed) into.set(at, 2 + mistakes);
    }
  }

  return {
    find(key, wanted) {
      const found = new Map<number, number>();
      for (let at = firstNotBelow(keys, key); keys[at]?.startsWith(key); at++)
        found.set(at, keys[at] === key ? 0 : 1);
      if (key.length >= shortest && found.size < wanted) holding(key, found);
      if (key.length >= shortest && found.size < wanted) nearly(key, found);
      return Array.from(found, ([at, distance]) => ({ at, distance }));
    },
  };
}

function firstNotBelow(keys: readonly string[], key: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

function lastAtOrBefore(starts: Uint32Array, position: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

function letterSet(key: string): number {
  let set = 0;
  for (let at = 0; at < key.length; at++) set |= 1 << (key.charCodeAt(at) & 31);
  return set >>> 0;
}

function bits(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Levenshtein's distance, or anything above `allowed` as soon as it must be more. */
export function mistakesBetween(a: string, b: string, allowed: number): number {
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const value = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      row.push(value);
      least = Math.min(least, value);
    }
    if (least > allowed) return least;
    previous = row;
  }
  return previous[b.length] ?? allowed + 1;
}
