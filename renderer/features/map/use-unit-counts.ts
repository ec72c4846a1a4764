import { useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { LatLon } from '#core/geo/distance.ts';
import {
  type AdminUnit,
  type CountClass,
  countByUnit,
  countClasses,
  type UnitCounts,
} from '#core/picture/count-by-unit.ts';
import { pointInside } from '#core/picture/point-inside.ts';
import { useNarrowedItems } from '#state/use-narrowed-items.ts';
import type { UnitLevel } from './admin-units.ts';
import { useShownKinds } from './shown-kinds.ts';
import type { CountedUnit } from './unit-layer.ts';
import { useUnitLevels } from './use-units.ts';

/** By which units the map counts; `null`: it does not. */
export const unitCounting = createStore<{ readonly level: UnitLevel | null }>(() => ({ level: null }));

/** What is counted by admin unit, and how it is drawn. */
export type UnitPicture = {
  readonly level: UnitLevel;
  readonly counts: UnitCounts;
  readonly classes: readonly CountClass[];
  readonly counted: readonly CountedUnit[];
};

/** Count what the narrowing leaves of the kinds that are drawn, by admin unit; `null` while nothing is counted. */
export function useUnitCounts(): UnitPicture | null {
  const level = useStore(unitCounting, (state) => state.level);
  const units = useUnitLevels()?.[level ?? 'region'];
  const items = useNarrowedItems()?.inside;
  const { kinds } = useShownKinds();
  return useMemo(() => {
    if (level === null || units === undefined || items === undefined) return null;
    const counts = countByUnit(
      items.filter(({ kind }) => kinds.has(kind)),
      units.find,
      units.wholes,
    );
    const classes = countClasses(counts.byUnit.values());
    const counted = units.all.flatMap((unit) => {
      const count = counts.byUnit.get(unit.id);
      if (count === undefined) return [];
      const rank = classes.findIndex(({ from, until }) => from <= count && count <= until);
      return [{ unit, count, rank, middle: middleOf(unit) }];
    });
    return { level, counts, classes, counted };
  }, [level, units, items, kinds]);
}

/** Where the number of a unit stands: worked out once, for the slider counts anew at each step. */
const middles = new WeakMap<AdminUnit, LatLon>();

function middleOf(unit: AdminUnit): LatLon {
  const known = middles.get(unit);
  if (known !== undefined) return known;
  const middle = pointInside(unit.shape.rings);
  middles.set(unit, middle);
  return middle;
}
