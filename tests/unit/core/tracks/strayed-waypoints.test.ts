import { expect, it } from 'vitest';
import type { Place } from '#core/geo/place.ts';
import type { PlaceId } from '#core/ids.ts';
import { followPlace, moveWaypoint, newWaypoint } from '#core/tracks/edit-tracks.ts';
import { strayedWaypoints } from '#core/tracks/strayed-waypoints.ts';
import { town } from '#tests/unit/core/events/events.ts';
import { track, waypoint } from './tracks.ts';

const before: Place = { ...town('Tessit', 15.2, 0.4), id: 'g:tessit' as PlaceId, precision: 'exact' };
const corrected: Place = { ...before, lat: 15.3, original: before };

const way = track('way', {
  waypoints: [
    waypoint('Gao', 16.27, -0.04),
    newWaypoint({ lat: 15.2, lon: 0.4, name: 'Tessit', place: before }),
  ],
});

it('finds the waypoint whose place was corrected, and how far that went', () => {
  const [found, ...others] = strayedWaypoints(way, [corrected]);

  expect(others).toEqual([]);
  expect(found).toMatchObject({ at: 1, place: { id: 'g:tessit', lat: 15.3, lon: 0.4 } });
  // A tenth of a degree of a meridian is 11.1 km.
  expect(found?.km).toBeCloseTo(11.12, 1);
  expect(found?.bearing).toBeCloseTo(0, 5);
  expect(strayedWaypoints(way, [before])).toEqual([]);
});

it('finds one from before places were noted, as long as it stands where its place was', () => {
  const old = track('old', { waypoints: [waypoint('Tessit', 15.2, 0.4), waypoint('Tessit', 15.21, 0.4)] });

  expect(strayedWaypoints(old, [corrected]).map(({ at }) => at)).toEqual([0]);
});

it('tells places of one name apart by where they were, and a noted place by its id alone', () => {
  const other = { ...before, id: 'g:other' as PlaceId, lat: 14, lon: 2 };
  const own = { ...before, id: 'own' as PlaceId, lat: 10, type: 'analyst' };
  const others = [own, { ...other, lat: 14.1, original: other }, corrected];
  const both = track('both', { waypoints: [waypoint('Tessit', 14, 2), waypoint('Tessit', 15.2, 0.4)] });

  expect(strayedWaypoints(both, others).map(({ at, place }) => [at, place.id])).toEqual([
    [0, 'g:other'],
    [1, 'g:tessit'],
  ]);
  expect(strayedWaypoints(way, others).map(({ place }) => place.id)).toEqual(['g:tessit']);
});

it('has nothing to say once the point was taken, or the analyst moved the waypoint away', () => {
  const [strayed] = strayedWaypoints(way, [corrected]);
  if (strayed === undefined) throw new Error('nothing was found');
  const followed = followPlace(way, strayed.at, strayed.place);

  expect(followed.waypoints[1]).toMatchObject({ name: 'Tessit', lat: 15.3, lon: 0.4, precision: 'exact' });
  expect(strayedWaypoints(followed, [corrected])).toEqual([]);
  expect(strayedWaypoints(moveWaypoint(way, 1, { lat: 15, lon: 0 }), [corrected])).toEqual([]);
});

it('takes how exactly a waypoint is known from its place, and forgets it where the waypoint is moved', () => {
  expect(way.waypoints[1]?.precision).toBe('exact');
  const moved = moveWaypoint(way, 1, { lat: 15, lon: 0 }).waypoints[1];
  expect(moved).toEqual({ lat: 15, lon: 0, name: '', dating: way.waypoints[1]?.dating });
});
