import type { Position } from 'geojson';
import { parseXml, type XmlElement } from '#core/exchange/refi/parse-xml.ts';
import {
  carriedKey,
  type MapFeature,
  type MapFileAnswer,
  type MapShape,
  type RowProblem,
} from './map-feature.ts';
import { plainText } from './plain-text.ts';
import { isOnEarth } from './read-geojson.ts';

/** Read the placemarks of KML. Links to a network are never followed; descriptions come out as plain text. */
export function readKml(bytes: Uint8Array): MapFileAnswer {
  const parsed = parseXml(bytes);
  if (!parsed.ok) return parsed;
  if (parsed.root.name !== 'kml' && parsed.root.name !== 'Document')
    return { ok: false, code: 'no-kml', detail: { root: parsed.root.name.slice(0, 60) } };
  const features: MapFeature[] = [];
  const problems: RowProblem[] = [];
  // A list instead of recursion: how deep folders lie must not cost stack.
  const open: XmlElement[] = [parsed.root];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.name === 'Placemark') features.push(...readPlacemark(next, features.length + 1, problems));
    else if (next.name === 'NetworkLink' || next.name === 'GroundOverlay')
      problems.push({
        row: features.length + 1,
        name: child(next, 'name')?.text ?? '',
        code: next.name === 'NetworkLink' ? 'network-link' : 'picture',
        value: '',
      });
    else if (['kml', 'Document', 'Folder'].includes(next.name)) open.push(...next.children.toReversed());
  }
  return { ok: true, features, problems };
}

function readPlacemark(placemark: XmlElement, row: number, problems: RowProblem[]): MapFeature[] {
  const name = (child(placemark, 'name')?.text ?? '').trim();
  const { [carriedKey]: carried, ...columns } = dataOf(placemark);
  const time = child(placemark, 'TimeStamp');
  const span = child(placemark, 'TimeSpan');
  const when = time === undefined ? '' : textOf(time, 'when');
  const shape = shapeOf(placemark);
  if (shape === 'broken') problems.push({ row, name, code: 'bad-geometry', value: '' });
  if (shape === 'broken' && carried === undefined) return [];
  return [
    {
      id: columns.id ?? placemark.attributes.get('id') ?? '',
      name,
      note: plainText(child(placemark, 'description')?.text ?? ''),
      shape: shape === 'broken' ? null : shape,
      from: span === undefined ? when : textOf(span, 'begin'),
      until: span === undefined ? when : textOf(span, 'end'),
      columns,
      carried: carried === undefined || carried === '' ? null : carried,
      partOf: null,
      row,
    },
  ];
}

/** `Data` and `SimpleData` by their names. */
function dataOf(placemark: XmlElement): Record<string, string> {
  const extended = child(placemark, 'ExtendedData');
  if (extended === undefined) return {};
  const plain = extended.children.filter(({ name }) => name === 'Data');
  const typed = extended.children
    .filter(({ name }) => name === 'SchemaData')
    .flatMap(({ children }) => children.filter(({ name }) => name === 'SimpleData'));
  return Object.fromEntries([
    ...plain.map((data) => [data.attributes.get('name') ?? '', child(data, 'value')?.exactText ?? '']),
    ...typed.map((data) => [data.attributes.get('name') ?? '', data.text]),
  ]);
}

const geometries = ['Point', 'LineString', 'LinearRing', 'Polygon', 'MultiGeometry'];

/** `null`: it has none. */
function shapeOf(placemark: XmlElement): MapShape | null | 'broken' {
  const geometry = placemark.children.find(
    ({ name }) => geometries.includes(name) || ['Track', 'MultiTrack', 'Model'].includes(name),
  );
  if (geometry === undefined) return null;
  const parts = simpleShapes(geometry);
  const joined = parts === null ? null : joinShapes(parts);
  return joined === null || !isOnEarth(joined) ? 'broken' : joined;
}

type Simple = Extract<MapShape, { readonly type: 'Point' | 'LineString' | 'Polygon' }>;

function simpleShapes(element: XmlElement): Simple[] | null {
  if (element.name === 'MultiGeometry') {
    const parts = element.children.filter(({ name }) => geometries.includes(name)).map(simpleShapes);
    return parts.every((part) => part !== null) ? parts.flat() : null;
  }
  if (element.name === 'Polygon') {
    const rings = ['outerBoundaryIs', 'innerBoundaryIs'].flatMap((name) =>
      element.children.filter((one) => one.name === name).map((one) => child(one, 'LinearRing')),
    );
    const points = rings.map((ring) => (ring === undefined ? null : coordinatesOf(ring)));
    if (points.length === 0 || !points.every((ring) => ring !== null && ring.length > 2)) return null;
    return [{ type: 'Polygon', coordinates: points as Position[][] }];
  }
  const points = coordinatesOf(element);
  const [first] = points ?? [];
  if (points === null || first === undefined) return null;
  if (element.name === 'Point') return [{ type: 'Point', coordinates: first }];
  return ['LineString', 'LinearRing'].includes(element.name)
    ? [{ type: 'LineString', coordinates: points }]
    : null;
}

/** Several of one kind as one shape; of mixed kinds only the points, lines or areas can be one. */
function joinShapes(parts: readonly Simple[]): MapShape | null {
  const [first] = parts;
  if (first === undefined) return null;
  if (parts.length === 1) return first;
  if (parts.every((part) => part.type === 'Point'))
    return { type: 'MultiPoint', coordinates: parts.map(({ coordinates }) => coordinates) };
  if (parts.every((part) => part.type === 'LineString'))
    return { type: 'MultiLineString', coordinates: parts.map(({ coordinates }) => coordinates) };
  if (parts.every((part) => part.type === 'Polygon'))
    return { type: 'MultiPolygon', coordinates: parts.map(({ coordinates }) => coordinates) };
  return null;
}

function coordinatesOf(element: XmlElement): Position[] | null {
  const text = child(element, 'coordinates')?.text.trim() ?? '';
  if (text === '') return null;
  const points = text.split(/\s+/).map((tuple) => tuple.split(',').slice(0, 2).map(Number));
  return points.every(([lon, lat]) => Number.isFinite(lon) && Number.isFinite(lat)) ? points : null;
}

function child({ children }: XmlElement, wanted: string): XmlElement | undefined {
  return children.find(({ name }) => name === wanted);
}

function textOf(element: XmlElement, wanted: string): string {
  return (child(element, wanted)?.text ?? '').trim();
}
