import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { Waypoint } from '#core/tracks/track.ts';
import { launchWithSeeds } from './support/case.ts';
import { openArticle } from './support/reading.ts';
import { addByName, linkPassage, readTracks } from './support/tracing.ts';
import { goTo, saved } from './support/workbench.ts';
import { addBlock, preview } from './support/writing.ts';

const shots = process.env.LIPTAKO_TRACK_SHOTS;
const passage = 'a convoy of about forty vehicles reached Aguelhok';

test('the forty vehicles that reached Aguelhok: only the arrival is told, and no more is drawn', async () => {
  const { app, page, complaints } = await launchWithSeeds();
  await openArticle(page, 'manoeuvring in the Kidal region');
  await linkPassage(page, passage, 'A new track');
  await page.getByRole('button', { name: 'Show on the map' }).click();
  const details = page.getByRole('tabpanel', { name: 'Tracks and areas' });
  await details.getByRole('textbox', { name: 'Name', exact: true }).fill('Forty vehicles');
  await addByName(page, 'Aguelhok');
  await details.getByRole('button', { name: /^1\. Aguel'hoc/ }).click();
  // “At the end of last week”, in an article of Tuesday 24 September 2024.
  await details.getByLabel('First day').fill('2024-09-20');
  await details.getByLabel('Last day').fill('2024-09-22');
  await details.getByRole('textbox', { name: 'Uncertainty, km to each side' }).fill('15');
  await details.getByRole('textbox', { name: 'Uncertainty, km to each side' }).press('Enter');
  await choosePrecision(page, 'Somewhere in the area');
  await expect
    .poll(async () => {
      const { dating, precision, name } = await arrival(page);
      return [name, dating.from, dating.until, precision];
    })
    // As the gazetteer writes it; the article's spelling is one of its other names.
    .toEqual(["Aguel'hoc", '2024-09-20', '2024-09-22', 'area']);
  await shoot(page, 'forty-vehicles');
  await choosePrecision(page, 'Approximate');
  await expect.poll(async () => (await arrival(page)).precision).toBe('near');
  await saved(page);

  // Its place is corrected: the waypoint stays, and says so.
  const before = await arrival(page);
  await page.getByRole('searchbox', { name: 'Find a place on the map' }).fill('aguelhok');
  const finder = page.getByRole('region', { name: 'Gazetteer' });
  await expect(page.getByRole('listbox', { name: 'Places found' }).getByRole('option')).not.toHaveCount(0);
  await page.getByRole('searchbox', { name: 'Find a place on the map' }).press('Enter');
  await finder.getByRole('button', { name: /^Correct or add to Agu/ }).click();
  const dialog = page.getByRole('dialog', { name: /^Agu/ });
  await dialog.getByRole('textbox', { name: 'Point' }).fill('19.5, 0.9');
  await dialog.getByRole('textbox', { name: 'Known from' }).fill('A survey map of 1961');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('tab', { name: 'Tracks and areas' }).click();
  await expect(
    details.getByText(/Aguel'hoc has been corrected since: it lies .* km, \d{3}° from here/),
  ).toBeVisible();
  expect(await arrival(page)).toEqual(before);
  await shoot(page, 'corrected');
  await details.getByRole('button', { name: "Take the new point of Aguel'hoc" }).click();
  await expect.poll(async () => (await arrival(page)).lat).toBe(19.5);
  await expect(details.getByText(/has been corrected since/)).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect.poll(() => arrival(page)).toEqual(before);
  await expect(details.getByText(/Aguel'hoc has been corrected since/)).toBeVisible();

  // In the brief: one waypoint with its days, and its band said in words.
  await details.getByRole('button', { name: 'Cite it in the brief' }).first().click();
  await goTo(page, 'Brief');
  await addBlock(page, 'Map');
  const brief = preview(page);
  await expect(brief.getByText("Forty vehicles: Aguel'hoc (2024-09-20/2024-09-22)")).toBeVisible();
  await expect(brief.getByText('Track, ± 15 km')).toBeVisible();
  await shoot(page, 'forty-vehicles-brief');
  expect(complaints).toEqual([]);
  await app.close();
});

async function arrival(page: Page): Promise<Waypoint> {
  const [point] = (await readTracks(page)).find(({ name }) => name === 'Forty vehicles')?.waypoints ?? [];
  if (point === undefined) throw new Error('the track has no waypoint');
  return point;
}

async function choosePrecision(page: Page, precision: string): Promise<void> {
  await page.getByRole('button', { name: /How exactly it is known/ }).click();
  await page.getByRole('option', { name: precision }).click();
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
