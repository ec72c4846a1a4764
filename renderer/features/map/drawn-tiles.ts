import { type Coords, type DoneCallback, GridLayer, type GridLayerOptions } from 'leaflet';

type Make = (coords: Coords, done: DoneCallback) => HTMLElement;

/** Tiles that `make` draws. */
export class DrawnTiles extends GridLayer {
  readonly #make: Make;

  constructor(make: Make, options: GridLayerOptions) {
    super(options);
    this.#make = make;
  }

  protected override createTile(coords: Coords, done: DoneCallback): HTMLElement {
    return this.#make(coords, done);
  }
}

/** An empty canvas for one tile, as sharp as the screen, with a context that counts in pixels of the map. */
export function tileCanvas(sizePixels: number): {
  readonly canvas: HTMLCanvasElement;
  readonly context: CanvasRenderingContext2D | null;
} {
  const canvas = document.createElement('canvas');
  const density = window.devicePixelRatio || 1;
  canvas.width = Math.round(sizePixels * density);
  canvas.height = Math.round(sizePixels * density);
  const context = canvas.getContext('2d');
  context?.scale(density, density);
  return { canvas, context };
}
