import { distanceKm, type LatLon } from '#core/geo/distance.ts';
import type { MapShape } from './narrowing.ts';

type Ring = readonly (readonly [number, number])[];
type Box = { readonly west: number; readonly south: number; readonly east: number; readonly north: number };

/**
 * Whether a shape of the map surrounds a point.
 *
 * Sides of a polygon are straight in degrees, as they are drawn between near points; two polygons with a side in common
 * never both hold a point of it. A circle holds its edge.
 */
export function shapeHolds(shape: MapShape, point: LatLon): boolean {
  if (shape.kind === 'circle') return distanceKm(shape, point) <= shape.radiusKm;
  const { west, south, east, north } = boxOf(shape.rings);
  if (point.lon < west || point.lon > east || point.lat < south || point.lat > north) return false;
  return shape.rings.reduce((isInside, ring) => (crossesOddly(ring, point) ? !isInside : isInside), false);
}

/** Whether a way from the point to the east crosses the ring an odd number of times. */
function crossesOddly(ring: Ring, { lat, lon }: LatLon): boolean {
  let isOdd = false;
  let last = ring.at(-1);
  for (const next of ring) {
    // A corner belongs to the side above it alone, so that a way through it counts once.
    if (last !== undefined && last[1] > lat !== next[1] > lat) {
      const crossing = last[0] + ((lat - last[1]) / (next[1] - last[1])) * (next[0] - last[0]);
      if (lon < crossing) isOdd = !isOdd;
    }
    last = next;
  }
  return isOdd;
}

/** Shapes are values, and one is asked about every item: its box is worked out once. */
const boxes = new WeakMap<readonly Ring[], Box>();

function boxOf(rings: readonly Ring[]): Box {
  const known = boxes.get(rings);
  if (known !== undefined) return known;
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const [lon, lat] of rings.flat()) {
    box.west = Math.min(box.west, lon);
    box.east = Math.max(box.east, lon);
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
  }
  boxes.set(rings, box);
  return box;
}
