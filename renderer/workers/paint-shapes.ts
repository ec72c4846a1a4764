import type { Square, TileShape } from '#core/layers/shape-tiles.ts';

/** How the shapes of a layer look: colours as a canvas takes them. */
export type ShapePaint = { readonly colour: string; readonly dash: readonly number[] };

/** A square to be drawn, and how many pixels of the screen are one of the map. */
export type TileAsk = { readonly square: Square; readonly density: number };

/** Pixels of the map on one side of a square. */
export const tilePixels = 256;
const pointRadius = 4.5;
const speck = 2;

/** Draw what is on a square: areas below, then lines, then points; `null` when there is nothing. */
export function paintShapes(
  shapes: readonly TileShape[],
  density: number,
  paint: ShapePaint,
): ImageBitmap | null {
  if (shapes.length === 0) return null;
  const canvas = new OffscreenCanvas(Math.round(tilePixels * density), Math.round(tilePixels * density));
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.scale(density, density);
  context.fillStyle = paint.colour;
  context.lineJoin = 'round';
  for (const kind of ['area', 'line', 'point'] as const) {
    context.strokeStyle = kind === 'point' ? 'white' : paint.colour;
    context.lineWidth = kind === 'point' ? 1.4 : 2;
    context.setLineDash(kind === 'point' ? [] : [...paint.dash]);
    for (const shape of shapes) if (shape.kind === kind) paintShape(context, shape);
  }
  return canvas.transferToImageBitmap();
}

function paintShape(context: OffscreenCanvasRenderingContext2D, shape: TileShape): void {
  if (shape.kind === 'point') {
    paintDots(context, shape.dots);
    return;
  }
  const [x, y] = shape.dots;
  if (x !== undefined && y !== undefined) context.fillRect(x - speck / 2, y - speck / 2, speck, speck);
  context.beginPath();
  for (const ring of shape.rings) {
    trace(context, ring);
    context.closePath();
  }
  context.globalAlpha = 0.16;
  context.fill('evenodd');
  context.globalAlpha = 1;
  for (const { points, from } of shape.lines) {
    context.beginPath();
    trace(context, points);
    // A broken line goes on where the square beside this one left it.
    context.lineDashOffset = from;
    context.stroke();
  }
}

function paintDots(context: OffscreenCanvasRenderingContext2D, dots: readonly number[]): void {
  context.beginPath();
  for (let at = 0; at < dots.length; at += 2) {
    const [x, y] = [dots[at] ?? 0, dots[at + 1] ?? 0];
    context.moveTo(x + pointRadius, y);
    context.arc(x, y, pointRadius, 0, Math.PI * 2);
  }
  context.fill();
  context.stroke();
}

function trace(context: OffscreenCanvasRenderingContext2D, points: readonly number[]): void {
  for (let at = 0; at < points.length; at += 2) {
    const [x, y] = [points[at] ?? 0, points[at + 1] ?? 0];
    if (at === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  }
}
