import {
  clipLine,
  clipRing,
  type Frame,
  isOutside,
  type LinePiece,
  type PixelLine,
  toPixelLine,
} from './clip-ring.ts';
import type { LayerShape } from './layer-shapes.ts';

/** A square of the map at a zoom, counted from its north-west corner. */
export type Square = { readonly x: number; readonly y: number; readonly z: number };

/** What of a shape is to be drawn on a square, in pixels from the square's north-west corner. */
export type TileShape = {
  readonly kind: LayerShape['kind'];
  /** Where it is filled: inside an odd number of these. */
  readonly rings: readonly (readonly number[])[];
  /** Its lines, or the outline of the area. */
  readonly lines: readonly LinePiece[];
  /** Its points; of a line or an area the one pixel it is no larger than. */
  readonly dots: readonly number[];
};

/** Pixels of a square, and how far shapes reach over its edges. */
export type TileSize = { readonly size: number; readonly margin: number };

/** Points nearer than this to the one before are left out, in pixels. */
const nearest = 0.6;
/** Lists of what is near a square that are held. */
const mostLists = 400;

/**
 * The shapes of a file as they are drawn, square by square, in Web Mercator: at each zoom only the points that can be
 * told apart, and of them only those on the square and around it. Of shapes that all lie on one pixel the first is drawn.
 * What a square costs goes by what is on it, however large the file is.
 */
export function createShapeTiles(shapes: readonly LayerShape[]) {
  const boxes = boxesOf(shapes);
  const near = createNearby(boxes, shapes.length);
  const projected = new Map<number, readonly Float64Array[]>();
  const levels = new Map<number, Map<number, readonly PixelLine[]>>();

  function project(index: number, { rings }: LayerShape): readonly Float64Array[] {
    const made = projected.get(index) ?? rings.map(toMercator);
    projected.set(index, made);
    return made;
  }

  function linesAt(index: number, shape: LayerShape, pixels: number): readonly PixelLine[] {
    const level = levels.get(pixels) ?? new Map<number, readonly PixelLine[]>();
    levels.set(pixels, level);
    // Two zooms are held: the one that is shown and the one it is left for.
    dropOldest(levels, 2);
    const made =
      level.get(index) ??
      project(index, shape).map((ring) => toPixelLine(thin(ring, pixels, shape.kind === 'area')));
    level.set(index, made);
    return made;
  }

  function draw(index: number, shape: LayerShape, { frame, pixels, taken }: Drawing): TileShape | null {
    const { kind } = shape;
    const speck = speckOf(boxes, index, pixels);
    if (speck !== null) {
      const key = `${kind} ${speck}`;
      if (taken.has(key)) return null;
      taken.add(key);
      if (kind !== 'point') return { kind, rings: [], lines: [], dots: speck };
    }
    if (kind !== 'point') return clip(kind, linesAt(index, shape, pixels), frame);
    const dots = project(index, shape).flatMap((ring) => dotsInside(ring, pixels, frame));
    return dots.length === 0 ? null : { kind, rings: [], lines: [], dots };
  }

  return {
    /** What of the shapes lies on a square or comes within `margin` of it, in their order. */
    within(square: Square, { size, margin }: TileSize): TileShape[] {
      const [left, top] = [square.x * size, square.y * size];
      const drawing: Drawing = {
        pixels: size * 2 ** square.z,
        taken: new Set(),
        frame: {
          left: left - margin,
          top: top - margin,
          right: left + size + margin,
          bottom: top + size + margin,
        },
      };
      return near(square, margin / size).flatMap((index) => {
        const shape = shapes[index];
        const drawn = shape === undefined ? null : draw(index, shape, drawing);
        return drawn === null ? [] : [moved(drawn, left, top)];
      });
    },
  };
}

type Drawing = {
  readonly frame: Frame;
  /** Of the whole map. */
  readonly pixels: number;
  /** The pixels on which something no larger was drawn. */
  readonly taken: Set<string>;
};

function dropOldest<Key, Held>(held: Map<Key, Held>, most: number): void {
  for (const key of held.keys()) if (held.size > most) held.delete(key);
}

/** West, north, east, south of each shape, the whole map being 1 wide and 1 high. */
function boxesOf(shapes: readonly LayerShape[]): Float64Array {
  const boxes = new Float64Array(shapes.length * 4);
  for (const [index, { box }] of shapes.entries())
    boxes.set([across(box[0]), down(box[3]), across(box[2]), down(box[1])], index * 4);
  return boxes;
}

/** Which shapes may reach a square: picked from those near the square it is a quarter of, down from the whole map. */
function createNearby(boxes: Float64Array, count: number) {
  const all = Array.from({ length: count }, (_, index) => index);
  const lists = new Map<string, readonly number[]>();
  return function near({ x, y, z }: Square, margin: number): readonly number[] {
    const key = `${z}/${x}/${y}/${margin}`;
    const held = lists.get(key);
    if (held !== undefined) return held;
    const above = z === 0 ? all : near({ x: Math.floor(x / 2), y: Math.floor(y / 2), z: z - 1 }, margin);
    const squares = 2 ** z;
    const [left, top] = [(x - margin) / squares, (y - margin) / squares];
    const frame = {
      left,
      top,
      right: left + (1 + 2 * margin) / squares,
      bottom: top + (1 + 2 * margin) / squares,
    };
    const inside = above.filter((index) => !isOutside(boxes, index * 4, frame));
    dropOldest(lists, mostLists);
    // Far out most squares have what the one above has: it is kept once.
    const list = inside.length === above.length ? above : inside;
    lists.set(key, list);
    return list;
  };
}

/** The middle of the pixel that a shape is no larger than; `null`: it is larger. */
function speckOf(boxes: Float64Array, index: number, pixels: number): readonly [number, number] | null {
  const [left, top] = [(boxes[index * 4] ?? 0) * pixels, (boxes[index * 4 + 1] ?? 0) * pixels];
  const [right, bottom] = [(boxes[index * 4 + 2] ?? 0) * pixels, (boxes[index * 4 + 3] ?? 0) * pixels];
  return right - left < 1 && bottom - top < 1 ? [Math.floor(left) + 0.5, Math.floor(top) + 0.5] : null;
}

/** `null`: nothing of it is in the frame. */
function clip(kind: LayerShape['kind'], lines: readonly PixelLine[], frame: Frame): TileShape | null {
  const rings =
    kind === 'area' ? lines.map((line) => clipRing(line, frame)).filter(({ length }) => length > 0) : [];
  const pieces = lines.flatMap((line) => clipLine(line, frame));
  return rings.length + pieces.length === 0 ? null : { kind, rings, lines: pieces, dots: [] };
}

function dotsInside(ring: Float64Array, pixels: number, { left, top, right, bottom }: Frame): number[] {
  const dots: number[] = [];
  for (let at = 0; at < ring.length; at += 2) {
    const [x, y] = [(ring[at] ?? 0) * pixels, (ring[at + 1] ?? 0) * pixels];
    if (x >= left && x <= right && y >= top && y <= bottom) dots.push(x, y);
  }
  return dots;
}

/** Counted from the corner of the square: numbers of the whole map are too large for the precision of a canvas. */
function moved({ kind, rings, lines, dots }: TileShape, left: number, top: number): TileShape {
  const move = (points: readonly number[]) => points.map((value, at) => value - (at % 2 === 0 ? left : top));
  return {
    kind,
    rings: rings.map(move),
    lines: lines.map(({ points, from }) => ({ points: move(points), from })),
    dots: move(dots),
  };
}

/** The last point stays, so that a line ends where it ends; the outline of an area comes back to its first. */
function thin(ring: Float64Array, pixels: number, isClosed: boolean): Float64Array {
  const kept = new Float64Array(ring.length + 2);
  let filled = 0;
  let [lastX, lastY] = [Number.NaN, Number.NaN];
  for (let at = 0; at < ring.length; at += 2) {
    const x = (ring[at] ?? 0) * pixels;
    const y = (ring[at + 1] ?? 0) * pixels;
    const isNear = Math.abs(x - lastX) < nearest && Math.abs(y - lastY) < nearest;
    if (isNear && at + 2 < ring.length) continue;
    kept[filled] = x;
    kept[filled + 1] = y;
    filled += 2;
    [lastX, lastY] = [x, y];
  }
  if (isClosed && (kept[0] !== lastX || kept[1] !== lastY)) {
    kept[filled] = kept[0] ?? 0;
    kept[filled + 1] = kept[1] ?? 0;
    filled += 2;
  }
  return kept.slice(0, filled);
}

/** Of the whole map, which is 1 wide and 1 high. */
function toMercator(ring: Float64Array): Float64Array {
  return ring.map((value, at) => (at % 2 === 0 ? across(value) : down(value)));
}

/** From the west edge of the map, 0, to its east edge, 1. */
function across(lon: number): number {
  return (lon + 180) / 360;
}

/** Web Mercator ends here. */
const farthest = 85.0511287798;

/** From the north edge of the map, 0, to its south edge, 1. */
function down(lat: number): number {
  const angle = (Math.max(-farthest, Math.min(farthest, lat)) * Math.PI) / 180;
  return (1 - Math.log(Math.tan(angle) + 1 / Math.cos(angle)) / Math.PI) / 2;
}
