import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { Event } from '#core/events/event.ts';
import { acledRow, file } from '#tests/unit/core/exchange/collections/acled-rows.ts';
import { launchWithSeeds } from './support/case.ts';
import { answerDialogs, launch } from './support/launch.ts';
import { closeMapFile, pickMapFile, recordsOf, takeMapFile } from './support/map-files.ts';
import { acceptPlace } from './support/placing.ts';
import { openArticle } from './support/reading.ts';
import { goTo, saved } from './support/workbench.ts';

const shots = process.env.LIPTAKO_EXCHANGE_SHOTS;

test('what is on the map goes out as GeoJSON and comes back into an empty case as it was', async () => {
  const first = await launchWithSeeds();
  const { page } = first;
  await openArticle(page, 'manoeuvring in the Kidal region');
  await acceptPlace(page, 'Kidal');
  await enterEvent(page, 'Convoy reaches Kidal', '2024-09-19');
  const before = await events(page);
  expect(before).toHaveLength(1);

  await goTo(page, 'Map');
  await page.getByRole('button', { name: 'Import and export' }).click();
  await page.getByRole('menuitem', { name: 'Export events and places…' }).click();
  await expect(page.getByRole('dialog').getByText(/things? go(es)? out\./)).toBeVisible();
  await shoot(page, 'export');
  const path = join(first.userData, 'case.geojson');
  await answerDialogs(first.app, { save: path });
  await page.getByRole('button', { name: 'Save…' }).click();
  await expect(page.getByText(`Saved as ${path}`)).toBeVisible();
  const features = JSON.parse(readFileSync(path, 'utf8')).features as { properties: { name: string } }[];
  expect(features.map(({ properties }) => properties.name)).toContain('Convoy reaches Kidal');
  // Known here already: nothing is doubled.
  await pickMapFile(first, path);
  await expect(page.getByText('There is nothing new in it.')).toBeVisible();
  await closeMapFile(page);
  expect(first.complaints).toEqual([]);
  await first.app.close();

  const second = await launch();
  await second.page
    .getByRole('button', { name: /Workspace/ })
    .first()
    .waitFor();
  await pickMapFile(second, path);
  await expect(second.page.getByText('1 event', { exact: true })).toBeVisible();
  await shoot(second.page, 'file');
  await takeMapFile(second.page);
  expect(await events(second.page)).toEqual(before);
  await second.page.keyboard.press('Control+z');
  await expect.poll(async () => (await events(second.page)).length).toBe(0);
  expect(second.complaints).toEqual([]);
  await second.app.close();
});

test('an export of ACLED is read once its terms are agreed to, kept apart, known again', async () => {
  const { app, page, userData, complaints } = await launchWithSeeds();
  const path = join(userData, 'acled.csv');
  const rows = [
    acledRow,
    { ...acledRow, event_id_cnty: 'MLI90002', latitude: '', longitude: '' },
    { ...acledRow, event_id_cnty: 'NIR1', country: 'Niger', event_date: 'last week' },
  ];
  writeFileSync(path, file(rows));
  await goTo(page, 'Events');
  await page.getByRole('button', { name: 'Exchange events' }).click();
  await answerDialogs(app, { open: [path] });
  await page.getByRole('menuitem', { name: 'Import events…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('This is an export of ACLED')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Read the file' })).toBeDisabled();
  await shoot(page, 'terms');
  await dialog.getByText('It is my own export, and I may use it here.').click();
  await dialog.getByRole('button', { name: 'Read the file' }).click();
  await expect(dialog.getByText('3 rows pass.')).toBeVisible();
  await expect(dialog.getByText(/1 row without coordinates/)).toBeVisible();
  await shoot(page, 'rows');
  await dialog.getByText('Niger (1)').click();
  await expect(dialog.getByText('2 rows pass.')).toBeVisible();
  await dialog.getByRole('button', { name: 'See what they would do' }).click();
  await expect(dialog.getByText('2 new events')).toBeVisible();
  await shoot(page, 'taken');
  await takeMapFile(page);
  const kept = await events(page);
  expect(kept.map(({ origin }) => origin?.id).sort()).toEqual(['MLI90001', 'MLI90002']);
  await shoot(page, 'events');

  // They stay out of what is passed on, unless the analyst says otherwise.
  await page.getByRole('button', { name: 'Exchange events' }).click();
  await page.getByRole('menuitem', { name: 'Export events and more…' }).click();
  await expect(dialog.getByText('0 things go out.')).toBeVisible();
  await dialog.getByText(/2 events of ACLED too/).click();
  await expect(dialog.getByText('2 things go out.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await answerDialogs(app, { save: join(userData, 'case.liptako') });
  await goTo(page, 'Brief');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Bundle of the whole workspace' }).click();
  await expect(page.getByText('2 events of ACLED were left out')).toBeVisible();
  await shoot(page, 'bundle');
  expect(complaints).toEqual([]);
  await app.close();
});

test('a file that is none of it is refused with a reason, and nothing changes', async () => {
  const { app, page, userData, complaints } = await launchWithSeeds();
  const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::32631' } };
  const cases: readonly (readonly [string, string, RegExp])[] = [
    ['utm.geojson', JSON.stringify({ type: 'FeatureCollection', crs, features: [] }), /EPSG::32631/],
    ['broken.geojson', '{"type":"FeatureCollection","features":[', /no whole JSON/],
    ['entities.kml', '<?xml version="1.0"?><!DOCTYPE k [<!ENTITY a "b">]><kml>&a;</kml>', /document type/],
    ['table.csv', 'a,b\n1,2\n', /without columns of latitude/],
  ];
  for (const [name, content, reason] of cases) {
    const path = join(userData, name);
    writeFileSync(path, content);
    await pickMapFile({ app, page }, path);
    await expect(page.getByRole('dialog').getByText(reason)).toBeVisible();
    await expect(page.getByRole('dialog').getByText('Nothing was imported.')).toBeVisible();
    if (name === 'utm.geojson') await shoot(page, 'refused');
    await closeMapFile(page);
  }
  expect(await events(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await app.close();
});

/** What the case holds of events. */
function events(page: Page): Promise<Event[]> {
  return recordsOf<Event>(page, 'events');
}

async function enterEvent(page: Page, title: string, day: string): Promise<void> {
  await goTo(page, 'Events');
  await page.getByRole('button', { name: 'New event' }).first().click();
  await page.getByRole('textbox', { name: 'Title' }).fill(title);
  await page.getByLabel('First day').fill(day);
  await page.getByRole('button', { name: 'Save the event' }).click();
  await saved(page);
  await expect.poll(async () => (await events(page)).length).toBe(1);
}

async function shoot(page: Page, name: string): Promise<void> {
  if (shots === undefined) return;
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.screenshot({ path: join(shots, `${name}-${scheme}.png`) });
  }
  await page.emulateMedia({ colorScheme: null });
}
