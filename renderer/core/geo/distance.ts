/** A point on the earth in degrees, WGS 84. */
export type LatLon = { readonly lat: number; readonly lon: number };

/** The mean radius of the earth. */
export const earthRadiusKm = 6371.0088;

/** The great-circle distance (haversine) on a sphere of the earth's mean radius. */
export function distanceKm(a: LatLon, b: LatLon): number {
  const half = (degrees: number) => (degrees * Math.PI) / 360;
  const chord =
    Math.sin(half(b.lat - a.lat)) ** 2 +
    Math.cos(2 * half(a.lat)) * Math.cos(2 * half(b.lat)) * Math.sin(half(b.lon - a.lon)) ** 2;
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(chord)));
}
