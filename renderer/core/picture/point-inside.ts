import type { LatLon } from '#core/geo/distance.ts';
import type { MapShape } from './narrowing.ts';

type Rings = (MapShape & { readonly kind: 'polygon' })['rings'];

/**
 * A point within rings, to write on: the middle of the widest stretch inside them on the parallel through the middle of
 * their box. Where they have no surface, a point near by.
 */
export function pointInside(rings: Rings): LatLon {
  const corners = rings.flat();
  const lats = corners.map(([, lat]) => lat);
  const lat = (Math.min(...lats) + Math.max(...lats)) / 2;
  const crossings = rings.flatMap((ring) => crossingsAt(ring, lat)).sort((a, b) => a - b);
  let best = { lon: corners[0]?.[0] ?? 0, width: 0 };
  for (let at = 0; at + 1 < crossings.length; at += 2) {
    const [west = 0, east = 0] = crossings.slice(at, at + 2);
    if (east - west > best.width) best = { lon: (west + east) / 2, width: east - west };
  }
  return { lat, lon: best.lon };
}

/** Where a ring crosses a parallel. */
function crossingsAt(ring: Rings[number], lat: number): number[] {
  return ring.flatMap((next, at) => {
    const last = ring.at(at - 1);
    // A corner belongs to the side above it alone, as when points are looked for within.
    if (last === undefined || last[1] > lat === next[1] > lat) return [];
    return [last[0] + ((lat - last[1]) / (next[1] - last[1])) * (next[0] - last[0])];
  });
}
