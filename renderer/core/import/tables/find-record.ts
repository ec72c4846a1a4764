import type { FindPiece, Units } from '#core/import/containers/cut-pieces.ts';

const code = (character: string): number => character.charCodeAt(0);
const quote = code('"');
const backslash = code('\\');
const openings = new Set([code('{'), code('[')]);
const closings = new Set([code('}'), code(']')]);

function isSpace(unit: number | undefined): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d;
}

/** A record that is longer than this is no article: what it is part of can't be read on. */
const longestRecord = 25 * 1024 * 1024;

/** Behind the spaces, commas and colons at `from`. */
function afterSigns(units: Units, from: number): number {
  let at = from;
  while (isSpace(units[at]) || units[at] === code(',') || units[at] === code(':')) at += 1;
  return at;
}

/** Finds the lines of a file of JSON lines. */
export function findLines(): FindPiece {
  return stoppingAtGiants((units, from, isLast) => {
    let start = from;
    while (isSpace(units[start])) start += 1;
    if (start >= units.length) return isLast ? { kind: 'end' } : { kind: 'more' };
    let end = start;
    while (end < units.length && units[end] !== 0x0a && units[end] !== 0x0d) end += 1;
    if (end === units.length && !isLast) return { kind: 'more' };
    return { kind: 'piece', start, end, next: end };
  });
}

/**
 * Finds the values of a JSON array whose inside begins where the search does, up to the bracket that closes it. A file
 * that ends within a value leaves that value broken.
 */
export function findValues(): FindPiece {
  return stoppingAtGiants((units, from, isLast) => {
    const start = afterSigns(units, from);
    if (start >= units.length) return isLast ? { kind: 'end' } : { kind: 'more' };
    if (closings.has(units[start] ?? 0)) return { kind: 'end' };
    const end = endOfValue(units, start);
    if (end !== null && (end < units.length || isLast)) return { kind: 'piece', start, end, next: end };
    return isLast ? { kind: 'broken', start, next: units.length } : { kind: 'more' };
  });
}

/** Give a record up that is too long to be held, and all that follows, as nothing tells where it would begin. */
function stoppingAtGiants(find: FindPiece): FindPiece {
  let stopped = false;
  return (units, from, isLast) => {
    if (stopped) return { kind: 'end' };
    const cut = find(units, from, isLast);
    if (cut.kind !== 'more' || units.length - from <= longestRecord) return cut;
    stopped = true;
    return { kind: 'broken', start: from, next: units.length };
  };
}

/** Behind the value that begins at `start`; `null` when it goes on past the units. */
export function endOfValue(units: Units, start: number): number | null {
  const first = units[start] ?? 0;
  if (first === quote) return endOfText(units, start);
  if (!openings.has(first)) return endOfWord(units, start);
  let depth = 0;
  let at: number | null = start;
  while (at !== null && at < units.length) {
    const unit: number = units[at] ?? 0;
    if (openings.has(unit)) depth += 1;
    if (closings.has(unit)) depth -= 1;
    if (depth === 0) return at + 1;
    at = unit === quote ? endOfText(units, at) : at + 1;
  }
  return null;
}

function endOfText(units: Units, start: number): number | null {
  for (let at = start + 1; at < units.length; at++) {
    if (units[at] === backslash) at += 1;
    else if (units[at] === quote) return at + 1;
  }
  return null;
}

function endOfWord(units: Units, start: number): number {
  let at = start;
  while (at < units.length && !isSpace(units[at]) && units[at] !== code(',') && !closings.has(units[at] ?? 0))
    at += 1;
  // A character that has no place there is stepped over, so that the search gets on.
  return Math.max(at, start + 1);
}

/**
 * Where the records of a JSON file begin: inside its array, inside the first array of objects that its object holds, or
 * at its object when that is one record itself. `null` when the file holds no records.
 */
export function findRecords(units: Units): number | null {
  let at = 0;
  while (isSpace(units[at])) at += 1;
  if (units[at] === code('[')) return firstInside(units, at + 1) === code('{') ? at + 1 : null;
  if (units[at] !== code('{')) return null;
  const inner = arrayWithin(units, at + 1);
  return inner ?? at;
}

function firstInside(units: Units, from: number): number | undefined {
  let at = from;
  while (isSpace(units[at])) at += 1;
  return units[at];
}

/** A text this long beside an array tells an article with its comments from a list of articles. */
const longText = 200;

/** The inside of the first array of objects among the values of an object; `null` when the object is a record itself. */
function arrayWithin(units: Units, from: number): number | null {
  let found: number | null = null;
  for (let at = from; at < units.length; ) {
    at = afterSigns(units, at);
    if (at >= units.length || closings.has(units[at] ?? 0)) break;
    const isArray = units[at] === code('[') && firstInside(units, at + 1) === code('{');
    if (isArray) found ??= at + 1;
    const end = endOfValue(units, at);
    if (end === null) break;
    if (units[at] === quote && end - at > longText) return null;
    at = end;
  }
  return found;
}
