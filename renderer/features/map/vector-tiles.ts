import type { Coords, GridLayer, GridLayerOptions } from 'leaflet';
import { PmtilesSource, type PreparedTile, paint, TileCache, View } from 'protomaps-leaflet';
import type { TileFacts } from '#core/layers/tile-archive.ts';
import type { LayersApi } from '#workers/layers-api.ts';
import type { Client } from '#workers/rpc.ts';
import { DrawnTiles, tileCanvas } from './drawn-tiles.ts';
import { readMapColours } from './map-colours.ts';
import { createVectorRules } from './vector-rules.ts';

const size = 256;
/** A tile of data is drawn over two by two tiles of the map, as its lines are meant. */
const levelDiff = 1;

/** The roads, waters and borders of an archive of vector tiles, in the colours of the map. */
export function vectorTiles(
  worker: Client<LayersApi>,
  facts: TileFacts,
  options: GridLayerOptions,
): GridLayer {
  const reader = {
    async getZxy(z: number, x: number, y: number) {
      const bytes = await worker.call('getTile', { x, y, z });
      return bytes === null ? undefined : { data: bytes.buffer };
    },
  };
  // All the library asks of an archive is its tiles, however it is packed.
  const source = new PmtilesSource(
    reader as unknown as ConstructorParameters<typeof PmtilesSource>[0],
    false,
  );
  const view = new View(new TileCache(source, size << levelDiff), facts.maxZoom, levelDiff);
  const rules = createVectorRules(facts.layers);
  return new DrawnTiles((coords, done) => {
    const { canvas, context } = tileCanvas(size);
    view.getDisplayTile(coords).then(
      (tile) => {
        if (context !== null) draw(context, coords, tile);
        done(undefined, canvas);
      },
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), canvas),
    );
    return canvas;
  }, options);

  function draw(context: CanvasRenderingContext2D, coords: Coords, tile: PreparedTile): void {
    const Point = tile.origin.constructor as new (x: number, y: number) => PreparedTile['origin'];
    const box = {
      minX: size * coords.x - 16,
      minY: size * coords.y - 16,
      maxX: size * (coords.x + 1) + 16,
      maxY: size * (coords.y + 1) + 16,
    };
    paint(
      context,
      coords.z,
      new Map([['', [tile]]]),
      null,
      rules([...tile.data.keys()], readMapColours()),
      box,
      new Point(size * coords.x, size * coords.y),
      false,
    );
  }
}
