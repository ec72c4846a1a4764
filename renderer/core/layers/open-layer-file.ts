import { strFromU8 } from 'fflate';
import { inflateEntry, listZip } from '#core/exchange/read-zip.ts';
import { type FileSource, readWhole, SourceProblem } from '#core/import/file-source.ts';
import { type LayerProblem, LayerRefusal } from './layer-problem.ts';
import type { ShapeFile } from './layer-shapes.ts';
import type { LayerForm } from './map-layer.ts';
import { readGeoJson } from './read-geojson.ts';
import { readGpx, readKml } from './read-kml.ts';
import { openMbtiles } from './read-mbtiles.ts';
import { openPmtiles } from './read-pmtiles.ts';
import type { TileArchive } from './tile-archive.ts';

/** A file of the analyst's that can be drawn. */
export type OpenLayer = { readonly form: LayerForm } & (
  | { readonly kind: 'shapes'; readonly file: ShapeFile }
  | { readonly kind: 'tiles'; readonly archive: TileArchive }
);

export type OpenAnswer =
  | { readonly ok: true; readonly layer: OpenLayer }
  | { readonly ok: false; readonly problem: LayerProblem };

/** A file whose shapes are all read at once may be so large; archives of tiles are read in parts and may be larger. */
export const maxShapeBytes = 128 * 1024 * 1024;

/** Open a file by what it holds, whatever its name says. */
export async function openLayerFile(source: FileSource): Promise<OpenAnswer> {
  try {
    return { ok: true, layer: await open(source) };
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}

/** Why a file or a tile of it could not be read; anything but its own fault is thrown on. */
export function problemOf(error: unknown): LayerProblem {
  if (error instanceof LayerRefusal) return error.problem;
  if (error instanceof SourceProblem) return { code: 'unreadable', detail: {} };
  // Reading past the end of what is there.
  if (error instanceof RangeError)
    return { code: 'damaged', detail: { form: '', line: 0, problem: error.message } };
  throw error;
}

async function open(source: FileSource): Promise<OpenLayer> {
  if (source.sizeBytes === 0) throw new LayerRefusal('empty');
  const form = recognise(await source.read(0, Math.min(source.sizeBytes, 4_096)));
  if (form === 'pmtiles') return { form, kind: 'tiles', archive: await openPmtiles(source) };
  if (form === 'mbtiles') return { form, kind: 'tiles', archive: await openMbtiles(source) };
  if (source.sizeBytes > maxShapeBytes)
    throw new LayerRefusal('too-large', { sizeBytes: source.sizeBytes, limit: maxShapeBytes });
  const bytes = await readWhole(source, 0, source.sizeBytes);
  if (form === 'geojson') return { form, kind: 'shapes', file: readGeoJson(bytes) };
  if (form === 'gpx') return { form, kind: 'shapes', file: readGpx(bytes) };
  return { form: 'kml', kind: 'shapes', file: readKml(form === 'kmz' ? kmlInside(bytes) : bytes) };
}

function recognise(head: Uint8Array): LayerForm | 'kmz' {
  const start = strFromU8(head.subarray(0, 16), true);
  if (start.startsWith('PMTiles')) return 'pmtiles';
  if (start.startsWith('SQLite format 3\0')) {
    if (strFromU8(head.subarray(68, 72), true) === 'GPKG') throw unknown('geopackage');
    return 'mbtiles';
  }
  if (start.startsWith('PK\x03\x04')) return 'kmz';
  if (start.startsWith('\x00\x00\x27\x0a')) throw unknown('shapefile');
  if (start.startsWith('II*\0') || start.startsWith('MM\0*')) throw unknown('geotiff');
  if (start.startsWith('\x1f\x8b')) throw unknown('gzip');
  const text = strFromU8(head, true)
    .replace(/^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .replace(/\0/g, '')
    .trimStart();
  if (text.startsWith('{')) return 'geojson';
  if (!text.startsWith('<')) throw unknown('');
  const root = /<(?:[\w-]+:)?(kml|gpx)[\s>]/i.exec(text)?.[1]?.toLowerCase();
  if (root === undefined) throw unknown('');
  return root === 'gpx' ? 'gpx' : 'kml';
}

function unknown(form: string): LayerRefusal {
  return new LayerRefusal('unknown-form', { form });
}

/** What a KMZ unpacks to at most. */
const kmzLimits = { entries: 5_000, inflatedBytes: maxShapeBytes, ratio: 400, isForeign: true } as const;

/** The first KML file of a KMZ; pictures beside it are not drawn. */
function kmlInside(bytes: Uint8Array): Uint8Array {
  const listing = listZip(bytes, kmzLimits);
  if (!listing.ok) throw new LayerRefusal('damaged', { form: 'KMZ', line: 0, problem: listing.problem.code });
  const entry =
    listing.entries.find(({ name }) => name.toLowerCase() === 'doc.kml') ??
    listing.entries.find(({ name }) => name.toLowerCase().endsWith('.kml'));
  if (entry === undefined) throw new LayerRefusal('unknown-form', { form: '' });
  const inflated = inflateEntry(entry);
  if (inflated === null) throw new LayerRefusal('damaged', { form: 'KMZ', line: 0, problem: 'zip' });
  return inflated;
}
