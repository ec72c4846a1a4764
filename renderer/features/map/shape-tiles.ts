import type { GridLayer, GridLayerOptions, Map as LeafletMap } from 'leaflet';
import type { LayersApi } from '#workers/layers-api.ts';
import type { Client } from '#workers/rpc.ts';
import { DrawnTiles, tileCanvas } from './drawn-tiles.ts';
import type { LayerLook } from './layer-look.ts';

/** The shapes of a file, each tile drawn by the worker that holds them. */
export function shapeTiles(
  map: LeafletMap,
  worker: Client<LayersApi>,
  { look, options }: { readonly look: LayerLook; readonly options: GridLayerOptions },
): GridLayer {
  return new DrawnTiles(({ x, y, z }, done) => {
    const { canvas, context } = tileCanvas(256);
    const density = window.devicePixelRatio || 1;
    const paint = { colour: resolve(map.getContainer(), look.colour), dash: look.dash };
    worker.call('drawShapes', { square: { x, y, z }, density, paint }).then(
      (picture) => {
        if (picture !== null) context?.drawImage(picture, 0, 0, 256, 256);
        picture?.close();
        done(undefined, canvas);
      },
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), canvas),
    );
    return canvas;
  }, options);
}

/** A colour of the theme as a canvas takes it. */
function resolve(container: HTMLElement, name: string): string {
  const before = container.style.getPropertyValue('caret-color');
  container.style.setProperty('caret-color', `var(${name})`);
  const colour = getComputedStyle(container).caretColor;
  container.style.setProperty('caret-color', before);
  return colour;
}
