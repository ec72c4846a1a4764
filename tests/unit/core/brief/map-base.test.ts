import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology as TopologySpecification } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { decodeBase, decodeShapes, type Topology } from '#core/brief/map-base.ts';

const file = resolve(import.meta.dirname, '../../../../resources/geo/sahel_base.topojson');
const topology = JSON.parse(readFileSync(file, 'utf8')) as Topology;

/** What topojson-client makes of an object, in the shape of ours. */
function decodeByOracle(object: string) {
  const specified = topology as unknown as TopologySpecification;
  const collection = feature(specified, specified.objects[object] as GeometryCollection<{ name?: string }>);
  return collection.features.map(({ geometry, properties }) => ({
    name: properties?.name ?? '',
    polygons:
      geometry.type === 'Polygon'
        ? [geometry.coordinates]
        : geometry.type === 'MultiPolygon'
          ? geometry.coordinates
          : [],
    lines:
      geometry.type === 'LineString'
        ? [geometry.coordinates]
        : geometry.type === 'MultiLineString'
          ? geometry.coordinates
          : [],
  }));
}

describe('the base of map figures', () => {
  it.each(['countries', 'adm0_lines', 'adm1n_lines', 'rivers', 'lakes'])(
    'decodes %s as topojson-client does',
    (object) => {
      const shapes = decodeShapes(topology, object);

      expect(shapes.length).toBeGreaterThan(5);
      expect(shapes).toEqual(decodeByOracle(object));
    },
  );

  it('holds the countries of the region by name', () => {
    expect(decodeBase(topology).countries.map((shape) => shape.name)).toEqual(
      expect.arrayContaining(['Mali', 'Niger', 'Burkina Faso']),
    );
  });
});
