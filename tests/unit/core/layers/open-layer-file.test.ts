import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sourceOf } from '#core/import/file-source.ts';
import { maxLayerPoints, type ShapeFile } from '#core/layers/layer-shapes.ts';
import { maxShapeBytes, openLayerFile } from '#core/layers/open-layer-file.ts';

async function shapesOf(content: string | Uint8Array, name = 'layer'): Promise<ShapeFile> {
  const bytes = typeof content === 'string' ? strToU8(content) : content;
  const answer = await openLayerFile(sourceOf(name, bytes));
  if (!answer.ok || answer.layer.kind !== 'shapes') throw new Error(JSON.stringify(answer));
  return answer.layer.file;
}

async function problemOf(content: string | Uint8Array) {
  const bytes = typeof content === 'string' ? strToU8(content) : content;
  const answer = await openLayerFile(sourceOf('layer', bytes));
  return answer.ok ? null : answer.problem;
}

const flat = ({ shapes }: ShapeFile) =>
  shapes.map(({ kind, name, rings }) => [kind, name, ...rings.map((ring) => [...ring])]);

const point = { type: 'Point', coordinates: [1.4, 18.4] };
const feature = (geometry: unknown, properties: unknown = null) => ({
  type: 'Feature',
  properties,
  geometry,
});
const collection = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });

describe('GeoJSON', () => {
  it('reads every geometry with its name and what is said of it', async () => {
    const square = [
      [0, 14],
      [1, 14],
      [1, 15],
      [0, 14],
    ];
    const file = await shapesOf(
      `\ufeff${collection(
        feature(point, { Name: 'Kidal', description: 'a <b>town</b>' }),
        feature({
          type: 'MultiPoint',
          coordinates: [
            [0, 16],
            [2, 15],
          ],
        }),
        feature(
          {
            type: 'LineString',
            coordinates: [
              [0, 16, 250],
              [1, 18, 300],
            ],
          },
          { nom: 'RN 18' },
        ),
        feature({
          type: 'MultiLineString',
          coordinates: [
            [
              [0, 1],
              [1, 2],
            ],
            [
              [3, 4],
              [5, 6],
            ],
          ],
        }),
        feature({ type: 'Polygon', coordinates: [square] }),
        feature({ type: 'MultiPolygon', coordinates: [[square], [square]] }),
        feature({
          type: 'GeometryCollection',
          geometries: [
            point,
            {
              type: 'LineString',
              coordinates: [
                [0, 1],
                [1, 1],
              ],
            },
          ],
        }),
      )}`,
    );

    expect(flat(file)).toEqual([
      ['point', 'Kidal', [1.4, 18.4]],
      ['point', '', [0, 16, 2, 15]],
      ['line', 'RN 18', [0, 16, 1, 18]],
      ['line', '', [0, 1, 1, 2], [3, 4, 5, 6]],
      ['area', '', square.flat()],
      ['area', '', square.flat(), square.flat()],
      ['point', '', [1.4, 18.4]],
      ['line', '', [0, 1, 1, 1]],
    ]);
    expect(file.shapes[0]).toMatchObject({ text: 'a town', box: [1.4, 18.4, 1.4, 18.4] });
    expect(file.shapes[2]?.box).toEqual([0, 16, 1, 18]);
  });

  it('counts what it cannot read and reads the rest', async () => {
    const file = await shapesOf(
      collection(
        feature(point),
        feature(null),
        'no feature',
        feature({ type: 'Point', coordinates: ['1', '2'] }),
        feature({ type: 'constructor', coordinates: [1, 2] }),
        feature({
          type: 'Polygon',
          coordinates: [
            [
              [0, 0],
              [1, 1],
            ],
          ],
        }),
      ),
    );
    expect(file.shapes).toHaveLength(1);
    expect(file.skipped).toBe(5);
  });

  it.each(['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326', 'urn:ogc:def:crs:EPSG::4326', 'WGS84'])(
    'knows %s for WGS 84',
    async (name) => {
      const said = {
        type: 'FeatureCollection',
        features: [feature(point)],
        crs: { type: 'name', properties: { name } },
      };
      expect((await shapesOf(JSON.stringify(said))).shapes).toHaveLength(1);
    },
  );

  it('refuses another projection and names it', async () => {
    const name = 'urn:ogc:def:crs:EPSG::32631';
    const said = {
      type: 'FeatureCollection',
      features: [feature(point)],
      crs: { type: 'name', properties: { name } },
    };
    expect(await problemOf(JSON.stringify(said))).toEqual({
      code: 'other-projection',
      detail: { crs: name },
    });
  });

  it('refuses metres that nobody declared', async () => {
    const metres = feature({ type: 'Point', coordinates: [350_120.5, 1_800_400] });
    expect(await problemOf(collection(metres))).toEqual({
      code: 'other-projection',
      detail: { lon: 350_120.5, lat: 1_800_400 },
    });
  });

  it.each([
    ['{"type": "FeatureCollection",\n "features": [', 'damaged'],
    ['{"type":"Topology"}', 'unknown-form'],
    ['{"a": 1}', 'no-shapes'],
    [collection(), 'no-shapes'],
    [collection(feature(null)), 'no-shapes'],
    ['', 'empty'],
    ['name,lat,lon\nGao,16,0', 'unknown-form'],
    ['<html><body></body></html>', 'unknown-form'],
    ['\x00\x00\x27\x0a', 'unknown-form'],
    [`SQLite format 3\0${'\0'.repeat(52)}GPKG`, 'unknown-form'],
    ['PMTiles', 'damaged'],
    ['SQLite format 3\0', 'damaged'],
    ['PK\x03\x04', 'damaged'],
  ])('refuses %j as %s', async (content, code) => {
    expect((await problemOf(content))?.code).toBe(code);
  });

  it('refuses a ring of more points than are drawn, before it takes memory for them', async () => {
    const ring = '[0,0],'.repeat(maxLayerPoints * 3).slice(0, -1);
    const said = `{"type":"Polygon","coordinates":[[${ring}]]}`;
    expect(await problemOf(said)).toEqual({ code: 'too-many-points', detail: { limit: maxLayerPoints } });
  });

  it('refuses a text of a gigabyte without reading it', async () => {
    let read = 0;
    const sizeBytes = 2 ** 30;
    const source = {
      ...sourceOf('huge.geojson', strToU8('{"type":')),
      sizeBytes,
      read: async (start: number, end: number) => {
        read += end - start;
        return strToU8('{"type":').subarray(start, end);
      },
    };
    expect(await openLayerFile(source)).toEqual({
      ok: false,
      problem: { code: 'too-large', detail: { sizeBytes, limit: maxShapeBytes } },
    });
    expect(read).toBeLessThan(10_000);
  });
});

const kml = (inside: string) =>
  `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document><name>Roads</name>${inside}</Document></kml>`;
const pointKml =
  '<Placemark><name>Gao</name><Point><coordinates>-0.04,16.27,0</coordinates></Point></Placemark>';

describe('KML', () => {
  it('reads folders, holes, parts and tracks', async () => {
    const ring = '<LinearRing><coordinates>0,14 1,14 1,15 0,14</coordinates></LinearRing>';
    const file = await shapesOf(
      kml(`${pointKml}<Folder><Placemark><name>N</name><MultiGeometry>
        <LineString><coordinates> 0,16,0
          1, 17 </coordinates></LineString>
        <Polygon><outerBoundaryIs>${ring}</outerBoundaryIs><innerBoundaryIs>${ring}</innerBoundaryIs></Polygon>
      </MultiGeometry></Placemark></Folder>
      <Placemark><gx:Track><when>2024-09-12T00:00:00Z</when><gx:coord>1 18 0</gx:coord><gx:coord>1.4 18.4 0</gx:coord></gx:Track></Placemark>
      <NetworkLink><Link><href>http://198.51.100.7/x.kml</href></Link></NetworkLink>`),
    );
    expect(file.title).toBe('Roads');
    expect(flat(file)).toEqual([
      ['point', 'Gao', [-0.04, 16.27]],
      ['line', 'N', [0, 16, 1, 17]],
      ['area', 'N', [0, 14, 1, 14, 1, 15, 0, 14], [0, 14, 1, 14, 1, 15, 0, 14]],
      ['line', '', [1, 18, 1.4, 18.4]],
    ]);
    expect(file.skipped).toBe(1);
  });

  it('keeps of a description its words and nothing that runs', async () => {
    const file = await shapesOf(
      kml(
        pointKml.replace(
          '</name>',
          '</name><description><![CDATA[<table><tr><td>Well</td></tr></table><script>fetch("http://198.51.100.7")</script><img src=x onerror=alert(1)>dry &amp; deep]]></description>',
        ),
      ),
    );
    expect(file.shapes[0]?.text).toBe('Well\ndry & deep');
  });

  it('opens the KML in a KMZ', async () => {
    const packed = zipSync({ 'images/a.png': new Uint8Array([1, 2]), 'doc.kml': strToU8(kml(pointKml)) });
    expect(flat(await shapesOf(packed))).toEqual([['point', 'Gao', [-0.04, 16.27]]]);
  });

  it.each([
    [
      'laughs',
      `<!DOCTYPE kml [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>${kml(pointKml).slice(21)}`,
      'doctype',
    ],
    ['ends too early', kml(pointKml).slice(0, -40), 'damaged'],
    ['has nothing in it', kml(''), 'no-shapes'],
    ['lies beyond the earth', kml(pointKml.replace('-0.04,16.27', '-0.04,162.7')), 'no-shapes'],
    ['is a zip of something else', zipSync({ 'a.txt': strToU8('a') }), 'unknown-form'],
  ])('refuses one that %s', async (_, content, code) => {
    expect((await problemOf(content))?.code).toBe(code);
  });

  it('refuses a KMZ that unpacks to far more than it is', async () => {
    const bomb = zipSync({ 'doc.kml': new Uint8Array(40_000_000) });
    expect(await problemOf(bomb)).toMatchObject({ code: 'damaged', detail: { form: 'KMZ' } });
  });
});

describe('GPX', () => {
  it('reads waypoints, routes and the parts of a track', async () => {
    const file = await shapesOf(`<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">
      <metadata><name>Patrol</name><copyright author="A. Surveyor"/></metadata>
      <wpt lat="16.27" lon="-0.04"><name>Gao</name><desc>start</desc></wpt>
      <rte><rtept lat="16" lon="0"/><rtept lat="17" lon="1"/></rte>
      <trk><name>T</name><trkseg><trkpt lat="16" lon="0"><ele>250</ele></trkpt><trkpt lat="17" lon="1"/></trkseg>
        <trkseg><trkpt lat="18" lon="1"/><trkpt lat="18.4" lon="1.4"/></trkseg></trk></gpx>`);
    expect(file).toMatchObject({ title: 'Patrol', attribution: 'A. Surveyor' });
    expect(flat(file)).toEqual([
      ['point', 'Gao', [-0.04, 16.27]],
      ['line', '', [0, 16, 1, 17]],
      ['line', 'T', [0, 16, 1, 17], [1, 18, 1.4, 18.4]],
    ]);
  });
});
