import type { Map as LeafletMap } from 'leaflet';
import { type Clusters, clusterSpots } from '#core/picture/cluster-spots.ts';
import type { Spots } from '#core/picture/gather-spots.ts';

/** Points in order, and which of them are shown. */
export type Held = {
  readonly spots: Spots;
  readonly chosen: Uint8Array;
  readonly drawn: Uint8Array;
};

/** How near symbols come before they are put together, in pixels: less the closer one looks. */
export function reachAt(zoom: number): number {
  if (zoom >= 11) return 28;
  return zoom >= 9 ? 42 : 58;
}

/** The clusters of what is drawn now, worked out once for each zoom. */
export function rememberClusters(map: LeafletMap) {
  const known = new Map<number, Clusters>();
  return {
    now({ spots, drawn }: Held): Clusters {
      const zoom = map.getZoom();
      const before = known.get(zoom);
      if (before !== undefined) return before;
      const made = clusterSpots(spots, drawn, { worldSize: 256 * 2 ** zoom, reach: reachAt(zoom) });
      known.set(zoom, made);
      return made;
    },
    forget: () => known.clear(),
  };
}
