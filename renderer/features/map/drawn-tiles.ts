import {
  type Coords,
  type DoneCallback,
  GridLayer,
  type GridLayerOptions,
  type Map as LeafletMap,
} from 'leaflet';
import type { TileAsk } from '#workers/paint-shapes.ts';

type Make = (coords: Coords, done: DoneCallback) => HTMLElement;

/** Tiles that `make` draws. */
export class DrawnTiles extends GridLayer {
  readonly #make: Make;

  constructor(make: Make, options: GridLayerOptions) {
    super(options);
    this.#make = make;
  }

  /** Leaflet's own does not round the zoom: at half a level it would ask for tiles that no archive has. */
  override redraw(): this {
    const map: LeafletMap | undefined = this._map;
    return map === undefined ? this : this.remove().addTo(map);
  }

  protected override createTile(coords: Coords, done: DoneCallback): HTMLElement {
    return this.#make(coords, done);
  }
}

/** Tiles whose pictures a worker paints; `null`: there is nothing on one. */
export function paintedTiles(
  paint: (ask: TileAsk) => Promise<ImageBitmap | null>,
  options: GridLayerOptions,
): GridLayer {
  return new DrawnTiles(({ x, y, z }, done) => {
    const canvas = document.createElement('canvas');
    const density = window.devicePixelRatio || 1;
    paint({ square: { x, y, z }, density }).then(
      (picture) => {
        if (picture !== null) show(canvas, picture);
        done(undefined, canvas);
      },
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), canvas),
    );
    return canvas;
  }, options);
}

function show(canvas: HTMLCanvasElement, picture: ImageBitmap): void {
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
  picture.close();
}
