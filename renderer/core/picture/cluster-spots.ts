import type { Spots } from './gather-spots.ts';
import { type MapPoint, type PointKind, pointKinds } from './map-point.ts';
import type { PictureItem } from './picture-item.ts';

/** Spots put together because they lie closer than a symbol is wide, in flat arrays by the cluster's number. */
export type Clusters = {
  readonly count: number;
  /** The spot it is drawn at. */
  readonly centres: Int32Array;
  /** How many points are in it; never 0. */
  readonly sizes: Uint32Array;
  /** How many spots. */
  readonly spots: Uint32Array;
  /** How many of each kind: cluster times the number of kinds, plus the kind's number. */
  readonly kinds: Uint32Array;
  /** How exact its least exact point is: 0 exact, 1 near, 2 an area. */
  readonly precisions: Uint8Array;
  /** The last of its points: of a cluster of one, that one. */
  readonly last: Int32Array;
  /** The cluster of each spot; -1: nothing of it is shown. */
  readonly clusterOf: Int32Array;
};

/**
 * The points that are shown, each as 1 at its number: those of the items, as far as they are of the kinds. Suggestions
 * are no items: all of them are shown when their kind is.
 */
export function showOnly(
  spots: Spots,
  items: readonly PictureItem[],
  kinds: ReadonlySet<PointKind>,
): Uint8Array {
  const isShown = Uint8Array.from(pointKinds, (kind) => Number(kinds.has(kind)));
  const suggested = pointKinds.indexOf('suggested');
  const shown = spots.kinds.map((kind) => (kind === suggested ? (isShown[suggested] ?? 0) : 0));
  let next = 0;
  for (const item of items) {
    // Mostly they come in the order of the points: a look at the next one spares looking up tens of thousands.
    const number = spots.points[next]?.item === item ? next : spots.numbers.get(item);
    if (number === undefined) continue;
    shown[number] = isShown[spots.kinds[number] ?? 0] ?? 0;
    next = number + 1;
  }
  return shown;
}

/** Those of the shown points that are of the kinds. */
export function ofKinds(spots: Spots, shown: Uint8Array, kinds: ReadonlySet<PointKind>): Uint8Array {
  const isWanted = Uint8Array.from(pointKinds, (kind) => Number(kinds.has(kind)));
  return shown.map((isShown, number) => isShown & (isWanted[spots.kinds[number] ?? 0] ?? 0));
}

/**
 * Put spots together for a map whose world is `worldSize` pixels wide: each spot goes to the nearest cluster begun by a
 * weightier one within `reach` pixels, or begins its own. No two clusters are nearer than that, and whether a spot
 * begins one does not hang on where the view is; moving the map changes nothing.
 */
export function clusterSpots(
  spots: Spots,
  shown: Uint8Array,
  { worldSize, reach }: { readonly worldSize: number; readonly reach: number },
): Clusters {
  const weights = new Uint32Array(spots.count);
  for (let point = 0; point < shown.length; point++)
    if (shown[point] === 1) {
      const spot = spots.spotOf[point] ?? 0;
      weights[spot] = (weights[spot] ?? 0) + 1;
    }
  const begun = beginClusters(spots, weights, reach / worldSize);
  return countMembers(spots, shown, weights, begun);
}

type Begun = { readonly count: number; readonly centres: Int32Array; readonly clusterOf: Int32Array };

function beginClusters({ count, x, y }: Spots, weights: Uint32Array, reach: number): Begun {
  const centres = new Int32Array(count);
  const clusterOf = new Int32Array(count).fill(-1);
  const grid = layGrid(x, y, centres, reach);
  let begun = 0;
  for (let spot = 0; spot < count; spot++) {
    if (weights[spot] === 0) continue;
    let cluster = grid.nearest(spot);
    if (cluster < 0) {
      cluster = begun++;
      centres[cluster] = spot;
      grid.add(cluster);
    }
    clusterOf[spot] = cluster;
  }
  return { count: begun, centres: centres.slice(0, begun), clusterOf };
}

/**
 * Centres in a grid of cells as wide as the reach, so that only nine cells can hold one near enough:
 *
 *     · · ·
 *     · s ·   the spot, and where its cluster may be
 *     · · ·
 */
function layGrid(x: Float64Array, y: Float64Array, centres: Int32Array, reach: number) {
  const columns = Math.ceil(1 / reach) + 3;
  const cells = new Map<number, number>();
  // Of each cluster, the one begun before it in the same cell; -1: none.
  const before = new Int32Array(centres.length);
  const around = [-columns, 0, columns].flatMap((row) => [row - 1, row, row + 1]);
  const squareBetween = (a: number, b: number) =>
    ((x[a] ?? 0) - (x[b] ?? 0)) ** 2 + ((y[a] ?? 0) - (y[b] ?? 0)) ** 2;
  const cellOf = (spot: number) =>
    (Math.floor((y[spot] ?? 0) / reach) + 1) * columns + Math.floor((x[spot] ?? 0) / reach) + 1;
  return {
    add(cluster: number) {
      const cell = cellOf(centres[cluster] ?? 0);
      before[cluster] = cells.get(cell) ?? -1;
      cells.set(cell, cluster);
    },
    /** -1: none within reach. */
    nearest(spot: number): number {
      const cell = cellOf(spot);
      let nearest = -1;
      let least = reach * reach;
      for (const step of around)
        for (let other = cells.get(cell + step) ?? -1; other >= 0; other = before[other] ?? -1) {
          const distance = squareBetween(centres[other] ?? 0, spot);
          if (distance >= least) continue;
          least = distance;
          nearest = other;
        }
      return nearest;
    },
  };
}

function countMembers(spots: Spots, shown: Uint8Array, weights: Uint32Array, begun: Begun): Clusters {
  const { count, clusterOf } = begun;
  const sizes = new Uint32Array(count);
  const spotCounts = new Uint32Array(count);
  for (let spot = 0; spot < spots.count; spot++) {
    const cluster = clusterOf[spot] ?? -1;
    if (cluster < 0) continue;
    sizes[cluster] = (sizes[cluster] ?? 0) + (weights[spot] ?? 0);
    spotCounts[cluster] = (spotCounts[cluster] ?? 0) + 1;
  }
  return { ...begun, sizes, spots: spotCounts, ...countPoints(spots, shown, begun) };
}

function countPoints(spots: Spots, shown: Uint8Array, { count, clusterOf }: Begun) {
  const kinds = new Uint32Array(count * pointKinds.length);
  const precisions = new Uint8Array(count);
  const last = new Int32Array(count);
  for (let point = 0; point < shown.length; point++) {
    if (shown[point] === 0) continue;
    const cluster = clusterOf[spots.spotOf[point] ?? 0] ?? 0;
    const kind = cluster * pointKinds.length + (spots.kinds[point] ?? 0);
    kinds[kind] = (kinds[kind] ?? 0) + 1;
    last[cluster] = point;
    precisions[cluster] = Math.max(precisions[cluster] ?? 0, spots.precisions[point] ?? 2);
  }
  return { kinds, precisions, last };
}

/** The points of a cluster, in the order they were given in. */
export function membersOf(
  spots: Spots,
  shown: Uint8Array,
  { clusterOf }: Clusters,
  cluster: number,
): MapPoint[] {
  return spots.points.filter(
    (_, number) => shown[number] === 1 && clusterOf[spots.spotOf[number] ?? 0] === cluster,
  );
}
