import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { schemes, writeMbtiles } from '#tests/unit/core/layers/mbtiles-file.ts';
import { launchWithSeeds } from './support/case.ts';
import { answerDialogs, launch, type Running, root, run, workspaceFolder } from './support/launch.ts';
import { goTo, journalEdits, opened, saved } from './support/workbench.ts';
import { toPng } from './support/write-png.mjs';

const folder = mkdtempSync(join(tmpdir(), 'liptako-layers-'));
const tiles = join(root, 'tests/fixtures/layers/sahel_z9.pmtiles');

// Each goes on where the one before it ended.
test.describe.configure({ mode: 'serial' });

let running: Running;

test.beforeAll(async () => {
  running = await launchWithSeeds();
  await goTo(running.page, 'Map');
  await running.page.getByRole('tab', { name: 'Layers' }).click();
});

test.afterAll(async () => {
  await running.kill();
  rmSync(folder, { recursive: true });
});

/** Give the panel a file by its way on the disk. */
async function choose(page: Page, path: string): Promise<void> {
  await page.getByRole('tabpanel', { name: 'Layers' }).locator('input[type=file]').setInputFiles(path);
}

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const rows = (page: Page) => page.getByRole('list', { name: 'Layers', exact: true }).getByRole('listitem');

/** How many pixels of the map's own layers are painted at all. */
function paintedPixels(page: Page): Promise<number> {
  return page.evaluate(() => {
    let count = 0;
    for (const canvas of document.querySelectorAll<HTMLCanvasElement>('.leaflet-own-pane canvas')) {
      const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 0) > 0) count += 1;
    }
    return count;
  });
}

const road = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: {
        name: 'Road closed at night',
        description:
          '<b>Since June</b><script>document.title="run"</script><img src=x onerror="document.title=1">',
      },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [-1.5, 15],
            [1.5, 15],
            [1.5, 16.6],
            [-1.5, 16.6],
            [-1.5, 15],
          ],
        ],
      },
    },
    { type: 'Feature', properties: { name: 'Nowhere' }, geometry: null },
  ],
};

test('lays a file of shapes on the map, with its words as text', async () => {
  const { page } = running;
  await choose(page, write('closed.geojson', JSON.stringify(road)));

  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).first()).toContainText('1 shape');
  await expect(page.getByText(/left out: 1/)).toBeVisible();
  await expect.poll(() => paintedPixels(page)).toBeGreaterThan(1_000);

  const map = page.getByRole('application');
  const box = await map.boundingBox();
  if (box === null) throw new Error('no map');
  await map.click({ position: { x: box.width * 0.5, y: box.height * 0.44 } });
  const found = page.getByRole('region', { name: 'In your layers, here' });
  await expect(found).toContainText('Road closed at night');
  await expect(found).toContainText('Since June');
  expect(await found.textContent()).not.toContain('<');
  expect(await page.title()).not.toContain('run');
  await found.getByRole('button', { name: 'Close' }).click();
});

test('draws vector tiles and pictures from archives, and says whom they are owed to', async () => {
  const { page } = running;
  await choose(page, tiles);
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).first()).toContainText('zooms');

  const red = toPng(Buffer.alloc(256 * 256 * 4, Buffer.from([40, 60, 200, 255])), 256, 256);
  const pictures = Array.from({ length: 6 }, (_, z) => z).flatMap((z) =>
    Array.from({ length: 4 ** z }, (_, at) => [z, at % 2 ** z, Math.floor(at / 2 ** z), red] as const),
  );
  const said = {
    name: 'Red survey',
    format: 'png',
    minzoom: '0',
    maxzoom: '5',
    attribution: 'Survey <b>Office</b>',
  };
  await choose(
    page,
    write('red.mbtiles', await writeMbtiles(schemes['one table with an index'], pictures, said)),
  );

  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page).first()).toContainText('Red survey');
  const picture = page.locator('.leaflet-own-pane img').first();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(256);
  await expect(page.getByText(/GeoNames.* · Survey Office/)).toBeVisible();
});

test('hides, fades, moves, names and takes off, each undone again', async () => {
  const { page } = running;
  const red = () => rows(page).filter({ hasText: /Red|Dry/ });
  await red().getByText('Red survey', { exact: true }).click();
  await expect(page.locator('.leaflet-own-pane img')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(red().getByRole('checkbox')).toBeChecked();

  const slider = red().getByRole('slider', { name: 'Opacity of Red survey' });
  await slider.focus();
  for (let press = 0; press < 4; press++) await page.keyboard.press('ArrowLeft');
  await expect(red()).toContainText('80 %');

  await red().getByRole('button', { name: 'Lay Red survey lower' }).click();
  await expect(rows(page).nth(1)).toContainText('Red survey');

  await red().getByRole('button', { name: 'More about Red survey' }).click();
  await page.getByRole('menuitem', { name: 'Rename…' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Dry season');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(rows(page).nth(1)).toContainText('Dry season');

  await red().getByRole('button', { name: 'More about Dry season' }).click();
  await page.getByRole('menuitem', { name: 'Take off the map' }).click();
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(rows(page).nth(1)).toContainText('Dry season');
});

test('refuses what it cannot draw, names the file and the cause, and keeps nothing of it', async () => {
  const { page } = running;
  await saved(page);
  const before = { edits: journalEdits(running.userData).length, files: keptFiles() };
  const metres = { type: 'Point', coordinates: [350_120, 1_800_400] };
  const ring = Array.from({ length: 3_000_000 }, () => '[1,2]').join(',');
  const bad: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
    [
      'broken.geojson',
      '{"type":"FeatureCollection",\n"features":[',
      /“broken.geojson” was not added.*GeoJSON.*damaged/,
    ],
    ['metres.geojson', JSON.stringify(metres), /“metres.geojson” was not added.*not in degrees/],
    ['utm.geojson', JSON.stringify({ ...road, crs: { properties: { name: 'EPSG:32631' } } }), /EPSG:32631/],
    ['ring.geojson', `{"type":"Polygon","coordinates":[[${ring}]]}`, /more than 1,000,000 points/],
    ['laughs.kml', '<!DOCTYPE kml [<!ENTITY a "ha">]><kml>&a;</kml>', /document type/],
    ['cut.pmtiles', Buffer.from('PMTiles\x03short'), /PMTiles file is damaged/],
    ['cut.mbtiles', Buffer.from(`SQLite format 3\0${'x'.repeat(200)}`), /damaged/],
    ['notes.txt', 'Gao, Kidal', /neither GeoJSON/],
    ['shape.shp', Buffer.from([0, 0, 0x27, 0x0a, 0, 0, 0, 0]), /Shapefile/],
  ];
  for (const [name, content, words] of bad) {
    await choose(page, write(name, content));
    const alert = page.getByRole('tabpanel', { name: 'Layers' }).getByRole('alert');
    await expect(alert).toContainText(words);
    await alert.getByRole('button', { name: 'Close' }).click();
  }
  await choose(page, write('again.geojson', JSON.stringify(road)));
  await expect(
    page.getByRole('alert').filter({ hasText: 'is on the map already, as “closed”' }),
  ).toBeVisible();

  await saved(page);
  await expect(rows(page)).toHaveCount(3);
  expect(journalEdits(running.userData)).toHaveLength(before.edits);
  expect(keptFiles()).toEqual(before.files);
});

test('saves the map as a picture and as a sheet to print, with its words', async () => {
  const { page, app } = running;
  const png = join(folder, 'map.png');
  const pdf = join(folder, 'map.pdf');
  const map = await page.getByRole('application').boundingBox();

  await answerDialogs(app, { save: png });
  await page.getByRole('button', { name: 'Save picture…' }).click();
  await page.getByRole('menuitem', { name: 'As a picture (PNG)…' }).click();
  await expect(page.getByText(`Saved as ${png}`)).toBeVisible();
  const head = readFileSync(png);
  expect(head.readUInt32BE(16)).toBeGreaterThanOrEqual(Math.floor(map?.width ?? 0));
  expect(head.readUInt32BE(20)).toBeGreaterThan((map?.height ?? 0) + 60);

  await answerDialogs(app, { save: pdf });
  await page.getByRole('button', { name: 'Save picture…' }).click();
  await page.getByRole('menuitem', { name: 'As a sheet to print (PDF)…' }).click();
  await expect(page.getByText(`Saved as ${pdf}`)).toBeVisible();
  const text = await run('pdftotext', ['-layout', pdf, '-']);
  expect(text).toContain('Not narrowed');
  expect(text).toContain('Dry season (80 %)');
  expect(text).toMatch(/Survey Office/);
});

test('finds its layers again after a restart, and says whose file is gone until it is added again', async () => {
  await saved(running.page);
  await running.kill();
  const lost = createHash('sha256').update(JSON.stringify(road)).digest('hex');
  rmSync(join(workspaceFolder(running.userData), 'originals', lost.slice(0, 2), lost));
  running = await launch(running.userData);
  const { page } = running;
  await opened(page);
  await goTo(page, 'Map');
  await page.getByRole('tab', { name: 'Layers' }).click();

  await expect(rows(page)).toHaveCount(3);
  await expect.poll(() => paintedPixels(page)).toBeGreaterThan(1_000);
  const alert = rows(page).getByRole('alert');
  await expect(alert).toContainText('“closed.geojson” is missing');
  await choose(page, write('closed again.geojson', JSON.stringify(road)));
  await expect(alert).toHaveCount(0);
  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page).filter({ hasText: 'closed' })).toContainText('1 shape');
  expect(running.complaints).toEqual([]);
});

test('keeps an archive of a gigabyte piece by piece, unless it is cancelled', async () => {
  test.slow();
  const { page } = running;
  const path = join(folder, 'large.pmtiles');
  copyFileSync(tiles, path);
  truncateSync(path, 2 ** 30);
  const before = keptFiles();
  await choose(page, path);
  await page.getByRole('tabpanel', { name: 'Layers' }).getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'Add a layer…' })).toBeVisible();
  expect(keptFiles()).toEqual(before);
  await expect(rows(page)).toHaveCount(3);

  await choose(page, path);
  await expect(rows(page)).toHaveCount(4, { timeout: 240_000 });
  await expect(rows(page).first()).toContainText('zooms');
  expect(running.complaints).toEqual([]);
});

test('names the layers a bundle leaves behind before anything is written', async () => {
  const { page, app } = running;
  const path = join(folder, 'case.liptako');
  await answerDialogs(app, { save: path });
  await goTo(page, 'Brief');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Bundle of the whole workspace' }).click();
  const dialog = page.getByRole('dialog', { name: 'Files of map layers stay behind' });
  await expect(dialog.getByRole('listitem')).toHaveCount(1);
  await expect(dialog.getByRole('listitem')).toContainText(/large\.pmtiles\): 1\.1 GB/);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toHaveCount(0);
  expect(readdirSync(folder)).not.toContain('case.liptako');

  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Bundle of the whole workspace' }).click();
  await dialog.getByRole('button', { name: 'Write it without them' }).click();
  await expect(page.getByText(`Saved as ${path}`)).toBeVisible();
});

test('lets go of the file of a layer once undo has no more use for it', async () => {
  const { page } = running;
  await goTo(page, 'Map');
  await page.getByRole('tab', { name: 'Layers' }).click();
  const before = keptFiles();
  await rows(page)
    .filter({ hasText: 'Dry season' })
    .getByRole('button', { name: /^More about/ })
    .click();
  await page.getByRole('menuitem', { name: 'Take off the map' }).click();
  await expect(rows(page)).toHaveCount(3);
  const dialog = page.getByRole('dialog', { name: 'Let go of unused files' });
  const open = () => page.getByRole('button', { name: 'Let go of unused files…' }).click();
  await open();
  await expect(dialog).toContainText('no file that could be removed');
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  const closed = rows(page).filter({ hasText: 'closed' });
  for (let step = 0; step < 10; step++) {
    await closed.getByText('closed', { exact: true }).click();
    await expect(closed.getByRole('checkbox')).not.toBeChecked();
    await closed.getByText('closed', { exact: true }).click();
    await expect(closed.getByRole('checkbox')).toBeChecked();
  }
  await open();
  await expect(dialog.getByRole('listitem')).toHaveCount(1);
  await expect(dialog.getByRole('listitem')).toContainText('Dry season (red.mbtiles): 1.2 MB');
  await dialog.getByRole('button', { name: 'Remove them: 1.2 MB' }).click();
  await expect(page.getByText('1.2 MB are free again.')).toBeVisible();
  expect(keptFiles()).toHaveLength(before.length - 1);
  await open();
  await expect(dialog).toContainText('no file that could be removed');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  expect(running.complaints).toEqual([]);
});

function keptFiles(): string[] {
  return readdirSync(join(workspaceFolder(running.userData), 'originals'), {
    recursive: true,
    encoding: 'utf8',
  }).sort();
}
