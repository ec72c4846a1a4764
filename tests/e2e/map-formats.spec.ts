import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ElectronApplication, expect, test } from '@playwright/test';
import type { Event } from '#core/events/event.ts';
import type { Place } from '#core/geo/place.ts';
import type { Area, Track } from '#core/tracks/track.ts';
import { file, ucdpColumns, ucdpRow } from '#tests/unit/core/exchange/collections/acled-rows.ts';
import { answerDialogs, launch, type Running } from './support/launch.ts';
import {
  leaveMapFile,
  mapRecords,
  pickMapFile,
  recordsOf,
  saveMapFile,
  takeMapFile,
} from './support/map-files.ts';
import { opened } from './support/workbench.ts';

/** Words that every format has to carry unharmed. */
const awkward = 'Kidal <b>&amp;</b> “quoted”; =1+1 ]]> <script>alert(1)</script> كيدال';

/** An event, a nowhere, a way and a zone with a hole, as another program writes them. */
const drawn = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      id: 'clash',
      properties: { title: 'Clash at the post', note: awkward, date: '17 September 2024' },
      geometry: { type: 'Point', coordinates: [1.407812345, 18.4411] },
    },
    { type: 'Feature', id: 'rumour', properties: { title: 'Nobody says where' }, geometry: null },
    {
      type: 'Feature',
      id: 'way',
      properties: { name: 'Convoy north', from: '2024-09-12', until: '2024-09-19' },
      geometry: {
        type: 'LineString',
        coordinates: [
          [-0.0447, 16.2717],
          [0.5, 17.123456789],
          [1.4078, 18.4411],
        ],
      },
    },
    {
      type: 'Feature',
      id: 'zone',
      properties: { name: 'Held', from: '2024-01' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [0, 16],
            [2, 16],
            [2, 18],
            [0, 18],
            [0, 16],
          ],
          [
            [0.5, 16.5],
            [0.5, 17],
            [1, 17],
            [0.5, 16.5],
          ],
        ],
      },
    },
  ],
});

/** What any program sees of the file in each format: the point, the middle of the way, a corner of the hole. */
const formats = [
  {
    name: 'KML',
    ending: 'kml',
    says: ['<coordinates>1.407812345,18.4411</coordinates>', '0.5,17.123456789', '<innerBoundaryIs>'],
  },
  {
    name: 'GPX',
    ending: 'gpx',
    says: ['<wpt lat="18.4411" lon="1.407812345">', '<trkpt lat="17.123456789" lon="0.5"/>', 'lat="16.5"'],
  },
  {
    name: 'Table (CSV)',
    ending: 'csv',
    says: ['"18.4411","1.407812345"', 'LINESTRING (-0.0447 16.2717, 0.5 17.123456789', '), (0.5 16.5'],
  },
] as const;

test('events, tracks and areas go out as KML, GPX and CSV and come back into an empty case', async () => {
  const first = await start();
  const source = join(first.userData, 'theirs.geojson');
  writeFileSync(source, drawn);
  await pickMapFile(first, source);
  await takeMapFile(first.page);
  const before = await mapRecords(first.page);
  expect(Object.values(before).map((records) => Object.keys(records).length)).toEqual([2, 0, 1, 1]);
  for (const { name, ending, says } of formats) {
    const path = pathOf(first, ending);
    await saveMapFile(first, name, path);
    const text = readFileSync(path, 'utf8');
    for (const words of says) expect(text).toContain(words);
    // Known here already: nothing is doubled.
    await pickMapFile(first, path);
    await expect(first.page.getByText('There is nothing new in it.')).toBeVisible();
    await leaveMapFile(first.page);
  }
  expect(await mapRecords(first.page)).toEqual(before);
  expect(first.complaints).toEqual([]);
  await first.app.close();

  const second = await start();
  for (const { ending } of formats) {
    await pickMapFile(second, pathOf(first, ending));
    await expect(second.page.getByText('2 events', { exact: true })).toBeVisible();
    await takeMapFile(second.page);
    expect(await mapRecords(second.page)).toEqual(before);
    await second.page.keyboard.press('Control+z');
    await expect.poll(async () => Object.values(await mapRecords(second.page))).toEqual([{}, {}, {}, {}]);
  }
  expect(second.complaints).toEqual([]);
  await second.app.close();
});

test('KML, GPX and a table of other programs are read for what they say, and known again', async () => {
  const running = await start();
  const { page, userData } = running;
  const files = [
    [
      'posts.kml',
      `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>
       <NetworkLink><name>Feed</name><Link><href>https://example.org/feed.kml</href></Link></NetworkLink>
       <Folder><Placemark><name>Post</name><description><![CDATA[<b>Held</b><script>alert(1)</script> since May]]></description>
       <TimeStamp><when>2024-05-02</when></TimeStamp><Point><coordinates>1.4,18.4,300</coordinates></Point></Placemark>
       <Placemark><name>Held</name><MultiGeometry>${[0, 3].map(kmlSquare).join('')}</MultiGeometry></Placemark>
       </Folder></Document></kml>`,
    ],
    [
      'receiver.gpx',
      `<?xml version="1.0"?><gpx version="1.1" creator="receiver" xmlns="http://www.topografix.com/GPX/1/1">
       <wpt lat="16.2717" lon="-0.0447"><name>Gao</name><time>2024-09-12T05:30:00Z</time></wpt>
       <trk><name>Day 1</name><trkseg><trkpt lat="16.27" lon="-0.04"><time>2024-09-12T06:00:00Z</time></trkpt>
       <trkpt lat="16.9" lon="0.1"><time>2024-09-12T18:00:00Z</time></trkpt></trkseg></trk></gpx>`,
    ],
    ['lieux.csv', '\ufeffNom;Name;Lat;Lon;Date\r\n1;Ménaka;15,9182;2,4022;17/09/2024\r\n2;Nulle part;;;\r\n'],
  ] as const;
  for (const [name, content] of files) {
    const path = join(userData, name);
    writeFileSync(path, content);
    await pickMapFile(running, path);
    if (name === 'posts.kml') {
      await expect(page.getByText('1 row that link')).toBeVisible();
      await expect(page.getByText(/1 row of several lines, areas or points/)).toBeVisible();
    }
    await takeMapFile(page);
    await pickMapFile(running, path);
    await expect(page.getByText('There is nothing new in it.')).toBeVisible();
    await leaveMapFile(page);
  }
  const events = await recordsOf<Event>(page, 'events');
  const told = events.map(({ title, note, dating, places }) => ({
    title,
    note,
    day: dating.from,
    at: places.map(({ place }) => [place.lon, place.lat, place.precision]),
  }));
  expect(told).toHaveLength(4);
  expect(told).toEqual(
    expect.arrayContaining([
      { title: 'Post', note: 'Held since May', day: '2024-05-02', at: [[1.4, 18.4, 'near']] },
      { title: 'Gao', note: '', day: '2024-09-12', at: [[-0.0447, 16.2717, 'near']] },
      { title: 'Ménaka', note: '', day: '2024-09-17', at: [[2.4022, 15.9182, 'near']] },
      { title: 'Nulle part', note: '', day: null, at: [] },
    ]),
  );
  expect(await recordsOf<Track>(page, 'tracks')).toMatchObject([
    { name: 'Day 1', waypoints: [{ lat: 16.27, dating: { from: '2024-09-12' } }, { lat: 16.9 }] },
  ]);
  const areas = await recordsOf<Area>(page, 'areas');
  expect(areas.map(({ name, rings }) => [name, rings[0]?.[0]]).sort()).toEqual([
    ['Held (1)', [0, 16]],
    ['Held (2)', [3, 16]],
  ]);
  expect(running.complaints).toEqual([]);
  await running.app.close();
});

test('an export of UCDP GED is read with its licence, and events go out in the columns of both collections', async () => {
  const running = await start();
  const { page, userData, app } = running;
  const path = join(userData, 'ged.csv');
  const rows = [
    ucdpRow,
    {
      ...ucdpRow,
      id: '900002',
      where_prec: '1',
      date_prec: '1',
      date_start: '2024-09-19',
      date_end: '2024-09-19',
    },
  ];
  writeFileSync(path, file(rows, ucdpColumns));
  await pickMapFile(running, path);
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/CC BY 4\.0: name UCDP/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Read the file' }).click();
  await expect(dialog.getByText('2 rows pass.')).toBeVisible();
  await dialog.getByRole('button', { name: 'See what they would do' }).click();
  await expect(dialog.getByText('2 new events')).toBeVisible();
  await takeMapFile(page);
  const kept = (await recordsOf<Event>(page, 'events')).sort((a, b) =>
    (a.origin?.id ?? '').localeCompare(b.origin?.id ?? ''),
  );
  expect(kept).toMatchObject([
    {
      dating: { from: '2024-09-01', until: '2024-09-30', precision: 3 },
      deaths: { low: 10, best: 12, high: 15 },
    },
    { dating: { from: '2024-09-19', until: '2024-09-19', precision: 1 }, places: [{ geoPrecision: 1 }] },
  ]);
  // The same export again changes nothing.
  await pickMapFile(running, path);
  await dialog.getByRole('button', { name: 'Read the file' }).click();
  await dialog.getByRole('button', { name: 'See what they would do' }).click();
  await expect(dialog.getByText('2 here already')).toBeVisible();
  await leaveMapFile(page);

  const out = { ucdp: join(userData, 'out-ucdp.csv'), acled: join(userData, 'out-acled.csv') };
  await saveMapFile(running, 'Events in UCDP GED’s columns (CSV)', out.ucdp);
  await saveMapFile(running, 'Events in ACLED’s columns (CSV)', out.acled);
  const [ucdp, acled] = [cellsOf(out.ucdp), cellsOf(out.acled)];
  expect(ucdp.map(({ id }) => id).sort()).toEqual(kept.map(({ id }) => id).sort());
  const long = ucdp.find(({ id }) => id === kept[0]?.id);
  expect(long).toMatchObject({
    where_coordinates: 'Testville town',
    latitude: '12.65',
    longitude: '-8',
    date_start: '2024-09-01',
    date_end: '2024-09-30',
    date_prec: '4',
    where_prec: '2',
    low: '10',
    best: '12',
    high: '15',
  });
  const short = acled.find(({ event_id_cnty }) => event_id_cnty === kept[1]?.id);
  expect(short).toMatchObject({
    event_date: '2024-09-19',
    time_precision: '1',
    geo_precision: '1',
    fatalities: '12',
  });
  // What went out is known when it comes in again: it stays as it is here.
  for (const one of [out.ucdp, out.acled]) {
    await pickMapFile(running, one);
    if (one === out.acled) await dialog.getByText('It is my own export, and I may use it here.').click();
    await dialog.getByRole('button', { name: 'Read the file' }).click();
    await dialog.getByRole('button', { name: 'See what they would do' }).click();
    await expect(dialog.getByText('2 of your own events that went out: they stay')).toBeVisible();
    await leaveMapFile(page);
  }
  expect(running.complaints).toEqual([]);
  await app.close();
});

test('a place that another program moved stays until the analyst takes the new one, row by row', async () => {
  const running = await start();
  const { app, page, userData } = running;
  const path = join(userData, 'wells.csv');
  const dialog = page.getByRole('dialog');
  const read = async (lines: readonly string[]) => {
    writeFileSync(path, `id,name,lat,lon,note\n${lines.join('\n')}\n`);
    await pickMapFile(running, path);
    await dialog.getByRole('button', { name: /Points of another program become/ }).click();
    await page.getByRole('option', { name: 'places', exact: true }).click();
  };
  await read(['w,Well,16.5,1.25,', 'f,Ford,17,0.5,']);
  await expect(dialog.getByText('2 places')).toBeVisible();
  await takeMapFile(page);

  await read(['w,Deep well,16.55,1.25,dry in May', 'f,Ford,17.5,0.5,']);
  const rows = dialog.getByRole('region', { name: 'Places that are here otherwise' });
  await expect(rows.getByText('16.5000, 1.2500 → 16.5500, 1.2500 (5.6 km)')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Import', exact: true })).toBeHidden();
  await rows.getByText('Well → Deep well').click();
  await expect(dialog.getByText('1 place', { exact: true })).toBeVisible();
  await takeMapFile(page);
  const told = async () =>
    (await recordsOf<Place>(page, 'places'))
      .map(({ name, aliases, lat, note }) => [name, aliases, lat, note])
      .sort();
  expect(await told()).toEqual([
    ['Deep well', ['Well'], 16.55, 'dry in May'],
    ['Ford', [], 17, ''],
  ]);
  await page.keyboard.press('Control+z');
  await expect.poll(told).toEqual([
    ['Ford', [], 17, ''],
    ['Well', [], 16.5, ''],
  ]);
  expect(running.complaints).toEqual([]);
  await app.close();
});

test('the native menu brings map files in and out, and offers a picture of the map', async () => {
  const running = await start();
  const { app, page, userData } = running;
  const source = join(userData, 'theirs.geojson');
  writeFileSync(source, drawn);
  await answerDialogs(app, { open: [source], save: join(userData, 'map.png') });
  await chooseNative(app, 'geodata.import');
  await takeMapFile(page);
  await chooseNative(app, 'geodata.export');
  await expect(page.getByRole('dialog', { name: 'Export events and places' })).toBeVisible();
  await leaveMapFile(page);

  await chooseNative(app, 'map.picture');
  await expect(page.getByRole('application')).toBeVisible();
  await page.getByRole('menuitem', { name: 'As a picture (PNG)…' }).click();
  await expect(page.getByText(/Saved as .*map\.png/)).toBeVisible();
  expect(readFileSync(join(userData, 'map.png')).subarray(1, 4).toString()).toBe('PNG');
  // It is offered once for each time it is asked for.
  await expect(page.getByRole('menu')).toBeHidden();
  expect(running.complaints).toEqual([]);
  await app.close();
});

async function chooseNative(app: ElectronApplication, id: string): Promise<void> {
  await app.evaluate(({ Menu }, command) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(command);
    if (!item) throw new Error(`no ${command} in the menu`);
    item.click();
  }, id);
}

function kmlSquare(west: number): string {
  const corners = [
    [west, 16],
    [west + 1, 16],
    [west + 1, 17],
    [west, 16],
  ];
  return `<Polygon><outerBoundaryIs><LinearRing><coordinates>${corners.join(' ')}</coordinates></LinearRing></outerBoundaryIs></Polygon>`;
}

/** The program in an empty case. */
async function start(): Promise<Running> {
  const running = await launch();
  await opened(running.page);
  return running;
}

function pathOf({ userData }: Running, ending: string): string {
  return join(userData, `out.${ending}`);
}

/** The rows of a file in which every cell is quoted and none has a line break, by the heads. */
function cellsOf(path: string): Record<string, string>[] {
  const [heads = [], ...rows] = readFileSync(path, 'utf8')
    .replace('\ufeff', '')
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) =>
      line
        .slice(1, -1)
        .split('","')
        .map((cell) => cell.replaceAll('""', '"').replace(/^'(?=[-=+@])/, '')),
    );
  return rows.map((row) => Object.fromEntries(heads.map((head, at) => [head, row[at] ?? ''])));
}
