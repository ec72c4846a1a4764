import { strToU8 } from 'fflate';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { Making } from '#core/exchange/map-files/make-records.ts';
import type { MapFeature, MapRecord } from '#core/exchange/map-files/map-feature.ts';
import { type MapOurs, planMapImport } from '#core/exchange/map-files/plan-map-import.ts';
import { readMapFile } from '#core/exchange/map-files/read-map-file.ts';
import { toGazetteerFeatures, toMapFeatures } from '#core/exchange/map-files/to-map-features.ts';
import { writeGeoJson } from '#core/exchange/map-files/write-geojson.ts';
import { writeGpx } from '#core/exchange/map-files/write-gpx.ts';
import { writeKml } from '#core/exchange/map-files/write-kml.ts';
import { writeMapTable } from '#core/exchange/map-files/write-map-table.ts';
import type { AnalystId, PlaceId } from '#core/ids.ts';
import { makeCircle } from '#core/tracks/edit-areas.ts';
import { town } from '#tests/unit/core/events/events.ts';
import { bamako, camp, caseWith, convoy, emptyCase, sampleRecords, zone } from './sample-records.ts';

const tools = { decode: (bytes: Uint8Array, label: string) => new TextDecoder(label).decode(bytes) };
const context = { articles: new Map(), tagNames: new Map(), mentions: new Map() };
const making: Making = {
  form: 'geojson',
  fileName: 'file',
  pointsAs: 'places',
  analystId: 'me' as AnalystId,
  now: '2025-01-01T00:00:00.000Z',
};

const writers: Readonly<Record<string, (features: readonly MapFeature[]) => string>> = {
  geojson: writeGeoJson,
  kml: (features) => writeKml('case', features),
  gpx: (features) => writeGpx('case', features),
  csv: writeMapTable,
};

const bring = (text: string, ours: MapOurs, take: 'file' | 'ours' = 'file') => {
  const { form, answer } = readMapFile(strToU8(text), tools);
  if (!answer.ok) throw new Error(answer.code);
  return { form, plan: planMapImport({ features: answer.features, ours, take, making }), answer };
};

describe.each(Object.keys(writers))('a file of %s', (form) => {
  const write = writers[form] ?? (() => '');

  it('brings every record into an empty case as it was', () => {
    const text = write(toMapFeatures(sampleRecords, context));

    const { form: found, plan, answer } = bring(text, emptyCase);

    expect(found).toBe(form);
    expect(answer.ok && answer.problems).toEqual([]);
    expect(plan.problems).toEqual([]);
    const byId = new Map(plan.changes.map(({ id, after }) => [id as string, after]));
    expect(byId.size).toBe(sampleRecords.length);
    for (const { record } of sampleRecords) expect(byId.get(record.id)).toEqual(record);
  });

  it('does not make places of the gazetteer anew', () => {
    const { plan } = bring(write(toGazetteerFeatures([town('Gao', 16.27, -0.04)])), emptyCase);

    expect(plan).toMatchObject({ changes: [], problems: [], same: 1 });
  });

  it('changes nothing where all of it is known', () => {
    const { plan } = bring(write(toMapFeatures(sampleRecords, context)), caseWith(sampleRecords));

    expect(plan.changes).toEqual([]);
    expect(plan.same).toBe(sampleRecords.length);
  });

  it('lets the analyst say whose version stands', () => {
    const text = write(toMapFeatures(sampleRecords, context));
    const edited = sampleRecords.map(
      (one): MapRecord =>
        one.record === bamako ? { table: 'events', record: { ...bamako, note: 'mine' } } : one,
    );

    const theirs = bring(text, caseWith(edited), 'file').plan;
    const mine = bring(text, caseWith(edited), 'ours').plan;

    expect(theirs.changes).toMatchObject([{ table: 'events', before: { note: 'mine' }, after: bamako }]);
    expect(mine.changes).toEqual([]);
    expect(mine.differing).toEqual([bamako.title]);
  });
});

describe('a file that was through another program', () => {
  const features = toMapFeatures(sampleRecords, context);

  it('gives a place the point it was moved to, a track its way, and says so', () => {
    const moved = features.map((feature): MapFeature => {
      if (feature.id === camp.id) return { ...feature, shape: { type: 'Point', coordinates: [0.5, 17.2] } };
      if (feature.id === convoy.id)
        return {
          ...feature,
          shape: {
            type: 'LineString',
            coordinates: [
              [0, 16],
              [0.5, 17],
              [1, 18],
            ],
          },
        };
      return feature;
    });

    const { plan } = bring(writeGeoJson(moved), caseWith(sampleRecords));

    expect(plan.problems.map(({ code }) => code)).toEqual(['taken-outside', 'way-taken-outside']);
    expect(plan.changes).toHaveLength(2);
    expect(plan.changes[0]).toMatchObject({ id: camp.id, after: { lat: 17.2, lon: 0.5 } });
    expect(plan.changes[1]?.after).toMatchObject({
      waypoints: [{ name: '', lat: 16, lon: 0 }, { lat: 17 }, { name: '', lat: 18, lon: 1 }],
    });
  });

  it('forgets of a waypoint that was moved what was said of where it stood, and of no other', () => {
    const gao = { precision: 'exact' as const, placeId: 'g:gao' as PlaceId };
    const precise: MapRecord = {
      table: 'tracks',
      record: { ...convoy, waypoints: convoy.waypoints.map((one) => ({ ...one, ...gao })) },
    };
    const [first, second, last] = precise.record.waypoints;
    const [feature] = toMapFeatures([precise], context);
    if (feature === undefined || first === undefined || last === undefined) throw new Error('no way');
    // The first is moved; the second only lost figures behind its point.
    const coordinates: Position[] = [
      [0.2, 16.5],
      [0.5, 17.123457],
      [last.lon, last.lat],
    ];
    const moved: MapFeature = { ...feature, shape: { type: 'LineString', coordinates } };

    const { plan } = bring(writeGeoJson([moved]), caseWith([precise]));

    const way = [{ lat: 16.5, lon: 0.2, name: '', dating: first.dating }, second, last];
    expect(plan.changes[0]?.after).toEqual({ ...precise.record, waypoints: way });
  });

  it('takes every corner of an area whose ring another program did not close', () => {
    const triangle: Position[] = [
      [0, 14],
      [3, 14],
      [3, 17],
    ];
    const reshaped = (ring: Position[]) =>
      features
        .filter(({ id }) => id === zone.id)
        .map((one): MapFeature => ({ ...one, shape: { type: 'Polygon', coordinates: [ring] } }));

    for (const ring of [triangle, [...triangle, [0, 14]]]) {
      const { plan } = bring(writeGeoJson(reshaped(ring)), caseWith(sampleRecords));
      expect(plan.changes).toMatchObject([{ id: zone.id, after: { rings: [triangle] } }]);
    }
    const line = bring(writeGeoJson(reshaped(triangle.slice(1))), caseWith(sampleRecords)).plan;
    expect(line.changes).toEqual([]);
    expect(line.problems.map(({ code }) => code)).toEqual(['moved-outside']);
  });

  it('writes a circle as a ring wound against the clock and says what it is drawn of; it comes back as it was', () => {
    const round = makeCircle(zone, { lat: 15, lon: 1, radiusKm: 150 });
    const [feature] = toMapFeatures([{ table: 'areas', record: round }], context);

    expect(feature?.columns).toMatchObject({
      circle_centre: '15 1',
      circle_radius_km: '150',
      circle_corners: '72',
    });
    const rings = feature?.shape?.type === 'Polygon' ? feature.shape.coordinates : [];
    const area = (ring: Position[]) =>
      ring.slice(1).reduce((sum, [x = 0, y = 0], at) => {
        const [u = 0, v = 0] = ring[at] ?? [];
        return sum + u * y - x * v;
      }, 0);
    expect(rings.map((ring) => Math.sign(area(ring)))).toEqual([1, -1]);
    const text = writeGeoJson(feature === undefined ? [] : [feature]);
    expect(bring(text, emptyCase).plan.changes.map(({ after }) => after)).toEqual([round]);

    // Pulled elsewhere it is a circle no longer.
    const square: Position[] = [
      [0, 14],
      [2, 14],
      [2, 16],
      [0, 16],
      [0, 14],
    ];
    const pulled = { ...feature, shape: { type: 'Polygon', coordinates: [square] } } as MapFeature;
    const after = bring(writeGeoJson([pulled]), emptyCase).plan.changes[0]?.after;
    expect(after).toMatchObject({ rings: [square.slice(0, 4)] });
    expect(after).not.toHaveProperty('circle');
  });

  it('finds nothing moved where only the repeated last corner is missing', () => {
    const unclosed = features
      .filter(({ id }) => id === zone.id)
      .map(
        (one): MapFeature => ({
          ...one,
          shape: {
            type: 'Polygon',
            coordinates: zone.rings.map((ring) => ring.map(([x, y]): Position => [x, y])),
          },
        }),
      );

    const { plan } = bring(writeGeoJson(unclosed), caseWith(sampleRecords));

    expect(plan).toMatchObject({ changes: [], problems: [], same: 1 });
  });

  it('leaves the places of an event as they were, and says that its points were moved', () => {
    const moved = features
      .filter(({ id }) => id === bamako.id)
      .map((feature): MapFeature => ({ ...feature, shape: { type: 'Point', coordinates: [1, 1] } }));

    const { plan } = bring(writeGeoJson(moved), emptyCase);

    expect(plan.problems.map(({ code }) => code)).toEqual(['moved-outside']);
    expect(plan.changes).toMatchObject([{ after: bamako }]);
  });

  it('takes over a new name', () => {
    const named = features.map((one) => (one.id === camp.id ? { ...one, name: 'Old camp' } : one));

    const { plan } = bring(writeGeoJson(named), caseWith(sampleRecords));

    expect(plan.changes).toMatchObject([{ id: camp.id, after: { name: 'Old camp' } }]);
  });

  it('reads what is left of a feature whose record was cut', () => {
    const cut = features
      .filter(({ id }) => id === camp.id)
      .map((one) => ({ ...one, id: '', carried: one.carried?.slice(0, 40) ?? null }));

    const { plan } = bring(writeGeoJson(cut), emptyCase);

    expect(plan.problems.map(({ code }) => code)).toEqual(['record-unreadable']);
    expect(plan.changes).toMatchObject([{ table: 'places', after: { name: camp.name, lat: 17.1 } }]);
  });
});

describe('a highlight', () => {
  const file = writeGeoJson(
    toMapFeatures(
      sampleRecords.filter(({ table }) => table === 'highlights'),
      context,
    ),
  );

  it('is not brought in without its article', () => {
    const { plan } = bring(file, { ...emptyCase, articles: [] });

    expect(plan.changes).toEqual([]);
    expect(plan.problems.map(({ code }) => code)).toEqual(['article-missing']);
  });

  it('finds its article by the text where the id is another', () => {
    const articles = emptyCase.articles.map((one) => ({ ...one, id: 'other' as typeof one.id }));

    const { plan } = bring(file, { ...emptyCase, articles });

    expect(plan.changes).toMatchObject([{ after: { anchor: { articleId: 'other' } } }]);
  });
});
