import type { Position } from 'geojson';
import { runsAgainstClock } from '#core/tracks/ring-turn.ts';

/** The corners of a ring as areas keep them: without the last one where it repeats the first, whole where it doesn't. */
export function openRing(ring: readonly Position[]): (readonly [number, number])[] {
  const corners = ring.map(([lon = 0, lat = 0]) => [lon, lat] as const);
  const [first] = corners;
  const last = corners.at(-1);
  const isClosed = corners.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
  return isClosed ? corners.slice(0, -1) : corners;
}

/** The rings of a polygon as RFC 7946 wants them: closed, the outline against the clock and holes with it. */
export function windRings(rings: readonly (readonly Position[])[]): Position[][] {
  return rings.map((ring, at) => {
    const corners = openRing(ring);
    return closeRing(runsAgainstClock(corners) === (at === 0) ? ring : ring.toReversed());
  });
}

/** A ring as map files write it: its first corner stands at its end again. */
function closeRing(ring: readonly Position[]): Position[] {
  const corners = openRing(ring).map(([lon, lat]): Position => [lon, lat]);
  const [first] = corners;
  return first === undefined ? corners : [...corners, first];
}
