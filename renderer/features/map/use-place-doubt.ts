import { useEffect, useMemo, useState } from 'react';
import { checkPlace, type NamedUnit, type PlaceDoubt } from '#core/geo/check-place.ts';
import type { Place } from '#core/geo/place.ts';
import { ringsOf } from './admin-units.ts';
import { regionName } from './country-names.ts';
import { type Area, loadBase } from './load-base.ts';

let loaded: Promise<readonly NamedUnit[]> | null = null;

/** Why a place may not lie where its point is; `null`: nothing speaks against it, or the base is not read yet. */
export function usePlaceDoubt(place: Place): PlaceDoubt | null {
  const [units, setUnits] = useState<readonly NamedUnit[]>([]);
  useEffect(() => {
    let isHere = true;
    loaded ??= loadBase().then(({ regions, districts }) => [
      ...regions.map((area) => toUnit(area, 1)),
      ...districts.map((area) => toUnit(area, 2)),
    ]);
    // Without a base there is nothing to check by; the map itself says so.
    loaded.then((read) => isHere && setUnits(read)).catch(() => undefined);
    return () => {
      isHere = false;
    };
  }, []);
  return useMemo(() => (units.length === 0 ? null : checkPlace(place, units)), [place, units]);
}

function toUnit(area: Area, level: 1 | 2): NamedUnit {
  return {
    name: regionName(area, 'fr'),
    otherNames: [regionName(area, 'en')],
    country: area.properties.cc ?? '',
    level,
    rings: ringsOf(area.geometry),
  };
}
