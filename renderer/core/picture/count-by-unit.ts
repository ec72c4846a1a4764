import type { LatLon } from '#core/geo/distance.ts';
import type { PlaceId } from '#core/ids.ts';
import type { MapShape } from './narrowing.ts';
import type { PictureItem } from './picture-item.ts';
import { shapeHolds } from './shape-holds.ts';

/** A region, province or district of the base. */
export type AdminUnit = {
  /** As the gazetteer's place of it, where there is one. */
  readonly id: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly shape: MapShape & { readonly kind: 'polygon' };
};

/** Items by admin unit; every item is in one of the counts once. */
export type UnitCounts = {
  /** Of the units that hold any. */
  readonly byUnit: ReadonlyMap<string, number>;
  /** Known only to have been somewhere in an area that is not one of the units: a point would be a guess. */
  readonly areaOnly: number;
  /** Located beyond all units. */
  readonly beyond: number;
  /** With no located place. */
  readonly unlocated: number;
};

/** Finds the unit that holds a point; `null`: none. Points asked about before are answered at once. */
export type UnitFinder = (point: LatLon) => AdminUnit | null;

/** A finder over units that do not overlap; where two do, the first counts. */
export function createUnitFinder(units: readonly AdminUnit[]): UnitFinder {
  // By latitude and then longitude: a key of both as text would take longer than all else for 50,000 items.
  const known = new Map<number, Map<number, AdminUnit | null>>();
  return (point) => {
    const there = known.get(point.lat) ?? new Map<number, AdminUnit | null>();
    known.set(point.lat, there);
    const before = there.get(point.lon);
    if (before !== undefined) return before;
    const found = units.find(({ shape }) => shapeHolds(shape, point)) ?? null;
    there.set(point.lon, found);
    return found;
  };
}

/**
 * Count items in the units they lie in. An item whose place is an area counts only where that area is known to lie
 * within one unit: `wholes` holds the places that are a unit or a part of one.
 */
export function countByUnit(
  items: readonly PictureItem[],
  findUnit: UnitFinder,
  wholes: ReadonlyMap<PlaceId, AdminUnit>,
): UnitCounts {
  const byUnit = new Map<string, number>();
  let [areaOnly, beyond, unlocated] = [0, 0, 0];
  for (const { place } of items) {
    if (place === null || place.lat === null || place.lon === null) {
      unlocated += 1;
      continue;
    }
    const isArea = place.precision === 'area' || place.precision === 'unknown';
    const whole = wholes.get(place.id);
    const unit = isArea ? (whole ?? null) : findUnit({ lat: place.lat, lon: place.lon });
    if (unit !== null) byUnit.set(unit.id, (byUnit.get(unit.id) ?? 0) + 1);
    else if (isArea) areaOnly += 1;
    else beyond += 1;
  }
  return { byUnit, areaOnly, beyond, unlocated };
}

/** Numbers that are drawn alike, both ends included. */
export type CountClass = { readonly from: number; readonly until: number };

const mostClasses = 5;

/**
 * Up to five classes for numbers from one up, each beginning with a round number and about so many times larger than
 * the one before: counts of reports are a few large ones over many small ones. None when nothing was counted.
 */
export function countClasses(counts: Iterable<number>): CountClass[] {
  let most = 0;
  for (const count of counts) most = Math.max(most, count);
  if (most < 1) return [];
  const factor = most ** (1 / mostClasses);
  const starts = new Set<number>();
  for (let at = 0; at < mostClasses; at++) {
    const start = most <= mostClasses ? at + 1 : roundDown(factor ** at);
    if (start <= most) starts.add(start);
  }
  const sorted = [...starts].sort((a, b) => a - b);
  return sorted.map((from, at) => ({ from, until: (sorted[at + 1] ?? most + 1) - 1 }));
}

/** The largest of 1, 2, 3, 5 times a power of ten that is not larger. */
function roundDown(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value) + 1e-9);
  const digit = [5, 3, 2, 1].find((one) => one * power <= value + 1e-9) ?? 1;
  return digit * power;
}
