import type {
  Feature,
  FeatureCollection,
  Geometry,
  MultiLineString,
  MultiPolygon,
  Polygon,
  Position,
} from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import { cutAlong } from '#core/geo/lines-apart.ts';
import { snapEnds } from '#core/geo/snap-ends.ts';

/** What an area of the base says of itself. */
export type AreaProperties = {
  readonly name: string;
  readonly id?: number;
  readonly cc?: string;
  /** The English name of a region. */
  readonly wname?: string;
};
export type Area = Feature<Polygon | MultiPolygon, AreaProperties>;
export type Line = Feature<
  Geometry,
  { readonly featurecla: string; readonly scalerank: number; readonly name: string }
>;

/** The bundled base, decoded. */
export type Base = {
  readonly countries: readonly Area[];
  /** Where countries end without a neighbour. */
  readonly coasts: MultiLineString;
  readonly borders: readonly Line[];
  /** First-level units of the core countries, and the lines between them. */
  readonly regions: readonly Area[];
  readonly regionLines: MultiLineString;
  /** Second-level units of the core countries, and the lines between them. */
  readonly districts: readonly Area[];
  readonly districtLines: MultiLineString;
  /** Lines between the first-level units of the neighbours. */
  readonly neighbourLines: FeatureCollection;
  readonly rivers: readonly Line[];
  readonly lakes: readonly Area[];
};

type BaseTopology = Topology<Readonly<Record<string, GeometryCollection>>>;

let loaded: Promise<Base> | null = null;

/** The bundled base; read and decoded once. */
export function loadBase(): Promise<Base> {
  loaded ??= readBase().catch((error: unknown) => {
    loaded = null;
    throw error;
  });
  return loaded;
}

async function readBase(): Promise<Base> {
  const [topology, loneLines] = await Promise.all([
    fetchJson<BaseTopology>('/resources/geo/sahel_base.topojson'),
    fetchJson<Position[][]>('/resources/geo/district-lines.json'),
  ]);
  const borders = features<Line>(topology, 'adm0_lines');
  const borderParts = borders.flatMap(partsOf);
  const meet = (inner: MultiLineString) => snapTo(inner, borderParts);
  return {
    countries: features<Area>(topology, 'countries'),
    coasts: lines(topology, 'countries', (a, b) => a === b),
    borders,
    regions: features<Area>(topology, 'adm1'),
    regionLines: meet(regionLines(topology, borderParts)),
    districts: features<Area>(topology, 'adm2'),
    districtLines: withParts(meet(lines(topology, 'adm2', isInside('region'))), loneLines),
    neighbourLines: collection(topology, 'adm1n_lines'),
    rivers: features<Line>(topology, 'rivers'),
    lakes: features<Area>(topology, 'lakes'),
  };
}

async function fetchJson<Kind>(address: string): Promise<Kind> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`a part of the base of the map is missing: ${answer.status}`);
  return answer.json();
}

function withParts({ type, coordinates }: MultiLineString, parts: readonly Position[][]): MultiLineString {
  return { type, coordinates: [...coordinates, ...parts] };
}

/**
 * Lines between first-level units; in Burkina Faso those between provinces of two regions, since one of its regions is
 * drawn by another hand and shares no line with its neighbours.
 */
function regionLines(topology: BaseTopology, borders: readonly Position[][]): MultiLineString {
  const inCountry = isInside('cc');
  const inRegion = isInside('region');
  const isBurkina = (unit: GeometryObject) => read(unit, 'cc') === 'BF';
  const others = lines(topology, 'adm1', (a, b) => inCountry(a, b) && !isBurkina(a));
  const burkina = lines(
    topology,
    'adm2',
    (a, b) => a !== b && isBurkina(a) && inCountry(a, b) && !inRegion(a, b),
  );
  return {
    type: 'MultiLineString',
    coordinates: [...others.coordinates, ...burkina.coordinates, ...hiddenLines(topology, borders)],
  };
}

/** So far from the border of a country, an outline of a region runs within it. */
const insideKm = 20;

/**
 * Where Kidal meets Ménaka, each of the two has a line of its own, so that neither counts as one between two regions:
 * parts of Mali's outlines that run far from its border, each once.
 */
function hiddenLines(topology: BaseTopology, borders: readonly Position[][]): Position[][] {
  const outlines = lines(topology, 'adm1', (a, b) => a === b && read(a, 'cc') === 'ML').coordinates;
  const [first, ...others] = cutAlong(outlines, borders, insideKm).apart;
  if (first === undefined) return [];
  const kept = others.reduce((found, part) => [...found, ...cutAlong([part], found, 1).apart], [
    first,
  ] as Position[][]);
  return snapEnds(kept, borders, insideKm + 5);
}

/** Units' own outlines and Natural Earth's borders lie no farther apart. */
const reachKm = 6;

/** Let lines within a country end on its border, neither short of it nor beyond. */
function snapTo({ type, coordinates }: MultiLineString, borders: readonly Position[][]): MultiLineString {
  return { type, coordinates: snapEnds(coordinates, borders, reachKm) };
}

function partsOf({ geometry }: Line): Position[][] {
  if (geometry.type === 'LineString') return [geometry.coordinates];
  return geometry.type === 'MultiLineString' ? geometry.coordinates : [];
}

function collection(topology: BaseTopology, name: string): FeatureCollection {
  const object = topology.objects[name];
  return object === undefined
    ? { type: 'FeatureCollection', features: [] }
    : (feature(topology, object) as FeatureCollection);
}

function features<Kind>(topology: BaseTopology, name: string): Kind[] {
  return collection(topology, name).features as Kind[];
}

function lines(
  topology: BaseTopology,
  name: string,
  isWanted: (a: GeometryObject, b: GeometryObject) => boolean,
): MultiLineString {
  const object = topology.objects[name];
  if (object === undefined) return { type: 'MultiLineString', coordinates: [] };
  return mesh(topology, object, isWanted);
}

/**
 * Whether a line parts two units of the same country or region. Outer lines are left out: units and countries come
 * from different sources, whose outlines run up to a few kilometres apart and would be seen as a double border.
 */
function isInside(of: 'cc' | 'region'): (a: GeometryObject, b: GeometryObject) => boolean {
  return (a, b) => a !== b && read(a, of) === read(b, of);
}

function read({ properties }: GeometryObject, of: string): unknown {
  return (properties as Readonly<Record<string, unknown>> | undefined)?.[of];
}
