import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { distanceKm } from '#core/geo/distance.ts';
import type { Area } from '#core/tracks/track.ts';
import { launchWithSeeds } from './support/case.ts';
import { addByName, readAreas } from './support/tracing.ts';
import { goTo, saved } from './support/workbench.ts';

const shots = process.env.LIPTAKO_TRACK_SHOTS;

test('a circle and a hole are drawn by the mouse, changed, refused where they can’t be, and undone', async () => {
  const { app, page, complaints } = await launchWithSeeds();
  await goTo(page, 'Map');
  await page.getByRole('tab', { name: 'Tracks and areas' }).click();
  const panel = page.getByRole('tabpanel', { name: 'Tracks and areas' });
  const map = page.locator('.leaflet-container').filter({ visible: true });
  await panel.getByRole('button', { name: 'Circle', exact: true }).click();
  await expect(map).toHaveClass(/geoman-draw-cursor/);
  await clickAt(page, 0.5, 0.5);
  await clickAt(page, 0.7, 0.5);
  await expect.poll(async () => (await readAreas(page))[0]?.circle?.radiusKm ?? 0).toBeGreaterThan(50);
  const drawn = await area(page);
  expectRound(drawn);

  // Its radius as a figure, then pulled as a whole.
  const radius = panel.getByRole('textbox', { name: 'Radius of a circle, km' });
  await radius.fill('150');
  await radius.press('Enter');
  await expect.poll(async () => (await area(page)).circle?.radiusKm).toBe(150);
  expectRound(await area(page));
  await panel.getByRole('button', { name: 'Pull the outline' }).click();
  const handles = map.locator('.marker-icon');
  await expect(handles).toHaveCount(2);
  await shoot(page, 'circle-handles');
  await dragHandle(page, 1, -30);
  await expect.poll(async () => (await area(page)).circle?.radiusKm).not.toBe(150);
  expectRound(await area(page));
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await area(page)).circle?.radiusKm).toBe(150);
  await panel.getByRole('button', { name: 'Done' }).click();
  const before = await area(page);
  await panel.getByRole('button', { name: 'Move the whole' }).click();
  await dragWhole(page, [0.47, 0.55], [0.52, 0.6]);
  await expect.poll(async () => (await area(page)).circle?.lon).not.toBe(before.circle?.lon);
  expect((await area(page)).circle?.radiusKm).toBe(150);
  expectRound(await area(page));
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await area(page)).circle).toEqual(before.circle);
  await panel.getByRole('button', { name: 'Done' }).click();

  // A hole in its middle; one that reaches out of it is refused.
  await panel.getByRole('button', { name: 'Cut a hole' }).click();
  await expect(map).toHaveClass(/geoman-draw-cursor/);
  for (const [x, y] of [
    [0.48, 0.47],
    [0.53, 0.47],
    [0.53, 0.54],
  ] as const)
    await clickAt(page, x, y);
  await clickAt(page, 0.48, 0.47);
  await expect.poll(async () => (await area(page)).rings.map(({ length }) => length)).toEqual([72, 3]);
  await shoot(page, 'circle-hole');
  await panel.getByRole('button', { name: 'Cut a hole' }).click();
  await expect(map).toHaveClass(/geoman-draw-cursor/);
  for (const [x, y] of [
    [0.44, 0.6],
    [0.5, 0.6],
    [0.5, 0.95],
  ] as const)
    await clickAt(page, x, y);
  await clickAt(page, 0.44, 0.6);
  await expect(page.getByText(/No hole was cut: it has to lie inside of the outline/)).toBeVisible();
  expect((await area(page)).rings).toHaveLength(2);
  await panel.getByRole('button', { name: 'Fill hole 1' }).click();
  await expect.poll(async () => (await area(page)).rings).toHaveLength(1);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await area(page)).rings).toHaveLength(2);

  // Its corners become the outline; then it has no radius.
  await panel.getByRole('button', { name: 'Make its 72 corners the outline' }).click();
  await expect.poll(async () => (await area(page)).circle).toBeUndefined();
  await expect(panel.getByRole('button', { name: '72 corners' })).toBeVisible();
  expect(complaints).toEqual([]);
  await app.close();
});

test('a circle and a hole are entered without the mouse', async () => {
  const { app, page, complaints } = await launchWithSeeds();
  await goTo(page, 'Map');
  await page.getByRole('tab', { name: 'Tracks and areas' }).click();
  const panel = page.getByRole('tabpanel', { name: 'Tracks and areas' });
  await panel.getByRole('button', { name: 'Begin without the mouse' }).press('Enter');
  await page.getByRole('menuitem', { name: 'New area from names or coordinates' }).press('Enter');
  const radius = panel.getByRole('textbox', { name: 'Radius of a circle, km' });
  await radius.fill('far');
  await radius.press('Enter');
  await expect(panel.getByText(/Write a number of kilometres above 0/)).toBeVisible();
  await radius.fill('80');
  await radius.press('Enter');
  await addByName(page, 'Gao', 'Around which place');
  await expect.poll(async () => (await readAreas(page))[0]?.circle?.radiusKm).toBe(80);
  expectRound(await area(page));

  await panel.getByRole('button', { name: 'A hole by names or coordinates' }).press('Enter');
  await addByName(page, 'Gao', 'First corner of a hole');
  await expect(panel.getByText('Hole 1 has fewer than three corners', { exact: false })).toBeVisible();
  const corner = panel.getByRole('textbox', { name: 'Or its coordinates' });
  for (const [at, point] of ['16.4, 0', '16.4, 0.2'].entries()) {
    await corner.first().fill(point);
    await corner.first().press('Enter');
    await expect.poll(async () => (await area(page)).rings[1]?.length).toBe(at + 2);
  }
  await expect(panel.getByText('has fewer than three corners', { exact: false })).toHaveCount(0);
  await saved(page);
  await shoot(page, 'circle-keyboard');
  expect(complaints).toEqual([]);
  await app.close();
});

async function area(page: Page): Promise<Area> {
  const [only] = await readAreas(page);
  if (only === undefined) throw new Error('there is no area');
  return only;
}

/** All corners lie as far from the middle as the circle says. */
function expectRound({ circle, rings }: Area): void {
  if (circle === undefined) throw new Error('it is no circle');
  expect(rings[0]).toHaveLength(72);
  for (const [lon, lat] of rings[0] ?? [])
    expect(distanceKm(circle, { lat, lon })).toBeCloseTo(circle.radiusKm, 4);
}

async function at(page: Page, x: number, y: number): Promise<{ x: number; y: number }> {
  const box = await page.locator('.leaflet-container').filter({ visible: true }).boundingBox();
  if (box === null) throw new Error('no map is to be seen');
  return { x: box.x + box.width * x, y: box.y + box.height * y };
}

async function clickAt(page: Page, x: number, y: number): Promise<void> {
  const point = await at(page, x, y);
  await page.mouse.move(point.x, point.y, { steps: 3 });
  await page.mouse.click(point.x, point.y);
  // Two clicks in a breath would be a double click, which ends the drawing.
  await page.waitForTimeout(350);
}

/** Pull a handle sideways. */
async function dragHandle(page: Page, which: number, dx: number): Promise<void> {
  const handle = page
    .locator('.leaflet-container')
    .filter({ visible: true })
    .locator('.marker-icon')
    .nth(which);
  await expect.poll(async () => (await handle.boundingBox()) !== null).toBe(true);
  const box = await handle.boundingBox();
  if (box === null) throw new Error('no handle is to be seen');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + dx / 2, y, { steps: 4 });
  await page.mouse.move(x + dx, y, { steps: 4 });
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

async function shoot(page: Page, name: string): Promise<void> {
  if (shots === undefined) return;
  for (const theme of ['light', 'dark'] as const) {
    await page.evaluate((value) => document.documentElement.setAttribute('data-theme', value), theme);
    await page.waitForTimeout(400);
    await page.screenshot({ path: join(shots, `${name}-${theme}.png`) });
  }
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'light'));
}
