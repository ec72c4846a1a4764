import type { GridLayer, GridLayerOptions, TileEvent } from 'leaflet';
import type { Square } from '#core/layers/shape-tiles.ts';
import type { TileName } from '#core/layers/tile-names.ts';
import type { LayersApi } from '#workers/layers-api.ts';
import type { Client } from '#workers/rpc.ts';
import { paintedTiles } from './drawn-tiles.ts';
import type { OwnColours } from './own-colours.ts';

type VectorDrawing = {
  readonly colours: OwnColours;
  readonly options: GridLayerOptions;
  /** The names on all tiles that are there now, whenever there are others. */
  readonly onNames: (names: readonly TileName[]) => void;
};

/** The roads, waters and borders of an archive of vector tiles, in the colours of the map. */
export function vectorTiles(
  worker: Client<LayersApi>,
  { colours, options, onNames }: VectorDrawing,
): GridLayer {
  const names = new Map<string, readonly TileName[]>();
  const live = new Set<string>();
  const tell = () => onNames([...names.values()].flat());
  const tiles = paintedTiles(async (ask) => {
    const key = keyOf(ask.square);
    live.add(key);
    const drawn = await worker.call('drawVector', { ...ask, colours: colours.ofMap() });
    // A tile that has gone meanwhile has no names either.
    if (live.has(key) && drawn.names.length > 0) {
      names.set(key, drawn.names);
      tell();
    }
    return drawn.picture;
  }, options);
  tiles.on('tileunload', ({ coords }: TileEvent) => {
    live.delete(keyOf(coords));
    if (names.delete(keyOf(coords))) tell();
  });
  return tiles;
}

function keyOf({ x, y, z }: Square): string {
  return `${z}/${x}/${y}`;
}
