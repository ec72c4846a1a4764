import { readFileSync } from 'node:fs';
import type { MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { NamedUnit } from '#core/geo/check-place.ts';

type Unit = { readonly name: string; readonly wname?: string; readonly cc: string };

/** Regions, cercles, provinces and departments of the base that comes with the program. */
export function bundledUnits(): NamedUnit[] {
  const topology: Topology<Record<string, GeometryCollection<Unit>>> = JSON.parse(
    readFileSync('resources/geo/sahel_base.topojson', 'utf8'),
  );
  const read = (object: string, level: 1 | 2): NamedUnit[] => {
    const collection = topology.objects[object];
    if (collection === undefined) throw new Error(`no ${object}`);
    return feature(topology, collection).features.map(({ properties, geometry }) => ({
      name: properties.name.trim(),
      otherNames: properties.wname === undefined ? [] : [properties.wname],
      country: properties.cc,
      level,
      rings: ringsOf(geometry as Polygon | MultiPolygon),
    }));
  };
  return [...read('adm1', 1), ...read('adm2', 2)];
}

function ringsOf({ type, coordinates }: Polygon | MultiPolygon): NamedUnit['rings'] {
  return (type === 'Polygon' ? coordinates : coordinates.flat()) as unknown as NamedUnit['rings'];
}
