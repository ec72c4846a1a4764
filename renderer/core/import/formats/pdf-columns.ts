import { isFromRight, type Piece } from './pdf-piece.ts';

/** A strip of white that parts columns. */
type Gutter = { readonly from: number; readonly to: number };

/**
 * Part a page's stretches of text into its columns, in reading order; a page without columns is one.
 *
 * A gutter is a strip that hardly any stretch crosses, with running text on either side. What does cross it, a
 * headline or a note at the foot, parts the columns above from those below:
 *
 *     ┌ headline ──────┐
 *     │ 1 ─── │ 2 ───  │
 *     │ ───── │ ─────  │
 *     └ note ──────────┘
 */
export function orderColumns<Kind extends Piece>(pieces: readonly Kind[]): Kind[][] {
  return order(pieces, 0).filter((column) => column.length > 0);
}

/** Columns within columns: three of them are two, one of which is two. */
const deepest = 3;

/** More stretches than any printed page has: such a page is read as it comes. */
const mostPieces = 20_000;

function order<Kind extends Piece>(pieces: readonly Kind[], depth: number): Kind[][] {
  const gutter = depth < deepest && pieces.length <= mostPieces ? findGutter(pieces) : null;
  if (!gutter) return [[...pieces]];
  const across = pieces.filter((piece) => crosses(piece, gutter)).sort((a, b) => a.baseline - b.baseline);
  const beside = pieces.filter((piece) => !crosses(piece, gutter));
  const middle = (gutter.from + gutter.to) / 2;
  const rightFirst = isFromRight(beside.map(({ text }) => text).join(' '));
  const columns: Kind[][] = [];
  let above = Number.NEGATIVE_INFINITY;
  for (const end of [...groupLines(across), null]) {
    const below = end?.[0]?.baseline ?? Number.POSITIVE_INFINITY;
    const band = beside.filter(({ baseline }) => baseline > above && baseline <= below);
    const sides = [band.filter(({ left }) => left < middle), band.filter(({ left }) => left >= middle)];
    if (rightFirst) sides.reverse();
    for (const side of sides) columns.push(...order(side, depth + 1));
    if (end) columns.push(end);
    above = below;
  }
  return columns;
}

/** Put what crosses the gutter on lines next to each other together: a headline of two lines, a paragraph. */
function groupLines<Kind extends Piece>(across: readonly Kind[]): Kind[][] {
  const groups: Kind[][] = [];
  for (const piece of across) {
    const last = groups.at(-1)?.at(-1);
    if (last && piece.baseline - last.baseline < last.size * 2) groups.at(-1)?.push(piece);
    else groups.push([piece]);
  }
  return groups;
}

function crosses({ left, right }: Piece, { from, to }: Gutter): boolean {
  return left < from - 1 && right > to + 1;
}

/** How finely the page is looked at, in points. */
const step = 2;

function findGutter(pieces: readonly Piece[]): Gutter | null {
  if (pieces.length < 8) return null;
  const size = median(pieces.map((piece) => piece.size));
  const covered = coverage(pieces);
  const tolerated = pieces.length * 0.12;
  const found: Gutter[] = [];
  let start: number | null = null;
  for (let at = 0; at <= covered.counts.length; at++) {
    const white = (covered.counts[at] ?? Number.POSITIVE_INFINITY) <= tolerated;
    if (white && start === null) start = at;
    if (white || start === null) continue;
    const gutter = { from: covered.left + start * step, to: covered.left + at * step };
    if (gutter.to - gutter.from >= Math.max(6, size * 0.7) && partsText(pieces, gutter, size))
      found.push(gutter);
    start = null;
  }
  return found.sort((a, b) => b.to - b.from - (a.to - a.from))[0] ?? null;
}

/** How many stretches cover each strip of the page. */
function coverage(pieces: readonly Piece[]): { readonly left: number; readonly counts: number[] } {
  const left = Math.min(...pieces.map((piece) => piece.left));
  const right = Math.max(...pieces.map((piece) => piece.right));
  const strips = Math.min(5000, Math.max(1, Math.ceil((right - left) / step)));
  const counts = new Array<number>(strips).fill(0);
  for (const piece of pieces) {
    const from = Math.max(0, Math.floor((piece.left - left) / step));
    const to = Math.min(strips, Math.ceil((piece.right - left) / step));
    for (let at = from; at < to; at++) counts[at] = (counts[at] ?? 0) + 1;
  }
  return { left, counts };
}

/** Whether running text stands on both sides and not the cells of a table, which are short for their column. */
function partsText(pieces: readonly Piece[], gutter: Gutter, size: number): boolean {
  const left = pieces.filter(({ right }) => right <= gutter.from + step);
  const right = pieces.filter((piece) => piece.left >= gutter.to - step);
  const sides = [left, right];
  if (!sides.every((side) => side.length >= 4 && isRunning(side, size))) return false;
  const [a, b] = sides.map((side) => side.map(({ baseline }) => baseline));
  if (!a || !b) return false;
  const shared = Math.min(Math.max(...a), Math.max(...b)) - Math.max(Math.min(...a), Math.min(...b));
  const shorter = Math.min(Math.max(...a) - Math.min(...a), Math.max(...b) - Math.min(...b));
  return shared > shorter * 0.4;
}

function isRunning(side: readonly Piece[], size: number): boolean {
  const extent = Math.max(...side.map(({ right }) => right)) - Math.min(...side.map(({ left }) => left));
  return extent >= size * 10 && median(side.map(({ left, right }) => right - left)) >= extent * 0.5;
}

/** The middle value; 0 of none. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
