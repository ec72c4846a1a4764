import type { Map as LeafletMap } from 'leaflet';
import type { PlaceId } from '#core/ids.ts';
import type { Clusters } from '#core/picture/cluster-spots.ts';
import { type MapPoint, pointKinds } from '#core/picture/map-point.ts';
import { spreadLegs } from '#core/picture/spread-legs.ts';
import { readMapColours } from './map-colours.ts';
import type { Held } from './point-clusters.ts';
import type { Cleared, PointSheet } from './point-sheet.ts';
import { createStamps } from './point-stamps.ts';
import { type Brush, drawLegLines, drawPile, pileRadius, symbolRadius } from './point-symbols.ts';

/** A symbol near the view. */
export type Drawn = {
  /** In pixels of the map's container, and how far it reaches. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly cluster: number;
  readonly spot: number;
  /** Drawn beside where it lies. */
  readonly isBeside: boolean;
  /** The one thing it stands for; `null`: a pile. */
  readonly point: MapPoint | null;
};

/** What is to be drawn. */
export type Shown = {
  readonly held: Held;
  readonly clusters: Clusters;
  readonly pinned: ReadonlySet<PlaceId>;
};

export type PointPicture = {
  draw(map: LeafletMap, shown: Shown): void;
  /** The topmost symbol there; `null`: none. */
  at(point: { readonly x: number; readonly y: number }): Drawn | null;
  /** All symbols near the view. */
  drawn(): readonly Drawn[];
  /** Spread a pile from the next drawing on. */
  spread(pile: Drawn, points: readonly MapPoint[]): void;
  /** Put what was spread together again; answers whether anything was. */
  fold(): boolean;
  /** Read colours and text size anew. */
  restyle(): void;
};

/** A symbol beside a pin keeps so far from the point, to the east and south. */
const besidePx = 11;
/** The width of a leg's end with its margin. */
const legPx = 19;

/** Symbols on a sheet, known by where they were drawn. */
export function createPointPicture(sheet: PointSheet): PointPicture {
  let symbols: readonly Drawn[] = [];
  let legs: readonly Drawn[] = [];
  let fanned: { readonly cluster: number; readonly points: readonly MapPoint[] } | null = null;
  let style: Pick<Brush, 'colours' | 'font' | 'scale'> | null = null;
  const stamps = createStamps();

  return {
    draw(map, shown) {
      const cleared = sheet.clear();
      if (cleared === null) return;
      style ??= readStyle();
      const brush = { ...style, context: cleared.context, density: cleared.density };
      const middle = map.getPixelBounds().getTopLeft();
      // Symbols are known by pixels of the container, and drawn on a sheet that reaches beyond it.
      brush.context.translate(middle.x - cleared.left, middle.y - cleared.top);
      symbols = findSymbols(cleared, middle, shown, brush.scale);
      const pile = symbols.find(({ cluster }) => cluster === fanned?.cluster);
      legs = pile === undefined ? [] : fan(pile, fanned?.points ?? [], brush.scale);
      for (const symbol of symbols) if (symbol !== pile) drawOne(brush, stamps, symbol, shown.clusters);
      if (pile !== undefined) drawLegLines(brush, pile, legs);
      for (const leg of legs) drawOne(brush, stamps, leg, shown.clusters);
    },
    at({ x, y }) {
      const isAt = (drawn: Drawn) => Math.hypot(drawn.x - x, drawn.y - y) <= drawn.radius + 2;
      return legs.find(isAt) ?? symbols.findLast(isAt) ?? null;
    },
    drawn: () => symbols,
    spread(pile, points) {
      fanned = { cluster: pile.cluster, points };
    },
    fold() {
      const wasOpen = fanned !== null;
      fanned = null;
      legs = [];
      return wasOpen;
    },
    restyle() {
      style = null;
      stamps.forget();
    },
  };
}

function readStyle(): Pick<Brush, 'colours' | 'font' | 'scale'> {
  const style = getComputedStyle(document.documentElement);
  return {
    colours: readMapColours(),
    font: style.getPropertyValue('--font-screen') || 'sans-serif',
    scale: (Number.parseFloat(style.fontSize) || 14) / 14,
  };
}

type Corner = { readonly x: number; readonly y: number };

/** The symbols on the sheet, large ones first, so that small ones lie on top. */
function findSymbols(cleared: Cleared, middle: Corner, shown: Shown, scale: number): Drawn[] {
  const { clusters, held } = shown;
  const { left, top, width, height, worldSize } = cleared;
  const found: Drawn[] = [];
  for (let cluster = 0; cluster < clusters.count; cluster++) {
    const spot = clusters.centres[cluster] ?? 0;
    const x = (held.spots.x[spot] ?? 0) * worldSize;
    const y = (held.spots.y[spot] ?? 0) * worldSize;
    if (x < left || x > left + width || y < top || y > top + height) continue;
    found.push(symbolOf(shown, cluster, { x: x - middle.x, y: y - middle.y }, scale));
  }
  return found.sort((a, b) => b.radius - a.radius);
}

function symbolOf(
  { held, clusters, pinned }: Shown,
  cluster: number,
  { x, y }: Corner,
  scale: number,
): Drawn {
  const spot = clusters.centres[cluster] ?? 0;
  const place = held.spots.points[held.spots.first[spot] ?? 0]?.placeId;
  const isBeside = place !== undefined && pinned.has(place);
  const shift = isBeside ? besidePx * scale : 0;
  const count = clusters.sizes[cluster] ?? 1;
  const point = count === 1 ? (held.spots.points[clusters.last[cluster] ?? -1] ?? null) : null;
  const radius = (point === null ? pileRadius(count) : symbolRadius(point.precision)) * scale;
  return { x: x + shift, y: y + shift, radius, cluster, spot, isBeside, point };
}

function fan(pile: Drawn, points: readonly MapPoint[], scale: number): Drawn[] {
  return spreadLegs(points.length, legPx * scale).flatMap((leg, at) => {
    const point = points[at];
    if (point === undefined) return [];
    return [
      { ...pile, x: pile.x + leg.x, y: pile.y + leg.y, radius: symbolRadius(point.precision) * scale, point },
    ];
  });
}

const precisions = ['exact', 'near', 'area'] as const;

function drawOne(
  brush: Brush,
  stamps: ReturnType<typeof createStamps>,
  drawn: Drawn,
  clusters: Clusters,
): void {
  const { context } = brush;
  if (drawn.point !== null) {
    stamps.press(brush, drawn.point, drawn);
    return;
  }
  const { cluster } = drawn;
  const count = clusters.sizes[cluster] ?? 0;
  const shares = pointKinds.flatMap((kind, number) => {
    const share = clusters.kinds[cluster * pointKinds.length + number] ?? 0;
    return share === 0 ? [] : [{ kind, count: share }];
  });
  context.save();
  context.translate(drawn.x, drawn.y);
  drawPile(brush, {
    count,
    shares,
    precision: precisions[clusters.precisions[cluster] ?? 2] ?? 'area',
    isOnePlace: clusters.spots[cluster] === 1,
  });
  context.restore();
}
