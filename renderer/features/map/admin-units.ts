import type { MultiPolygon, Polygon } from 'geojson';
import type { LatLon } from '#core/geo/distance.ts';
import type { PlaceId } from '#core/ids.ts';
import { type AdminUnit, createUnitFinder, type UnitFinder } from '#core/picture/count-by-unit.ts';
import { pointInside } from '#core/picture/point-inside.ts';
import { type Area, loadBase } from './load-base.ts';

/** Regions are of the first level, districts (cercles, provinces, departments) of the second. */
export type UnitLevel = 'region' | 'district';

/** The units of a level, and what finds them. */
export type Units = {
  readonly all: readonly AdminUnit[];
  readonly find: UnitFinder;
  /** The places that are one of the units, or known to lie within one. */
  readonly wholes: ReadonlyMap<PlaceId, AdminUnit>;
};

let loaded: Promise<Readonly<Record<UnitLevel, Units>>> | null = null;

/** The admin units of the bundled base; made once. */
export function loadUnits(): Promise<Readonly<Record<UnitLevel, Units>>> {
  loaded ??= readUnits().catch((error: unknown) => {
    loaded = null;
    throw error;
  });
  return loaded;
}

/** The unit of a level that a point lies in; `null`: in none. */
export async function unitAt(level: UnitLevel, point: LatLon): Promise<AdminUnit | null> {
  return (await loadUnits())[level].find(point);
}

async function readUnits(): Promise<Readonly<Record<UnitLevel, Units>>> {
  const base = await loadBase();
  const [regions, districts] = [base.regions.map(toUnit), base.districts.map(toUnit)];
  const [findRegion, findDistrict] = [createUnitFinder(regions), createUnitFinder(districts)];
  const own = (units: readonly AdminUnit[]) => units.map((unit) => [unit.id as PlaceId, unit] as const);
  // A district known by name lies in the region of its middle.
  const inRegions = districts.flatMap((district) => {
    const region = findRegion(pointInside(district.shape.rings));
    return region === null ? [] : [[district.id as PlaceId, region] as const];
  });
  return {
    region: { all: regions, find: findRegion, wholes: new Map([...inRegions, ...own(regions)]) },
    district: { all: districts, find: findDistrict, wholes: new Map(own(districts)) },
  };
}

function toUnit({ properties, geometry }: Area): AdminUnit {
  // Who’s On First calls Centre-Ouest “Centre-Est” in French: its English names are right.
  const name = (properties.wname ?? properties.name).trim();
  const country = properties.cc ?? '';
  return {
    id: typeof properties.id === 'number' ? `g:${properties.id}` : `${country}:${name}`,
    name,
    country,
    shape: { kind: 'polygon', rings: ringsOf(geometry), name },
  };
}

/** All rings of an area, outer ones and holes, as pairs of degrees. */
export function ringsOf(geometry: Polygon | MultiPolygon): [number, number][][] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.flat().map((ring) => ring.map(([lon = 0, lat = 0]): [number, number] => [lon, lat]));
}
