import type { Position } from 'geojson';
import { type Event, maxEventNote, maxEventPlaces, maxEventTitle } from '#core/events/event.ts';
import type { Place } from '#core/geo/place.ts';
import { maxPlaceName, maxPlaceNote } from '#core/geo/place-edits.ts';
import { type AnalystId, idFrom } from '#core/ids.ts';
import { type Dating, undated } from '#core/time/dating.ts';
import { maxAreaPoints, maxTrackName, maxWaypoints } from '#core/tracks/track.ts';
import { type FeaturePart, type MapFeature, type MapRecord, pointsOf } from './map-feature.ts';
import { openRing } from './open-ring.ts';
import { readFeatureDating } from './read-feature-dating.ts';

/** What another program's points become. */
export type PointsAs = 'places' | 'events';

export type Making = {
  readonly form: 'geojson' | 'csv' | 'kml' | 'gpx';
  readonly fileName: string;
  readonly pointsAs: PointsAs;
  readonly analystId: AnalystId;
  /** ISO 8601 UTC. */
  readonly now: string;
};

/** What another program's feature becomes, or why nothing; `remarks` are codes of what was not taken as it stands. */
export type Made =
  | { readonly ok: true; readonly made: MapRecord; readonly remarks: readonly string[] }
  | { readonly ok: false; readonly code: string; readonly value: string };

/** Most text of all columns of one row together, in UTF-16 units, and of one of them. */
const mostColumnText = 12_000;
const longestColumn = 2_000;

/**
 * Make a record of another program's feature: a line becomes a track, a polygon an area, points what the analyst says.
 * The same feature of a file of the same name always makes a record of the same id, so that it is known again.
 */
export function makeRecord(feature: MapFeature, making: Making): Made {
  const { shape } = feature;
  if (shape === null && making.pointsAs === 'places' && feature.name.trim() === '')
    return { ok: false, code: 'nothing-in-it', value: '' };
  if (shape?.type === 'LineString') return makeTrack(feature, shape.coordinates, making);
  if (shape?.type === 'Polygon') return makeArea(feature, shape.coordinates, making);
  if (shape?.type === 'MultiLineString' || shape?.type === 'MultiPolygon') {
    const [only, ...others] = shape.coordinates;
    // One of ours whose record came back damaged; another program's are parted before.
    if (only === undefined || others.length > 0)
      return { ok: false, code: 'many-parts', value: shape.coordinates.length.toString() };
    return shape.type === 'MultiLineString'
      ? makeTrack(feature, only as Position[], making)
      : makeArea(feature, only as Position[][], making);
  }
  return making.pointsAs === 'places' ? makePlace(feature, making) : makeEvent(feature, making);
}

/** The id that a feature of another program always gets. */
function foreignId(feature: MapFeature, { form, fileName }: Making): string {
  const { id, name, shape, from, until } = feature;
  return id === '' ? JSON.stringify([form, fileName, name, shape, from, until]) : `${form}:${fileName}:${id}`;
}

function madeUpId(row: number): string {
  return `row ${row}`;
}

/** Whether an origin's id is none of the file's: where the feature stood, for want of one. */
export function isMadeUpId(id: string): boolean {
  return /^row \d+$/.test(id);
}

function makeTrack(feature: MapFeature, line: readonly Position[], making: Making): Made {
  if (line.length > maxWaypoints)
    return { ok: false, code: 'too-many-waypoints', value: line.length.toString() };
  const { dating, remarks } = readFeatureDating(feature);
  const last = line.length - 1;
  // Of one line among several nobody says when it began: somewhen in the time of all of them.
  const isShared = feature.part?.hasOwnDays === false;
  const end = (which: 'from' | 'until') => (isShared ? dating : only(dating, which));
  const waypoints = line.map(([lon = 0, lat = 0], at) => ({
    lat,
    lon,
    name: '',
    // A file dates the whole way: its beginning and its end are where that can be said of.
    dating: at === 0 ? end('from') : at === last ? end('until') : undated,
  }));
  const common = commonOf(feature, making);
  return {
    ok: true,
    made: {
      table: 'tracks',
      record: {
        id: idFrom<'track'>(foreignId(feature, making)),
        actorIds: [],
        waypoints,
        uncertaintyKm: null,
        passages: [],
        ...common,
      },
    },
    remarks,
  };
}

function makeArea(feature: MapFeature, rings: readonly (readonly Position[])[], making: Making): Made {
  const points = rings.reduce((sum, ring) => sum + ring.length, 0);
  if (points > maxAreaPoints) return { ok: false, code: 'too-many-points', value: points.toString() };
  const { dating, remarks } = readFeatureDating(feature);
  return {
    ok: true,
    made: {
      table: 'areas',
      record: {
        id: idFrom<'area'>(foreignId(feature, making)),
        kind: 'other',
        actorIds: [],
        rings: rings.map(openRing),
        dating,
        passages: [],
        ...commonOf(feature, making),
      },
    },
    remarks,
  };
}

function makePlace(feature: MapFeature, making: Making): Made {
  const { shape } = feature;
  const points = shape === null ? [] : pointsOf(shape);
  if (points.length > 1) return { ok: false, code: 'many-parts', value: points.length.toString() };
  const id = idFrom<'place'>(foreignId(feature, making));
  const place = placeAt(feature, points[0], { id, source: making.fileName });
  return { ok: true, made: { table: 'places', record: { ...place, type: 'analyst' } }, remarks: [] };
}

function makeEvent(feature: MapFeature, making: Making): Made {
  const { shape, columns } = feature;
  const points = shape === null ? [] : pointsOf(shape);
  if (points.length > maxEventPlaces)
    return { ok: false, code: 'too-many-places', value: points.length.toString() };
  const id = foreignId(feature, making);
  const { dating, remarks } = readFeatureDating(feature);
  const kept = keepColumns(columns);
  const { name, note, ...times } = commonOf(feature, making);
  const event: Event = {
    id: idFrom<'event'>(id),
    title: name.slice(0, maxEventTitle).toWellFormed(),
    dating,
    places: points.map((point, at) => ({
      // The note stands in the event: a copy in each place would grow past what one record can hold.
      place: placeAt({ ...feature, note: '' }, point, {
        id: idFrom<'place'>(`${id}#${at}`),
        source: making.fileName,
      }),
      geoPrecision: null,
    })),
    actors: [],
    subType: null,
    deaths: null,
    note: note.slice(0, maxEventNote).toWellFormed(),
    passages: [],
    origin: {
      collection: making.form === 'csv' ? 'csv' : 'geojson',
      id: (feature.id || madeUpId(feature.row)).slice(0, 300).toWellFormed(),
      fileName: making.fileName.slice(0, 300).toWellFormed(),
      readAt: making.now,
      columns: kept.columns,
    },
    ...times,
  };
  return { ok: true, made: { table: 'events', record: event }, remarks: [...remarks, ...kept.remarks] };
}

function placeAt(
  { name, note, part }: MapFeature,
  point: Position | undefined,
  { id, source }: Pick<Place, 'id' | 'source'>,
): Place {
  return {
    id,
    name: named(name.replace(/\s+/g, ' ').trim() || '?', maxPlaceName, part),
    aliases: [],
    country: '',
    type: 'P',
    lat: point?.[1] ?? null,
    lon: point?.[0] ?? null,
    // Nobody says how exactly the point stands for the place: it is not shown as exact.
    precision: point === undefined ? 'unknown' : 'near',
    source: source.slice(0, 300).toWellFormed(),
    note: note.slice(0, maxPlaceNote).toWellFormed(),
  };
}

function commonOf({ name, note, row, part }: MapFeature, { analystId, now, fileName }: Making) {
  return {
    name: named(name.replace(/\s+/g, ' ').trim() || `${fileName} ${row}`, maxTrackName, part),
    note: note.slice(0, 4_000).toWellFormed(),
    analystId,
    createdAt: now,
    updatedAt: now,
  };
}

/** A name with the number of its part behind it, cut to what a record can hold. */
function named(name: string, longest: number, part: FeaturePart | undefined): string {
  const behind = part === undefined || part.number === null ? '' : ` (${part.number})`;
  return `${name.slice(0, longest - behind.length).toWellFormed()}${behind}`;
}

/** The columns of a row as one record can keep them, and a remark when some had to be cut. */
export function keepColumns(columns: Readonly<Record<string, string>>): {
  readonly columns: Record<string, string>;
  readonly remarks: readonly string[];
} {
  const kept: Record<string, string> = {};
  let room = mostColumnText;
  let isCut = false;
  for (const [key, value] of Object.entries(columns)) {
    const text = value.slice(0, Math.min(longestColumn, Math.max(0, room))).toWellFormed();
    const isKept = key !== '' && key.length <= 100 && text !== '';
    if (!isKept || text.length < value.length) isCut ||= value !== '';
    if (isKept) kept[key.toWellFormed()] = text;
    room -= key.length + text.length;
  }
  return { columns: kept, remarks: isCut ? ['columns-cut'] : [] };
}

/** The day at one end of a time. */
function only(dating: Dating, end: 'from' | 'until'): Dating {
  const day = dating[end];
  return day === null ? undated : { ...dating, from: day, until: day, precision: 1 };
}
