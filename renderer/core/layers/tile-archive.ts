import { Gunzip } from 'fflate';
import { LayerRefusal } from './layer-problem.ts';
import type { Box } from './layer-shapes.ts';

/** What an archive of tiles says of itself. */
export type TileFacts = {
  readonly title: string;
  readonly attribution: string;
  /** Media type of the pictures; `vector`: Mapbox vector tiles. */
  readonly kind: 'vector' | 'image/png' | 'image/jpeg' | 'image/webp' | 'image/avif';
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly box: Box;
  /** Layers of a vector archive, those drawn first in front. */
  readonly layers: readonly string[];
};

/** An archive of square pieces of a map in Web Mercator, looked things up in. */
export type TileArchive = {
  readonly facts: TileFacts;
  /** A tile, no longer packed, by its row from the north; `null`: there is none. */
  getTile(z: number, x: number, y: number): Promise<Uint8Array | null>;
};

/** No honest tile is larger. */
const largestTile = 16 * 1024 * 1024;

/** A tile that may be packed by gzip. A bomb is refused long before it has gone off. */
export function unpackTile(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const pieces: Uint8Array[] = [];
  let length = 0;
  const gunzip = new Gunzip((piece) => {
    length += piece.length;
    if (length > largestTile) throw new LayerRefusal('damaged', { form: 'gzip', line: 0, problem: 'size' });
    pieces.push(piece);
  });
  for (let at = 0; at < bytes.length; at += 16_384)
    gunzip.push(bytes.subarray(at, at + 16_384), at + 16_384 >= bytes.length);
  const whole = new Uint8Array(length);
  let filled = 0;
  for (const piece of pieces) {
    whole.set(piece, filled);
    filled += piece.length;
  }
  return whole;
}

/** The names of the layers in the description of vector tiles (`vector_layers` of TileJSON). */
export function vectorLayers(description: unknown): string[] {
  if (!Array.isArray(description)) return [];
  return description.flatMap((layer: unknown) =>
    typeof layer === 'object' && layer !== null && 'id' in layer && typeof layer.id === 'string'
      ? [layer.id]
      : [],
  );
}
