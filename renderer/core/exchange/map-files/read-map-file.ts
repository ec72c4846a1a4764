import { inflateEntry, listZip } from '#core/exchange/read-zip.ts';
import { detectEncoding } from '#core/import/detect-encoding.ts';
import { decodeAs } from '#core/import/one-byte.ts';
import type { Tools } from '#core/import/tools.ts';
import type { Making } from './make-records.ts';
import type { MapFileAnswer } from './map-feature.ts';
import { readGeoJson } from './read-geojson.ts';
import { readGpx } from './read-gpx.ts';
import { readKml } from './read-kml.ts';
import { readMapTable } from './read-map-table.ts';

/** What a map file is: told by what stands in it, not by its name. */
export type MapForm = Making['form'];

export type ReadMapFile = { readonly form: MapForm | null; readonly answer: MapFileAnswer };

/** Most features of one file: each may become a record. */
export const mostFeatures = 50_000;

/** Beyond this a file has to be parted by who made it. */
export const largestMapFile = 256 * 1024 * 1024;

/** Brackets and braces of a file of GeoJSON. */
const mostBrackets = 5_000_000;

const kmzLimits = { entries: 1_000, inflatedBytes: largestMapFile, ratio: 200, isForeign: true } as const;

/** Read a file of places, lines and areas: GeoJSON, KML, KMZ, GPX, or CSV in any encoding. */
export function readMapFile(bytes: Uint8Array, tools: Pick<Tools, 'decode'>): ReadMapFile {
  if (bytes.length > largestMapFile)
    return refuse(null, 'too-large', { sizeBytes: bytes.length, limitBytes: largestMapFile });
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readKmz(bytes);
  const encoding = detectEncoding(bytes, null);
  if (encoding === null) return refuse(null, 'undecodable', {});
  const head = decodeAs(
    bytes.subarray(encoding.bomLength, encoding.bomLength + 4_000),
    encoding.label,
    tools,
  );
  if (/^\s*<(?:\?xml|!--|kml|gpx)/i.test(head)) return readXml(bytes);
  const text = decodeAs(bytes.subarray(encoding.bomLength), encoding.label, tools);
  if (/^\s*[{[]/.test(head))
    return hasTooManyCorners(bytes)
      ? refuse('geojson', 'too-large', { sizeBytes: bytes.length, limitBytes: largestMapFile })
      : within('geojson', readGeoJson(text));
  return within('csv', readMapTable(text));
}

/** Counted before it is parsed, which takes many times its size. */
function hasTooManyCorners(bytes: Uint8Array): boolean {
  let count = 0;
  for (const byte of bytes) if (byte === 0x5b || byte === 0x7b) count += 1;
  return count > mostBrackets;
}

function readXml(bytes: Uint8Array): ReadMapFile {
  const gpx = readGpx(bytes);
  if (gpx.ok || gpx.code !== 'no-gpx') return within('gpx', gpx);
  return within('kml', readKml(bytes));
}

/** KMZ: the first KML of a zip file. */
function readKmz(bytes: Uint8Array): ReadMapFile {
  const listing = listZip(bytes, kmzLimits);
  if (!listing.ok) return refuse('kml', listing.problem.code, listing.problem.detail);
  const entry = listing.entries.find(({ name }) => /\.kml$/i.test(name));
  if (entry === undefined) return refuse('kml', 'no-kml', { root: 'zip' });
  const inflated = inflateEntry(entry);
  return inflated === null ? refuse('kml', 'damaged-zip', {}) : within('kml', readKml(inflated));
}

function within(form: MapForm, answer: MapFileAnswer): ReadMapFile {
  if (answer.ok && answer.features.length > mostFeatures)
    return refuse(form, 'too-many-features', { count: answer.features.length, limit: mostFeatures });
  return { form, answer };
}

function refuse(
  form: MapForm | null,
  code: string,
  detail: Readonly<Record<string, string | number>>,
): ReadMapFile {
  return { form, answer: { ok: false, code, detail } };
}
