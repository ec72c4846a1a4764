import type { ItemKind } from '#core/picture/picture-item.ts';
import type { Ink, Shape } from './shape.ts';

type Sign = {
  readonly kind: ItemKind;
  /** Of its middle. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** An inferred time is drawn hollow. */
  readonly isSure: boolean;
};

/**
 * The sign of a kind, told apart by its form as well as its colour: a lozenge for an event, a bar for a highlight, a
 * disc for a mention, a sheet for an article, a triangle for a track and a hexagon for an area: as on the map.
 */
export function drawSign({ kind, x, y, size, isSure }: Sign): Shape {
  const half = size / 2;
  const points = forms[kind].map(([across, down]): [number, number] => [x + across * half, y + down * half]);
  return { kind: 'polygon', points, ink: kind, ...(isSure ? {} : { inside: 'surface' as Ink }) };
}

const round = Array.from({ length: 16 }, (_, at): [number, number] => [
  0.85 * Math.cos((at * Math.PI) / 8),
  0.85 * Math.sin((at * Math.PI) / 8),
]);

/** Corners from -1 to 1. */
const forms: Record<ItemKind, readonly (readonly [number, number])[]> = {
  event: [
    [0, -1.1],
    [1.1, 0],
    [0, 1.1],
    [-1.1, 0],
  ],
  highlight: [
    [-1, -0.55],
    [1, -0.55],
    [1, 0.55],
    [-1, 0.55],
  ],
  mention: round,
  article: [
    [-0.75, -1],
    [0.3, -1],
    [0.75, -0.5],
    [0.75, 1],
    [-0.75, 1],
  ],
  track: [
    [0, -1.1],
    [0.95, 0.7],
    [-0.95, 0.7],
  ],
  area: [
    [0, -1],
    [0.87, -0.5],
    [0.87, 0.5],
    [0, 1],
    [-0.87, 0.5],
    [-0.87, -0.5],
  ],
};
