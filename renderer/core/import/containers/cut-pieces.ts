import type { FileSource } from '#core/import/file-source.ts';

/**
 * Bytes as one number for each character of the ASCII range, whatever their encoding: all that the borders of rows and
 * records need. Characters beyond stand as numbers above 127.
 */
export type Units = Uint8Array;

/** How many bytes one unit has: two in UTF-16, whose byte order `littleEnd` tells. */
export type UnitShape = { readonly width: 1 | 2; readonly littleEnd: boolean };

/** The shape of the units of an encoding, by its label. */
export function unitShape(encoding: string): UnitShape {
  return { width: encoding.startsWith('utf-16') ? 2 : 1, littleEnd: encoding !== 'utf-16be' };
}

/** `bytes` as units; a half unit at the end is left out. */
export function unitsOf(bytes: Uint8Array, { width, littleEnd }: UnitShape): Units {
  if (width === 1) return bytes;
  const units = new Uint8Array(bytes.length >> 1);
  const low = littleEnd ? 0 : 1;
  for (let at = 0; at < units.length; at++)
    units[at] = bytes[2 * at + 1 - low] === 0 ? (bytes[2 * at + low] ?? 0) : 0xff;
  return units;
}

/** Where the next piece lies, in units from the start of what was given. */
export type Cut =
  | { readonly kind: 'piece'; readonly start: number; readonly end: number; readonly next: number }
  /** It can't be told where it ends; what follows goes on at `next`. */
  | { readonly kind: 'broken'; readonly start: number; readonly next: number }
  /** What was given ends before the piece does. */
  | { readonly kind: 'more' }
  | { readonly kind: 'end' };

/** Finds the piece at or after `from`. When `isLast`, nothing follows the units, and it never asks for more. */
export type FindPiece = (units: Units, from: number, isLast: boolean) => Cut;

/** The bytes of one row or record; `null` for one that is broken. */
export type Piece = { readonly bytes: Uint8Array | null };

const chunkBytes = 1024 * 1024;

/** Cut a file into its pieces from byte `start` on, reading it bit by bit: only a piece and a megabyte are in memory. */
export async function* cutPieces(
  source: FileSource,
  find: FindPiece,
  {
    start,
    shape,
    signal,
  }: { readonly start: number; readonly shape: UnitShape; readonly signal: AbortSignal },
): AsyncGenerator<Piece> {
  let held = new Uint8Array(0);
  let units: Units = held;
  let from = 0;
  let read = start;
  for (;;) {
    signal.throwIfAborted();
    const isLast = read >= source.sizeBytes;
    const cut = find(units, from, isLast);
    if (cut.kind === 'end' || (cut.kind === 'more' && isLast)) return;
    if (cut.kind === 'more') {
      const chunk = await source.read(read, Math.min(read + chunkBytes, source.sizeBytes));
      if (chunk.length === 0) throw new Error(`${source.path} ends before its size`);
      read += chunk.length;
      held = joined(held.subarray(from * shape.width), chunk);
      units = unitsOf(held, shape);
      from = 0;
      continue;
    }
    from = cut.next;
    // A copy: the piece outlives the chunk it was cut from.
    if (cut.kind === 'broken') yield { bytes: null };
    else yield { bytes: held.slice(cut.start * shape.width, cut.end * shape.width) };
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
