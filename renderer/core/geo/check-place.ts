import { shapeHolds } from '#core/picture/shape-holds.ts';
import type { LatLon } from './distance.ts';
import { nameKey, nameWords } from './name-key.ts';
import type { Place } from './place.ts';

/** The outlines of a unit, in degrees: what an odd number of them surrounds is inside. */
export type Rings = readonly (readonly (readonly [number, number])[])[];

/** A part of a country as the base of the map has it. */
export type NamedUnit = {
  readonly name: string;
  /** In other languages. */
  readonly otherNames: readonly string[];
  readonly country: string;
  /** 1: region; 2: cercle, province or department. */
  readonly level: 1 | 2;
  readonly rings: Rings;
};

/** Why a place may not lie where its point is. */
export type PlaceDoubt =
  /** The point lies so far outside the unit, or the country, it is said to lie in; `inside`: where it lies instead. */
  | {
      readonly kind: 'outside';
      readonly of: 'unit' | 'country';
      /** The unit as it was said, or the country's code. */
      readonly stated: string;
      readonly km: number;
      readonly inside: string | null;
    }
  /** The base has no such unit, so that nothing could be checked. */
  | { readonly kind: 'unknown-unit'; readonly stated: string };

/** Outlines are simplified and drawn by two hands: so far outside is not yet a doubt. */
export const toleranceKm = 5;

/**
 * Check that the point of a place lies in the unit and the country it is said to lie in; `null`: nothing speaks against
 * it, or there is nothing to check by. Only countries that have units can be checked. A unit is found by its name with
 * or without its kind (“cercle d’Ansongo”); where several have the name, the nearest counts.
 */
export function checkPlace(place: Place, units: readonly NamedUnit[]): PlaceDoubt | null {
  const { lat, lon, precision, type, country, unit = '' } = place;
  const isPoint = precision === 'exact' || precision === 'near';
  if (lat === null || lon === null || !isPoint || type === 'country') return null;
  const point = { lat, lon };
  const stated = unitsNamed(unit, country, units);
  if (unit.trim() !== '' && stated.length > 0)
    return doubt(point, { stated, of: 'unit', name: unit.trim(), units });
  const own = units.filter((one) => one.country === country && one.level === 1);
  const far = own.length === 0 ? null : doubt(point, { stated: own, of: 'country', name: country, units });
  if (far !== null) return far;
  return unit.trim() === '' ? null : { kind: 'unknown-unit', stated: unit.trim() };
}

/** The smallest unit a point lies in; `null`: none of the base. */
export function smallestUnitAt(point: LatLon, units: readonly NamedUnit[]): NamedUnit | null {
  const around = units.filter((unit) => holds(unit, point));
  return around.find(({ level }) => level === 2) ?? around[0] ?? null;
}

/** The units of a country (empty: of all) that go by a name. */
export function unitsNamed(name: string, country: string, units: readonly NamedUnit[]): NamedUnit[] {
  const [wanted, kind] = [bareKey(name), kindOf(name)];
  if (wanted === '') return [];
  return units.filter(
    (unit) =>
      (country === '' || unit.country === country) &&
      (kind === null || unit.level === kind) &&
      [unit.name, ...unit.otherNames].some((own) => bareKey(own) === wanted),
  );
}

/** Words for what a unit is, folded, with its level. */
const kinds: ReadonlyMap<string, 1 | 2> = new Map([
  ['region', 1],
  ['cercle', 2],
  ['province', 2],
  ['department', 2],
  ['departement', 2],
]);
const joints = new Set(['de', 'd', 'du', 'des', 'of', 'the', 'la', 'le']);

function kindOf(name: string): 1 | 2 | null {
  for (const word of nameWords(name)) {
    const kind = kinds.get(word);
    if (kind !== undefined) return kind;
  }
  return null;
}

/** The key of a name without its kind; joints go only with a kind, as “La …” may be the name. */
function bareKey(name: string): string {
  if (kindOf(name) === null) return nameKey(name);
  return nameWords(name)
    .filter((word) => !kinds.has(word) && !joints.has(word))
    .join('');
}

type Statement = {
  readonly of: 'unit' | 'country';
  readonly stated: readonly NamedUnit[];
  readonly name: string;
  readonly units: readonly NamedUnit[];
};

function doubt(point: LatLon, { stated, of, name, units }: Statement): PlaceDoubt | null {
  if (stated.some((unit) => holds(unit, point))) return null;
  const km = Math.min(...stated.map((unit) => kmToEdge(unit, point)));
  if (km <= toleranceKm) return null;
  return { kind: 'outside', of, stated: name, km, inside: smallestUnitAt(point, units)?.name ?? null };
}

function holds({ name, rings }: NamedUnit, point: LatLon): boolean {
  return shapeHolds({ kind: 'polygon', rings, name }, point);
}

const kmPerDegree = 111.195;

/** To the nearest side, on a plane that touches the earth at the point: good for what is near. */
function kmToEdge({ rings }: NamedUnit, { lat, lon }: LatLon): number {
  const across = Math.cos((lat * Math.PI) / 180) * kmPerDegree;
  let least = Infinity;
  for (const ring of rings) {
    let last = ring.at(-1);
    for (const next of ring) {
      if (last !== undefined) {
        const [ax, ay] = [(last[0] - lon) * across, (last[1] - lat) * kmPerDegree];
        const [dx, dy] = [(next[0] - last[0]) * across, (next[1] - last[1]) * kmPerDegree];
        const length = dx * dx + dy * dy;
        const share = length === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length));
        least = Math.min(least, Math.hypot(ax + share * dx, ay + share * dy));
      }
      last = next;
    }
  }
  return least;
}
