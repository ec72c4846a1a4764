import type { AreaKind } from '#core/tracks/track.ts';
import type { Point } from './clip-shape.ts';
import type { LonLat } from './map-base.ts';
import type { FigureMark, Projection } from './map-figure.ts';

/** A movement to draw: what lies between its points is not known. */
export type FigureTrack = {
  readonly name: string;
  readonly points: readonly FigureWaypoint[];
};

type FigureWaypoint = {
  readonly lat: number;
  readonly lon: number;
  /** Empty: a point without a name. */
  readonly name: string;
  readonly isDated: boolean;
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
    ...tracks.flatMap(({ points }) => points),
    ...areas.flatMap(({ rings }) => (rings[0] ?? []).map(([lon, lat]) => ({ lat, lon }))),
  ];
}

/** Areas below tracks: ground that is controlled is tinted, tracks are broken lines with a head in each leg. */
export function drawShapes({ tracks, areas }: FigureShapes, project: Projection): FigureMark[] {
  return [
    ...areas.map((area) => areaMark(area, project)),
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
  return [tracks.length > 0 ? [line] : [], areas.length > 0 ? [box] : []];
}

function areaMark({ kind, rings }: FigureArea, project: Projection): FigureMark {
  const d = rings
    .map((ring) => `M${ring.map((corner) => project(corner).map(tenth).join(' ')).join('L')}Z`)
    .join('');
  return path(d, {
    stroke: areaColor,
    fill: kind === 'control' ? `${areaColor}38` : `${areaColor}14`,
    dash: dashes[kind],
    strokeWidth: 1.6,
  });
}

function trackMarks({ points }: FigureTrack, project: Projection): FigureMark[] {
  const way = points.map(({ lat, lon }) => project([lon, lat]));
  const line = path(`M${way.map((point) => point.map(tenth).join(' ')).join('L')}`, {
    stroke: trackColor,
    dash: '6 4',
    strokeWidth: 2.2,
  });
  const heads = way.slice(1).flatMap((to, at) => arrowHead(way[at] ?? to, to));
  const dots = points.map(({ isDated }, at): FigureMark => {
    const [x = 0, y = 0] = way[at] ?? [];
    const fill = isDated ? trackColor : '#ffffff';
    return {
      kind: 'circle',
      x: tenth(x),
      y: tenth(y),
      radius: 3.4,
      fill,
      fillOpacity: 1,
      stroke: trackColor,
      dash: '',
    };
  });
  return [...(way.length > 1 ? [line] : []), ...heads, ...dots];
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
  Pick<Extract<FigureMark, { kind: 'path' }>, 'fill' | 'stroke' | 'dash' | 'strokeWidth'>
>;

function path(d: string, look: PathLook): FigureMark {
  return { kind: 'path', d, fill: 'none', stroke: 'none', strokeWidth: 1.5, dash: '', ...look };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
