/** Degrees: longitude, latitude. */
export type LonLat = readonly [number, number];

/** A shape of the base: rings of its polygons (the first of each is the outer one) and its lines. */
export type BaseShape = {
  /** Empty when it has none. */
  readonly name: string;
  readonly polygons: readonly (readonly (readonly LonLat[])[])[];
  readonly lines: readonly (readonly LonLat[])[];
};

/** What a map figure is drawn on, from back to front. */
export type MapBase = {
  readonly countries: readonly BaseShape[];
  readonly lakes: readonly BaseShape[];
  readonly rivers: readonly BaseShape[];
  readonly provinces: readonly BaseShape[];
  readonly borders: readonly BaseShape[];
};

/** As much of the TopoJSON format as the bundled base uses. */
export type Topology = {
  readonly transform?: { readonly scale: readonly number[]; readonly translate: readonly number[] };
  readonly arcs: readonly (readonly (readonly number[])[])[];
  readonly objects: Readonly<Record<string, { readonly geometries?: readonly TopologyGeometry[] }>>;
};

export type TopologyGeometry = {
  readonly type: string | null;
  readonly arcs?: unknown;
  readonly properties?: Readonly<Record<string, unknown>> | null;
};

/** Decode the base from the bundled topology. */
export function decodeBase(topology: Topology): MapBase {
  return {
    countries: decodeShapes(topology, 'countries'),
    lakes: decodeShapes(topology, 'lakes'),
    rivers: decodeShapes(topology, 'rivers'),
    provinces: decodeShapes(topology, 'adm1n_lines'),
    borders: decodeShapes(topology, 'adm0_lines'),
  };
}

/**
 * Decode the lines and polygons of one object (TopoJSON 1.0 specification, §2.1–2.2): each arc is delta-encoded and
 * quantised; a negative index `~i` is arc `i` backwards; arcs that meet share their end point.
 */
export function decodeShapes(topology: Topology, object: string): BaseShape[] {
  const arcs = decodeArcs(topology);
  return (topology.objects[object]?.geometries ?? []).map((geometry) => {
    const name = geometry.properties?.name;
    return {
      name: typeof name === 'string' ? name : '',
      polygons: polygonArcs(geometry).map((rings) => rings.map((ring) => stitch(arcs, ring))),
      lines: lineArcs(geometry).map((line) => stitch(arcs, line)),
    };
  });
}

const decoded = new WeakMap<Topology, LonLat[][]>();

function decodeArcs(topology: Topology): LonLat[][] {
  const known = decoded.get(topology);
  if (known !== undefined) return known;
  const { scale = [1, 1], translate = [0, 0] } = topology.transform ?? {};
  const isDelta = topology.transform !== undefined;
  const arcs = topology.arcs.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map(([dx = 0, dy = 0]): LonLat => {
      x = isDelta ? x + dx : dx;
      y = isDelta ? y + dy : dy;
      return [x * (scale[0] ?? 1) + (translate[0] ?? 0), y * (scale[1] ?? 1) + (translate[1] ?? 0)];
    });
  });
  decoded.set(topology, arcs);
  return arcs;
}

function stitch(arcs: readonly LonLat[][], indices: readonly number[]): LonLat[] {
  const points: LonLat[] = [];
  for (const index of indices) {
    const arc = index < 0 ? [...(arcs[~index] ?? [])].reverse() : (arcs[index] ?? []);
    points.push(...(points.length > 0 ? arc.slice(1) : arc));
  }
  return points;
}

function polygonArcs({ type, arcs }: TopologyGeometry): number[][][] {
  if (type === 'Polygon') return [arcs as number[][]];
  return type === 'MultiPolygon' ? (arcs as number[][][]) : [];
}

function lineArcs({ type, arcs }: TopologyGeometry): number[][] {
  if (type === 'LineString') return [arcs as number[]];
  return type === 'MultiLineString' ? (arcs as number[][]) : [];
}
