import { parseJson } from '#core/exchange/parse-json.ts';
import {
  carriedKey,
  type MapFeature,
  type MapFileAnswer,
  type MapShape,
  pointsOf,
  type RowProblem,
} from './map-feature.ts';
import { partFeature } from './part-feature.ts';

type Json = Readonly<Record<string, unknown>>;

const shapes = ['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon'];

/** Names of WGS 84 in the member that older GeoJSON tells its projection by. */
const wgs84 = /CRS:?84|EPSG:+4326|WGS ?84/i;

/** Read GeoJSON: a collection of features, one feature, or a bare geometry. Another projection is refused by name. */
export function readGeoJson(text: string): MapFileAnswer {
  const parsed = parseJson(text.replace(/^\ufeff/, ''));
  if (!parsed.ok) return { ok: false, code: parsed.code, detail: { key: parsed.key } };
  if (!isObject(parsed.value)) return { ok: false, code: 'no-geojson', detail: {} };
  const root = parsed.value;
  const projection = projectionOf(root);
  if (projection !== null && !wgs84.test(projection))
    return { ok: false, code: 'other-projection', detail: { projection: projection.slice(0, 120) } };
  const items = itemsOf(root);
  if (items === null) return { ok: false, code: 'no-geojson', detail: {} };
  const features: MapFeature[] = [];
  const problems: RowProblem[] = [];
  for (const [at, item] of items.entries()) {
    const row = at + 1;
    if (!isObject(item)) problems.push({ row, name: '', code: 'no-feature', value: '' });
    else for (const feature of readFeature(item, row, problems)) features.push(feature);
  }
  return { ok: true, features, problems };
}

function projectionOf({ crs }: Json): string | null {
  if (!isObject(crs)) return null;
  const name = isObject(crs.properties) ? crs.properties.name : undefined;
  return typeof name === 'string' ? name : JSON.stringify(crs);
}

function itemsOf(root: Json): readonly unknown[] | null {
  if (root.type === 'FeatureCollection') return Array.isArray(root.features) ? root.features : null;
  if (root.type === 'Feature') return [root];
  const isBare = shapes.includes(String(root.type)) || root.type === 'GeometryCollection';
  return isBare ? [{ type: 'Feature', properties: {}, geometry: root }] : null;
}

/** One feature; one of several lines or areas gives one each. */
function readFeature(item: Json, row: number, problems: RowProblem[]): MapFeature[] {
  const properties = isObject(item.properties) ? item.properties : {};
  const words = Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, wordOf(value)]));
  const { [carriedKey]: carried, ...columns } = words;
  const pick = (...keys: string[]) => {
    const key = Object.keys(columns).find((one) => keys.includes(one.toLowerCase()) && columns[one] !== '');
    return key === undefined ? '' : (columns[key] ?? '');
  };
  const name = pick('name', 'title', 'label');
  const head = {
    id: wordOf(item.id ?? properties.id),
    name,
    note: pick('note', 'description', 'notes', 'desc'),
    from: pick('from', 'date', 'event_date', 'begin', 'start', 'when', 'timestamp', 'time'),
    until: pick('until', 'end', 'to', 'date_end'),
    columns,
    carried: carried === undefined || carried === '' ? null : carried,
    partOf: null,
    row,
  };
  const found = shapesOf(item.geometry);
  if (found === null) {
    problems.push({
      row,
      name,
      code: 'bad-geometry',
      value: isObject(item.geometry) ? wordOf(item.geometry.type) : '',
    });
    return head.carried === null ? [] : [{ ...head, shape: null }];
  }
  return partFeature(
    head,
    found.map((shape) => ({ shape })),
    problems,
  );
}

/** The shapes of a geometry, none for one that is not there; `null` when it is broken or leaves the earth. */
function shapesOf(geometry: unknown): MapShape[] | null {
  if (geometry === null || geometry === undefined) return [];
  if (!isObject(geometry)) return null;
  if (geometry.type === 'GeometryCollection') {
    if (!Array.isArray(geometry.geometries)) return null;
    // How deep they lie within each other is bounded where the file is parsed.
    const each = geometry.geometries.map((one) => (isObject(one) ? shapesOf(one) : null));
    return each.every((one) => one !== null) ? each.flat() : null;
  }
  if (!shapes.includes(String(geometry.type)) || !isNested(geometry.coordinates, depthOf(geometry.type)))
    return null;
  const shape = geometry as unknown as MapShape;
  return isOnEarth(shape) ? [{ type: shape.type, coordinates: shape.coordinates } as MapShape] : null;
}

/** Whether every point of a shape is one of the earth, in degrees. */
export function isOnEarth(shape: MapShape): boolean {
  return pointsOf(shape).every(
    ([lon = Number.NaN, lat = Number.NaN]) => Math.abs(lat) <= 90 && Math.abs(lon) <= 180,
  );
}

function depthOf(type: unknown): number {
  if (type === 'Point') return 0;
  if (type === 'MultiPoint' || type === 'LineString') return 1;
  return type === 'MultiPolygon' ? 3 : 2;
}

function isNested(value: unknown, depth: number): boolean {
  if (!Array.isArray(value)) return false;
  if (depth > 0) return value.length > 0 && value.every((one) => isNested(one, depth - 1));
  return value.length >= 2 && value.every((part) => typeof part === 'number' && Number.isFinite(part));
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wordOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
