import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Making, PointsAs } from '#core/exchange/map-files/make-records.ts';
import { planMapImport } from '#core/exchange/map-files/plan-map-import.ts';
import { readPrintedDays } from '#core/exchange/map-files/printed-days.ts';
import { readMapFile } from '#core/exchange/map-files/read-map-file.ts';
import { readWkt, writeWkt } from '#core/exchange/map-files/well-known-text.ts';
import { recordSchemas } from '#core/exchange/record-schemas.ts';
import type { AnalystId } from '#core/ids.ts';
import { emptyCase } from './sample-records.ts';

const tools = { decode: (bytes: Uint8Array, label: string) => new TextDecoder(label).decode(bytes) };

function bring(bytes: Uint8Array | string, pointsAs: PointsAs = 'events', ours = emptyCase) {
  const { form, answer } = readMapFile(typeof bytes === 'string' ? strToU8(bytes) : bytes, tools);
  if (!answer.ok) return { refused: answer };
  const making: Making = {
    form: form ?? 'geojson',
    fileName: 'theirs',
    pointsAs,
    analystId: 'me' as AnalystId,
    now: '2025-01-01T00:00:00.000Z',
  };
  const plan = planMapImport({ features: answer.features, ours, take: 'file', making });
  const problems = [...answer.problems, ...plan.problems];
  for (const { table, after } of plan.changes)
    expect(recordSchemas[table].safeParse(after).error).toBeUndefined();
  return { plan, problems, records: plan.changes.map(({ after }) => after) };
}

const point = (properties: object, coordinates: unknown = [1.4, 18.4]) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates },
});
const collection = (features: unknown[], more: object = {}) =>
  JSON.stringify({ type: 'FeatureCollection', features, ...more });

describe('GeoJSON of another program', () => {
  it('becomes events with what it says, once however often it comes', () => {
    const file = collection([point({ title: 'Clash', date: '17 September 2024', source: 'radio' })]);
    const { plan, records } = bring(file);

    expect(records).toMatchObject([
      {
        title: 'Clash',
        dating: { from: '2024-09-17', until: '2024-09-17', precision: 1, basis: 'stated' },
        places: [{ place: { lat: 18.4, lon: 1.4, precision: 'near' } }],
        origin: { collection: 'geojson', columns: { source: 'radio' } },
      },
    ]);
    const again = bring(file, 'events', { ...emptyCase, events: records as never });
    expect(again.plan).toMatchObject({ changes: [], same: 1 });
    expect(plan?.problems).toEqual([]);
  });

  it('becomes places, tracks and areas', () => {
    const { records } = bring(
      collection([
        point({ name: 'Well' }),
        {
          type: 'Feature',
          properties: { name: 'Way' },
          geometry: {
            type: 'LineString',
            coordinates: [
              [0, 16],
              [1, 18],
            ],
          },
        },
        {
          type: 'Feature',
          properties: { name: 'Zone', from: '2024-01' },
          geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [0, 0],
                [1, 0],
                [1, 1],
                [0, 0],
              ],
            ],
          },
        },
      ]),
      'places',
    );

    expect(records).toMatchObject([
      { name: 'Well', lat: 18.4, precision: 'near', source: 'theirs' },
      { name: 'Way', waypoints: [{ lat: 16 }, { lat: 18, lon: 1 }] },
      {
        name: 'Zone',
        rings: [
          [
            [0, 0],
            [1, 0],
            [1, 1],
          ],
        ],
        dating: { from: '2024-01-01', until: '2024-01-31' },
      },
    ]);
  });

  it('is refused by the name of another projection', () => {
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::32631' } };
    const { refused } = bring(collection([point({})], { crs }));

    expect(refused).toMatchObject({ code: 'other-projection', detail: { projection: crs.properties.name } });
    const wgs = { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } };
    expect(bring(collection([point({ name: 'x' })], { crs: wgs })).records).toHaveLength(1);
  });

  it.each([
    ['metres', [254_000, 1_990_000]],
    ['a missing number', [1.4]],
    ['words', ['1.4', '18.4']],
  ])('tells of %s where degrees should be, and reads the rest', (_, coordinates) => {
    const { problems, records } = bring(
      collection([point({ name: 'bad' }, coordinates), point({ name: 'good' })]),
    );

    expect(problems).toMatchObject([{ row: 1, name: 'bad', code: 'bad-geometry' }]);
    expect(records).toHaveLength(1);
  });

  it('refuses an area of more points than one record holds, by their number', () => {
    const ring = Array.from({ length: 5_000 }, (_, at) => [Math.cos(at), Math.sin(at)]);
    const { problems, records } = bring(
      collection([
        { type: 'Feature', properties: { name: 'huge' }, geometry: { type: 'Polygon', coordinates: [ring] } },
      ]),
    );

    expect(problems).toMatchObject([{ name: 'huge', code: 'too-many-points', value: '5000' }]);
    expect(records).toEqual([]);
  });

  it.each([
    ['{"type":"FeatureCollection","features":[', 'bad-json'],
    ['{"a":1}', 'no-geojson'],
    ['[]', 'no-geojson'],
    ['{"type":"Feature","__proto__":{"x":1}}', 'forbidden-key'],
    [`${'{"a":'.repeat(99)}1${'}'.repeat(99)}`, 'too-deep'],
  ])('%s is refused as %s', (text, code) => {
    expect(bring(text).refused?.code).toBe(code);
  });
});

describe('KML of another program', () => {
  const kml = (inner: string) =>
    `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder>${inner}</Folder></Document></kml>`;
  const placemark = (description: string) =>
    kml(`<Placemark><name>Post</name><description>${description}</description><TimeStamp><when>2024-09-17</when></TimeStamp>
      <Point><coordinates> 1.4,18.4,300 </coordinates></Point></Placemark>`);

  it('comes with its description as plain text, whatever is in it', () => {
    const evil =
      '<![CDATA[<b>Held</b> by <script>alert(1)</script><img src=x onerror=alert(2)>A&amp;B<br>since <style>x</style>May]]>';
    const { records } = bring(placemark(evil));

    expect(records).toMatchObject([
      { title: 'Post', note: 'Held by A&B\nsince May', dating: { from: '2024-09-17' } },
    ]);
  });

  it('opens from a KMZ', () => {
    const { records } = bring(zipSync({ 'doc.kml': strToU8(placemark('x')) }));

    expect(records).toMatchObject([{ title: 'Post' }]);
  });

  it('never follows a link, and says so', () => {
    const { problems } = bring(
      kml('<NetworkLink><name>Feed</name><Link><href>http://x</href></Link></NetworkLink>'),
    );

    expect(problems).toMatchObject([{ name: 'Feed', code: 'network-link' }]);
  });

  it('counts a folder with more placemarks than a call has room for', () => {
    const many = '<Placemark><Point><coordinates>1,17</coordinates></Point></Placemark>'.repeat(130_000);
    const { answer } = readMapFile(strToU8(kml(many)), tools);
    expect(answer).toMatchObject({ ok: false, code: 'too-many-features', detail: { count: 130_000 } });
  });

  it('refuses a document type, which could define entities', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a "b">]><kml>&a;</kml>`;

    expect(bring(bomb).refused?.code).toBe('xml-doctype');
  });

  it('refuses a file that breaks off', () => {
    expect(bring(placemark('x').slice(0, 200)).refused?.code).toBe('not-xml');
  });
});

describe('GPX of another program', () => {
  it('gives waypoints and tracks, dated at their ends', () => {
    const { records } = bring(
      `<?xml version="1.0"?><gpx version="1.1" creator="x"><wpt lat="16.27" lon="-0.04"><name>Gao</name></wpt>
       <trk><name>Way</name><trkseg><trkpt lat="16.27" lon="-0.04"><time>2024-09-12T06:00:00Z</time></trkpt>
       <trkpt lat="18.44" lon="1.4"><time>2024-09-19T06:00:00Z</time></trkpt></trkseg></trk></gpx>`,
      'places',
    );

    expect(records).toMatchObject([
      { name: 'Gao', lat: 16.27, lon: -0.04 },
      { name: 'Way', waypoints: [{ dating: { from: '2024-09-12' } }, { dating: { until: '2024-09-19' } }] },
    ]);
  });

  it('tells of a point without its longitude', () => {
    const { problems } = bring('<gpx version="1.1"><wpt lat="16"><name>Half</name></wpt></gpx>');

    expect(problems).toMatchObject([{ name: 'Half', code: 'bad-geometry' }]);
  });
});

describe('a table with places', () => {
  it.each([
    ['commas', 'Name,Lat,Lon,Date\nGao,16.27,-0.04,2024-09-17\n'],
    ['semicolons, a mark and decimal commas', '\ufeffName;Lat;Lon;Date\r\nGao;16,27;-0,04;17/09/2024\r\n'],
    ['tabs', 'name\tlatitude\tlongitude\tdate\nGao\t16.27\t-0.04\t12-September-22\n'],
  ])('is read with %s', (_, text) => {
    const { records, problems } = bring(text);

    expect(problems).toEqual([]);
    expect(records).toMatchObject([{ title: 'Gao', places: [{ place: { lat: 16.27, lon: -0.04 } }] }]);
    expect(records?.[0]).not.toMatchObject({ dating: { from: null } });
  });

  it('keeps a row whose place or date cannot be read, and tells its row', () => {
    const { records, problems } = bring('name,lat,lon,date\nA,99,1,2024-01-01\nB,1,1,03/04/2024\nC,,,\n');

    expect(problems).toMatchObject([
      { row: 2, code: 'bad-coordinates', value: '99 1' },
      { row: 3, code: 'date-ambiguous', value: '03/04/2024' },
    ]);
    expect(records).toMatchObject([
      { title: 'A', places: [] },
      { title: 'B', dating: { from: null, printed: '03/04/2024' } },
      { title: 'C', places: [] },
    ]);
  });

  it('is refused without columns that place it', () => {
    expect(bring('a,b\n1,2\n').refused?.code).toBe('no-places');
  });
});

describe('a printed date', () => {
  it.each([
    ['2023-02-16', '2023-02-16', '2023-02-16'],
    ['2023-02-16 00:00:00.000', '2023-02-16', '2023-02-16'],
    ['2023-02-16T10:00:00Z', '2023-02-16', '2023-02-16'],
    ['16 May 2025', '2025-05-16', '2025-05-16'],
    ['12-September-22', '2022-09-12', '2022-09-12'],
    ['3-Dec-97', '1997-12-03', '1997-12-03'],
    ['1 août 2024', '2024-08-01', '2024-08-01'],
    ['September 17, 2024', '2024-09-17', '2024-09-17'],
    ['25/12/2024', '2024-12-25', '2024-12-25'],
    ['12/25/2024', '2024-12-25', '2024-12-25'],
    ['04/04/2024', '2024-04-04', '2024-04-04'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023', '2023-01-01', '2023-12-31'],
  ])('%s is %s to %s', (printed, from, until) => {
    expect(readPrintedDays(printed)).toMatchObject({ from, until });
  });

  it.each(['2023-02-30', '31 June 2024', '32/13/2024', 'late March', '', '17 Septembrr 2024', '20240917'])(
    '%s is none',
    (printed) => {
      expect(readPrintedDays(printed)).toBeNull();
    },
  );
});

describe('well-known text', () => {
  it.each([
    'POINT (1.5 -2)',
    'MULTIPOINT ((1 2), (3 4))',
    'LINESTRING (1 2, 3e-7 4)',
    'MULTILINESTRING ((1 2, 3 4), (5 6, 7 8))',
    'POLYGON ((0 0, 1 0, 1 1, 0 0), (0.1 0.1, 0.2 0.1, 0.2 0.2, 0.1 0.1))',
    'MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))',
  ])('%s comes back as it was', (text) => {
    const shape = readWkt(text);

    expect(shape === null ? null : writeWkt(shape)).toBe(text.replace('3e-7', '3e-7'));
  });

  it.each(['POINT (1)', 'POINT (a b)', 'CIRCLE (1 2)', 'POLYGON ((0 0, 1 0', 'POINT EMPTY'])(
    '%s is none',
    (text) => {
      expect(readWkt(text)).toBeNull();
    },
  );
});
