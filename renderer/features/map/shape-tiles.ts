import type { Coords, GridLayer, GridLayerOptions, Map as LeafletMap } from 'leaflet';
import type { LayerShape } from '#core/layers/layer-shapes.ts';
import { createShapeLevels, type LevelShape } from '#core/layers/shape-levels.ts';
import { DrawnTiles, tileCanvas } from './drawn-tiles.ts';
import type { LayerLook } from './layer-look.ts';

const size = 256;
const pointRadius = 4.5;
/** Lines and points reach over the edge of the tile they lie on. */
const margin = 8;

/** The shapes of a file: areas below, then lines, then points. */
export function shapeTiles(
  map: LeafletMap,
  shapes: readonly LayerShape[],
  { look, options }: { readonly look: LayerLook; readonly options: GridLayerOptions },
): GridLayer {
  const levels = createShapeLevels(shapes);
  const draw = (coords: Coords) => {
    const { canvas, context } = tileCanvas(size);
    if (context !== null) {
      const found = levels.within(coords, { size, margin });
      const paint = { colour: resolve(map.getContainer(), look.colour), dash: [...look.dash] };
      for (const kind of ['area', 'line', 'point'] as const)
        for (const shape of found) if (shape.kind === kind) drawShape(context, shape, { coords, paint });
    }
    return canvas;
  };
  return new DrawnTiles((coords, done) => {
    const canvas = draw(coords);
    // Not before Leaflet knows the tile.
    queueMicrotask(() => done(undefined, canvas));
    return canvas;
  }, options);
}

type Painting = {
  readonly coords: Coords;
  readonly paint: { readonly colour: string; readonly dash: number[] };
};

function drawShape(
  context: CanvasRenderingContext2D,
  { kind, rings }: LevelShape,
  { coords, paint }: Painting,
): void {
  const corner = [coords.x * size, coords.y * size] as const;
  context.beginPath();
  for (const ring of rings) {
    if (kind === 'point') traceDots(context, ring, corner);
    else traceLine(context, ring, corner);
    if (kind === 'area') context.closePath();
  }
  context.fillStyle = paint.colour;
  context.strokeStyle = kind === 'point' ? 'white' : paint.colour;
  context.lineWidth = kind === 'point' ? 1.4 : 2;
  context.lineJoin = 'round';
  context.setLineDash(kind === 'point' ? [] : paint.dash);
  if (kind !== 'line') {
    context.globalAlpha = kind === 'area' ? 0.16 : 1;
    context.fill('evenodd');
    context.globalAlpha = 1;
  }
  context.stroke();
}

type Corner = readonly [left: number, top: number];

function traceDots(context: CanvasRenderingContext2D, ring: Float64Array, [left, top]: Corner): void {
  for (let at = 0; at < ring.length; at += 2) {
    const [x, y] = [(ring[at] ?? 0) - left, (ring[at + 1] ?? 0) - top];
    context.moveTo(x + pointRadius, y);
    context.arc(x, y, pointRadius, 0, Math.PI * 2);
  }
}

function traceLine(context: CanvasRenderingContext2D, ring: Float64Array, [left, top]: Corner): void {
  for (let at = 0; at < ring.length; at += 2) {
    const [x, y] = [(ring[at] ?? 0) - left, (ring[at + 1] ?? 0) - top];
    if (at === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  }
}

/** A colour of the theme as a canvas takes it. */
function resolve(container: HTMLElement, name: string): string {
  const before = container.style.getPropertyValue('caret-color');
  container.style.setProperty('caret-color', `var(${name})`);
  const colour = getComputedStyle(container).caretColor;
  container.style.setProperty('caret-color', before);
  return colour;
}
