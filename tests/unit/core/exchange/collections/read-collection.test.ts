import { describe, expect, it } from 'vitest';
import { joinActors } from '#core/actors/join-actors.ts';
import { parseRegistry } from '#core/actors/parse-actors.ts';
import type { Event } from '#core/events/event.ts';
import { acledColumns } from '#core/events/events-to-acled.ts';
import { listActorNames } from '#core/exchange/collections/actor-names.ts';
import { planCollectionImport } from '#core/exchange/collections/plan-collection-import.ts';
import {
  type CollectionFilter,
  noDay,
  recogniseCollectionFile,
  type StreamTools,
  surveyCollection,
  takeCollection,
} from '#core/exchange/collections/read-collection.ts';
import { recordSchemas } from '#core/exchange/record-schemas.ts';
import type { AnalystId, EventId } from '#core/ids.ts';
import bundled from '#resources/actors.json' with { type: 'json' };
import { event } from '#tests/unit/core/events/events.ts';
import { acledRow, file, ucdpColumns, ucdpRow } from './acled-rows.ts';

const tools: StreamTools = {
  openDecoder(label) {
    const decoder = new TextDecoder(label);
    return { decode: (bytes, isLast) => decoder.decode(bytes, { stream: !isLast }) };
  },
  pause: () => Promise.resolve(),
};
const names = new Map(listActorNames(joinActors(parseRegistry(bundled).actors, [])));
const everything: CollectionFilter = { countries: null, from: null, until: null };

async function survey(bytes: Uint8Array) {
  const answer = await surveyCollection(bytes, names, tools);
  if (!answer.ok) throw new Error(answer.code);
  return answer.survey;
}

async function take(bytes: Uint8Array, filter = everything, now = '2025-01-01T00:00:00.000Z') {
  const making = { fileName: 'export.csv', names, analystId: 'me' as AnalystId, now };
  const answer = await takeCollection(bytes, filter, making, tools);
  if (!answer.ok) throw new Error(answer.code);
  for (const one of answer.events) expect(recordSchemas.events.safeParse(one).error).toBeUndefined();
  return answer.events;
}

describe('an export of ACLED', () => {
  it('becomes events with what its columns say, kept apart', async () => {
    const [taken] = await take(file([acledRow]));

    expect(taken).toMatchObject({
      title:
        'Armed clash: JNIM: Group for Support of Islam and Muslims – Invented Self-Defence Group of Testville (Mali), Testville',
      dating: {
        from: '2024-09-17',
        until: '2024-09-17',
        precision: 1,
        basis: 'stated',
        printed: '17 September 2024',
      },
      places: [
        {
          place: { name: 'Testville', country: 'ML', lat: 12.65, lon: -8, precision: 'exact' },
          geoPrecision: 1,
        },
      ],
      actors: [{ actorId: 'jnim', role: 'side-1' }],
      subType: 'Armed clash',
      deaths: { low: null, best: 12, high: null },
      note: acledRow.notes,
      origin: {
        collection: 'acled',
        id: 'MLI90001',
        columns: { actor2: acledRow.actor2, source: 'Invented Gazette' },
      },
    });
  });

  it.each([
    ['2024-09-17', '2024-09-17'],
    ['17 September 2024', '2024-09-17'],
    ['17-September-24', '2024-09-17'],
  ])('reads its date %s', async (event_date, day) => {
    const [taken] = await take(file([{ ...acledRow, event_date }]));

    expect(taken?.dating.from).toBe(day);
  });

  it('is read with semicolons, with a mark in front, and in an old encoding', async () => {
    const semicolons = file([{ ...acledRow, location: 'Ménaka' }], acledColumns, ';');
    const bare = semicolons.subarray(3);
    const text = new TextDecoder().decode(bare);
    const western = Uint8Array.from([...text], (letter) => letter.charCodeAt(0) & 0xff);

    for (const bytes of [semicolons, bare, western])
      expect((await take(bytes))[0]?.places[0]?.place.name).toBe('Ménaka');
  });

  it('tells of every row what is not as documented, and takes what it can', async () => {
    const rows = [
      acledRow,
      { ...acledRow, event_id_cnty: 'MLI90002', latitude: '', longitude: '' },
      { ...acledRow, event_id_cnty: 'MLI90003', latitude: '126500' },
      { ...acledRow, event_id_cnty: 'MLI90004', event_date: 'last week' },
      { ...acledRow, event_id_cnty: 'MLI90005', event_date: '03/04/2024' },
      { ...acledRow, event_id_cnty: 'MLI90006', fatalities: 'dozens' },
      { ...acledRow, event_id_cnty: '' },
      { ...acledRow, notes: 'The first one again.' },
    ];

    const bytes = file(rows);
    const found = await survey(bytes);
    const taken = await take(bytes);

    expect(found).toMatchObject({ rows: 8, refused: 2 });
    expect(found.problems.map(({ row, code }) => [row, code])).toEqual([
      [3, 'no-coordinates'],
      [4, 'bad-coordinates'],
      [5, 'date-unreadable'],
      [6, 'date-ambiguous'],
      [7, 'bad-figure'],
      [8, 'no-id'],
      [9, 'twice'],
    ]);
    expect(taken).toHaveLength(6);
    expect(taken[1]?.places[0]?.place).toMatchObject({ lat: null, lon: null, precision: 'unknown' });
    expect(taken[3]?.dating).toMatchObject({ from: null, printed: 'last week' });
    expect(taken[5]?.deaths).toBeNull();
    expect(taken[0]?.note).toBe(acledRow.notes);
  });

  it('refuses a row that has slipped, for nothing in it can be trusted', async () => {
    const text = `event_id_cnty,event_date,event_type,location\nA1,2024-01-01,Battles,Gao\nA2,2024-01-02,Battles,Gao, near the river\n`;

    const found = await survey(new TextEncoder().encode(text));

    expect(found.problems.find(({ code }) => code === 'ragged')).toMatchObject({ row: 3, name: 'A2' });
    expect(found).toMatchObject({ rows: 2, refused: 1 });
  });

  it('keeps columns nobody documented, and names them and those that are missing', async () => {
    const columns = [...acledColumns.filter((name) => name !== 'geo_precision'), 'population_5km'];
    const bytes = file([{ ...acledRow, population_5km: '12000' }], columns);

    expect((await survey(bytes)).head).toMatchObject({
      unknown: ['population_5km'],
      missing: ['geo_precision'],
    });
    expect((await take(bytes))[0]?.origin?.columns.population_5km).toBe('12000');
  });

  it('names the actors that the registry does not know', async () => {
    expect((await survey(file([acledRow]))).unknownActors).toEqual([[acledRow.actor2, 1]]);
  });

  it('is narrowed to countries and days', async () => {
    const rows = [
      acledRow,
      { ...acledRow, event_id_cnty: 'NIR1', country: 'Niger', event_date: '2023-01-05' },
      { ...acledRow, event_id_cnty: 'NIR2', country: 'Niger', event_date: 'some day' },
    ];
    const bytes = file(rows);
    const ids = async (filter: CollectionFilter) =>
      (await take(bytes, filter)).map(({ origin }) => origin?.id);

    expect(await ids({ ...everything, countries: new Set(['Niger']) })).toEqual(['NIR1', 'NIR2']);
    expect(await ids({ countries: new Set(['Niger']), from: '2023-01-01', until: '2023-12-31' })).toEqual([
      'NIR1',
    ]);
    expect(await ids({ ...everything, from: '2024-01-01' })).toEqual(['MLI90001']);
    const found = await survey(bytes);
    expect(found.countries).toEqual(['Mali', 'Niger']);
    expect([...found.rowCountry]).toEqual([0, 1, 1]);
    expect(found.rowFrom[2]).toBe(noDay);
  });

  it('keeps more names of countries apart than there are countries', async () => {
    const many = 70_000;
    const lines = Array.from(
      { length: many },
      (_, at) => `MLI${at},2024-01-01,Battles,Country ${(at * 7919) % many}`,
    );
    const bytes = new TextEncoder().encode(
      `event_id_cnty,event_date,event_type,country\n${lines.join('\n')}\n`,
    );

    const { countries, rowCountry } = await survey(bytes);

    expect(countries).toHaveLength(many);
    expect(
      [...rowCountry.keys()].every(
        (at) => countries[rowCountry[at] ?? -1] === `Country ${(at * 7919) % many}`,
      ),
    ).toBe(true);
  });

  it('reads many pieces of a large file, and stops when it is told to', async () => {
    const rows = Array.from({ length: 30_000 }, (_, at) => ({ ...acledRow, event_id_cnty: `MLI${at}` }));
    const bytes = file(rows);
    const seen: number[] = [];
    const counting: StreamTools = { ...tools, pause: async (done) => void seen.push(done) };

    const answer = await surveyCollection(bytes, names, counting);

    expect(answer).toMatchObject({ ok: true, survey: { rows: 30_000, refused: 0, problems: [] } });
    expect(seen.length).toBeGreaterThan(4);
    expect(seen.at(-1)).toBe(bytes.length);
    const stopping: StreamTools = { ...tools, pause: () => Promise.reject(new Error('stopped')) };
    await expect(surveyCollection(bytes, names, stopping)).rejects.toThrow('stopped');
  });

  it('is not what another table is', () => {
    const other = new TextEncoder().encode('a,b\n1,2\n');

    expect(recogniseCollectionFile(other, tools)).toBeNull();
    expect(recogniseCollectionFile(file([acledRow]), tools)?.collection).toBe('acled');
  });
});

describe('an export of UCDP GED', () => {
  it('becomes events with a span of days and three figures', async () => {
    const [taken] = await take(file([ucdpRow], ucdpColumns));

    expect(taken).toMatchObject({
      title: 'Government of Mali – JNIM, Testville town',
      dating: { from: '2024-09-01', until: '2024-09-30', precision: 3 },
      places: [{ place: { precision: 'near', country: 'ML' }, geoPrecision: 2 }],
      deaths: { low: 10, best: 12, high: 15 },
      subType: null,
      origin: { collection: 'ucdp', id: '900001' },
    });
    expect(taken?.actors.map(({ actorId, role }) => [actorId, role])).toContainEqual(['jnim', 'side-2']);
  });

  it('is known by the places of its columns when it comes without heads', async () => {
    const headless = new TextEncoder().encode(
      new TextDecoder()
        .decode(file([ucdpRow, { ...ucdpRow, id: '900002' }], ucdpColumns))
        .split('\r\n')
        .slice(1)
        .join('\r\n'),
    );

    expect((await survey(headless)).head.isHeadless).toBe(true);
    expect(await take(headless)).toHaveLength(2);
  });
});

describe('taking an export into a case', () => {
  const later = '2025-02-01T00:00:00.000Z';

  it('knows what came before, takes what changed, and leaves what the analyst edited', async () => {
    const rows = [
      acledRow,
      { ...acledRow, event_id_cnty: 'MLI90002' },
      { ...acledRow, event_id_cnty: 'MLI90003' },
    ];
    const first = await take(file(rows));
    const ours = first.map((one, at) => (at === 2 ? { ...one, title: 'Mine', updatedAt: later } : one));
    const changed = rows.map((row, at) => (at === 0 ? row : { ...row, fatalities: '99' }));

    const same = planCollectionImport(await take(file(rows), everything, later), ours);
    const plan = planCollectionImport(await take(file(changed), everything, later), ours);

    expect(same).toMatchObject({ changes: [], same: 3, edited: [] });
    expect(plan).toMatchObject({ added: 0, updated: 1, same: 1, edited: ['Mine'] });
    expect(plan.changes).toMatchObject([{ id: first[1]?.id, after: { deaths: { best: 99 } } }]);
  });

  it('knows an event again within the one it was merged into', async () => {
    const taken = await take(file([acledRow]));
    const merged: Event = {
      ...event('mine'),
      ...(taken[0]?.origin ? { origin: taken[0].origin } : {}),
      updatedAt: later,
    };

    expect(planCollectionImport(taken, [merged])).toMatchObject({ changes: [], added: 0 });
  });

  it('does not take an own event that went out in these columns for another', async () => {
    const own = event('0192d0c0-0000-7000-8000-000000000001' as EventId);
    const taken = await take(file([{ ...acledRow, event_id_cnty: own.id }]));

    expect(planCollectionImport(taken, [own])).toMatchObject({ changes: [], own: 1 });
  });
});
