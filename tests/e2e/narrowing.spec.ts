import { expect, type Page, test } from '@playwright/test';
import type { Event } from '#core/events/event.ts';
import type { PlaceId } from '#core/ids.ts';
import { undated } from '#core/time/dating.ts';
import { launchWithSeeds } from './support/case.ts';
import { acceptPlace } from './support/placing.ts';
import { articleText, openArticle } from './support/reading.ts';
import { putRecords } from './support/records.ts';
import { goTo } from './support/workbench.ts';

const shots = process.env.LIPTAKO_SHOTS;
async function shoot(page: Page, name: string): Promise<void> {
  if (shots === undefined) return;
  await page.waitForTimeout(600);
  await page.screenshot({ path: `${shots}/${name}.png` });
}

function event(id: string, day: [string | null, string | null], at: [string, number, number]): Event {
  const [name, lat, lon] = at;
  return {
    id: id as Event['id'],
    title: `Event ${id}`,
    dating: { ...undated, from: day[0], until: day[1], basis: 'analyst' },
    places: [
      {
        place: {
          id: `test:${name}` as PlaceId,
          name,
          aliases: [],
          country: 'ML',
          type: 'P',
          lat,
          lon,
          precision: 'exact',
          source: 'test',
          note: '',
        },
        geoPrecision: 1,
      },
    ],
    actors: [],
    subType: null,
    deaths: null,
    note: '',
    passages: [],
    createdAt: '2024-12-01T00:00:00.000Z',
    updatedAt: '2024-12-01T00:00:00.000Z',
  };
}
const events = [
  event('e1', ['2012-09-12', '2012-09-12'], ['Gao', 16.27, -0.04]),
  event('e2', ['2012-09-19', '2012-09-19'], ['Kidal', 18.44, 1.41]),
  event('e3', ['2012-10-10', '2012-10-20'], ['Ménaka', 15.92, 2.4]),
  event('e4', ['2012-08-24', '2012-08-24'], ['Barsalogho', 13.41, -1.06]),
  event('e5', [null, null], ['Ansongo', 15.66, 0.5]),
];

test('the map is narrowed by days and by an area, and says what that leaves out', async () => {
  const { app, page, complaints } = await launchWithSeeds();
  // Put past the program before it reads any: a journey that types them in is in events.spec.
  await putRecords(page, 'events', events);
  await openArticle(page, 'manoeuvring in the Kidal region');
  await acceptPlace(page, 'Bamako');
  await acceptPlace(page, 'Kidal');
  await goTo(page, 'Map');
  const bar = page.getByRole('region', { name: 'Narrow the map' });
  const left = bar.getByRole('status');
  await expect(left).toHaveText(/^(\d+) of \1 items$/);
  await shoot(page, 'open');

  // By the days it happened, with the keys: the events are long before the articles.
  const from = bar.getByRole('slider', { name: 'From' });
  const until = bar.getByRole('slider', { name: 'Until' });
  const lozenges = page.getByRole('button', { name: /1 event · / });
  await expect(lozenges).toHaveCount(5);
  await expect(from).toHaveAttribute('aria-valuetext', 'Aug 2012');
  await until.press('Home');
  await expect(until).toHaveAttribute('aria-valuetext', 'Aug 2012');
  await expect(lozenges).toHaveCount(1);
  await expect(left).toContainText('outside');
  await expect(left).toContainText('without a date, not shown');
  await until.press('ArrowRight');
  await until.press('ArrowRight');
  await from.press('ArrowRight');
  await expect(from).toHaveAttribute('aria-valuetext', 'Sept 2012');
  await expect(until).toHaveAttribute('aria-valuetext', 'Oct 2012');
  await expect(lozenges).toHaveCount(3);
  await shoot(page, 'days');
  await bar.getByRole('button', { name: 'Earlier' }).click();
  await expect(from).toHaveAttribute('aria-valuetext', 'Aug 2012');
  await expect(until).toHaveAttribute('aria-valuetext', 'Sept 2012');
  await bar.getByRole('button', { name: 'Clear all' }).click();
  await expect(lozenges).toHaveCount(5);
  await bar.getByRole('button', { name: 'Play' }).click();
  await expect(until).toHaveAttribute('aria-valuetext', 'Sept 2012', { timeout: 10_000 });
  await bar.getByRole('button', { name: 'Pause' }).click();
  await bar.getByRole('button', { name: 'Clear all' }).click();

  // The region of Kidal by its name: its passages, and nothing of Bamako.
  await page.getByRole('tab', { name: 'Selected area' }).click();
  await shoot(page, 'ways');
  await page.getByRole('button', { name: 'Region or district by name…' }).click();
  await page.getByRole('searchbox', { name: 'Part of the name' }).fill('kidal, region');
  await page.keyboard.press('Enter');
  const list = page.getByRole('listbox', { name: 'In the selected area' });
  await expect(list.getByRole('option').first()).toBeVisible();
  await expect(list.getByRole('option', { name: /Bamako/ })).toHaveCount(0);
  await shoot(page, 'region');
  await list
    .getByRole('option', { name: /Place in a text/ })
    .first()
    .click();
  await expect(articleText(page)).toContainText('Kidal');
  await goTo(page, 'Map');
  await bar.getByRole('button', { name: 'Clear all' }).click();

  // Counted by region: of the five events each lies in one, and so do the places that are accepted.
  await bar.getByRole('button', { name: /Counts by unit/ }).click();
  await page.getByRole('option', { name: 'Count by region' }).click();
  const legend = page.getByRole('region', { name: 'Counts', exact: true });
  await expect(legend).toContainText('Items by region');
  // What is not drawn is not counted: articles without a place come in with the articles.
  await page.getByRole('checkbox', { name: 'Articles at the places they name' }).click({ force: true });
  await expect(legend).toContainText('with no located place');
  await page.getByRole('checkbox', { name: 'Articles at the places they name' }).click({ force: true });
  await shoot(page, 'counts');
  await page.getByRole('button', { name: 'Dark theme' }).click();
  await shoot(page, 'counts-dark');
  await page.getByRole('button', { name: 'Light theme' }).click();
  await bar.getByRole('button', { name: /Counts by unit/ }).click();
  await page.getByRole('option', { name: 'No counts' }).click();
  await expect(legend).toHaveCount(0);

  // A polygon by clicks, closed by a double click.
  await page.getByRole('button', { name: 'Back to the three borders' }).click();
  await page.getByRole('button', { name: 'Select an area' }).click();
  await page.getByRole('menuitem', { name: 'Polygon' }).click();
  const map = page.getByRole('application').first();
  for (const [x, y] of [
    [340, 60],
    [850, 60],
    [850, 420],
  ] as const)
    await map.click({ position: { x, y } });
  await page.mouse.move(360, 560);
  await shoot(page, 'drawing');
  await map.dblclick({ position: { x: 340, y: 420 } });
  await expect(bar.getByText('Drawn area')).toBeVisible();
  await shoot(page, 'drawn');
  await expect(list.getByRole('option', { name: /Kidal/ }).first()).toBeVisible();

  // And with the keys alone: the middle of the map, then a point of the edge.
  await page.getByRole('button', { name: 'Clear the area' }).click();
  await page.getByRole('button', { name: 'Radius' }).press('Enter');
  await map.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  await page.waitForTimeout(500);
  await shoot(page, 'keys');
  await page.keyboard.press('Enter');
  await expect(bar.getByText(/km around/)).toBeVisible();
  await shoot(page, 'circle');
  expect(complaints).toEqual([]);
  await app.close();
});

test('the name under the pointer lights its pin, and a pin its names', async () => {
  const { app, page, complaints } = await launchWithSeeds();
  await openArticle(page, 'ambition to control');
  await acceptPlace(page, 'Ménaka');
  await expect(articleText(page)).toContainText('Menaka');
  const name = await articleText(page).evaluate((body) => {
    const texts = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { currentNode: node } = texts;
      const at = node.nodeValue?.indexOf('Menaka') ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 'Menaka'.length);
      node.parentElement?.scrollIntoView({ block: 'center' });
      const box = range.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
    return null;
  });
  if (name === null) throw new Error('the article does not name Menaka');
  const lit = page.locator('.leaflet-pins-pane path[class*="_lit_"]').filter({ visible: true });
  await page.mouse.move(name.x, 5);
  await expect(lit).toHaveCount(0);
  await page.mouse.move(name.x, name.y, { steps: 4 });
  await expect(lit).toHaveCount(1);
  const pin = await lit.boundingBox();
  if (pin === null) throw new Error('the pin is not drawn');
  await shoot(page, 'lit-pin');
  await page.mouse.move(name.x, 5, { steps: 4 });
  await expect(lit).toHaveCount(0);

  const isLit = () => page.evaluate(() => CSS.highlights.has('mention-lit'));
  expect(await isLit()).toBe(false);
  await page.mouse.move(pin.x + pin.width / 2, pin.y + pin.height / 2, { steps: 4 });
  await expect.poll(isLit).toBe(true);
  await shoot(page, 'lit-name');
  expect(complaints).toEqual([]);
  await app.close();
});
