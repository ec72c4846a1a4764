import { earthRadiusKm, type LatLon } from './distance.ts';

const degrees = 180 / Math.PI;

/** The direction in which the shortest way begins: degrees from true north, clockwise, at least 0 and below 360. */
export function bearingDegrees(from: LatLon, to: LatLon): number {
  const [lat, goal] = [from.lat / degrees, to.lat / degrees];
  const turn = (to.lon - from.lon) / degrees;
  const east = Math.sin(turn) * Math.cos(goal);
  const north = Math.cos(lat) * Math.sin(goal) - Math.sin(lat) * Math.cos(goal) * Math.cos(turn);
  const bearing = (Math.atan2(east, north) * degrees + 360) % 360;
  return bearing === 360 ? 0 : bearing;
}

/** Points along the shortest way, both ends included; `steps` pieces of equal length. */
export function greatCircle(from: LatLon, to: LatLon, steps: number): LatLon[] {
  const [a, b] = [toVector(from), toVector(to)];
  const angle = Math.acos(Math.max(-1, Math.min(1, a[0] * b[0] + a[1] * b[1] + a[2] * b[2])));
  // One point, or two that lie opposite: there is no one way between them.
  if (Math.sin(angle) < 1e-9) return [from, to];
  const between = Array.from({ length: steps - 1 }, (_, index): LatLon => {
    const share = (index + 1) / steps;
    const [p, q] = [Math.sin((1 - share) * angle), Math.sin(share * angle)];
    const [x, y, z] = [p * a[0] + q * b[0], p * a[1] + q * b[1], p * a[2] + q * b[2]];
    return { lat: Math.atan2(z, Math.hypot(x, y)) * degrees, lon: Math.atan2(y, x) * degrees };
  });
  return [from, ...between, to];
}

/** The point reached on the shortest way that begins in a direction (degrees from true north, clockwise). */
export function destination(from: LatLon, bearing: number, km: number): LatLon {
  const [lat, turn, angle] = [from.lat / degrees, bearing / degrees, km / earthRadiusKm];
  const sine = Math.sin(lat) * Math.cos(angle) + Math.cos(lat) * Math.sin(angle) * Math.cos(turn);
  const east = Math.sin(turn) * Math.sin(angle) * Math.cos(lat);
  const north = Math.cos(angle) - Math.sin(lat) * sine;
  const lon = from.lon + Math.atan2(east, north) * degrees;
  return { lat: Math.asin(Math.max(-1, Math.min(1, sine))) * degrees, lon: ((lon + 540) % 360) - 180 };
}

function toVector({ lat, lon }: LatLon): [number, number, number] {
  const [up, round] = [lat / degrees, lon / degrees];
  return [Math.cos(up) * Math.cos(round), Math.cos(up) * Math.sin(round), Math.sin(up)];
}
