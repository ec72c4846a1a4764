import type { LatLon } from '#core/geo/distance.ts';
import type { Place } from '#core/geo/place.ts';
import { type Change, creation, removal, replacement } from '#core/history/change.ts';
import { sameRecord } from '#core/history/same-record.ts';
import type { AnalystId, TrackId } from '#core/ids.ts';
import { type Dating, undated } from '#core/time/dating.ts';
import {
  maxTrackName,
  maxTrackNote,
  maxWaypoints,
  type Track,
  type Waypoint,
  type WaypointPrecision,
} from './track.ts';

/** Who makes a track, under which id and when. */
export type TrackMaker = { readonly id: TrackId; readonly analystId: AnalystId; readonly now: string };

/** A movement of which nothing is known yet. */
export function newTrack({ id, analystId, now }: TrackMaker, name: string): Track {
  return {
    id,
    name,
    actorIds: [],
    waypoints: [],
    uncertaintyKm: null,
    note: '',
    passages: [],
    analystId,
    createdAt: now,
    updatedAt: now,
  };
}

/**
 * Keep `track` in the place of `stored`, which is `null` as long as nothing is; what did not change makes no edit.
 * Throws when it holds more than can be stored.
 */
export function keepTrack(stored: Track | null, track: Track, now: string): Change[] {
  if (track.name.length > maxTrackName) throw new RangeError(`a name of ${track.name.length} units`);
  if (track.note.length > maxTrackNote) throw new RangeError(`a note of ${track.note.length} units`);
  if (track.waypoints.length > maxWaypoints) throw new RangeError(`${track.waypoints.length} waypoints`);
  const kept = { ...track, name: track.name.toWellFormed(), note: track.note.toWellFormed() };
  if (stored === null) return [creation('tracks', { ...kept, updatedAt: now })];
  const unchanged = sameRecord({ ...stored, updatedAt: '' }, { ...kept, updatedAt: '' });
  return unchanged ? [] : [replacement('tracks', stored, { ...kept, updatedAt: now })];
}

/** Take a track away. */
export function deleteTrack(track: Track): Change[] {
  return [removal('tracks', track)];
}

/** The track with one more waypoint, before the one at `at`; at the end of the way when left out. Full: as it was. */
export function addWaypoint(track: Track, waypoint: Waypoint, at = track.waypoints.length): Track {
  if (track.waypoints.length >= maxWaypoints) return track;
  return { ...track, waypoints: track.waypoints.toSpliced(at, 0, waypoint) };
}

/** A waypoint at a place, or at a point that is none's; how exactly it is known is what is said of the place. */
export function newWaypoint({ lat, lon, name, place }: WaypointPlace): Waypoint {
  const point = { lat, lon, name, dating: undated };
  if (place === undefined) return point;
  const { id: placeId, precision } = place;
  return precision === 'unknown' ? { ...point, placeId } : { ...point, precision, placeId };
}

/** Where a waypoint is put: a point with a name or without one, and the place it is taken from. */
export type WaypointPlace = LatLon & {
  readonly name: string;
  readonly place?: Pick<Place, 'id' | 'precision'>;
};

/** The track with a waypoint somewhere else: it is no longer at its place, nor known as exactly. */
export function moveWaypoint(track: Track, at: number, to: LatLon): Track {
  return changeWaypoint(track, at, (point) => moveAway(point, to));
}

/** The track with a waypoint at the point its place has by now. */
export function followPlace(track: Track, at: number, { id, lat, lon, precision }: LocatedPlace): Track {
  return changeWaypoint(track, at, (point) => ({
    ...point,
    lat,
    lon,
    placeId: id,
    ...(precision === 'unknown' ? {} : { precision }),
  }));
}

/** A place that somebody has located. */
export type LocatedPlace = Pick<Place, 'id' | 'precision'> & LatLon;

/** The track with a waypoint that is known so exactly. */
export function judgeWaypoint(track: Track, at: number, precision: WaypointPrecision): Track {
  return changeWaypoint(track, at, (point) => ({ ...point, precision }));
}

/** The track with a waypoint under another name. */
export function nameWaypoint(track: Track, at: number, name: string): Track {
  return changeWaypoint(track, at, (point) => ({
    ...point,
    name: name.slice(0, maxTrackName).toWellFormed(),
  }));
}

/** The track with other days at a waypoint. */
export function dateWaypoint(track: Track, at: number, dating: Dating): Track {
  return changeWaypoint(track, at, (point) => ({ ...point, dating }));
}

/** The track without a waypoint. */
export function removeWaypoint(track: Track, at: number): Track {
  return { ...track, waypoints: track.waypoints.filter((_, index) => index !== at) };
}

/** The track with a waypoint one earlier (`-1`) or later (`1`) on the way; at an end, as it was. */
export function shiftWaypoint(track: Track, at: number, step: -1 | 1): Track {
  const [point, other] = [track.waypoints[at], track.waypoints[at + step]];
  if (point === undefined || other === undefined) return track;
  return { ...track, waypoints: track.waypoints.with(at, other).with(at + step, point) };
}

/** A point of a way that was pulled about: the waypoint it was (its index before), or `null` for a new one. */
export type ReshapedPoint = LatLon & { readonly was: number | null };

/** The track with its way as it was pulled: points that stayed keep their name and days, new ones have neither. */
export function reshapeTrack(track: Track, points: readonly ReshapedPoint[]): Track {
  const waypoints = points.map(({ lat, lon, was }): Waypoint => {
    const before = was === null ? undefined : track.waypoints[was];
    if (before === undefined) return { lat, lon, name: '', dating: undated };
    return moveAway(before, { lat, lon });
  });
  return { ...track, waypoints: waypoints.slice(0, maxWaypoints) };
}

/** The track the other way round. */
export function turnRound(track: Track): Track {
  return { ...track, waypoints: track.waypoints.toReversed() };
}

/** A waypoint somewhere else: what was said of where it stood, name, place and exactness, no longer holds. */
export function moveAway(point: Waypoint, { lat, lon }: LatLon): Waypoint {
  if (point.lat === lat && point.lon === lon) return point;
  const { precision: _, placeId: __, ...rest } = point;
  return { ...rest, lat, lon, name: '' };
}

function changeWaypoint(track: Track, at: number, change: (point: Waypoint) => Waypoint): Track {
  const point = track.waypoints[at];
  return point === undefined ? track : { ...track, waypoints: track.waypoints.with(at, change(point)) };
}
