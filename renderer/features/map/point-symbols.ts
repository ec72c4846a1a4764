import type { MapPoint, PointKind } from '#core/picture/map-point.ts';
import type { MapColours } from './map-colours.ts';

type Precision = MapPoint['precision'];

/** What a symbol is drawn on and with. */
export type Brush = {
  readonly context: CanvasRenderingContext2D;
  readonly colours: MapColours;
  readonly font: string;
  /** How much larger than normal the analyst reads. */
  readonly scale: number;
  /** Pixels of the screen to one of the page. */
  readonly density: number;
};

/** The colour of each kind among those of the map; the shape says the same. */
const colourNames = {
  mention: 'pin',
  event: 'outline',
  highlight: 'highlight',
  article: 'article',
  track: 'words',
  area: 'words',
  suggested: 'words-soft',
} as const satisfies Record<PointKind, keyof MapColours>;

/** The colour of a kind. */
export function kindColour(kind: PointKind, colours: MapColours): string {
  return colours[colourNames[kind]];
}

/** How far a symbol reaches from its middle, in pixels at normal text size: an area's is larger than any point's. */
export function symbolRadius(precision: Precision): number {
  return precision === 'area' ? 10 : 6.5;
}

/**
 * Draw the symbol of one thing around 0, 0: solid when exact, hollow when near, hatched with a broken line for an area.
 */
export function drawSymbol(brush: Brush, kind: PointKind, precision: Precision): void {
  const { context, colours } = brush;
  const colour = kindColour(kind, colours);
  const radius = symbolRadius(precision) * brush.scale;
  const path = shapeOf(kind, radius);
  context.lineJoin = 'round';
  context.setLineDash([]);
  context.strokeStyle = colours.halo;
  context.lineWidth = (precision === 'near' ? 5.5 : 4) * brush.scale;
  context.stroke(path);
  if (precision === 'exact' && kind !== 'suggested') {
    context.fillStyle = colour;
    context.fill(path);
    return;
  }
  context.fillStyle = colours.halo;
  context.globalAlpha = 0.85;
  context.fill(path);
  context.globalAlpha = 1;
  context.strokeStyle = colour;
  context.lineWidth = (precision === 'near' ? 2.8 : 1.6) * brush.scale;
  if (precision === 'area') {
    hatch(context, path, radius, colour);
    context.setLineDash([4 * brush.scale, 3 * brush.scale]);
  }
  context.stroke(path);
  context.setLineDash([]);
}

/** Thin slanted lines in a shape. */
function hatch(context: CanvasRenderingContext2D, path: Path2D, radius: number, colour: string): void {
  context.save();
  context.clip(path);
  context.beginPath();
  for (let across = -2 * radius; across < 2 * radius; across += 4) {
    context.moveTo(across, radius);
    context.lineTo(across + 2 * radius, -radius);
  }
  context.strokeStyle = colour;
  context.lineWidth = 1.1;
  context.stroke();
  context.restore();
}

/** The outline of a kind: circle, lozenge, bar, page, triangle, hexagon. */
function shapeOf(kind: PointKind, radius: number): Path2D {
  const path = new Path2D();
  if (kind === 'event') polygon(path, 4, radius * 1.15);
  else if (kind === 'track') polygon(path, 3, radius * 1.15);
  else if (kind === 'area') polygon(path, 6, radius);
  else if (kind === 'highlight') path.roundRect(-radius * 1.2, -radius * 0.7, radius * 2.4, radius * 1.4, 2);
  else if (kind === 'article') page(path, radius);
  else path.arc(0, 0, radius * 0.9, 0, 2 * Math.PI);
  return path;
}

/** With a corner at the top. */
function polygon(path: Path2D, corners: number, radius: number): void {
  for (let corner = 0; corner < corners; corner++) {
    const angle = (2 * Math.PI * corner) / corners - Math.PI / 2;
    path.lineTo(radius * Math.cos(angle), radius * Math.sin(angle));
  }
  path.closePath();
}

/** A sheet with its corner cut. */
function page(path: Path2D, radius: number): void {
  const [x, y, cut] = [radius * 0.8, radius, radius * 0.7];
  path.moveTo(-x, -y);
  path.lineTo(x - cut, -y);
  path.lineTo(x, -y + cut);
  path.lineTo(x, y);
  path.lineTo(-x, y);
  path.closePath();
}

/** Several things drawn as one. */
export type Pile = {
  readonly count: number;
  /** In the order of `kinds`, those with none left out. */
  readonly shares: readonly { readonly kind: PointKind; readonly count: number }[];
  /** Of the least exact among them: a mark never looks more exact than what it stands for. */
  readonly precision: Precision;
  /** Whether all lie at one place. */
  readonly isOnePlace: boolean;
};

/** How far a pile reaches from its middle, in pixels at normal text size: it grows with the number of digits. */
export function pileRadius(count: number): number {
  return 9 + 3.4 * Math.log10(count);
}

/**
 * Draw how many there are around 0, 0, in a ring that is shared out among the kinds; broken when one of them is
 * known only by an area; with an edge behind it, as of a stack, when all lie at one place.
 */
export function drawPile(brush: Brush, pile: Pile): void {
  const { context, colours, scale } = brush;
  const radius = pileRadius(pile.count) * scale;
  const line = 3.4 * scale;
  const label = inBrief(pile.count);
  context.setLineDash([]);
  if (pile.isOnePlace) disc(context, 3 * scale, radius, { fill: colours['words-soft'], edge: colours.halo });
  disc(context, 0, radius + 1.2 * scale, { fill: colours.halo, edge: colours.halo });
  let from = -Math.PI / 2;
  context.lineWidth = line;
  for (const { kind, count } of pile.shares) {
    const until = from + (2 * Math.PI * count) / pile.count;
    context.beginPath();
    context.arc(0, 0, radius - line / 2, from, until);
    context.strokeStyle = kindColour(kind, colours);
    if (pile.precision === 'area') context.setLineDash([4 * scale, 3 * scale]);
    context.stroke();
    from = until;
  }
  context.setLineDash([]);
  context.font = `650 ${(label.length > 3 ? 10 : 11.5) * scale}px ${brush.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = colours.words;
  context.fillText(label, 0, 0.5 * scale);
}

function disc(
  context: CanvasRenderingContext2D,
  offset: number,
  radius: number,
  { fill, edge }: { readonly fill: string; readonly edge: string },
): void {
  context.beginPath();
  context.arc(offset, offset, radius, 0, 2 * Math.PI);
  context.fillStyle = fill;
  context.fill();
  context.strokeStyle = edge;
  context.lineWidth = 1.2;
  context.stroke();
}

/** As a number of at most four signs; languages agree about these. */
function inBrief(count: number): string {
  if (count < 1_000) return `${count}`;
  return count < 99_500 ? `${Math.round(count / 1_000)}k` : '99k+';
}

type At = { readonly x: number; readonly y: number };

/** Draw lines from a point to where what lies there is spread, over a ground that hides what lies behind. */
export function drawLegLines({ context, colours, scale }: Brush, { x, y }: At, legs: readonly At[]): void {
  const reach = legs.reduce((most, leg) => Math.max(most, Math.hypot(leg.x - x, leg.y - y)), 0);
  context.setLineDash([]);
  context.globalAlpha = 0.72;
  context.beginPath();
  context.arc(x, y, reach + 14 * scale, 0, 2 * Math.PI);
  context.fillStyle = colours.halo;
  context.fill();
  context.globalAlpha = 1;
  context.beginPath();
  for (const leg of legs) {
    context.moveTo(x, y);
    context.lineTo(leg.x, leg.y);
  }
  context.strokeStyle = colours['words-soft'];
  context.lineWidth = 1.2 * scale;
  context.stroke();
  context.beginPath();
  context.arc(x, y, 2.5 * scale, 0, 2 * Math.PI);
  context.fillStyle = colours.words;
  context.fill();
}
