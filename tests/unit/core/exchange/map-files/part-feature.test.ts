import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Making, PointsAs } from '#core/exchange/map-files/make-records.ts';
import { mostParts } from '#core/exchange/map-files/part-feature.ts';
import { type MapOurs, planMapImport } from '#core/exchange/map-files/plan-map-import.ts';
import { readMapFile } from '#core/exchange/map-files/read-map-file.ts';
import { writeWkt } from '#core/exchange/map-files/well-known-text.ts';
import { recordSchemas } from '#core/exchange/record-schemas.ts';
import type { AnalystId } from '#core/ids.ts';
import type { Area, Track } from '#core/tracks/track.ts';
import { emptyCase } from './sample-records.ts';

const tools = { decode: (bytes: Uint8Array, label: string) => new TextDecoder(label).decode(bytes) };

function bring(text: string, pointsAs: PointsAs = 'events', ours: MapOurs = emptyCase) {
  const { form, answer } = readMapFile(strToU8(text), tools);
  if (!answer.ok) throw new Error(answer.code);
  const making: Making = {
    form: form ?? 'geojson',
    fileName: 'theirs',
    pointsAs,
    analystId: 'me' as AnalystId,
    now: '2025-01-01T00:00:00.000Z',
  };
  const plan = planMapImport({ features: answer.features, ours, take: 'file', making });
  for (const { table, after } of plan.changes)
    expect(recordSchemas[table].safeParse(after).error).toBeUndefined();
  return {
    plan,
    told: [...answer.problems, ...plan.problems].map(({ code, value }) => [code, value]),
    tracks: plan.changes.flatMap(({ table, after }) => (table === 'tracks' ? [after as Track] : [])),
    areas: plan.changes.flatMap(({ table, after }) => (table === 'areas' ? [after as Area] : [])),
    places: plan.changes.flatMap(({ table, after }) => (table === 'places' ? [after] : [])),
    events: plan.changes.flatMap(({ table, after }) => (table === 'events' ? [after] : [])),
  };
}

const geo = (geometry: object, properties: object = { name: 'Held' }, id?: string) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: [{ type: 'Feature', ...(id === undefined ? {} : { id }), properties, geometry }],
  });
const square = (west: number) => [
  [
    [west, 16],
    [west + 1, 16],
    [west + 1, 17],
    [west, 16],
  ],
];
const polygons = (...wests: number[]) => ({ type: 'MultiPolygon', coordinates: wests.map(square) });
const wests = (areas: readonly Area[]) => areas.map(({ name, rings }) => [name, rings[0]?.[0]?.[0]]);

describe('a feature of several areas', () => {
  it('becomes an area each, numbered and told', () => {
    const { areas, told } = bring(geo(polygons(0, 3, 6)));

    expect(wests(areas)).toEqual([
      ['Held (1)', 0],
      ['Held (2)', 3],
      ['Held (3)', 6],
    ]);
    expect(new Set(areas.map(({ id }) => id)).size).toBe(3);
    expect(told).toEqual([['parted', '3']]);
  });

  it('is known again, and once more when a part is drawn on', () => {
    const one = bring(geo(polygons(0), { name: 'Held' }, '7'));
    const two = bring(geo(polygons(0, 3), { name: 'Held' }, '7'), 'events', {
      ...emptyCase,
      areas: one.areas,
    });

    expect(two.plan).toMatchObject({ added: { areas: 1 }, changed: { areas: 1 } });
    expect(two.areas.map(({ id }) => id)).toContain(one.areas[0]?.id);
    const again = bring(geo(polygons(0, 3), { name: 'Held' }, '7'), 'events', {
      ...emptyCase,
      areas: two.areas,
    });
    expect(again.plan).toMatchObject({ changes: [], same: 2 });
  });

  it('of one part alone is that area, without a number', () => {
    const { areas, told } = bring(geo(polygons(0)));

    expect(wests(areas)).toEqual([['Held', 0]]);
    expect(told).toEqual([]);
  });

  it('keeps its number however long its name is', () => {
    const { areas } = bring(geo(polygons(0, 3), { name: 'x'.repeat(400) }));

    expect(areas.map(({ name }) => [name.length, name.slice(-4)])).toEqual([
      [300, ' (1)'],
      [300, ' (2)'],
    ]);
  });

  it('of more parts than anybody would look through is left out, by their number', () => {
    const { plan, told } = bring(geo(polygons(...Array.from({ length: mostParts + 1 }, (_, at) => at / 10))));

    expect(plan.changes).toEqual([]);
    expect(told).toEqual([['too-many-parts', (mostParts + 1).toString()]]);
  });
});

describe('a feature of several lines', () => {
  const lines = {
    type: 'MultiLineString',
    coordinates: [
      [
        [0, 16],
        [1, 17],
      ],
      [
        [4, 16],
        [5, 17],
      ],
    ],
  };

  it('becomes a track each, and none is said to have begun when all of them did', () => {
    const { tracks } = bring(geo(lines, { name: 'Way', from: '2024-09-12', until: '2024-09-19' }));

    expect(tracks.map(({ name }) => name)).toEqual(['Way (1)', 'Way (2)']);
    for (const { waypoints } of tracks)
      expect(waypoints).toMatchObject([
        { dating: { from: '2024-09-12', until: '2024-09-19' } },
        { dating: { from: '2024-09-12', until: '2024-09-19' } },
      ]);
  });

  it('takes the days of each segment from the points of a GPX track', () => {
    const segment = (day: string, lat: number) =>
      `<trkseg><trkpt lat="${lat}" lon="0"><time>${day}T06:00:00Z</time></trkpt><trkpt lat="${lat + 1}" lon="0"/></trkseg>`;
    const { tracks, told } = bring(
      `<gpx version="1.1"><trk><name>Way</name>${segment('2024-09-12', 16)}<trkseg/>${segment('2024-09-14', 17)}</trk></gpx>`,
    );

    expect(tracks).toMatchObject([
      { name: 'Way (1)', waypoints: [{ lat: 16, dating: { from: '2024-09-12' } }, { lat: 17 }] },
      { name: 'Way (2)', waypoints: [{ lat: 17, dating: { from: '2024-09-14' } }, { lat: 18 }] },
    ]);
    expect(told).toEqual([['parted', '2']]);
  });
});

describe('a collection of several kinds', () => {
  const point = (lon: number) => ({ type: 'Point', coordinates: [lon, 16] });
  const line = { type: 'LineString', coordinates: square(0)[0]?.slice(0, 3) };
  const area = { type: 'Polygon', coordinates: square(3) };
  const mixed = [point(9), line, area, { type: 'GeometryCollection', geometries: [point(8)] }];

  it('becomes one event of its points, a track and an area, in GeoJSON', () => {
    const { events, tracks, areas, told } = bring(geo({ type: 'GeometryCollection', geometries: mixed }));

    expect(events).toMatchObject([{ title: 'Held', places: [{ place: { lon: 9 } }, { place: { lon: 8 } }] }]);
    expect(tracks).toMatchObject([{ name: 'Held' }]);
    expect(areas).toMatchObject([{ name: 'Held' }]);
    expect(told).toEqual([['parted', '3']]);
  });

  it('is read in KML and in a table as well', () => {
    const ring = '3,16 4,16 4,17 3,16';
    const kml = `<kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><name>Held</name><MultiGeometry>
      <Point><coordinates>9,16</coordinates></Point><LineString><coordinates>0,16 1,16 1,17</coordinates></LineString>
      <MultiGeometry><Polygon><outerBoundaryIs><LinearRing><coordinates>${ring}</coordinates></LinearRing></outerBoundaryIs></Polygon></MultiGeometry>
      </MultiGeometry></Placemark></kml>`;
    const wkt = `name,wkt\nHeld,"GEOMETRYCOLLECTION (POINT (9 16), LINESTRING (0 16, 1 16, 1 17), POLYGON ((3 16, 4 16, 4 17, 3 16)))"\n`;

    for (const text of [kml, wkt]) {
      const { events, tracks, areas } = bring(text);
      expect(events).toMatchObject([{ title: 'Held', places: [{ place: { lat: 16, lon: 9 } }] }]);
      expect(tracks).toMatchObject([{ waypoints: [{ lon: 0 }, { lon: 1 }, { lat: 17 }] }]);
      expect(wests(areas)).toEqual([['Held', 3]]);
    }
  });

  it('is left out whole when one of its shapes is broken', () => {
    const broken = { type: 'Point', coordinates: [500, 16] };
    const { plan, told } = bring(geo({ type: 'GeometryCollection', geometries: [line, broken] }));

    expect(plan.changes).toEqual([]);
    expect(told).toEqual([['bad-geometry', 'GeometryCollection']]);
  });
});

describe('a feature of several points', () => {
  const points = {
    type: 'MultiPoint',
    coordinates: [
      [1, 16],
      [2, 17],
    ],
  };

  it('is one event at both, or a place each, as the analyst says', () => {
    expect(bring(geo(points)).events).toMatchObject([{ places: [{}, {}] }]);
    const { places, told } = bring(geo(points), 'places');
    expect(places).toMatchObject([
      { name: 'Held (1)', lon: 1 },
      { name: 'Held (2)', lon: 2 },
    ]);
    expect(told).toEqual([['parted', '2']]);
  });
});

it('has every shape of a file in some record, in whichever format it comes', () => {
  const corner = fc.tuple(fc.integer({ min: -170, max: 170 }), fc.integer({ min: -80, max: 80 }));
  const ways = fc.uniqueArray(fc.array(corner, { minLength: 2, maxLength: 5 }), {
    minLength: 2,
    maxLength: 6,
    selector: JSON.stringify,
  });
  fc.assert(
    fc.property(ways, (coordinates) => {
      const shape = { type: 'MultiLineString' as const, coordinates };
      const kml = `<kml><Placemark><MultiGeometry>${coordinates
        .map((way) => `<LineString><coordinates>${way.join(' ')}</coordinates></LineString>`)
        .join('')}</MultiGeometry></Placemark></kml>`;
      for (const text of [geo(shape), kml, `wkt\n"${writeWkt(shape)}"\n`]) {
        const ends = bring(text).tracks.map(({ waypoints }) => waypoints.map(({ lon, lat }) => [lon, lat]));
        expect(ends).toEqual(coordinates);
      }
    }),
    { numRuns: 50 },
  );
});
