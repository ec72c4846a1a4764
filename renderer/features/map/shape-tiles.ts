import type { GridLayer, GridLayerOptions } from 'leaflet';
import type { LayersApi } from '#workers/layers-api.ts';
import type { Client } from '#workers/rpc.ts';
import { paintedTiles } from './drawn-tiles.ts';
import type { LayerLook } from './layer-look.ts';
import type { OwnColours } from './own-colours.ts';

type ShapeDrawing = {
  readonly look: LayerLook;
  readonly colours: OwnColours;
  readonly options: GridLayerOptions;
};

/** The shapes of a file, each tile drawn by the worker that holds them. */
export function shapeTiles(worker: Client<LayersApi>, { look, colours, options }: ShapeDrawing): GridLayer {
  return paintedTiles((ask) => {
    const paint = { colour: colours.named(look.colour), dash: look.dash };
    return worker.call('drawShapes', { ...ask, paint });
  }, options);
}
