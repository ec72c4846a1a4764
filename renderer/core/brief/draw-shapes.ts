import { destination } from '#core/geo/great-circle.ts';
import { runsAgainstClock } from '#core/tracks/ring-turn.ts';
import type { AreaKind, WaypointPrecision } from '#core/tracks/track.ts';
import type { Point } from './clip-shape.ts';
import type { LonLat } from './map-base.ts';
import type { FigureMark, Projection } from './map-figure.ts';

/** A movement to draw: what lies between its points is not known. */
export type FigureTrack = {
  readonly name: string;
  readonly points: readonly FigureWaypoint[];
  /** How far off its line the way may have been; `null`: nobody says. */
  readonly uncertaintyKm: number | null;
};

type FigureWaypoint = {
  readonly lat: number;
  readonly lon: number;
  /** Empty: a point without a name. */
  readonly name: string;
  readonly isDated: boolean;
  readonly precision: WaypointPrecision;
};

/** A dated part of the ground to draw. */
export type FigureArea = {
  readonly name: string;
  readonly kind: AreaKind;
  readonly rings: readonly (readonly LonLat[])[];
};

/** Tracks and areas of a figure. */
export type FigureShapes = {
  readonly tracks: readonly FigureTrack[];
  readonly areas: readonly FigureArea[];
};

/** What a shape is called, and the point its name stands at. */
export type ShapeName = { readonly name: string; readonly at: Point; readonly fill: string };

const trackColor = '#0b5a4a';
const areaColor = '#8a4a00';
const ink = '#22251f';

/** How the outline of an area is broken, by what it says. */
const dashes: Record<AreaKind, string> = { control: '', influence: '8 4', interest: '12 5', other: '2 5' };

/** All points a figure has to hold for its shapes. */
export function shapePoints({
  tracks,
  areas,
}: FigureShapes): { readonly lat: number; readonly lon: number }[] {
  return [
    ...tracks.flatMap(reachOf),
    ...areas.flatMap(({ rings }) => (rings[0] ?? []).map(([lon, lat]) => ({ lat, lon }))),
  ];
}

/** The points of a track with the edge of its band around each. */
function reachOf({ points, uncertaintyKm }: FigureTrack): { readonly lat: number; readonly lon: number }[] {
  if (uncertaintyKm === null) return [...points];
  return points.flatMap((point) => [
    point,
    ...[0, 90, 180, 270].map((bearing) => destination(point, bearing, uncertaintyKm)),
  ]);
}

/**
 * Areas below tracks: ground that is controlled is tinted, tracks are broken lines with a head in each leg, on a band
 * as wide as they may have been off.
 */
export function drawShapes({ tracks, areas }: FigureShapes, project: Projection): FigureMark[] {
  return [
    ...areas.map((area) => areaMark(area, project)),
    ...tracks.flatMap((track) => bandMark(track, project)),
    ...tracks.flatMap((track) => trackMarks(track, project)),
  ];
}

/**
 * The names of the shapes, an area's in its middle and a track's on its last leg, and of the waypoints that are not
 * `named` already.
 */
export function shapeNames(
  { tracks, areas }: FigureShapes,
  project: Projection,
  named: ReadonlySet<string>,
): ShapeName[] {
  return [
    ...tracks.flatMap(({ name, points }) => {
      const [a, b] = points.slice(-2).map(({ lat, lon }) => project([lon, lat]));
      const at: Point | undefined = a && b ? [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2] : a;
      return at === undefined ? [] : [{ name, at, fill: trackColor }];
    }),
    ...tracks
      .flatMap(({ points }) => points)
      .filter(({ name }, at, all) => !named.has(name) && all.findIndex((one) => one.name === name) === at)
      .map(({ name, lat, lon }) => ({ name, at: project([lon, lat]), fill: ink })),
    ...areas.flatMap(({ name, rings }) => {
      const corners = (rings[0] ?? []).map(project);
      const sum = corners.reduce<Point>(([x, y], corner) => [x + corner[0], y + corner[1]], [0, 0]);
      const at: Point = [sum[0] / corners.length, sum[1] / corners.length];
      return corners.length === 0 ? [] : [{ name, at, fill: areaColor }];
    }),
  ];
}

/** A piece of a track and one of an area, for the legend. */
export function shapeSamples({ tracks, areas }: FigureShapes, [x, y]: Point): FigureMark[][] {
  const [left, right, top, bottom] = [x - 11, x + 11, y - 6, y + 6].map(tenth);
  const line = path(`M${left} ${tenth(y)}H${right}`, { stroke: trackColor, dash: '6 4' });
  const box = path(`M${left} ${top}H${right}V${bottom}H${left}Z`, {
    stroke: areaColor,
    fill: `${areaColor}26`,
  });
  const band = path(`M${left} ${tenth(y)}H${right}`, { ...bandLook, strokeWidth: 12 });
  const isBanded = tracks.some(({ uncertaintyKm }) => uncertaintyKm !== null && uncertaintyKm > 0);
  return [tracks.length > 0 ? [...(isBanded ? [band] : []), line] : [], areas.length > 0 ? [box] : []];
}

function areaMark({ kind, rings }: FigureArea, project: Projection): FigureMark {
  const d = rings
    .filter(({ length }) => length > 2)
    // Wound the other way round than its outline, a hole is left out of the fill by every program.
    .map((ring, at) => (runsAgainstClock(ring) === (at === 0) ? ring : ring.toReversed()))
    .map((ring) => `M${ring.map((corner) => project(corner).map(tenth).join(' ')).join('L')}Z`)
    .join('');
  return path(d, {
    stroke: areaColor,
    fill: kind === 'control' ? `${areaColor}38` : `${areaColor}14`,
    dash: dashes[kind],
    strokeWidth: 1.6,
  });
}

const bandLook = { stroke: `${trackColor}29`, isRound: true } as const;

/** A line as wide on the figure as twice the uncertainty in the middle of the track. */
function bandMark({ points, uncertaintyKm }: FigureTrack, project: Projection): FigureMark[] {
  const [first] = points;
  if (uncertaintyKm === null || uncertaintyKm === 0 || first === undefined) return [];
  const middle = { lat: points.reduce((sum, { lat }) => sum + lat, 0) / points.length, lon: first.lon };
  const edge = destination(middle, 90, uncertaintyKm);
  const halfWidth = project([edge.lon, edge.lat])[0] - project([middle.lon, middle.lat])[0];
  const way = points.map(({ lat, lon }) => project([lon, lat]).map(tenth).join(' '));
  // A single point has a round band: a line of no length with its caps.
  const d = `M${(way.length === 1 ? [...way, ...way] : way).join('L')}`;
  return [path(d, { ...bandLook, strokeWidth: tenth(2 * halfWidth) })];
}

function trackMarks({ points }: FigureTrack, project: Projection): FigureMark[] {
  const way = points.map(({ lat, lon }) => project([lon, lat]));
  const line = path(`M${way.map((point) => point.map(tenth).join(' ')).join('L')}`, {
    stroke: trackColor,
    dash: '6 4',
    strokeWidth: 2.2,
  });
  const heads = way.slice(1).flatMap((to, at) => arrowHead(way[at] ?? to, to));
  const dots = points.flatMap((point, at) => waypointMarks(point, way[at] ?? [0, 0]));
  return [...(way.length > 1 ? [line] : []), ...heads, ...dots];
}

/** As on the map: a dot, a dot in a ring, or a wide broken ring without any; filled where the day is known. */
function waypointMarks({ isDated, precision }: FigureWaypoint, [x, y]: Point): FigureMark[] {
  const round = { kind: 'circle', x: tenth(x), y: tenth(y), stroke: trackColor, dash: '' } as const;
  const dot = { ...round, fill: isDated ? trackColor : '#ffffff', fillOpacity: 1 };
  if (precision === 'exact') return [{ ...dot, radius: 3.4 }];
  if (precision === 'area') return [{ ...dot, radius: 11, fillOpacity: 0.18, dash: '4 3' }];
  return [
    { ...round, radius: 6, fill: '#ffffff', fillOpacity: 0.75 },
    { ...dot, radius: 2.4 },
  ];
}

function arrowHead(from: Point, to: Point): FigureMark[] {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  if (length < 24) return [];
  const [x, y] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
  const corner = (along: number, aside: number) =>
    [
      tenth((from[0] + to[0]) / 2 + x * along - y * aside),
      tenth((from[1] + to[1]) / 2 + y * along + x * aside),
    ].join(' ');
  return [path(`M${corner(7, 0)}L${corner(-5, 4.5)}L${corner(-5, -4.5)}Z`, { fill: trackColor })];
}

type PathLook = Partial<
  Pick<Extract<FigureMark, { kind: 'path' }>, 'fill' | 'stroke' | 'dash' | 'strokeWidth' | 'isRound'>
>;

function path(d: string, look: PathLook): FigureMark {
  return { kind: 'path', d, fill: 'none', stroke: 'none', strokeWidth: 1.5, dash: '', ...look };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
