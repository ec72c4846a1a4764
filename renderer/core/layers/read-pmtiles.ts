import { Compression, PMTiles, type Source, TileType } from 'pmtiles';
import { type FileSource, readWhole } from '#core/import/file-source.ts';
import { LayerRefusal } from './layer-problem.ts';
import { plainWords } from './plain-words.ts';
import { type TileArchive, type TileFacts, unpackTile, vectorLayers } from './tile-archive.ts';

const kinds = new Map<TileType, TileFacts['kind']>([
  [TileType.Mvt, 'vector'],
  [TileType.Png, 'image/png'],
  [TileType.Jpeg, 'image/jpeg'],
  [TileType.Webp, 'image/webp'],
  [TileType.Avif, 'image/avif'],
]);

/** No honest tile, directory or description is larger, and no map of tiles goes deeper. */
const mostBytes = 16 * 1024 * 1024;
const mostZoom = 24;

/** Open PMTiles 3. Nothing but the directory a tile is named in, and the tile, is read for it. */
export async function openPmtiles(source: FileSource): Promise<TileArchive> {
  const archive = new PMTiles(toSource(source), undefined, unpack);
  const header = await archive.getHeader().catch(refuseDamaged);
  if (header.minZoom > mostZoom || header.maxZoom > mostZoom) refuseDamaged(new Error('zoom'));
  if (header.specVersion !== 3) refuseDamaged(new Error(`version ${header.specVersion}`));
  const kind = kinds.get(header.tileType);
  if (kind === undefined) throw new LayerRefusal('tile-kind', { kind: String(header.tileType) });
  if (header.tileDataOffset > source.sizeBytes)
    throw new LayerRefusal('damaged', { form: 'PMTiles', line: 0, problem: 'cut short' });
  const described: unknown = await archive.getMetadata().catch(refuseDamaged);
  const metadata = (described ?? {}) as Readonly<Record<string, unknown>>;
  return {
    facts: {
      title: plainWords(textOf(metadata.name)),
      attribution: plainWords(textOf(metadata.attribution)),
      kind,
      minZoom: header.minZoom,
      maxZoom: header.maxZoom,
      box: [header.minLon, header.minLat, header.maxLon, header.maxLat],
      layers: kind === 'vector' ? vectorLayers(metadata.vector_layers) : [],
    },
    async getTile(z, x, y) {
      if (z < header.minZoom || z > header.maxZoom) return null;
      const tile = await archive.getZxy(z, x, y).catch(refuseDamaged);
      return tile === undefined ? null : new Uint8Array(tile.data);
    },
  };
}

function toSource(source: FileSource): Source {
  return {
    getKey: () => source.path,
    async getBytes(offset, length) {
      if (length > mostBytes) refuseDamaged(new Error('size'));
      const until = Math.min(offset + length, source.sizeBytes);
      const bytes = await readWhole(source, Math.min(offset, until), until);
      // The library reads whole buffers: a part of one has to be copied out.
      return { data: bytes.slice().buffer as ArrayBuffer };
    },
  };
}

async function unpack(packed: ArrayBuffer, compression: Compression): Promise<ArrayBuffer> {
  const bytes = new Uint8Array(packed);
  if (compression === Compression.Gzip) return unpackTile(bytes).slice().buffer as ArrayBuffer;
  if (compression === Compression.None || compression === Compression.Unknown) return packed;
  throw new LayerRefusal('tile-kind', { kind: compression === Compression.Brotli ? 'brotli' : 'zstd' });
}

function refuseDamaged(error: unknown): never {
  if (error instanceof LayerRefusal) throw error;
  const problem = error instanceof Error ? error.message.slice(0, 200) : '';
  throw new LayerRefusal('damaged', { form: 'PMTiles', line: 0, problem });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
