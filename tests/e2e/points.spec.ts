import { expect, type Page, test } from '@playwright/test';
import type { Event } from '#core/events/event.ts';
import { launchWithSeeds } from './support/case.ts';
import { makeEvents, makeSpots } from './support/many-events.ts';
import { acceptPlace } from './support/placing.ts';
import { openArticle } from './support/reading.ts';
import { putRecords } from './support/records.ts';
import { goTo } from './support/workbench.ts';

const shots = process.env.LIPTAKO_SHOTS;
/** Far from all the others. */
const lonely = { lat: 19.6, lon: 5.4 };

test('many events are piles that open by a closer look, spread out or as a list', async () => {
  const { app, page, complaints } = await launchWithSeeds();
  await putRecords(page, 'events', manyEvents());
  await goTo(page, 'Map');
  await expect(page.getByText('405 of 405 items')).toBeVisible();

  // Twelve at one point: no closer look tells them apart.
  const pile = await pixelOf(page, lonely);
  await page.mouse.move(pile.x, pile.y);
  await expect(page.locator('.leaflet-tooltip')).toHaveText(/^Lonely well · 12 events$/);
  await shoot(page, 'hover');
  await page.mouse.click(pile.x, pile.y);
  const list = page.getByRole('listbox', { name: 'Here lie 12 things' });
  await expect(list.getByRole('option')).toHaveCount(12);
  await shoot(page, 'spread');
  // The first leg of the spiral points north.
  await page.mouse.move(pile.x, pile.y - 30);
  await expect(page.locator('.leaflet-tooltip')).toHaveText(
    /^Event · Meeting \d+ · Lonely well · approximate$/,
  );
  await page.mouse.click(pile.x, pile.y - 30);
  await expect(page.getByRole('tab', { name: 'Events', exact: true })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue(/^Meeting \d+$/);

  await goTo(page, 'Map');
  await page.getByRole('button', { name: 'List what the map shows' }).press('Enter');
  const shown = page.getByRole('listbox', { name: /^The map shows \d+ things$/ });
  await shown.press('ArrowDown');
  await shown.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue(/^(Meeting|Incident) \d+$/);

  // A pile of several places is looked into.
  await goTo(page, 'Map');
  const gao = await pixelOf(page, { lat: 16.27, lon: -0.34 });
  const scale = page.getByText(/^\d+ km$/).last();
  await expect(scale).toHaveText('100 km');
  await page.mouse.click(gao.x, gao.y);
  await expect(scale).not.toHaveText('100 km');
  await shoot(page, 'closer');

  await page.getByText('Events', { exact: true }).last().click();
  await page.getByRole('button', { name: 'List what the map shows' }).click();
  await expect(page.getByText(/^The map shows \d things?$/)).toBeVisible();
  expect(complaints).toEqual([]);
  await app.close();
});

/** Three hundred and eighty-eight about Gao, twelve at a point far from them. */
function manyEvents(): Event[] {
  const made = makeEvents(makeSpots(400));
  return made.map((event, at) => {
    const [there] = event.places;
    if (there === undefined) return event;
    const isLonely = at < 12;
    const spot = isLonely
      ? { ...lonely, id: made[0]?.places[0]?.place.id ?? there.place.id, name: 'Lonely well' }
      : { lat: 16.27 + Math.sin(at) * 0.3, lon: -0.04 + Math.cos(at * 7) * 0.3 };
    return {
      ...event,
      title: isLonely ? `Meeting ${at}` : event.title,
      places: [{ place: { ...there.place, ...spot }, geoPrecision: 2 as const }],
    };
  });
}

test('a place in an article without a date is listed with no day that nobody stated', async () => {
  const { app, page } = await launchWithSeeds();
  await openArticle(page, 'ambition to control');
  await acceptPlace(page, 'Ménaka');
  await goTo(page, 'Map');
  await page.getByRole('button', { name: 'List what the map shows' }).click();
  const shown = page.getByRole('listbox', { name: /^The map shows/ });
  const row = shown.getByRole('option').filter({ hasText: 'Place in a text' });
  await expect(row).toContainText('Ménaka · exact · published 2017-01-01 – …');
  await app.close();
});

/** Where a point of the world lies in the window, by the coordinates the map says under two other pixels. */
async function pixelOf(page: Page, { lat, lon }: { lat: number; lon: number }) {
  const box = await page.getByRole('application', { name: /^Map/ }).boundingBox();
  if (box === null) throw new Error('no map');
  const said = page.getByText(/^-?\d+\.\d+, -?\d+\.\d+ · MGRS/);
  const read = async (x: number, y: number) => {
    const before = (await said.count()) === 0 ? '' : await said.textContent();
    await page.mouse.move(x, y);
    await expect.poll(() => said.textContent()).not.toBe(before);
    const [one = '', other = ''] = ((await said.textContent()) ?? '').split(/, | · /);
    return { x, y, lon: Number(other), height: mercator(Number(one)) };
  };
  const a = await read(box.x + box.width * 0.5, box.y + box.height * 0.85);
  const b = await read(box.x + box.width * 0.9, box.y + box.height * 0.5);
  return {
    x: a.x + ((lon - a.lon) / (b.lon - a.lon)) * (b.x - a.x),
    y: a.y + ((mercator(lat) - a.height) / (b.height - a.height)) * (b.y - a.y),
  };
}

function mercator(lat: number): number {
  return Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
}

async function shoot(page: Page, name: string): Promise<void> {
  if (shots !== undefined) await page.screenshot({ path: `${shots}/points-${name}.png` });
}
