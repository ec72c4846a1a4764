import { unguardCell } from '#core/exchange/csv.ts';
import { readCsv } from '#core/exchange/table/read-csv.ts';
import { hasColumn, type Table, tableRows, toTable } from '#core/exchange/table/table.ts';
import {
  carriedKey,
  type MapFeature,
  type MapFileAnswer,
  type MapShape,
  type RowProblem,
} from './map-feature.ts';
import { partFeature } from './part-feature.ts';
import { isOnEarth } from './read-geojson.ts';
import { readWktShapes } from './well-known-text.ts';

/** The heads that each thing may stand under, in lower case. */
const heads = {
  id: ['id', 'uuid', 'fid', 'key'],
  name: ['name', 'title', 'label', 'location', 'place'],
  from: ['from', 'date', 'event_date', 'date_start', 'start', 'begin', 'when'],
  until: ['until', 'date_end', 'end', 'to'],
  lat: ['latitude', 'lat', 'y'],
  lon: ['longitude', 'lon', 'lng', 'long', 'x'],
  wkt: ['wkt', 'geometry', 'geom', 'geom_wkt'],
  note: ['note', 'notes', 'description', 'desc', 'comment'],
} as const;

/** Read CSV with places in it: ours, or any table with columns of latitude and longitude or of well-known text. */
export function readMapTable(text: string): MapFileAnswer {
  const csv = readCsv(text);
  if (!csv.ok) return { ok: false, code: csv.code, detail: csv.detail };
  const table = toTable(csv.rows.map((row) => row.map(unguardCell)));
  const find = (names: readonly string[]) => names.find((name) => hasColumn(table, name));
  const isPlaced =
    hasColumn(table, carriedKey) ||
    find(heads.wkt) !== undefined ||
    (find(heads.lat) !== undefined && find(heads.lon) !== undefined);
  if (!isPlaced)
    return { ok: false, code: 'no-places', detail: { heads: table.heads.join(', ').slice(0, 200) } };
  return readRows(table, find);
}

function readRows(table: Table, find: (names: readonly string[]) => string | undefined): MapFileAnswer {
  const features: MapFeature[] = [];
  const problems: RowProblem[] = [];
  const keys = Object.fromEntries(Object.entries(heads).map(([key, names]) => [key, find(names)])) as Record<
    keyof typeof heads,
    string | undefined
  >;
  const used = new Set<string>([...Object.values(keys).filter((key) => key !== undefined), carriedKey]);
  let row = 1;
  for (const cell of tableRows(table)) {
    row += 1;
    const get = (key: keyof typeof heads) => (keys[key] === undefined ? '' : cell(keys[key]).trim());
    const shapes = shapesOf(get('wkt'), get('lat'), get('lon'));
    const carried = cell(carriedKey);
    const name = get('name');
    if (shapes === null) {
      const value = [get('lat'), get('lon')].join(' ').trim() || get('wkt').slice(0, 60);
      problems.push({ row, name, code: 'bad-coordinates', value });
    }
    const rest = table.heads.filter((head) => head !== '' && !used.has(head));
    const head = {
      id: get('id'),
      name,
      note: keys.note === undefined ? '' : cell(keys.note),
      from: get('from'),
      until: get('until'),
      columns: Object.fromEntries(rest.map((head) => [head, cell(head)]).filter(([, value]) => value !== '')),
      carried: carried === '' ? null : carried,
      partOf: null,
      row,
    };
    const parts = (shapes ?? []).map((shape) => ({ shape }));
    for (const feature of partFeature(head, parts, problems)) features.push(feature);
  }
  return { ok: true, features, problems };
}

/** None where nothing stands; `null`: what stands there is no place on earth. */
function shapesOf(wkt: string, lat: string, lon: string): MapShape[] | null {
  if (wkt !== '') {
    const shapes = readWktShapes(wkt);
    return shapes?.every(isOnEarth) ? shapes : null;
  }
  if (lat === '' && lon === '') return [];
  const point = [lon, lat].map(readDegrees);
  const shape: MapShape = { type: 'Point', coordinates: point };
  return point.every(Number.isFinite) && isOnEarth(shape) ? [shape] : null;
}

/** Degrees with a point or, as much of the Sahel writes them, a comma. */
function readDegrees(text: string): number {
  return /^[+-]?\d{1,3}(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
}
