import type { FindPiece, Units } from '#core/import/containers/cut-pieces.ts';

const quote = 0x22;
const space = 0x20;

/** A quoted cell that is longer than this was never closed: no honest one is. */
const longestRow = 4 * 1024 * 1024;
/** After so many of them the quotes of a table mean nothing. */
const mostUnclosed = 20;

function isBreak(unit: number | undefined): boolean {
  return unit === 0x0a || unit === 0x0d;
}

/**
 * Finds the rows of a CSV (RFC 4180): quotes count at the start of a cell only, and one that neither ends its cell nor
 * is doubled is an ordinary character. A row with a quote that is never closed is broken, and the rows go on at its
 * next line; after twenty such, with what is at hand.
 */
export function findRows(delimiter: string): FindPiece {
  const separator = delimiter.charCodeAt(0);
  let unclosed = 0;
  return (units, from, isLast) => {
    let start = from;
    while (isBreak(units[start])) start += 1;
    if (start >= units.length) return isLast ? { kind: 'end' } : { kind: 'more' };
    const found = endOfRow(units, start, separator);
    if (found.end !== null) return { kind: 'piece', start, end: found.end, next: found.end + 1 };
    const isLong = units.length - start > longestRow;
    if (!isLast && !isLong) return { kind: 'more' };
    if (!found.isQuoted && !isLong) return { kind: 'piece', start, end: units.length, next: units.length };
    unclosed += 1;
    return { kind: 'broken', start, next: afterBroken(found, units, unclosed) };
  };
}

function afterBroken({ firstBreak }: RowEnd, units: Units, unclosed: number): number {
  return unclosed > mostUnclosed ? units.length : (firstBreak ?? units.length);
}

type RowEnd = { readonly end: number | null; readonly isQuoted: boolean; readonly firstBreak: number | null };

/** Where the row that begins at `start` ends; `null` when it goes on past the units. */
function endOfRow(units: Units, start: number, separator: number): RowEnd {
  let firstBreak: number | null = null;
  let at = start;
  while (at < units.length) {
    // At the start of a cell.
    if (units[at] === quote) {
      const closed = endOfQuoted(units, at + 1, separator);
      firstBreak ??= closed.firstBreak;
      if (closed.end === null) return { end: null, isQuoted: true, firstBreak };
      at = closed.end;
    }
    while (at < units.length && units[at] !== separator && !isBreak(units[at])) at += 1;
    if (isBreak(units[at])) return { end: at, isQuoted: false, firstBreak };
    at += 1;
  }
  return { end: null, isQuoted: false, firstBreak };
}

/** Behind the quote that closes the cell whose text begins at `from`. */
function endOfQuoted(units: Units, from: number, separator: number) {
  let firstBreak: number | null = null;
  for (let at = from; at < units.length; at++) {
    const unit = units[at];
    if (firstBreak === null && isBreak(unit)) firstBreak = at;
    if (unit !== quote) continue;
    if (units[at + 1] === quote) {
      at += 1;
      continue;
    }
    let after = at + 1;
    while (units[after] === space && separator !== space) after += 1;
    if (after >= units.length || units[after] === separator || isBreak(units[after]))
      return { end: after, firstBreak };
  }
  return { end: null, firstBreak };
}
