import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { MultiLineString, Position } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { loneLines } from '#core/geo/lone-lines.ts';

const folder = resolve(import.meta.dirname, '../../../../resources/geo');
const file = join(folder, 'district-lines.json');

describe('loneLines', () => {
  it('keeps one of two drawings of a line, and none along what is drawn', () => {
    const across = (lat: number): Position[] => [0, 0.5, 1, 1.5, 2].map((lon) => [lon, lat]);
    const drawn = [across(10)];
    expect(loneLines([across(10.01), across(11), across(11.02)], drawn)).toEqual([across(11)]);
  });

  it('made the lines between districts that are kept beside the base of the map', () => {
    const topology: Topology = JSON.parse(readFileSync(join(folder, 'sahel_base.topojson'), 'utf8'));
    const units = (name: string) => topology.objects[name] as GeometryCollection;
    const regionOf = ({ properties }: GeometryObject) => (properties as { region?: number }).region;
    const parts = ({ coordinates }: MultiLineString) => coordinates;
    const borders = feature(topology, units('adm0_lines')).features.flatMap(({ geometry }) =>
      geometry.type === 'LineString'
        ? [geometry.coordinates]
        : geometry.type === 'MultiLineString'
          ? geometry.coordinates
          : [],
    );
    const drawn = [
      ...borders,
      ...parts(mesh(topology, units('adm1'))),
      ...parts(mesh(topology, units('adm2'), (a, b) => a !== b && regionOf(a) === regionOf(b))),
    ];
    const outlines = parts(mesh(topology, units('adm2'), (a, b) => a === b));
    const lines = loneLines(outlines, drawn).map((line) =>
      line.map(([lon = 0, lat = 0]) => [Number(lon.toFixed(4)), Number(lat.toFixed(4))]),
    );
    // Written anew by LIPTAKO_WRITE_LINES=1, to be looked at on the map.
    if (process.env.LIPTAKO_WRITE_LINES === '1') writeFileSync(file, `${JSON.stringify(lines)}\n`);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(lines);
    expect(lines.length).toBeGreaterThan(20);
  });
});
