import { LayerRefusal } from './layer-problem.ts';

/** West, south, east, north in degrees. */
export type Box = readonly [number, number, number, number];

/** Something drawn by a file of the analyst's. */
export type LayerShape = {
  /** What the file calls it; empty: nothing. */
  readonly name: string;
  /** What the file says about it, as text. */
  readonly text: string;
  readonly kind: 'point' | 'line' | 'area';
  /**
   * Longitude, latitude, longitude, … in degrees, WGS 84. Of points all in one; of an area the rings of all its parts:
   * inside is where an odd number of them surround a point.
   */
  readonly rings: readonly Float64Array[];
  readonly box: Box;
};

/** What a file with shapes holds. */
export type ShapeFile = {
  readonly title: string;
  readonly attribution: string;
  readonly shapes: readonly LayerShape[];
  /** Parts that have no place, or none that can be read. */
  readonly skipped: number;
};

/** What is drawn at most: more would hold up the map. */
export const maxLayerPoints = 1_000_000;

const longestName = 300;
const longestText = 4_000;

/** A position as files write it. */
export type RawPosition = readonly [number, number];

type RawShape = {
  readonly name: string;
  readonly text: string;
  readonly kind: LayerShape['kind'];
  readonly rings: readonly (readonly RawPosition[])[];
};

/** Gathers shapes, and refuses to go on when they have too many points. */
export function createShapeGatherer() {
  const shapes: LayerShape[] = [];
  let points = 0;
  let skipped = 0;
  return {
    shapes,
    /** A shape whose positions have been found sound. Rings without extent are left out. */
    add(raw: RawShape): void {
      const least = raw.kind === 'area' ? 3 : raw.kind === 'line' ? 2 : 1;
      const rings = raw.rings.filter(({ length }) => length >= least);
      points += rings.reduce((sum, { length }) => sum + length, 0);
      if (points > maxLayerPoints) throw new LayerRefusal('too-many-points', { limit: maxLayerPoints });
      if (rings.length === 0) skipped += 1;
      else shapes.push(toShape({ ...raw, rings }));
    },
    skip(): void {
      skipped += 1;
    },
    skipped: () => skipped,
  };
}

/** Whether a position is on the earth. */
export function isOnEarth(lon: number, lat: number): boolean {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}

function toShape({ name, text, kind, rings }: RawShape): LayerShape {
  let [west, south, east, north] = [180, 90, -180, -90];
  const flat = rings.map((ring) => {
    const numbers = new Float64Array(ring.length * 2);
    for (const [at, [lon, lat]] of ring.entries()) {
      numbers[at * 2] = lon;
      numbers[at * 2 + 1] = lat;
      west = Math.min(west, lon);
      east = Math.max(east, lon);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
    return numbers;
  });
  return {
    name: name.trim().slice(0, longestName),
    text: text.trim().slice(0, longestText),
    kind,
    rings: flat,
    box: [west, south, east, north],
  };
}
