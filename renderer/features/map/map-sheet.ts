import { type Map as LeafletMap, latLngBounds } from 'leaflet';
import { type LabelBox, placeCentred } from '#core/geo/place-labels.ts';
import { baseBounds } from './base-layers.ts';
import type { MapColours } from './map-colours.ts';

/** Views of room on each side, so that a drag does not uncover a bare edge at once. */
const padding = 0.2;

/** What names are written on: a canvas over the view. */
export type Sheet = {
  readonly map: LeafletMap;
  readonly context: CanvasRenderingContext2D;
  readonly colours: MapColours;
  readonly language: 'en' | 'fr';
  readonly font: string;
  /** How much larger than normal the analyst reads. */
  readonly scale: number;
  readonly origin: { readonly x: number; readonly y: number };
  readonly frame: LabelBox;
  readonly taken: LabelBox[];
  /** How far what stands at a town reaches, by the town's id. */
  readonly covered: ReadonlyMap<string, number>;
};

/** Put the canvas over the view and clear it. `null` while the map has no size. */
export function laySheet(
  map: LeafletMap,
  sheet: HTMLCanvasElement,
): Pick<Sheet, 'context' | 'origin' | 'frame'> | null {
  const size = map.getSize();
  const context = sheet.getContext('2d');
  if (context === null || size.x === 0 || size.y === 0) return null;
  const margin = { x: Math.round(size.x * padding), y: Math.round(size.y * padding) };
  const width = size.x + 2 * margin.x;
  const height = size.y + 2 * margin.y;
  const density = window.devicePixelRatio || 1;
  sheet.width = Math.round(width * density);
  sheet.height = Math.round(height * density);
  sheet.style.width = `${width}px`;
  sheet.style.height = `${height}px`;
  // Names stay within the neat line.
  const box = latLngBounds(baseBounds);
  const topLeft = map.latLngToContainerPoint(box.getNorthWest());
  const bottomRight = map.latLngToContainerPoint(box.getSouthEast());
  const frame = {
    left: Math.max(0, topLeft.x + margin.x),
    top: Math.max(0, topLeft.y + margin.y),
    right: Math.min(width, bottomRight.x + margin.x),
    bottom: Math.min(height, bottomRight.y + margin.y),
  };
  const corner = map.containerPointToLayerPoint([-margin.x, -margin.y]);
  sheet.style.transform = `translate(${corner.x}px, ${corner.y}px)`;
  context.setTransform(density, 0, 0, density, 0, 0);
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  return { context, origin: margin, frame };
}

/** Where a point lies on the sheet. */
export function at({ map, origin }: Sheet, lat: number, lon: number) {
  const point = map.latLngToContainerPoint([lat, lon]);
  return { x: point.x + origin.x, y: point.y + origin.y };
}

/** Words and their look. */
export type Words = {
  readonly text: string;
  readonly size: number;
  readonly weight: number;
  readonly colour: string;
  readonly italic?: boolean;
  /** Em of room between letters. */
  readonly spacing?: number;
};

function setFont({ context, font, scale }: Sheet, { size, weight, italic, spacing = 0 }: Words): void {
  context.font = `${italic ? 'italic ' : ''}${weight} ${size * scale}px ${font}`;
  context.letterSpacing = `${size * scale * spacing}px`;
}

/** The room that words take. */
export function measure(sheet: Sheet, words: Words): { width: number; height: number } {
  setFont(sheet, words);
  return { width: sheet.context.measureText(words.text).width, height: words.size * sheet.scale * 1.15 };
}

/** Write words into a box, with a halo that keeps them readable over lines. */
export function write(sheet: Sheet, words: Words, box: LabelBox): void {
  const { context, colours, scale } = sheet;
  setFont(sheet, words);
  const y = (box.top + box.bottom) / 2;
  context.strokeStyle = colours.halo;
  context.globalAlpha = 0.85;
  context.lineWidth = 3 * scale;
  context.strokeText(words.text, box.left, y);
  context.globalAlpha = 1;
  context.fillStyle = words.colour;
  context.fillText(words.text, box.left, y);
  sheet.taken.push(box);
}

/** Write words around a point, unless they would lie on others. Answers whether they were written. */
export function writeCentred(sheet: Sheet, words: Words, [lat, lon]: readonly [number, number]): boolean {
  const box = placeCentred(at(sheet, lat, lon), measure(sheet, words), sheet);
  if (box !== null) write(sheet, words, box);
  return box !== null;
}
