import { distanceKm, type LatLon } from '#core/geo/distance.ts';
import { destination } from '#core/geo/great-circle.ts';
import type { MapShape } from './narrowing.ts';

/** The shapes that are drawn by points. */
export type DrawnKind = 'rectangle' | 'polygon' | 'circle';

/** How many points make a shape at the least; of a rectangle and a circle, exactly so many. */
export const pointsNeeded: Readonly<Record<DrawnKind, number>> = { rectangle: 2, polygon: 3, circle: 2 };

/**
 * The shape that points make: two opposite corners, the corners in order, or the middle and a point of the edge.
 *
 * @returns `null` while points are missing, or make no surface.
 */
export function drawShape(kind: DrawnKind, points: readonly LatLon[]): MapShape | null {
  const [first, second] = points;
  if (first === undefined || second === undefined || points.length < pointsNeeded[kind]) return null;
  if (kind === 'circle') {
    const radiusKm = distanceKm(first, second);
    return radiusKm === 0 ? null : { kind: 'circle', lat: first.lat, lon: first.lon, radiusKm };
  }
  if (kind === 'polygon')
    return { kind: 'polygon', rings: [points.map(({ lat, lon }) => [lon, lat])], name: '' };
  if (first.lat === second.lat || first.lon === second.lon) return null;
  return boxShape({
    south: Math.min(first.lat, second.lat),
    north: Math.max(first.lat, second.lat),
    west: Math.min(first.lon, second.lon),
    east: Math.max(first.lon, second.lon),
  });
}

/** A rectangle of the map as a shape. */
export function boxShape(box: {
  readonly south: number;
  readonly north: number;
  readonly west: number;
  readonly east: number;
}): MapShape {
  const { south, north, west, east } = box;
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ] as const;
  return { kind: 'polygon', rings: [ring], name: '' };
}

const circleCorners = 96;

/** The rings in which a shape is drawn, as points; a circle is as round as the eye sees. */
export function outlineOf(shape: MapShape): readonly (readonly LatLon[])[] {
  if (shape.kind === 'polygon') return shape.rings.map((ring) => ring.map(([lon, lat]) => ({ lat, lon })));
  return [
    Array.from({ length: circleCorners }, (_, at) =>
      destination(shape, (at * 360) / circleCorners, shape.radiusKm),
    ),
  ];
}
