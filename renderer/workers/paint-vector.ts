import { PmtilesSource, type PreparedTile, paint, TileCache, View } from 'protomaps-leaflet';
import type { TileArchive } from '#core/layers/tile-archive.ts';
import { type TileAsk, tilePixels } from './paint-shapes.ts';
import { createVectorRules, type VectorColours } from './vector-rules.ts';

/** A tile of data is drawn over two by two tiles of the map, as its lines are meant. */
const levelDiff = 1;
/** Lines reach over the edge of the tile they lie on. */
const reach = 16;

/** Draws the roads, waters and borders of an archive of vector tiles; the last tiles read are held. */
export function createVectorPainter(archive: TileArchive) {
  const reader = {
    async getZxy(z: number, x: number, y: number) {
      const bytes = await archive.getTile(z, x, y);
      return bytes === null ? undefined : { data: bytes.slice().buffer };
    },
  };
  // All the library asks of an archive is its tiles, however it is packed.
  const source = new PmtilesSource(
    reader as unknown as ConstructorParameters<typeof PmtilesSource>[0],
    false,
  );
  const cache = new TileCache(source, tilePixels << levelDiff);
  const view = new View(cache, archive.facts.maxZoom, levelDiff);
  const rules = createVectorRules(archive.facts.layers);

  return async ({ square, density }: TileAsk, colours: VectorColours): Promise<ImageBitmap | null> => {
    const tile = await view.getDisplayTile(square);
    if (tile.data.size === 0) return null;
    const canvas = new OffscreenCanvas(Math.round(tilePixels * density), Math.round(tilePixels * density));
    const context = canvas.getContext('2d');
    if (context === null) return null;
    context.scale(density, density);
    const [left, top] = [tilePixels * square.x, tilePixels * square.y];
    const Point = tile.origin.constructor as new (x: number, y: number) => PreparedTile['origin'];
    paint(
      // It draws lines, areas and dots, which a canvas of a worker can as well.
      context as unknown as CanvasRenderingContext2D,
      square.z,
      new Map([['', [tile]]]),
      null,
      rules([...tile.data.keys()], colours),
      {
        minX: left - reach,
        minY: top - reach,
        maxX: left + tilePixels + reach,
        maxY: top + tilePixels + reach,
      },
      new Point(left, top),
      false,
    );
    return canvas.transferToImageBitmap();
  };
}
