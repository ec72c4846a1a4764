import type { LayerShape } from './layer-shapes.ts';

/** A shape in pixels of the whole map at a zoom: x, y, x, … */
export type LevelShape = Pick<LayerShape, 'kind'> & { readonly rings: readonly Float64Array[] };

/** A square of the map at a zoom, counted from its north-west corner. */
export type Square = { readonly x: number; readonly y: number; readonly z: number };

type Bounds = {
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
};

/** Points nearer than this to the one before are left out, in pixels. */
const nearest = 0.6;

/**
 * The shapes of a file as they are drawn: in Web Mercator, and at each zoom only the points that can be told apart, worked
 * out when a shape is first drawn at that zoom.
 */
export function createShapeLevels(shapes: readonly LayerShape[]) {
  const bounds = shapes.map(
    ({ box: [west, south, east, north] }): Bounds => ({
      west: across(west),
      east: across(east),
      north: down(north),
      south: down(south),
    }),
  );
  const levels = new Map<number, Map<number, LevelShape>>();

  function levelShape(index: number, shape: LayerShape, pixels: number): LevelShape {
    const level = levels.get(pixels) ?? new Map<number, LevelShape>();
    levels.set(pixels, level);
    const made = level.get(index) ?? {
      kind: shape.kind,
      rings: shape.rings.map((ring) => thin(ring, pixels, shape.kind === 'point')),
    };
    level.set(index, made);
    return made;
  }

  return {
    /** The shapes that reach into a square of `size` pixels, or come within `margin` of it, in their order. */
    within(
      { x, y, z }: Square,
      { size, margin }: { readonly size: number; readonly margin: number },
    ): LevelShape[] {
      const pixels = size * 2 ** z;
      // Two zooms are held: the one that is shown and the one it is left for.
      for (const held of levels.keys()) if (levels.size > 2 && held !== pixels) levels.delete(held);
      const view: Bounds = {
        west: (x * size - margin) / pixels,
        east: ((x + 1) * size + margin) / pixels,
        north: (y * size - margin) / pixels,
        south: ((y + 1) * size + margin) / pixels,
      };
      return shapes.flatMap((shape, index) => {
        const own = bounds[index];
        return own !== undefined && meet(own, view) ? [levelShape(index, shape, pixels)] : [];
      });
    },
  };
}

function meet(a: Bounds, b: Bounds): boolean {
  return a.west <= b.east && a.east >= b.west && a.north <= b.south && a.south >= b.north;
}

/** The last point stays, so that a line ends where it ends. */
function thin(ring: Float64Array, pixels: number, isWhole: boolean): Float64Array {
  const kept = new Float64Array(ring.length);
  let filled = 0;
  let [lastX, lastY] = [Number.NaN, Number.NaN];
  for (let at = 0; at < ring.length; at += 2) {
    const x = across(ring[at] ?? 0) * pixels;
    const y = down(ring[at + 1] ?? 0) * pixels;
    const isNear = Math.abs(x - lastX) < nearest && Math.abs(y - lastY) < nearest;
    if (isNear && !isWhole && at + 2 < ring.length) continue;
    kept[filled] = x;
    kept[filled + 1] = y;
    filled += 2;
    [lastX, lastY] = [x, y];
  }
  return kept.slice(0, filled);
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
