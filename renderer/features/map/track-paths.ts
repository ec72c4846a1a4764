import {
  type Bounds,
  type LatLngTuple,
  type Map as LeafletMap,
  type Point,
  Polyline,
  type PolylineOptions,
} from 'leaflet';

/** What Leaflet keeps of a line that lies on a map, and its renderer; its types leave them out. */
type Laid = {
  /** In pixels of the map at its zoom. */
  readonly _rings?: readonly (readonly Point[])[];
  readonly _renderer: {
    readonly _bounds: Bounds;
    _setPath(layer: Polyline, d: string): void;
    _updateStyle(layer: Polyline): void;
  };
};

type DotsOptions = PolylineOptions & { readonly radius: number };

/** How far off a way may be, and the latitude at which the kilometres are those of the map. */
type BandOptions = PolylineOptions & { readonly km: number; readonly lat: number };

/** The heads of a track's legs as one path: a triangle in the middle of each that is long enough, pointing along it. */
export class ArrowHeads extends Polyline {
  /** Asked by Leaflet whenever the map rests somewhere else: heads keep their size on the screen. */
  _update(): void {
    writePath(this, (way, view) => way.slice(1).map((to, at) => arrowHead(way[at] ?? to, to, view)));
  }
}

/** Points of a track as one path: circles of `options.radius` pixels. */
export class Dots extends Polyline {
  declare options: DotsOptions;

  // Leaflet's types know no options of ours.
  constructor(points: LatLngTuple[], options: DotsOptions) {
    super(points, options);
  }

  _update(): void {
    const { radius } = this.options;
    writePath(this, (points, view) =>
      points.map((point) => (isNear(point, view, radius) ? circle(point, radius) : '')),
    );
  }
}

/** A line as wide as a way may be off, both sides together, at whatever zoom. */
export class UncertaintyBand extends Polyline {
  declare options: BandOptions;

  // Leaflet's types know no options of ours.
  constructor(way: LatLngTuple[], options: BandOptions) {
    super(way, options);
  }

  _update(): void {
    const { km, lat } = this.options;
    // Leaflet asks only while it lies on one.
    const map = (this as unknown as { readonly _map: LeafletMap })._map;
    this.options.weight = 2 * km * pixelsPerKm(map, lat);
    (this as unknown as Laid)._renderer._updateStyle(this);
    (Polyline.prototype as unknown as { _update(): void })._update.call(this);
  }
}

/** Points as Leaflet takes them. */
export function toLine(points: readonly { readonly lat: number; readonly lon: number }[]): LatLngTuple[] {
  return points.map(({ lat, lon }) => [lat, lon]);
}

/** How many pixels a kilometre is at a latitude, as Mercator has it. */
export function pixelsPerKm(map: Pick<LeafletMap, 'getZoom'>, lat: number): number {
  const equatorKm = 2 * Math.PI * 6378.137;
  return (256 * 2 ** map.getZoom()) / (equatorKm * Math.cos((lat * Math.PI) / 180));
}

function writePath(
  layer: Polyline,
  draw: (points: readonly Point[], view: Bounds) => readonly string[],
): void {
  const { _rings: [points = []] = [], _renderer: renderer } = layer as unknown as Laid;
  renderer._setPath(layer, draw(points, renderer._bounds).join('') || 'M0 0');
}

function arrowHead(from: Point, to: Point, view: Bounds): string {
  const length = from.distanceTo(to);
  const middle = from.add(to).divideBy(2);
  if (length < 36 || !isNear(middle, view, 10)) return '';
  const [x, y] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const corner = (along: number, aside: number) =>
    `${tenth(middle.x + x * along - y * aside)} ${tenth(middle.y + y * along + x * aside)}`;
  return `M${corner(8, 0)}L${corner(-6, 5.5)}L${corner(-3, 0)}L${corner(-6, -5.5)}Z`;
}

function circle({ x, y }: Point, radius: number): string {
  const half = `a${radius} ${radius} 0 1 0`;
  return `M${tenth(x - radius)} ${tenth(y)}${half} ${2 * radius} 0${half} ${-2 * radius} 0Z`;
}

function isNear({ x, y }: Point, { min, max }: Bounds, room: number): boolean {
  if (min === undefined || max === undefined) return false;
  return x > min.x - room && x < max.x + room && y > min.y - room && y < max.y + room;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
