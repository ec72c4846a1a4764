import type { LayerShape } from './layer-shapes.ts';

/** A point in degrees, and how far from it something may lie to be meant, in degrees of longitude and latitude. */
export type Spot = { readonly lon: number; readonly lat: number; readonly reach: readonly [number, number] };

/** What lies at a point, the last drawn first. */
export function shapesAt(shapes: readonly LayerShape[], spot: Spot, limit: number): LayerShape[] {
  const found: LayerShape[] = [];
  for (let at = shapes.length - 1; at >= 0 && found.length < limit; at--) {
    const shape = shapes[at];
    if (shape !== undefined && isNear(shape, spot) && lies(shape, spot)) found.push(shape);
  }
  return found;
}

function isNear({ box: [west, south, east, north] }: LayerShape, { lon, lat, reach: [x, y] }: Spot): boolean {
  return lon >= west - x && lon <= east + x && lat >= south - y && lat <= north + y;
}

function lies({ kind, rings }: LayerShape, spot: Spot): boolean {
  if (kind === 'area') return rings.reduce((isInside, ring) => isInside !== surrounds(ring, spot), false);
  return rings.some((ring) => (kind === 'point' ? touchesPoint(ring, spot) : touchesLine(ring, spot)));
}

/** Whether a ray to the east crosses the ring an odd number of times. */
function surrounds(ring: Float64Array, { lon, lat }: Spot): boolean {
  let isInside = false;
  const length = ring.length;
  for (let at = 0, before = length - 2; at < length; before = at, at += 2) {
    const [x, y] = [ring[at] ?? 0, ring[at + 1] ?? 0];
    const [px, py] = [ring[before] ?? 0, ring[before + 1] ?? 0];
    if (y > lat !== py > lat && lon < ((px - x) * (lat - y)) / (py - y) + x) isInside = !isInside;
  }
  return isInside;
}

function touchesPoint(ring: Float64Array, { lon, lat, reach: [x, y] }: Spot): boolean {
  for (let at = 0; at < ring.length; at += 2)
    if (((ring[at] ?? 0) - lon) ** 2 / x ** 2 + ((ring[at + 1] ?? 0) - lat) ** 2 / y ** 2 <= 1) return true;
  return false;
}

/** Whether a stretch of the line comes so near, with both axes measured by their reach. */
function touchesLine(ring: Float64Array, { lon, lat, reach: [x, y] }: Spot): boolean {
  for (let at = 2; at < ring.length; at += 2) {
    const [ax, ay] = [((ring[at - 2] ?? 0) - lon) / x, ((ring[at - 1] ?? 0) - lat) / y];
    const [bx, by] = [((ring[at] ?? 0) - lon) / x, ((ring[at + 1] ?? 0) - lat) / y];
    const [dx, dy] = [bx - ax, by - ay];
    const length = dx * dx + dy * dy;
    const part = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length));
    if ((ax + part * dx) ** 2 + (ay + part * dy) ** 2 <= 1) return true;
  }
  return false;
}
