import type { Position } from 'geojson';
import { maxEventTitle } from '#core/events/event.ts';
import { replaceUnwritable } from '#core/exchange/markup.ts';
import { reshapeArea } from '#core/tracks/edit-areas.ts';
import { moveAway } from '#core/tracks/edit-tracks.ts';
import { maxAreaPoints } from '#core/tracks/track.ts';
import { type MapFeature, type MapRecord, type MapShape, pointsOf } from './map-feature.ts';
import { openRing, windRings } from './open-ring.ts';
import { toMapFeatures } from './to-map-features.ts';

/** Degrees that other programs may round away: a tenth of a metre. */
const tolerance = 1e-6;

const nowhere = { articles: new Map(), tagNames: new Map(), mentions: new Map() };

/**
 * A record of ours that was through another program: a name or a place that was changed there is taken over where one
 * shape stands for one record; where it can't be, `moved-outside` is remarked and the record stays as it was.
 */
export function takeOutsideEdits(
  feature: MapFeature,
  one: MapRecord,
): { readonly one: MapRecord; readonly remark: string | null } {
  const [was] = toMapFeatures([one], nowhere);
  // A highlight's name and place are its passage's.
  if (was === undefined || one.table === 'highlights') return { one, remark: null };
  const name = legible(feature.name);
  const named = name !== '' && name !== legible(was.name) ? rename(one, name) : one;
  const shape = feature.shape === null ? null : asWeWrite(feature.shape);
  if (shape === null || was.shape === null || isSameShape(shape, was.shape))
    return { one: named, remark: named === one ? null : 'renamed-outside' };
  const moved = move(named, shape);
  if (moved === null) return { one: named, remark: 'moved-outside' };
  return { one: moved, remark: moved.table === 'tracks' ? 'way-taken-outside' : 'taken-outside' };
}

/** A name as any format can hold it. */
function legible(name: string): string {
  return replaceUnwritable(name).replace(/\s+/g, ' ').trim();
}

function rename(one: MapRecord, name: string): MapRecord {
  if (one.table === 'highlights') return one;
  if (one.table === 'events')
    return { table: 'events', record: { ...one.record, title: name.slice(0, maxEventTitle).toWellFormed() } };
  return {
    table: one.table,
    record: { ...one.record, name: name.slice(0, 200).toWellFormed() },
  } as MapRecord;
}

function move(one: MapRecord, shape: MapShape): MapRecord | null {
  const points = pointsOf(shape);
  const [[lon = 0, lat = 0] = []] = points;
  if (one.table === 'places' && shape.type === 'Point')
    return { table: 'places', record: { ...one.record, lat, lon } };
  if (one.table === 'tracks' && points.length === one.record.waypoints.length) {
    const waypoints = one.record.waypoints.map((waypoint, at) => {
      const [lon = waypoint.lon, lat = waypoint.lat] = points[at] ?? [];
      const isThere = isSamePoint([lon, lat], [waypoint.lon, waypoint.lat]);
      return isThere ? waypoint : moveAway(waypoint, { lat, lon });
    });
    return { table: 'tracks', record: { ...one.record, waypoints } };
  }
  if (one.table === 'areas' && shape.type === 'Polygon') {
    const rings = shape.coordinates.map(openRing);
    const isArea = rings.every(({ length }) => length > 2) && rings.flat().length <= maxAreaPoints;
    return isArea ? { table: 'areas', record: reshapeArea(one.record, rings) } : null;
  }
  return null;
}

/** Programs that wind a ring the other way, or leave its repeated last corner out, mean the same area. */
function asWeWrite(shape: MapShape): MapShape {
  return shape.type === 'Polygon' ? { ...shape, coordinates: windRings(shape.coordinates) } : shape;
}

/** The edge of an area may come back as a line, where a format knows no areas. */
function isSameShape(a: MapShape, b: MapShape): boolean {
  const [left, right] = [pointsOf(a), pointsOf(b)];
  // One waypoint stands for several points where a format gives each its own.
  const isFirstOfMany = a.type === 'Point' && b.type === 'MultiPoint';
  if (!isFirstOfMany && left.length !== right.length) return false;
  return left.every((point, at) => isSamePoint(point, right[at]));
}

function isSamePoint([x = 0, y = 0]: Position, other: Position | undefined): boolean {
  const [u = Number.NaN, v = Number.NaN] = other ?? [];
  return Math.abs(x - u) <= tolerance && Math.abs(y - v) <= tolerance;
}
