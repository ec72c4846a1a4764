import { strFromU8 } from 'fflate';
import { LayerRefusal } from './layer-problem.ts';
import {
  createShapeGatherer,
  isOnEarth,
  maxLayerPoints,
  type RawPosition,
  type ShapeFile,
} from './layer-shapes.ts';
import { plainWords } from './plain-words.ts';

type Json = Readonly<Record<string, unknown>>;
type Gatherer = ReturnType<typeof createShapeGatherer>;
type Titled = { readonly name: string; readonly text: string };

/** Brackets a file of so many points can have; counted first, as a parsed file takes many times its size. */
const mostBrackets = maxLayerPoints * 2.5;
const mostBraces = 1_500_000;

/** Names of WGS 84 with degrees of longitude first, which alone are read. */
const wgs84 = /^(?:urn:ogc:def:crs:)?(?:OGC:?[\d.]*:+CRS84|EPSG:?[\d.]*:+4326)$/i;

/** Read GeoJSON (RFC 7946, and the older form with `crs`). Parts that cannot be read are counted and left out. */
export function readGeoJson(bytes: Uint8Array): ShapeFile {
  checkBrackets(bytes);
  const root = parse(strFromU8(bytes).replace(/^\ufeff/, ''));
  if (!isObject(root) || typeof root.type !== 'string') throw new LayerRefusal('no-shapes', { skipped: 0 });
  if (root.type === 'Topology') throw new LayerRefusal('unknown-form', { form: 'topojson' });
  checkCrs(root.crs);
  const gatherer = createShapeGatherer();
  gather(root, gatherer);
  if (gatherer.shapes.length === 0) throw new LayerRefusal('no-shapes', { skipped: gatherer.skipped() });
  return {
    title: words(root.name),
    attribution: words(root.attribution),
    shapes: gatherer.shapes,
    skipped: gatherer.skipped(),
  };
}

function checkBrackets(bytes: Uint8Array): void {
  let brackets = 0;
  let braces = 0;
  for (const byte of bytes) {
    if (byte === 0x5b) brackets += 1;
    else if (byte === 0x7b) braces += 1;
  }
  if (brackets > mostBrackets || braces > mostBraces)
    throw new LayerRefusal('too-many-points', { limit: maxLayerPoints });
}

function parse(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch (error) {
    const problem = error instanceof Error ? error.message.slice(0, 200) : '';
    const position = /position (\d+)/.exec(problem)?.[1];
    const line = position === undefined ? 0 : source.slice(0, Number(position)).split('\n').length;
    throw new LayerRefusal('damaged', { form: 'GeoJSON', line, problem });
  }
}

function checkCrs(crs: unknown): void {
  if (crs === undefined || crs === null) return;
  const name = isObject(crs) && isObject(crs.properties) ? words(crs.properties.name) : '';
  const isKnown = wgs84.test(name) || /^(wgs ?84|crs84)$/i.test(name);
  if (!isKnown) throw new LayerRefusal('other-projection', { crs: name.slice(0, 200) });
}

function gather(part: Json, gatherer: Gatherer): void {
  if (part.type === 'FeatureCollection') {
    if (!Array.isArray(part.features)) throw new LayerRefusal('no-shapes', { skipped: 0 });
    for (const feature of part.features) gatherFeature(feature, gatherer);
  } else if (part.type === 'Feature') gatherFeature(part, gatherer);
  else gatherGeometry(part, { name: '', text: '' }, gatherer, 0);
}

function gatherFeature(feature: unknown, gatherer: Gatherer): void {
  if (!isObject(feature)) {
    gatherer.skip();
    return;
  }
  const properties = isObject(feature.properties) ? feature.properties : {};
  gatherGeometry(feature.geometry, titleOf(properties), gatherer, 0);
}

function titleOf(properties: Json): Titled {
  const find = (...keys: string[]) => {
    for (const [key, value] of Object.entries(properties))
      if (keys.includes(key.toLowerCase()) && words(value) !== '') return words(value);
    return '';
  };
  return {
    name: find('name', 'title', 'nom', 'label'),
    text: plainWords(find('description', 'desc', 'notes', 'note')),
  };
}

const deepestCollection = 8;

function gatherGeometry(geometry: unknown, titled: Titled, gatherer: Gatherer, depth: number): void {
  if (!isObject(geometry) || depth > deepestCollection) {
    gatherer.skip();
    return;
  }
  if (geometry.type === 'GeometryCollection' && Array.isArray(geometry.geometries)) {
    for (const part of geometry.geometries) gatherGeometry(part, titled, gatherer, depth + 1);
    return;
  }
  const shape = toRings(geometry.type, geometry.coordinates);
  if (shape === null) gatherer.skip();
  else gatherer.add({ ...titled, ...shape });
}

/** `null` for what is no geometry, or not a sound one. */
function toRings(type: unknown, coordinates: unknown) {
  const [kind, depth] = kinds.get(String(type)) ?? [];
  if (kind === undefined || depth === undefined) return null;
  const found: RawPosition[][] = [];
  const isSound = collect(coordinates, depth, found);
  if (!isSound) return null;
  return { kind, rings: kind === 'point' ? [found.flat()] : found };
}

/** What each type of geometry is, and how deep its positions lie: 1 in a list of them. */
const kinds = new Map<string, readonly ['point' | 'line' | 'area', number]>([
  ['Point', ['point', 0]],
  ['MultiPoint', ['point', 1]],
  ['LineString', ['line', 1]],
  ['MultiLineString', ['line', 2]],
  ['Polygon', ['area', 2]],
  ['MultiPolygon', ['area', 3]],
]);

function collect(value: unknown, depth: number, found: RawPosition[][]): boolean {
  if (!Array.isArray(value)) return false;
  if (depth > 1) return value.every((part) => collect(part, depth - 1, found));
  const list: readonly unknown[] = depth === 0 ? [value] : value;
  const ring: RawPosition[] = [];
  for (const position of list) {
    if (!Array.isArray(position)) return false;
    const [lon, lat]: readonly unknown[] = position;
    if (typeof lon !== 'number' || typeof lat !== 'number') return false;
    // Metres of another projection look like this: a map that put them anywhere would be guessing.
    if (!isOnEarth(lon, lat)) throw new LayerRefusal('other-projection', { lon, lat });
    ring.push([lon, lat]);
  }
  found.push(ring);
  return true;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function words(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}
