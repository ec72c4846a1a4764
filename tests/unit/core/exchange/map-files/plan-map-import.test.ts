import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Event } from '#core/events/event.ts';
import type { Making, PointsAs } from '#core/exchange/map-files/make-records.ts';
import type { MapFeature, MapRecord } from '#core/exchange/map-files/map-feature.ts';
import { type MapOurs, planMapImport } from '#core/exchange/map-files/plan-map-import.ts';
import { readMapFile } from '#core/exchange/map-files/read-map-file.ts';
import { toMapFeatures } from '#core/exchange/map-files/to-map-features.ts';
import { writeGeoJson } from '#core/exchange/map-files/write-geojson.ts';
import type { Mention } from '#core/geo/mention.ts';
import type { Place } from '#core/geo/place.ts';
import type { Change } from '#core/history/change.ts';
import type { ActorId, AnalystId, EventId, MentionId, PlaceId } from '#core/ids.ts';
import type { Area, Track } from '#core/tracks/track.ts';
import { event, passage, takesPart } from '#tests/unit/core/events/events.ts';
import { camp, caseWith, emptyCase } from './sample-records.ts';

const tools = { decode: (bytes: Uint8Array, label: string) => new TextDecoder(label).decode(bytes) };
const monday = '2025-01-06T08:00:00.000Z';
const tuesday = '2025-01-07T08:00:00.000Z';
const wednesday = '2025-01-08T08:00:00.000Z';

type Bringing = {
  readonly now?: string;
  readonly ours?: MapOurs;
  readonly pointsAs?: PointsAs;
  readonly takenPlaces?: ReadonlySet<PlaceId>;
};

function bring(
  text: string,
  { now = monday, ours = emptyCase, pointsAs = 'events', takenPlaces = new Set() }: Bringing = {},
) {
  const { answer } = readMapFile(strToU8(text), tools);
  if (!answer.ok) throw new Error(answer.code);
  const making: Making = {
    form: 'geojson',
    fileName: 'theirs',
    pointsAs,
    analystId: 'me' as AnalystId,
    now,
  };
  return planMapImport({ features: answer.features, ours, take: 'file', takenPlaces, making });
}

const geo = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features });
const feature = (geometry: object, properties: object, id?: string) => ({
  type: 'Feature',
  ...(id === undefined ? {} : { id }),
  properties,
  geometry,
});
const point = (properties: object, id?: string, coordinates: unknown = [1.4, 18.4]) =>
  feature({ type: 'Point', coordinates }, properties, id);

const having = (more: Partial<Record<'events' | 'places' | 'tracks' | 'areas', unknown[]>>): MapOurs =>
  ({ ...emptyCase, ...more }) as MapOurs;
const made = <Kind>(changes: readonly Change[]) => changes.map(({ after }) => after) as Kind[];
const first = <One>([one]: readonly One[]): One => {
  if (one === undefined) throw new Error('there is none');
  return one;
};
const codes = (plan: ReturnType<typeof bring>) => plan.problems.map(({ code }) => code);

describe('a feature without an id', () => {
  it('never stands for what stood in its row before', () => {
    const events = made<Event>(bring(geo(point({ name: 'Clash' }))).changes);

    const plan = bring(geo(point({ name: 'Raid' }), point({ name: 'Clash' })), {
      now: tuesday,
      ours: having({ events }),
    });

    expect(plan.changes).toMatchObject([{ before: null, after: { title: 'Raid' } }]);
    expect(plan.same).toBe(1);
  });

  it('and without a name is known again in another row', () => {
    const events = made<Event>(bring(geo(point({}))).changes);

    const plan = bring(geo(point({ name: 'Raid' }), point({})), { now: tuesday, ours: having({ events }) });

    expect(plan).toMatchObject({ same: 1, changed: {} });
  });
});

describe('a file of another program that comes again', () => {
  const file = geo(point({ name: 'Clash', note: 'heard', source: 'radio' }, '7'));
  const read = first(made<Event>(bring(file).changes));
  const worked: Event = {
    ...read,
    actors: [takesPart('jnim')],
    subType: 'Armed clash',
    deaths: { low: 1, best: 2, high: 3 },
    note: 'heard, and read twice',
    passages: [passage('a-1', 0, 'a clash')],
    notSameAs: ['other' as EventId],
    updatedAt: tuesday,
  };

  it('leaves what the analyst added to an event, and counts it as here', () => {
    const plan = bring(file, { now: wednesday, ours: having({ events: [worked] }) });

    expect(plan).toMatchObject({ changes: [], same: 1, problems: [] });
  });

  it('leaves an event that was edited since, though the file has changed, and says so', () => {
    const moved = geo(point({ name: 'Clash near Gao' }, '7', [0, 16]));

    const plan = bring(moved, { now: wednesday, ours: having({ events: [worked] }) });

    expect(plan.changes).toEqual([]);
    expect(codes(plan)).toEqual(['edited-here']);
  });

  it('gives an event nobody edited what it says by now, and nothing else', () => {
    const linked = { ...read, passages: [passage('a-1', 0, 'a clash')] };
    const newer = geo(point({ name: 'Clash near Gao', note: 'seen', source: 'press' }, '7', [0, 16]));

    const plan = bring(newer, { now: wednesday, ours: having({ events: [linked] }) });

    expect(plan.changes).toMatchObject([{ before: linked }]);
    expect(made<Event>(plan.changes)).toMatchObject([
      {
        id: read.id,
        title: 'Clash near Gao',
        note: 'seen',
        places: [{ place: { lat: 16, lon: 0 } }],
        origin: { columns: { source: 'press' }, readAt: wednesday },
        passages: linked.passages,
        createdAt: monday,
        updatedAt: wednesday,
      },
    ]);
  });

  it('leaves what the analyst added to tracks and areas', () => {
    const line = [
      [0, 16],
      [1, 18],
    ];
    const ring = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ];
    const shapes = (name: string) =>
      geo(
        feature({ type: 'LineString', coordinates: line }, { name }, 'way'),
        feature({ type: 'Polygon', coordinates: [ring] }, { name }, 'zone'),
      );
    const [way, zone] = made<Track & Area>(bring(shapes('one')).changes);
    const added = { actorIds: ['jnim' as ActorId], passages: [passage('a-1', 0, 'a way')] };
    const untouched = having({ tracks: [way], areas: [zone] });
    const touched = having({
      tracks: [{ ...way, ...added, uncertaintyKm: 5, updatedAt: tuesday }],
      areas: [{ ...zone, ...added, kind: 'control', updatedAt: tuesday }],
    });

    expect(bring(shapes('one'), { now: wednesday, ours: touched })).toMatchObject({ changes: [], same: 2 });
    const edited = bring(shapes('two'), { now: wednesday, ours: touched });
    expect(edited.changes).toEqual([]);
    expect(codes(edited)).toEqual(['edited-here', 'edited-here']);
    const taken = bring(shapes('two'), { now: wednesday, ours: untouched });
    expect(taken.changes).toMatchObject([{ after: { name: 'two' } }, { after: { name: 'two' } }]);
  });

  describe('a place that is here otherwise', () => {
    const theirs = geo(point({ name: 'Well', note: 'dry' }, 'w'), point({ name: 'Ford' }, 'f', [0, 16]));
    const places = made<Place>(bring(theirs, { pointsAs: 'places' }).changes);
    const own = places.map((place) => ({
      ...place,
      name: `${place.name} of ours`,
      aliases: ['Puits'],
      lat: 18.5,
      precision: 'exact' as const,
      note: 'ours',
    }));
    const well = first(own);
    const ours = having({
      places: own,
      events: [event('raid', { places: [{ place: well, geoPrecision: 1 }] })],
    });

    it('stays, and what differs is told', () => {
      const plan = bring(theirs, { pointsAs: 'places', ours });

      expect(plan.changes).toEqual([]);
      expect(codes(plan)).toEqual(['place-otherwise', 'place-otherwise']);
      expect(plan.otherPlaces).toMatchObject([
        { ours: well, theirs: { id: well.id, name: 'Well', lat: 18.4, lon: 1.4, note: 'ours\ndry' } },
        { theirs: { name: 'Ford', lat: 16, lon: 0 } },
      ]);
    });

    it('keeps its name where the file has none', () => {
      const nameless = geo(point({ note: 'dry' }, 'w', [1.4, 18.6]));

      const plan = bring(nameless, { pointsAs: 'places', ours });

      expect(plan.otherPlaces).toMatchObject([{ theirs: { name: well.name, lat: 18.6 } }]);
    });

    it.each([
      ['another name', { aliases: Array.from({ length: 100 }, (_, at) => `name ${at}`) }],
      ['more to its note', { note: 'n'.repeat(3_998) }],
    ])('stays where it has no room for %s, and says so', (_, full) => {
      const places = own.map((place) => ({ ...place, ...full }));
      const takenPlaces = new Set(own.map(({ id }) => id));

      const plan = bring(geo(point({ name: 'Well', note: 'dry' }, 'w')), {
        pointsAs: 'places',
        ours: having({ places }),
        takenPlaces,
      });

      expect(plan).toMatchObject({ changes: [], otherPlaces: [] });
      expect(codes(plan)).toEqual(['place-full']);
    });

    it('takes up to as many names and as long a note as a place can hold', () => {
      const aliases = Array.from({ length: 99 }, (_, at) => `name ${at}`);
      const place = { ...well, aliases, note: 'n'.repeat(3_996) };

      const plan = bring(geo(point({ name: 'Well', note: 'dry' }, 'w')), {
        pointsAs: 'places',
        ours: having({ places: [place] }),
        takenPlaces: new Set([well.id]),
      });

      const [after] = made<Place>(plan.changes);
      expect(after?.aliases).toEqual([well.name, ...aliases]);
      expect(after?.note).toBe(`${'n'.repeat(3_996)}\ndry`);
    });

    it('takes the file’s version where the analyst says so, with its events, and loses nothing of ours', () => {
      const plan = bring(theirs, { pointsAs: 'places', ours, takenPlaces: new Set([well.id]) });

      expect(codes(plan)).toEqual(['place-otherwise']);
      expect(plan.otherPlaces).toHaveLength(2);
      expect(plan.changed).toEqual({ places: 1, events: 1 });
      expect(plan.changes.find(({ table }) => table === 'places')).toMatchObject({
        id: well.id,
        before: well,
        after: {
          name: 'Well',
          aliases: ['Well of ours', 'Puits'],
          lat: 18.4,
          precision: 'near',
          note: 'ours\ndry',
        },
      });
      const settled = plan.changes.flatMap(({ table, after }) =>
        table === 'places' ? [after as Place] : [],
      );
      const again = bring(theirs, { pointsAs: 'places', ours: having({ places: settled }) });
      expect(again).toMatchObject({ same: 1, otherPlaces: [] });
    });
  });
});

describe('two records of a file that are one of ours', () => {
  const context = { articles: new Map(), tagNames: new Map(), mentions: new Map() };
  const origin = { collection: 'acled', id: 'MLI1', fileName: 'f', readAt: monday, columns: {} } as const;
  const records = [event('one', { origin, title: 'a' }), event('two', { origin, title: 'b' })].map(
    (record): MapRecord => ({ table: 'events', record }),
  );

  it.each([
    ['as they stand', records],
    ['the other way round', records.toReversed()],
  ])('change it once (%s)', (_, standing) => {
    const ours = having({ events: [event('two', { origin, title: 'mine' })] });

    const plan = bring(writeGeoJson(toMapFeatures(standing, context)), { ours });

    expect(plan.changes).toHaveLength(1);
    expect(codes(plan)).toEqual(['twice']);
  });
});

describe('a place that was moved in another program', () => {
  const context = { articles: new Map(), tagNames: new Map(), mentions: new Map() };
  const attack = event('attack', { title: 'Attack', places: [{ place: camp, geoPrecision: 1 }] });
  const patrol = event('patrol', { title: 'Patrol', places: [{ place: camp, geoPrecision: 2 }] });
  const mention: Mention = {
    id: 'mention' as MentionId,
    anchor: passage('a-1', 5, 'the camp'),
    status: 'accepted',
    origin: 'analyst',
    place: camp,
    reasons: [],
    createdAt: monday,
  };
  const records: readonly MapRecord[] = [
    { table: 'events', record: { ...attack, note: 'the file’s' } },
    { table: 'events', record: event('fresh', { places: [{ place: camp, geoPrecision: 1 }] }) },
    { table: 'places', record: camp },
  ];
  const moved = toMapFeatures(records, context).map(
    (one): MapFeature =>
      one.id === camp.id ? { ...one, shape: { type: 'Point', coordinates: [0.5, 17.2] } } : one,
  );
  const ours: MapOurs = {
    ...caseWith([
      { table: 'events', record: attack },
      { table: 'events', record: patrol },
      { table: 'places', record: camp },
    ]),
    mentions: [mention],
  };

  it('takes its accepted mentions and its events along, each changed once', () => {
    const plan = bring(writeGeoJson(moved), { ours });

    const there = { id: camp.id, lat: 17.2, lon: 0.5 };
    const byId = new Map(plan.changes.map((change) => [change.id as string, change]));
    expect(byId.size).toBe(plan.changes.length);
    expect([...byId.keys()].sort()).toEqual([camp.id, 'attack', 'fresh', 'mention', 'patrol'].sort());
    expect(byId.get('mention')).toMatchObject({ before: mention, after: { place: there } });
    expect(byId.get('attack')).toMatchObject({
      before: attack,
      after: { note: 'the file’s', places: [{ place: there, geoPrecision: 1 }] },
    });
    expect(byId.get('patrol')).toMatchObject({ before: patrol, after: { places: [{ place: there }] } });
    expect(byId.get('fresh')).toMatchObject({ before: null, after: { places: [{ place: there }] } });
    expect(plan.changed).toEqual({ events: 2, places: 1 });
  });
});

describe('an event of many points', () => {
  it('stays within what one record can hold, with its note once', () => {
    const coordinates = Array.from({ length: 20 }, (_, at) => [at, at]);
    const file = geo(
      feature({ type: 'MultiPoint', coordinates }, { name: 'Raids', note: 'é'.repeat(4_000) }),
    );

    const [raids] = made<Event>(bring(file).changes);

    expect(raids?.places).toHaveLength(20);
    expect(raids?.note).toHaveLength(4_000);
    expect(new TextEncoder().encode(JSON.stringify(raids)).length).toBeLessThan(64 * 1024);
  });
});
