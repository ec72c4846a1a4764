/** Places in one text, counted in the three ways that programs count. */
export type Offsets = {
  /** The code point that holds UTF-16 unit `index`; one inside a surrogate pair belongs to the pair. */
  toCodePoint(index: number): number;
  /** The UTF-16 index where a code point starts; `null` when the text has no such place. */
  fromCodePoint(codePoint: number): number | null;
  /** The UTF-8 byte at which the character at UTF-16 `index` starts. */
  toByte(index: number): number;
  /** The UTF-16 index of a UTF-8 byte; `null` outside the text and inside a character. */
  fromByte(byte: number): number | null;
  readonly codePoints: number;
  readonly bytes: number;
};

/** A character's start, counted in all three ways. */
type Place = { readonly index: number; readonly codePoint: number; readonly byte: number };

/** UTF-16 units between remembered places: a look-up walks at most so far. */
const stride = 1024;

/**
 * The only place that converts between what JavaScript counts (UTF-16 units), what REFI-QDA and W3C annotations count
 * (code points) and what Taguette counts (UTF-8 bytes). All three also accept the place after the last character.
 * Costs one pass over `text`; each look-up then takes a bounded walk.
 */
export function measureOffsets(text: string): Offsets {
  const places: Place[] = [];
  let here: Place = { index: 0, codePoint: 0, byte: 0 };
  while (here.index < text.length) {
    if (here.index >= places.length * stride) places.push(here);
    here = next(text, here);
  }
  places.push(here);
  const end = here;

  function find(count: keyof Place, value: number): Place {
    if (value >= end[count]) return end;
    let at = places[lastAtOrBefore(places, count, value)] ?? end;
    for (let after = next(text, at); after[count] <= value; after = next(text, at)) at = after;
    return at;
  }

  function exact(count: keyof Place, value: number): number | null {
    if (!Number.isInteger(value) || value < 0 || value > end[count]) return null;
    const place = find(count, value);
    return place[count] === value ? place.index : null;
  }

  return {
    toCodePoint: (index) => find('index', index).codePoint,
    fromCodePoint: (codePoint) => exact('codePoint', codePoint),
    toByte: (index) => find('index', index).byte,
    fromByte: (byte) => exact('byte', byte),
    codePoints: end.codePoint,
    bytes: end.byte,
  };
}

function next(text: string, { index, codePoint, byte }: Place): Place {
  const code = text.codePointAt(index) ?? 0;
  return {
    index: index + (code > 0xffff ? 2 : 1),
    codePoint: codePoint + 1,
    byte: byte + utf8Length(code),
  };
}

/** A lone surrogate is written as U+FFFD, which takes three bytes as well. */
function utf8Length(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

/** A stretch of a text and what became of it, in UTF-16 units. */
export type Piece = {
  readonly from: number;
  readonly to: number;
  /** Every place in it is where it was. */
  readonly isSame: boolean;
};

/** Where the places of a text are in the text that was made of it. */
export type Alignment = {
  /** Where a passage that starts at `index` starts: inside of a changed piece, at the piece's start. */
  toStart(index: number): number;
  /** Where a passage that ends at `index` ends: inside of a changed piece, at the piece's end. */
  toEnd(index: number): number;
};

/** Align a text with what became of its `pieces`, which follow one another. Places outside go to the nearer end. */
export function alignPieces(pieces: readonly Piece[]): Alignment {
  const froms: number[] = [0];
  const tos: number[] = [0];
  const same: boolean[] = [];
  for (const { from, to, isSame } of pieces) {
    if (from === 0) continue;
    froms.push((froms.at(-1) ?? 0) + from);
    tos.push((tos.at(-1) ?? 0) + to);
    same.push(isSame);
  }
  const length = froms.at(-1) ?? 0;

  function place(index: number, isStart: boolean): number {
    const at = Math.min(Math.max(0, index), length);
    let low = 0;
    let high = same.length;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((froms[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    const inside = at - (froms[low] ?? 0);
    if (inside === 0 || same[low]) return (tos[low] ?? 0) + inside;
    return tos[isStart ? low : low + 1] ?? 0;
  }

  return { toStart: (index) => place(index, true), toEnd: (index) => place(index, false) };
}

function lastAtOrBefore(places: readonly Place[], count: keyof Place, value: number): number {
  let low = 0;
  let high = places.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((places[middle]?.[count] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
