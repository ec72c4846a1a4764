import type { Square } from './shape-tiles.ts';

/** Something in a tile of data that may have a name: its points in pixels of the whole map. */
export type TileFeature = {
  readonly kind: 'point' | 'line';
  readonly properties: Readonly<Record<string, unknown>>;
  readonly parts: readonly (readonly { readonly x: number; readonly y: number }[])[];
};

/** A name that vector tiles give a place or a road, and where it is written. */
export type TileName = {
  readonly kind: TileFeature['kind'];
  readonly lat: number;
  readonly lon: number;
  readonly en: string;
  readonly fr: string;
};

/** No more names of one square, the largest places first. */
const mostNames = 40;
const longestName = 80;
/** Shorter stretches of a road have no room for its name, in pixels. */
const shortestLine = 70;

/**
 * The names to be written on a square of `size` pixels: of points on it, and of lines whose middle is on it, so that no
 * two squares write the same. Each in English and French where the tile has both, otherwise as the tile has it.
 */
export function namesOn(square: Square, size: number, features: readonly TileFeature[]): TileName[] {
  const found = features.flatMap((feature) => {
    const name = wordsOf(feature.properties);
    const spot = name === null ? null : spotOf(feature);
    if (name === null || spot === null || !isOn(square, size, spot)) return [];
    return [
      { ...name, ...toDegrees(spot, size * 2 ** square.z), kind: feature.kind, weight: weightOf(feature) },
    ];
  });
  return found
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostNames)
    .map(({ weight, ...name }) => name);
}

function wordsOf(properties: TileFeature['properties']): Pick<TileName, 'en' | 'fr'> | null {
  const own = textOf(properties.name);
  const english = textOf(properties['name:en']) ?? textOf(properties.name_en);
  const french = textOf(properties['name:fr']) ?? textOf(properties.name_fr);
  const en = english ?? own ?? french;
  const fr = french ?? own ?? english;
  return en === null || fr === null ? null : { en, fr };
}

function textOf(value: unknown): string | null {
  const text = typeof value === 'string' ? value.replace(/\s+/g, ' ').trim().slice(0, longestName) : '';
  return text === '' ? null : text;
}

type Spot = { readonly x: number; readonly y: number };

/** A point itself, or the middle of a line's longest part; `null`: too short for a name. */
function spotOf({ kind, parts }: TileFeature): Spot | null {
  if (kind === 'point') return parts[0]?.[0] ?? null;
  const [longest] = parts
    .map((line) => ({ line, length: lengthOf(line) }))
    .sort((a, b) => b.length - a.length);
  if (longest === undefined || longest.length < shortestLine) return null;
  return along(longest.line, longest.length / 2);
}

function lengthOf(line: readonly Spot[]): number {
  return line.reduce((sum, { x, y }, at) => {
    const before = line[at - 1];
    return before === undefined ? 0 : sum + Math.hypot(x - before.x, y - before.y);
  }, 0);
}

function along(line: readonly Spot[], distance: number): Spot | null {
  let left = distance;
  for (const [at, to] of line.entries()) {
    const from = line[at - 1];
    if (from === undefined) continue;
    const step = Math.hypot(to.x - from.x, to.y - from.y);
    if (step >= left && step > 0)
      return { x: from.x + ((to.x - from.x) * left) / step, y: from.y + ((to.y - from.y) * left) / step };
    left -= step;
  }
  return line.at(-1) ?? null;
}

function isOn({ x, y }: Square, size: number, spot: Spot): boolean {
  return Math.floor(spot.x / size) === x && Math.floor(spot.y / size) === y;
}

/** People who live there, where the tile says it; places stand before roads. */
function weightOf({ kind, properties }: TileFeature): number {
  const people = Number(properties.population ?? properties.pop_max ?? properties.pop ?? 0);
  return (kind === 'point' ? 1 : 0) + (Number.isFinite(people) ? Math.max(0, people) : 0);
}

/** Web Mercator backwards. */
function toDegrees({ x, y }: Spot, pixels: number): { readonly lat: number; readonly lon: number } {
  const lat = (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / pixels))) * 180) / Math.PI;
  return { lat, lon: (x / pixels) * 360 - 180 };
}
