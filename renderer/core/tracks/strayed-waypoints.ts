import { distanceKm } from '#core/geo/distance.ts';
import { bearingDegrees } from '#core/geo/great-circle.ts';
import type { Place } from '#core/geo/place.ts';
import type { LocatedPlace } from './edit-tracks.ts';
import type { Track } from './track.ts';

/** A waypoint that stands where its place was before somebody corrected it. */
export type StrayedWaypoint = {
  /** Which one of the way. */
  readonly at: number;
  readonly place: LocatedPlace;
  /** From the waypoint to where its place is by now. */
  readonly km: number;
  readonly bearing: number;
};

/**
 * The waypoints of a track whose places have another point among `corrected` by now. One of a track from before places
 * were noted is known by standing, under the place's name, exactly where that was before it was corrected.
 */
export function strayedWaypoints(
  { waypoints }: Pick<Track, 'waypoints'>,
  corrected: readonly Place[],
): StrayedWaypoint[] {
  const byId = new Map(corrected.map((place) => [place.id, place]));
  const byOriginal = new Map(
    corrected.flatMap((place) =>
      place.original === undefined ? [] : [[standing(place.original), place] as const],
    ),
  );
  return waypoints.flatMap((point, at) => {
    const { placeId } = point;
    const place = placeId === undefined ? byOriginal.get(standing(point)) : byId.get(placeId);
    if (place === undefined || place.lat === null || place.lon === null) return [];
    if (place.lat === point.lat && place.lon === point.lon) return [];
    const { id, lat, lon, precision } = place;
    const now = { id, lat, lon, precision };
    return [{ at, place: now, km: distanceKm(point, now), bearing: bearingDegrees(point, now) }];
  });
}

/** What stands under which name where. */
function standing({ name, lat, lon }: Pick<Place, 'name' | 'lat' | 'lon'>): string {
  return `${lat} ${lon} ${name}`;
}
