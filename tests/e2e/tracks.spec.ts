import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { Track } from '#core/tracks/track.ts';
import { launchWithSeeds } from './support/case.ts';
import { articleText, openArticle } from './support/reading.ts';
import { addByName, linkPassage, readAreas, readTracks } from './support/tracing.ts';
import { goTo, saved } from './support/workbench.ts';
import { addBlock, blocks, preview } from './support/writing.ts';

const shots = process.env.LIPTAKO_TRACK_SHOTS;
const arrival = 'the first arrived at the Kidal camp on Thursday 12 September';
const second = 'crossed the camp gates on 19 September';

test('the convoys from Gao to Kidal are drawn with their dates and passages, undone, redone and shown', async () => {
  const { app, page, complaints } = await launchWithSeeds();
  await openArticle(page, 'manoeuvring in the Kidal region');
  await linkPassage(page, arrival, 'A new track');
  await page.getByRole('button', { name: 'Show on the map' }).click();

  // Without the mouse: places by name, the day typed.
  const details = page.getByRole('tabpanel', { name: 'Tracks and areas' });
  await details.getByRole('textbox', { name: 'Name', exact: true }).fill('First convoy');
  await addByName(page, 'Gao');
  await addByName(page, 'Kidal');
  await expect.poll(async () => names(await track(page, 'First convoy'))).toEqual(['Gao', 'Kidal']);
  await details.getByRole('button', { name: /^2\. Kidal/ }).click();
  await details.getByLabel('First day').fill('2024-09-12');
  await details.getByLabel('Last day').fill('2024-09-12');
  await expect(details.getByText(/28\d km as the crow flies/)).toBeVisible();
  await details.getByRole('textbox', { name: 'Uncertainty, km to each side' }).fill('12');
  await details.getByRole('textbox', { name: 'Uncertainty, km to each side' }).press('Enter');
  await details.getByRole('button', { name: 'Add an actor' }).click();
  await page.getByRole('searchbox', { name: 'Part of the name' }).fill('Wagner');
  await page.keyboard.press('Enter');
  await saved(page);
  await expect
    .poll(async () => {
      const convoy = await track(page, 'First convoy');
      const { from, until, basis } = convoy?.waypoints[1]?.dating ?? {};
      return [from, until, basis, convoy?.uncertaintyKm, convoy?.actorIds.length, convoy?.passages[0]?.exact];
    })
    .toEqual(['2024-09-12', '2024-09-12', 'analyst', 12, 1, arrival]);
  await shoot(page, 'first-convoy');

  // By the mouse: each click is a waypoint, and each is taken back alone.
  await details.getByRole('button', { name: 'Draw a track' }).click();
  const map = page.locator('.leaflet-container').filter({ visible: true });
  await clickAt(page, 0.45, 0.55);
  await clickAt(page, 0.5, 0.35);
  await clickAt(page, 0.55, 0.2);
  await expect.poll(async () => names(await track(page, 'Track 2'))).toHaveLength(3);
  await details.getByRole('button', { name: 'Done' }).click();
  await page.keyboard.press('Control+z');
  await expect.poll(async () => names(await track(page, 'Track 2'))).toHaveLength(2);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(async () => names(await track(page, 'Track 2'))).toHaveLength(3);

  // Pulled by its handles.
  const before = await track(page, 'Track 2');
  await details.getByRole('button', { name: 'Pull the way' }).click();
  const handles = map.locator('.marker-icon:not(.marker-icon-middle)');
  await expect(handles).toHaveCount(3);
  await shoot(page, 'pulling');
  await drag(page, handles.nth(2), 40, 30);
  await expect
    .poll(async () => (await track(page, 'Track 2'))?.waypoints[2]?.lat)
    .not.toBe(before?.waypoints[2]?.lat);
  await drag(page, map.locator('.marker-icon-middle').first(), 25, 5);
  await expect.poll(async () => (await track(page, 'Track 2'))?.waypoints.length).toBe(4);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await track(page, 'Track 2'))?.waypoints).toEqual(before?.waypoints);
  await expect(handles).toHaveCount(3);
  await details.getByRole('button', { name: 'Done' }).click();
  await details.getByRole('button', { name: 'Delete the track' }).click();
  await expect.poll(async () => (await readTracks(page)).length).toBe(1);

  // A second movement, from the words of the reader; the passage leads back to them.
  await openArticle(page, 'manoeuvring in the Kidal region');
  await linkPassage(page, second, 'First convoy');
  await goTo(page, 'Map');
  await page.getByRole('tab', { name: 'Tracks and areas' }).click();
  if ((await details.getByRole('button', { name: /^Open the passage/ }).count()) === 0)
    await details.getByRole('button', { name: /^First convoy/ }).click();
  await shoot(page, 'passages');

  // In the brief, where its passage is cited: in the figure and in its list.
  await details.getByRole('button', { name: 'Cite it in the brief' }).first().click();
  await goTo(page, 'Brief');
  await expect(blocks(page)).toHaveCount(1);
  await addBlock(page, 'Map');
  const brief = preview(page);
  await expect(brief.getByText('Gao → Kidal (2024-09-12)')).toBeVisible();
  await expect(brief.getByText(arrival).first()).toBeVisible();
  await shoot(page, 'brief');
  await goTo(page, 'Map');
  await page.getByRole('tab', { name: 'Tracks and areas' }).click();
  if ((await details.getByRole('button', { name: /^Open the passage/ }).count()) === 0)
    await details.getByRole('button', { name: /^First convoy/ }).click();
  await details.getByRole('button', { name: `Open the passage: ${second}` }).click();
  await expect(articleText(page)).toContainText(second);
  expect(complaints).toEqual([]);
  await app.close();
});

test('an area is drawn, moved, given its corner by name, and taken back', async () => {
  const { app, page, complaints } = await launchWithSeeds();
  await goTo(page, 'Map');
  await page.getByRole('tab', { name: 'Tracks and areas' }).click();
  const panel = page.getByRole('tabpanel', { name: 'Tracks and areas' });
  await panel.getByRole('button', { name: 'Draw an area' }).click();
  const map = page.locator('.leaflet-container').filter({ visible: true });
  await expect(map).toHaveClass(/geoman-draw-cursor/);
  const corners = [
    [0.35, 0.3],
    [0.6, 0.35],
    [0.62, 0.6],
    [0.4, 0.62],
  ] as const;
  for (const [x, y] of corners) await clickAt(page, x, y);
  await shoot(page, 'drawing');
  await clickAt(page, 0.35, 0.3);
  await expect.poll(async () => (await readAreas(page))[0]?.rings[0]?.length).toBe(4);
  const drawn = (await readAreas(page))[0];
  await panel.getByRole('textbox', { name: 'Name', exact: true }).fill('Hinterland of Gao');
  await panel.getByRole('button', { name: /What it says/ }).click();
  await page.getByRole('option', { name: 'Influence' }).click();
  await panel.getByLabel('First day').fill('2024-06-01');

  await panel.getByRole('button', { name: 'Move the whole' }).click();
  await dragWhole(page, [0.45, 0.48], [0.52, 0.5]);
  await expect.poll(async () => (await readAreas(page))[0]?.rings).not.toEqual(drawn?.rings);
  await panel.getByRole('button', { name: 'Done' }).click();
  await expect
    .poll(async () =>
      (await readAreas(page)).map(({ name, kind, dating }) => [name, kind, dating.from, dating.until]),
    )
    .toEqual([['Hinterland of Gao', 'influence', '2024-06-01', null]]);
  await shoot(page, 'area');
  await panel.getByRole('button', { name: '4 corners' }).click();
  await addByName(page, 'Ménaka', 'Add a corner');
  await expect.poll(async () => (await readAreas(page))[0]?.rings[0]?.length).toBe(5);
  // The box for the next corner has the focus, and Ctrl+Z there is of what is typed.
  await panel.getByRole('button', { name: '5 corners' }).focus();
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await readAreas(page))[0]?.rings[0]?.length).toBe(4);

  await panel.getByRole('button', { name: 'Delete the area' }).click();
  await expect.poll(async () => (await readAreas(page)).length).toBe(0);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await readAreas(page)).length).toBe(1);
  expect(complaints).toEqual([]);
  await app.close();
});

async function at(page: Page, x: number, y: number): Promise<{ x: number; y: number }> {
  const box = await page.locator('.leaflet-container').filter({ visible: true }).boundingBox();
  if (box === null) throw new Error('no map is to be seen');
  return { x: box.x + box.width * x, y: box.y + box.height * y };
}

async function clickAt(page: Page, x: number, y: number): Promise<void> {
  const point = await at(page, x, y);
  await page.mouse.move(point.x, point.y, { steps: 3 });
  await page.mouse.click(point.x, point.y);
  // Two clicks in a breath would be a double click, which zooms.
  await page.waitForTimeout(350);
}

type Handle = ReturnType<Page['locator']>;

async function drag(page: Page, handle: Handle, dx: number, dy: number): Promise<void> {
  // Handles are made anew as the map moves.
  await expect.poll(async () => (await handle.boundingBox()) !== null).toBe(true);
  const box = await handle.boundingBox();
  if (box === null) throw new Error('no handle is to be seen');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + dx / 2, y + dy / 2, { steps: 4 });
  await page.mouse.move(x + dx, y + dy, { steps: 4 });
  await page.mouse.up();
}

type Share = readonly [number, number];

/** Drag an area as a whole, once it can be: the handles are fetched when they are needed first. */
async function dragWhole(page: Page, from: Share, to: Share): Promise<void> {
  await expect(page.locator('path.leaflet-pm-draggable')).toBeAttached();
  const [a, b] = [await at(page, ...from), await at(page, ...to)];
  await page.mouse.move(a.x, a.y);
  await page.mouse.down();
  await page.mouse.move(b.x, b.y, { steps: 8 });
  await page.mouse.up();
}

async function track(page: Page, name: string): Promise<Track | undefined> {
  return (await readTracks(page)).find((one) => one.name === name);
}

function names(found: Track | undefined): string[] {
  return (found?.waypoints ?? []).map(({ name }) => name);
}

async function shoot(page: Page, name: string): Promise<void> {
  if (shots === undefined) return;
  for (const theme of ['light', 'dark'] as const) {
    await page.evaluate((value) => document.documentElement.setAttribute('data-theme', value), theme);
    await page.waitForTimeout(400);
    await page.screenshot({ path: join(shots, `${name}-${theme}.png`) });
  }
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'light'));
}
