import type { Position } from 'geojson';
import { parseXml, type XmlElement } from '#core/exchange/refi/parse-xml.ts';
import type { MapFeature, MapFileAnswer, RowProblem } from './map-feature.ts';
import { plainText } from './plain-text.ts';
import { isOnEarth } from './read-geojson.ts';

/** Read GPX: waypoints as points, routes and tracks as lines, and what our own export keeps in its head. */
export function readGpx(bytes: Uint8Array): MapFileAnswer {
  const parsed = parseXml(bytes);
  if (!parsed.ok) return parsed;
  const { root } = parsed;
  if (root.name !== 'gpx') return { ok: false, code: 'no-gpx', detail: { root: root.name.slice(0, 60) } };
  const problems: RowProblem[] = [];
  const items = root.children.filter(({ name }) => ['wpt', 'rte', 'trk'].includes(name));
  const features = items.flatMap((item, at) => readItem(item, at + 1, problems));
  const unlocated = root.children
    .filter(({ name }) => name === 'metadata')
    .flatMap((head) => extensionsOf(head))
    .filter(({ name }) => name === 'record');
  return {
    ok: true,
    features: [
      ...features,
      ...unlocated.map(
        ({ exactText }, at): MapFeature => ({
          id: '',
          name: '',
          note: '',
          shape: null,
          from: '',
          until: '',
          columns: {},
          carried: exactText,
          partOf: null,
          row: items.length + at + 1,
        }),
      ),
    ],
    problems,
  };
}

function readItem(item: XmlElement, row: number, problems: RowProblem[]): MapFeature[] {
  const text = (wanted: string) => (item.children.find(({ name }) => name === wanted)?.text ?? '').trim();
  const own = extensionsOf(item);
  const name = text('name');
  const lines = linesOf(item);
  const points = lines?.flat();
  const shape = lines === null ? null : shapeOf(item.name, lines);
  const times = timesOf(item);
  if (shape === null || points === undefined || !isOnEarth(shape)) {
    problems.push({ row, name, code: 'bad-geometry', value: item.name });
    return [];
  }
  const kind = text('type');
  return [
    {
      id: '',
      name,
      note: plainText(text('desc') || text('cmt')),
      shape,
      from: times[0] ?? '',
      until: times.at(-1) ?? '',
      columns: kind === '' ? {} : { type: kind },
      carried: own.find((one) => one.name === 'record')?.exactText ?? null,
      partOf: own.find((one) => one.name === 'part')?.text ?? null,
      row,
    },
  ];
}

function extensionsOf({ children }: XmlElement): readonly XmlElement[] {
  return children.filter(({ name }) => name === 'extensions').flatMap((one) => one.children);
}

function linesOf(item: XmlElement): Position[][] | null {
  const rows =
    item.name === 'wpt'
      ? [[item]]
      : item.name === 'rte'
        ? [item.children.filter(({ name }) => name === 'rtept')]
        : item.children
            .filter(({ name }) => name === 'trkseg')
            .map(({ children }) => children.filter(({ name }) => name === 'trkpt'));
  const lines = rows.map((row) => row.map(positionOf)).filter((line) => line.length > 0);
  return lines.length > 0 && lines.flat().every((point) => point.every(Number.isFinite)) ? lines : null;
}

function positionOf({ attributes }: XmlElement): Position {
  return [Number(attributes.get('lon') || Number.NaN), Number(attributes.get('lat') || Number.NaN)];
}

function shapeOf(kind: string, lines: readonly Position[][]): MapFeature['shape'] {
  const [line = []] = lines;
  const [point] = line;
  if (point === undefined) return null;
  if (kind === 'wpt' || (lines.length === 1 && line.length === 1))
    return { type: 'Point', coordinates: point };
  return lines.length === 1
    ? { type: 'LineString', coordinates: line }
    : { type: 'MultiLineString', coordinates: [...lines] };
}

/** All moments of an item, in order. */
function timesOf(item: XmlElement): string[] {
  const points = [item, ...item.children.flatMap((one) => [one, ...one.children])];
  return points
    .flatMap(({ children }) => children.filter(({ name }) => name === 'time').map(({ text }) => text.trim()))
    .filter((text) => text !== '')
    .sort();
}
