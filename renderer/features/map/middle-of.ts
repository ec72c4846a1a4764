import type { MultiPolygon, Polygon, Position } from 'geojson';

const known = new WeakMap<Polygon | MultiPolygon, readonly [number, number]>();

/** Latitude and longitude of the centre of mass of an area's largest part; worked out once. */
export function middleOf(geometry: Polygon | MultiPolygon): readonly [number, number] {
  const before = known.get(geometry);
  if (before !== undefined) return before;
  const outlines = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).map(
    ([outer]) => outer ?? [],
  );
  const largest = outlines.map(weigh).sort((a, b) => b.area - a.area)[0];
  const middle = [largest?.lat ?? 0, largest?.lon ?? 0] as const;
  known.set(geometry, middle);
  return middle;
}

const widths = new WeakMap<Polygon | MultiPolygon, number>();

/** Degrees of longitude that an area's parts take together; worked out once. */
export function widthOf(geometry: Polygon | MultiPolygon): number {
  const before = widths.get(geometry);
  if (before !== undefined) return before;
  const rings = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).flat();
  const lons = rings.flatMap((ring) => ring.map(([lon = 0]) => lon));
  const width = lons.reduce((a, b) => Math.max(a, b), -180) - lons.reduce((a, b) => Math.min(a, b), 180);
  widths.set(geometry, width);
  return width;
}

/** Area and centre of mass of a ring by the shoelace formula, in degrees. */
function weigh(ring: readonly Position[]): { area: number; lat: number; lon: number } {
  let [twice, x, y] = [0, 0, 0];
  for (const [at, [x0 = 0, y0 = 0]] of ring.entries()) {
    const [x1 = 0, y1 = 0] = ring[(at + 1) % ring.length] ?? [];
    const cross = x0 * y1 - x1 * y0;
    twice += cross;
    x += (x0 + x1) * cross;
    y += (y0 + y1) * cross;
  }
  if (twice === 0) return { area: 0, lat: ring[0]?.[1] ?? 0, lon: ring[0]?.[0] ?? 0 };
  return { area: Math.abs(twice), lat: y / (3 * twice), lon: x / (3 * twice) };
}
