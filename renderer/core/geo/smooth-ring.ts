import type { LatLon } from './distance.ts';

/**
 * Round the corners of a closed line by cutting each at a quarter of its two sides (Chaikin), `rounds` times over. For
 * lines that are only approximate anyway: where a corner would look like knowledge.
 */
export function smoothRing(ring: readonly LatLon[], rounds: number): readonly LatLon[] {
  if (rounds <= 0) return ring;
  const cut = ring.flatMap((from, index) => {
    const to = ring[(index + 1) % ring.length] ?? from;
    return [0.25, 0.75].map((share) => ({
      lat: from.lat + (to.lat - from.lat) * share,
      lon: from.lon + (to.lon - from.lon) * share,
    }));
  });
  return smoothRing(cut, rounds - 1);
}
