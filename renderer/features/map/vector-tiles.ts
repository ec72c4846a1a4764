import type { GridLayer, GridLayerOptions } from 'leaflet';
import type { LayersApi } from '#workers/layers-api.ts';
import type { Client } from '#workers/rpc.ts';
import { paintedTiles } from './drawn-tiles.ts';
import type { OwnColours } from './own-colours.ts';

/** The roads, waters and borders of an archive of vector tiles, in the colours of the map. */
export function vectorTiles(
  worker: Client<LayersApi>,
  { colours, options }: { readonly colours: OwnColours; readonly options: GridLayerOptions },
): GridLayer {
  return paintedTiles((ask) => worker.call('drawVector', { ...ask, colours: colours.ofMap() }), options);
}
