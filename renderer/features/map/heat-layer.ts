import type { Map as LeafletMap } from 'leaflet';
import { blur, type Grid } from '#core/picture/blur.ts';
import type { Spots } from '#core/picture/gather-spots.ts';
import { readMapColours } from './map-colours.ts';
import { addPointSheet, type Cleared } from './point-sheet.ts';

/** How far the warmth of an exact, a near and a vague point reaches, in pixels: the less exact, the thinner too. */
const reaches = [30, 42, 72] as const;

/** Drawn at a fraction of the size: warmth has no edges to lose. */
const coarse = 4;

/** The warmest place is not painted over altogether. */
const strongest = 0.82;

/** Where much of the work lies, as warmth. */
export type HeatLayer = {
  draw(points: Warming, isOn: boolean): void;
  destroy(): void;
};

type Warming = { readonly spots: Spots; readonly chosen: Uint8Array };

/** Lay a sheet for warmth below the names. */
export function addHeatLayer(map: LeafletMap): HeatLayer {
  const sheet = addPointSheet(map, 'heat', 320);
  const small = document.createElement('canvas');
  let isDrawn = false;
  return {
    draw(points, isOn) {
      if (!isOn && !isDrawn) return;
      isDrawn = isOn;
      const cleared = sheet.clear();
      if (!isOn || cleared === null) return;
      small.width = Math.ceil(cleared.width / coarse);
      small.height = Math.ceil(cleared.height / coarse);
      const context = small.getContext('2d');
      if (context === null) return;
      context.fillStyle = readMapColours().pin;
      context.fillRect(0, 0, small.width, small.height);
      const picture = context.getImageData(0, 0, small.width, small.height);
      fade(picture, warmthOf(points, cleared, small));
      context.putImageData(picture, 0, 0);
      cleared.context.imageSmoothingQuality = 'high';
      cleared.context.drawImage(small, 0, 0, small.width * coarse, small.height * coarse);
    },
    destroy: () => sheet.destroy(),
  };
}

/** The warmth of each cell of a coarse sheet. */
function warmthOf(warming: Warming, sheet: Cleared, { width, height }: Omit<Grid, 'values'>): Float32Array {
  const sum = new Float32Array(width * height);
  for (const [precision, values] of countCells(warming, sheet, { width, height }).entries()) {
    if (values === null) continue;
    const spread = blur({ width, height, values }, (reaches[precision] ?? 0) / coarse).values;
    for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) + (spread[at] ?? 0);
  }
  return sum;
}

/** How many points of each precision lie in each cell; `null`: none in any. */
function countCells(
  { spots, chosen }: Warming,
  { left, top, worldSize }: Cleared,
  { width, height }: Omit<Grid, 'values'>,
): readonly (Float32Array | null)[] {
  const counts: (Float32Array | null)[] = reaches.map(() => null);
  for (let point = 0; point < chosen.length; point++) {
    if (chosen[point] === 0) continue;
    const spot = spots.spotOf[point] ?? 0;
    const column = Math.floor(((spots.x[spot] ?? 0) * worldSize - left) / coarse);
    const row = Math.floor(((spots.y[spot] ?? 0) * worldSize - top) / coarse);
    if (column < 0 || column >= width || row < 0 || row >= height) continue;
    const precision = spots.precisions[point] ?? 0;
    const values = counts[precision] ?? new Float32Array(width * height);
    counts[precision] = values;
    values[row * width + column] = (values[row * width + column] ?? 0) + 1;
  }
  return counts;
}

/** Let a picture of one colour show only as far as its cells are warm, beside the warmest. */
function fade({ data }: ImageData, warmth: Float32Array): void {
  const most = warmth.reduce((max, value) => Math.max(max, value), 0);
  for (let at = 0; at < warmth.length; at++) {
    // The root lets a place with few be seen beside one with hundreds.
    const share = most === 0 ? 0 : Math.sqrt((warmth[at] ?? 0) / most);
    data[4 * at + 3] = 255 * strongest * share;
  }
}
