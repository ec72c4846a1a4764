import { type MapPoint, pointKinds } from './map-point.ts';
import type { PictureItem } from './picture-item.ts';

/**
 * Points by the spot they lie at. Spots are numbered from the one with the most points down, so that a cluster is drawn
 * at the place most of it is about. Held in flat arrays: there may be tens of thousands.
 */
export type Spots = {
  readonly points: readonly MapPoint[];
  /** The number of the point of each item. */
  readonly numbers: ReadonlyMap<PictureItem, number>;
  /** The spot of each point. */
  readonly spotOf: Int32Array;
  /** The kind of each point, as its number in `pointKinds`. */
  readonly kinds: Uint8Array;
  /** How exact each point is: 0 exact, 1 near, 2 an area. */
  readonly precisions: Uint8Array;
  readonly count: number;
  /** Of each spot, in Web Mercator from 0 to 1, west to east and north to south. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** The number of a point at each spot. */
  readonly first: Uint32Array;
};

const kindNumbers = new Map(pointKinds.map((kind, number) => [kind, number]));
const precisionNumbers = { exact: 0, near: 1, area: 2 } as const;

/** Put points at exactly the same coordinates together. The order of the points makes no difference. */
export function gatherSpots(points: readonly MapPoint[]): Spots {
  const xs = Float64Array.from(points, ({ lon }) => mercatorX(lon));
  const ys = Float64Array.from(points, ({ lat }) => mercatorY(lat));
  const { spotOf, sizes, first } = walk(xs, ys);
  const rank = rankBySize(sizes);
  const x = new Float64Array(sizes.length);
  const y = new Float64Array(sizes.length);
  const firstOf = new Uint32Array(sizes.length);
  for (const [walked, point] of first.entries()) {
    const spot = rank[walked] ?? 0;
    x[spot] = xs[point] ?? 0;
    y[spot] = ys[point] ?? 0;
    firstOf[spot] = point;
  }
  const numbers = new Map<PictureItem, number>();
  for (let number = 0; number < points.length; number++) {
    spotOf[number] = rank[spotOf[number] ?? 0] ?? 0;
    const item = points[number]?.item ?? null;
    if (item !== null) numbers.set(item, number);
  }
  return {
    points,
    numbers,
    spotOf,
    kinds: Uint8Array.from(points, ({ kind }) => kindNumbers.get(kind) ?? 0),
    precisions: Uint8Array.from(points, ({ precision }) => precisionNumbers[precision]),
    count: sizes.length,
    x,
    y,
    first: firstOf,
  };
}

/** Spots from west to east and north to south: in that order, equal points follow each other. */
function walk(xs: Float64Array, ys: Float64Array) {
  const order = Uint32Array.from(xs.keys()).sort(
    (a, b) => (xs[a] ?? 0) - (xs[b] ?? 0) || (ys[a] ?? 0) - (ys[b] ?? 0),
  );
  const spotOf = new Int32Array(xs.length);
  const sizes: number[] = [];
  const first: number[] = [];
  let last = -1;
  for (const point of order) {
    if (last < 0 || xs[point] !== xs[last] || ys[point] !== ys[last]) {
      first.push(point);
      sizes.push(0);
    }
    const spot = sizes.length - 1;
    sizes[spot] = (sizes[spot] ?? 0) + 1;
    spotOf[point] = spot;
    last = point;
  }
  return { spotOf, sizes, first };
}

/** The place of each spot when the largest come first and equals keep their order: a counting sort. */
function rankBySize(sizes: readonly number[]): Uint32Array {
  const starts = new Map<number, number>();
  for (const size of sizes) starts.set(size, (starts.get(size) ?? 0) + 1);
  let begin = 0;
  for (const size of [...starts.keys()].sort((a, b) => b - a)) {
    const many = starts.get(size) ?? 0;
    starts.set(size, begin);
    begin += many;
  }
  return Uint32Array.from(sizes, (size) => {
    const place = starts.get(size) ?? 0;
    starts.set(size, place + 1);
    return place;
  });
}

/** From 0 in the west to 1 in the east. */
export function mercatorX(lon: number): number {
  return lon / 360 + 0.5;
}

/** From 0 in the north to 1 in the south. */
export function mercatorY(lat: number): number {
  const sine = Math.sin((lat * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}
