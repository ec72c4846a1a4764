import { GeomType, PmtilesSource, type PreparedTile, paint, TileCache, View } from 'protomaps-leaflet';
import type { TileArchive } from '#core/layers/tile-archive.ts';
import { namesOn, type TileFeature, type TileName } from '#core/layers/tile-names.ts';
import { type TileAsk, tilePixels } from './paint-shapes.ts';
import { createVectorRules, type VectorColours } from './vector-rules.ts';

/** A tile of data is drawn over two by two tiles of the map, as its lines are meant. */
const levelDiff = 1;
/** Lines reach over the edge of the tile they lie on. */
const reach = 16;

/** A square of vector tiles: its picture, `null` when there is nothing on it, and the names to be written over it. */
export type VectorSquare = {
  readonly picture: ImageBitmap | null;
  readonly names: readonly TileName[];
};

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

  return async ({ square, density }: TileAsk, colours: VectorColours): Promise<VectorSquare> => {
    const tile = await view.getDisplayTile(square);
    if (tile.data.size === 0) return { picture: null, names: [] };
    const names = namesOn(square, tilePixels, featuresOf(tile));
    const canvas = new OffscreenCanvas(Math.round(tilePixels * density), Math.round(tilePixels * density));
    const context = canvas.getContext('2d');
    if (context === null) return { picture: null, names };
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
    return { picture: canvas.transferToImageBitmap(), names };
  };
}

function featuresOf({ data, origin, scale }: PreparedTile): TileFeature[] {
  return [...data.values()].flat().flatMap(({ geomType, props, geom }) => {
    if (geomType === GeomType.Polygon) return [];
    const kind = geomType === GeomType.Point ? 'point' : 'line';
    const parts = geom.map((part) =>
      part.map(({ x, y }) => ({ x: origin.x + x * scale, y: origin.y + y * scale })),
    );
    return [{ kind, properties: props, parts }];
  });
}
