import type { Position } from 'geojson';
import { parseXml, type XmlElement } from '#core/exchange/refi/parse-xml.ts';
import {
  carriedKey,
  type MapFeature,
  type MapFileAnswer,
  type MapShape,
  type RowProblem,
} from './map-feature.ts';
import { partFeature } from './part-feature.ts';
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
  let row = 1;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const left = leftOut[next.name];
    if (next.name === 'Placemark') {
      for (const feature of readPlacemark(next, row, problems)) features.push(feature);
      row += 1;
    } else if (left !== undefined)
      problems.push({ row, name: child(next, 'name')?.text ?? '', code: left, value: '' });
    else if (['kml', 'Document', 'Folder'].includes(next.name)) pushReversed(open, next.children);
  }
  return { ok: true, features, problems };
}

/** One by one: as arguments of a call a hundred thousand do not go through. */
function pushReversed(open: XmlElement[], children: readonly XmlElement[]): void {
  for (const one of children.toReversed()) open.push(one);
}

/** What can stand beside placemarks and is told instead of read, by its code. */
const leftOut: Readonly<Record<string, string>> = {
  NetworkLink: 'network-link',
  GroundOverlay: 'picture',
};

function readPlacemark(placemark: XmlElement, row: number, problems: RowProblem[]): MapFeature[] {
  const name = (child(placemark, 'name')?.text ?? '').trim();
  const { [carriedKey]: carried, ...columns } = dataOf(placemark);
  const time = child(placemark, 'TimeStamp');
  const span = child(placemark, 'TimeSpan');
  const when = time === undefined ? '' : textOf(time, 'when');
  const shapes = shapesOf(placemark);
  if (shapes === null) problems.push({ row, name, code: 'bad-geometry', value: '' });
  if (shapes === null && carried === undefined) return [];
  const head = {
    id: columns.id ?? placemark.attributes.get('id') ?? '',
    name,
    note: plainText(child(placemark, 'description')?.text ?? ''),
    from: span === undefined ? when : textOf(span, 'begin'),
    until: span === undefined ? when : textOf(span, 'end'),
    columns,
    carried: carried === undefined || carried === '' ? null : carried,
    partOf: null,
    row,
  };
  return partFeature(
    head,
    (shapes ?? []).map((shape) => ({ shape })),
    problems,
  );
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

/** None for a placemark without a place; `null`: one of them is broken or leaves the earth. */
function shapesOf(placemark: XmlElement): MapShape[] | null {
  const geometry = placemark.children.find(
    ({ name }) => geometries.includes(name) || ['Track', 'MultiTrack', 'Model'].includes(name),
  );
  if (geometry === undefined) return [];
  const parts = simpleShapes(geometry);
  return parts !== null && parts.length > 0 && parts.every(isOnEarth) ? parts : null;
}

function simpleShapes(element: XmlElement): MapShape[] | null {
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
