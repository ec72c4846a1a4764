import type { PlacePrecision } from '#core/geo/place.ts';
import type { Box, Point } from './clip-shape.ts';
import { drawBase, nameCountries } from './draw-base.ts';
import { drawShapes, type FigureShapes, shapeNames, shapePoints, shapeSamples } from './draw-shapes.ts';
import type { LonLat, MapBase } from './map-base.ts';
import { placeLabels } from './place-labels.ts';

/** A located place to pin. */
export type FigurePlace = {
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  readonly precision: Exclude<PlacePrecision, 'unknown'>;
  readonly passages: number;
};

/** One drawn thing, with its own look: a figure is on paper and has no theme. */
export type FigureMark =
  | {
      readonly kind: 'path';
      readonly d: string;
      readonly fill: string;
      readonly stroke: string;
      readonly strokeWidth: number;
      readonly dash: string;
      /** Whether its ends are round; left out: they are cut off. */
      readonly isRound?: boolean;
    }
  | {
      readonly kind: 'circle';
      readonly x: number;
      readonly y: number;
      readonly radius: number;
      readonly fill: string;
      readonly fillOpacity: number;
      readonly stroke: string;
      readonly dash: string;
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly fill: string;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly isBold: boolean;
      /** A halo in the colour of the ground keeps words readable over lines. */
      readonly halo: boolean;
    };

/** A drawn map: marks from back to front, in pixels of `width` by `height`. */
export type MapFigure = {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly FigureMark[];
  /** Read out for those who can't see it. */
  readonly description: string;
};

/** The words in a figure. */
export type FigureWords = {
  readonly precisions: Readonly<Record<PlacePrecision, string>>;
  readonly mapAttribution: string;
  readonly kilometres: (count: number) => string;
  readonly track: string;
  readonly area: string;
};

/** From degrees to pixels of the figure. */
export type Projection = (point: LonLat) => Point;

const width = 760;
const mapHeight = 470;
const footHeight = 52;
const frame: Box = { left: 0, top: 0, right: width, bottom: mapHeight };
const pinColor = '#9c1f1b';
const ink = '#22251f';
const noShapes: FigureShapes = { tracks: [], areas: [] };
const symbolRadius = { exact: 4.5, near: 7, area: 17 } as const;

/**
 * Draw places, tracks and areas on the base in Mercator's projection, framed so that all are well inside, each with a label where
 * there is room. Symbols tell how exactly a point stands for its place. `null` when there is nothing to draw.
 */
export function drawMapFigure(
  places: readonly FigurePlace[],
  base: MapBase | null,
  words: FigureWords,
  shapes: FigureShapes = noShapes,
): MapFigure | null {
  const shown = [...places, ...shapePoints(shapes)];
  if (shown.length === 0) return null;
  const view = fitView(shown);
  const project = projectionOf(view);
  const pins = [...places]
    .sort((a, b) => b.passages - a.passages || (a.name < b.name ? -1 : 1))
    .map((place) => ({ ...place, at: project([place.lon, place.lat]) }));
  const named = new Set(['', ...pins.map(({ name }) => name)]);
  const names = [
    ...pins.map(nameOfPin),
    ...shapeNames(shapes, project, named).map((name) => ({ ...name, radius: 6 })),
  ];
  const labels = placeNames(names);
  const marks: FigureMark[] = [
    rectangle(frame, '#eef2f4', 'none'),
    ...(base === null ? [] : drawBase(base, project, frame)),
    ...(base === null
      ? []
      : nameCountries(base, project, { frame, taken: [...symbolBoxes(pins), ...labels] })),
    ...drawShapes(shapes, project),
    ...pins.flatMap(({ at, precision }) => symbol(at, precision)),
    ...labelMarks(names, labels),
    rectangle(frame, 'none', '#8b8a80'),
    rectangle({ left: 0, top: mapHeight, right: width, bottom: mapHeight + footHeight }, '#ffffff', 'none'),
    ...legend(words, shapes),
    ...scaleBar(view, words),
    label({ x: 2, y: mapHeight + 46, text: words.mapAttribution, size: 9.5, fill: '#55564e' }),
  ];
  const description = [...places, ...shapes.tracks, ...shapes.areas].map(({ name }) => name).join(', ');
  return { width, height: mapHeight + footHeight, marks, description };
}

type View = {
  readonly centre: LonLat;
  /** Pixels for a degree of longitude. */
  readonly scale: number;
};

function fitView(places: readonly Pick<FigurePlace, 'lat' | 'lon'>[]): View {
  const lons = places.map(({ lon }) => lon);
  const ys = places.map(({ lat }) => mercator(lat));
  const [west, east] = [Math.min(...lons), Math.max(...lons)];
  const [south, north] = [Math.min(...ys), Math.max(...ys)];
  // At least 3 degrees across, so that a lone village is still seen in its country; a quarter of air around.
  const spanX = Math.max((east - west) * 1.35, 3);
  const spanY = Math.max((north - south) * 1.35, (3 * mapHeight) / width);
  return {
    centre: [(west + east) / 2, inverseMercator((south + north) / 2)],
    scale: Math.min(width / spanX, mapHeight / spanY),
  };
}

function projectionOf({ centre, scale }: View): Projection {
  const middle = mercator(centre[1]);
  return ([lon, lat]) => [
    width / 2 + (lon - centre[0]) * scale,
    mapHeight / 2 - (mercator(lat) - middle) * scale,
  ];
}

/** Mercator's ordinate in degrees, cut off where it would run away. */
function mercator(lat: number): number {
  const radians = (Math.min(85, Math.max(-85, lat)) * Math.PI) / 180;
  return (Math.log(Math.tan(Math.PI / 4 + radians / 2)) * 180) / Math.PI;
}

function inverseMercator(y: number): number {
  return ((2 * Math.atan(Math.exp((y * Math.PI) / 180)) - Math.PI / 2) * 180) / Math.PI;
}

function symbol([x, y]: Point, precision: FigurePlace['precision']): FigureMark[] {
  const round = { kind: 'circle', x: tenth(x), y: tenth(y), stroke: pinColor, dash: '' } as const;
  if (precision === 'exact')
    return [{ ...round, radius: symbolRadius.exact, fill: pinColor, fillOpacity: 1, stroke: '#ffffff' }];
  if (precision === 'near')
    return [
      { ...round, radius: symbolRadius.near, fill: '#ffffff', fillOpacity: 0.75 },
      { ...round, radius: 2.5, fill: pinColor, fillOpacity: 1 },
    ];
  return [{ ...round, radius: symbolRadius.area, fill: pinColor, fillOpacity: 0.16, dash: '4 3' }];
}

type Pin = FigurePlace & { readonly at: Point };

const labelSize = 12;

/** A name, the point it belongs to and how far that reaches. */
type Named = {
  readonly name: string;
  readonly at: Point;
  readonly radius: number;
  readonly fill: string;
};

function nameOfPin({ name, at, precision }: Pin): Named {
  return { name, at, radius: symbolRadius[precision], fill: ink };
}

/** A box for each name; `null` where there is no room. */
function placeNames(names: readonly Named[]): (Box | null)[] {
  const requests = names.map(({ at, radius, name }) => ({
    x: at[0],
    y: at[1],
    radius,
    width: textWidth(name, labelSize),
    height: labelSize * 1.2,
  }));
  return placeLabels(requests, { left: 4, top: 4, right: width - 4, bottom: mapHeight - 4 });
}

function labelMarks(names: readonly Named[], boxes: readonly (Box | null)[]): FigureMark[] {
  return names.flatMap(({ name, fill }, index) => {
    const box = boxes[index] ?? null;
    if (box === null) return [];
    const at = { x: box.left, y: box.bottom - labelSize * 0.32 };
    return [label({ ...at, text: name, size: labelSize, fill, isBold: true, halo: true })];
  });
}

function symbolBoxes(pins: readonly Pin[]): Box[] {
  return pins.map(({ at: [x, y], precision }) => {
    const radius = symbolRadius[precision];
    return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
  });
}

function legend(words: FigureWords, shapes: FigureShapes): FigureMark[] {
  const y = mapHeight + 20;
  const marks: FigureMark[] = [];
  let x = 20;
  for (const precision of ['exact', 'near', 'area'] as const) {
    const text = words.precisions[precision];
    marks.push(...symbol([x, y - 4], precision).map((mark) => shrink(mark)));
    marks.push(label({ x: x + 14, y, text, size: 11 }));
    x += textWidth(text, 11) + 44;
  }
  for (const [kind, text] of [words.track, words.area].entries()) {
    const sample = shapeSamples(shapes, [x, y - 4])[kind] ?? [];
    if (sample.length === 0) continue;
    marks.push(...sample, label({ x: x + 16, y, text, size: 11 }));
    x += textWidth(text, 11) + 46;
  }
  return marks;
}

/** A ring for an area would not fit into the legend's line. */
function shrink(mark: FigureMark): FigureMark {
  return mark.kind === 'circle' ? { ...mark, radius: Math.min(mark.radius, 9) } : mark;
}

function scaleBar({ centre, scale }: View, words: FigureWords): FigureMark[] {
  const pixelsPerKm = scale / (111.32 * Math.cos((centre[1] * Math.PI) / 180));
  const km = [1000, 500, 200, 100, 50, 20, 10, 5].find((length) => length * pixelsPerKm <= width / 5) ?? 2;
  const right = width - 6;
  const left = right - km * pixelsPerKm;
  const y = mapHeight + 14;
  return [
    {
      kind: 'path',
      d: `M${tenth(left)} ${y - 5}V${y}H${tenth(right)}V${y - 5}`,
      fill: 'none',
      stroke: ink,
      strokeWidth: 1.5,
      dash: '',
    },
    label({
      x: tenth((left + right) / 2),
      y: y + 13,
      text: words.kilometres(km),
      size: 11,
      anchor: 'middle',
    }),
  ];
}

function label(
  text: Pick<Extract<FigureMark, { kind: 'text' }>, 'x' | 'y' | 'text' | 'size'> &
    Partial<Extract<FigureMark, { kind: 'text' }>>,
): FigureMark {
  const usual = { kind: 'text', fill: ink, anchor: 'start', isBold: false, halo: false } as const;
  return { ...usual, ...text, x: tenth(text.x), y: tenth(text.y) };
}

function rectangle({ left, top, right, bottom }: Box, fill: string, stroke: string): FigureMark {
  return {
    kind: 'path',
    d: `M${left} ${top}H${right}V${bottom}H${left}Z`,
    fill,
    stroke,
    strokeWidth: 1,
    dash: '',
  };
}

/** About how wide words are drawn: there are no fonts to ask here. */
function textWidth(text: string, size: number): number {
  return [...text].length * size * 0.58 + 4;
}

/** Rounded to a tenth of a pixel, which is finer than anyone sees and keeps figures small. */
function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
