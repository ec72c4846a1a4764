/** Takes a name that was found: where it stands in the list, and how far it is from what was looked for. */
export type TakeName = (at: number, distance: number) => void;

/** Finds names in a sorted list by what they begin with, hold, or nearly are. */
export type NameFinder = {
  /**
   * Hand every name found to `take`, some of them twice: `distance` 0 the name itself, 1 begins so, 2 holds it, and
   * from 3 on with mistakes. What only holds it or has mistakes is looked for while fewer than `wanted` begin so.
   */
  find(key: string, wanted: number, take: TakeName): void;
};

/** Names this short are not looked for inside others or with mistakes. */
const shortest = 3;
/** A beginning with a mistake says less than a whole name with one. */
const beginsNearly = 1;

/** So many letters may be wrong, left out, added or exchanged with the next. */
export function mistakesAllowed(key: string): number {
  return key.length < 6 ? 1 : 2;
}

/** Make a finder for `keys`, which must be sorted by code unit and hold no line end. */
export function createNameFinder(keys: readonly string[]): NameFinder {
  const joined = `\n${keys.join('\n')}\n`;
  const starts = new Uint32Array(keys.length);
  const letters = new Uint32Array(keys.length);
  const lengths = new Uint16Array(keys.length);
  let start = 1;
  for (const [at, key] of keys.entries()) {
    starts[at] = start;
    letters[at] = letterSet(key);
    lengths[at] = key.length;
    start += key.length + 1;
  }

  function holding(key: string, take: TakeName): void {
    for (let found = joined.indexOf(key); found !== -1; found = joined.indexOf(key, found + 1))
      take(lastAtOrBefore(starts, found), 2);
  }

  /** Each mistake adds or takes one letter at most, which rules nearly every name out. */
  function mayBeNearly(own: number, at: number, allowed: number): boolean {
    const others = letters[at] ?? 0;
    return bits(own & ~others) <= allowed && bits(others & ~own) <= allowed;
  }

  function nearly(key: string, take: TakeName): void {
    const allowed = mistakesAllowed(key);
    const own = letterSet(key);
    for (let at = 0; at < lengths.length; at++) {
      if (Math.abs((lengths[at] ?? 0) - key.length) > allowed || !mayBeNearly(own, at, allowed)) continue;
      const mistakes = mistakesBetween(key, keys[at] ?? '', allowed);
      if (mistakes <= allowed) take(at, 2 + mistakes);
    }
  }

  /** Names that begin nearly so. Few mistype the first letter, and all others of the list need not be looked at. */
  function beginning(key: string, take: TakeName): void {
    const allowed = mistakesAllowed(key);
    const own = letterSet(key);
    const first = key.charAt(0);
    for (let at = firstNotBelow(keys, first); at < keys.length; at++) {
      const other = keys[at] ?? '';
      if (!other.startsWith(first)) break;
      if (bits(own & ~(letters[at] ?? 0)) > allowed) continue;
      const mistakes = mistakesToBegin(key, other, allowed);
      if (mistakes <= allowed) take(at, 2 + beginsNearly + mistakes);
    }
  }

  return {
    find(key, wanted, take) {
      let count = 0;
      for (let at = firstNotBelow(keys, key); keys[at]?.startsWith(key); at++) {
        take(at, keys[at] === key ? 0 : 1);
        count++;
      }
      if (key.length < shortest || count >= wanted) return;
      holding(key, take);
      nearly(key, take);
      beginning(key, take);
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

/** How many bits of 32 are set. */
function bits(set: number): number {
  let rest = set - ((set >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * Letters that are wrong, left out, added or exchanged with the next (optimal string alignment), or anything above
 * `allowed` as soon as it must be more.
 */
export function mistakesBetween(a: string, b: string, allowed: number): number {
  return align(a, b, allowed, false);
}

/** The least mistakes between `a` and any beginning of `b`, or anything above `allowed`. */
export function mistakesToBegin(a: string, b: string, allowed: number): number {
  return align(a, b.length > a.length + allowed ? b.slice(0, a.length + allowed) : b, allowed, true);
}

/** Three rows are all of the table that is needed at a time. */
type Rows = { before: Uint16Array; previous: Uint16Array; row: Uint16Array };

/** Names are hardly ever longer; the room is used again. */
let room = 64;
let rows = makeRows();

function makeRows(): Rows {
  const make = () => new Uint16Array(room);
  return { before: make(), previous: make(), row: make() };
}

function align(a: string, b: string, allowed: number, mayGoOn: boolean): number {
  if (b.length >= room) {
    room = 2 * b.length;
    rows = makeRows();
  }
  for (let j = 0; j <= b.length; j++) rows.previous[j] = j;
  let last = 0;
  for (let i = 1; i <= a.length; i++) {
    const least = fillRow(a, b, i);
    // An exchange of two letters goes back two rows: from the last one it is one mistake more.
    if (least > allowed && last >= allowed) return least;
    last = least;
    const { before, previous, row } = rows;
    rows = { before: previous, previous: row, row: before };
  }
  if (!mayGoOn) return rows.previous[b.length] ?? allowed + 1;
  return Math.min(...rows.previous.subarray(0, b.length + 1));
}

/** The mistakes between the first `i` letters of `a` and every beginning of `b`; answers the least. */
function fillRow(a: string, b: string, i: number): number {
  const { before, previous, row } = rows;
  const [letter, last] = [a.charCodeAt(i - 1), i > 1 ? a.charCodeAt(i - 2) : -1];
  let least = i;
  let other = -1;
  row[0] = i;
  for (let j = 1; j <= b.length; j++) {
    const lastOther = other;
    other = b.charCodeAt(j - 1);
    let value = Math.min(previous[j] ?? 0, row[j - 1] ?? 0) + 1;
    value = Math.min(value, (previous[j - 1] ?? 0) + (letter === other ? 0 : 1));
    if (letter === lastOther && last === other) value = Math.min(value, (before[j - 2] ?? 0) + 1);
    row[j] = value;
    if (value < least) least = value;
  }
  return least;
}
