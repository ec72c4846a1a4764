import type { GridLayer, GridLayerOptions } from 'leaflet';
import type { TileFacts } from '#core/layers/tile-archive.ts';
import type { LayersApi } from '#workers/layers-api.ts';
import type { Client } from '#workers/rpc.ts';
import { DrawnTiles } from './drawn-tiles.ts';

/** The pictures of an archive. A tile that is missing or cannot be read stays empty. */
export function pictureTiles(
  worker: Client<LayersApi>,
  kind: TileFacts['kind'],
  options: GridLayerOptions,
): GridLayer {
  return new DrawnTiles((coords, done) => {
    const image = document.createElement('img');
    image.alt = '';
    const finish = (error?: Error) => {
      if (image.src !== '') URL.revokeObjectURL(image.src);
      done(error, image);
    };
    image.addEventListener('load', () => finish());
    image.addEventListener('error', () => finish(new Error('not a picture')));
    worker.call('getTile', { x: coords.x, y: coords.y, z: coords.z }).then(
      (bytes) => {
        if (bytes === null) finish();
        else image.src = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: kind }));
      },
      (error: unknown) => finish(error instanceof Error ? error : new Error(String(error))),
    );
    return image;
  }, options);
}
