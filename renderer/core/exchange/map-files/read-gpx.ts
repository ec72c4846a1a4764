import type { Position } from 'geojson';
import { parseXml, type XmlElement } from '#core/exchange/refi/parse-xml.ts';
import type { MapFeature, MapFileAnswer, MapShape, RowProblem } from './map-feature.ts';
import { type Part, partFeature } from './part-feature.ts';
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
  const parts = partsOf(item);
  if (parts === null || !parts.every(({ shape }) => isOnEarth(shape))) {
    problems.push({ row, name, code: 'bad-geometry', value: item.name });
    return [];
  }
  const kind = text('type');
  const head = {
    id: '',
    name,
    note: plainText(text('desc') || text('cmt')),
    ...spanOf(timesOf([item])),
    columns: kind === '' ? {} : { type: kind },
    carried: own.find((one) => one.name === 'record')?.exactText ?? null,
    partOf: own.find((one) => one.name === 'part')?.text ?? null,
    row,
  };
  return partFeature(head, parts, problems);
}

function extensionsOf({ children }: XmlElement): readonly XmlElement[] {
  return children.filter(({ name }) => name === 'extensions').flatMap((one) => one.children);
}

/** A point, a route, or the segments of a track, each with its own days; `null`: one is broken, or there is none. */
function partsOf(item: XmlElement): Part[] | null {
  const rows =
    item.name === 'wpt'
      ? [[item]]
      : item.name === 'rte'
        ? [item.children.filter(({ name }) => name === 'rtept')]
        : item.children
            .filter(({ name }) => name === 'trkseg')
            .map(({ children }) => children.filter(({ name }) => name === 'trkpt'));
  const lines = rows.filter((row) => row.length > 0);
  const isWhole = lines.flat().every((point) => positionOf(point).every(Number.isFinite));
  if (lines.length === 0 || !isWhole) return null;
  return lines.map((row) => ({
    shape: shapeOf(row.map(positionOf), lines.length === 1),
    days: spanOf(timesOf(row)),
  }));
}

function positionOf({ attributes }: XmlElement): Position {
  return [Number(attributes.get('lon') || Number.NaN), Number(attributes.get('lat') || Number.NaN)];
}

/** A way of one point is that point, unless it is a segment of a longer one. */
function shapeOf(line: Position[], isAlone: boolean): MapShape {
  const [point] = line;
  return point !== undefined && line.length === 1 && isAlone
    ? { type: 'Point', coordinates: point }
    : { type: 'LineString', coordinates: line };
}

/** All moments of elements and what is in them, in order. */
function timesOf(items: readonly XmlElement[]): string[] {
  const points = items.flatMap((item) => [item, ...item.children.flatMap((one) => [one, ...one.children])]);
  return points
    .flatMap(({ children }) => children.filter(({ name }) => name === 'time').map(({ text }) => text.trim()))
    .filter((text) => text !== '')
    .sort();
}

function spanOf(times: readonly string[]): Pick<MapFeature, 'from' | 'until'> {
  return { from: times[0] ?? '', until: times.at(-1) ?? '' };
}
