import { useLingui } from '@lingui/react/macro';
import { useEffect, useMemo, useState } from 'react';
import type { AdminUnit } from '#core/picture/count-by-unit.ts';
import { loadUnits, type UnitLevel, type Units } from './admin-units.ts';

/** The units of the bundled base; `null` until they are read, or when they can't be. */
export function useUnitLevels(): Readonly<Record<UnitLevel, Units>> | null {
  const [levels, setLevels] = useState<Readonly<Record<UnitLevel, Units>> | null>(null);
  useEffect(() => {
    let isCurrent = true;
    // The map itself says when its base can't be read.
    loadUnits().then(
      (loaded) => isCurrent && setLevels(loaded),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, []);
  return levels;
}

/** Regions and districts by name, each with its country. */
export function useUnits(): readonly { readonly unit: AdminUnit; readonly label: string }[] {
  const { t, i18n } = useLingui();
  const levels = useUnitLevels();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words change with the language alone.
  return useMemo(() => {
    if (levels === null) return [];
    const countries = new Intl.DisplayNames([i18n.locale], { type: 'region' });
    const label = (unit: AdminUnit, level: UnitLevel) => {
      const country = unit.country === '' ? '' : countries.of(unit.country);
      return level === 'region'
        ? t`${unit.name}, region of ${country}`
        : t`${unit.name}, district of ${country}`;
    };
    return (['region', 'district'] as const).flatMap((level) =>
      levels[level].all
        .map((unit) => ({ unit, label: label(unit, level) }))
        .sort((a, b) => a.label.localeCompare(b.label)),
    );
  }, [levels, i18n.locale]);
}
