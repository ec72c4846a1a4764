import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { Event } from '#core/events/event.ts';
import { launchWithSeeds } from './support/case.ts';
import { answerDialogs } from './support/launch.ts';
import { acceptPlace } from './support/placing.ts';
import { articleText, openArticle, selectByMouse } from './support/reading.ts';
import { readRecords } from './support/records.ts';
import { goTo, saved } from './support/workbench.ts';

const shots = process.env.LIPTAKO_EVENT_SHOTS;
const first =
  'the double attack in Bamako on 17 September, which left at least 70 dead and 200 wounded in the ranks of the defence and security forces';
const second =
  'On September 17, the Faladié gendarmerie school and then the airport base 101, two strategic sites in the Malian capital, found themselves under fire from the jihadists of the Group for the Support of Islam and Muslims (Jnim or GSIM)';

test('the attack on Bamako is entered from two articles, merged, undone, saved for others', async () => {
  const { app, page, userData, complaints } = await launchWithSeeds();
  await openArticle(page, 'manoeuvring in the Kidal region');
  await acceptPlace(page, 'Bamako');

  await makeEvent(page, first, 'Double attack in Bamako');
  const form = page.getByRole('group', { name: 'The event' });
  await expect(form.getByText('Bamako', { exact: true })).toBeVisible();
  // Nothing is kept before it is saved.
  expect(await events(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save the event' }).click();
  await saved(page);
  await expect.poll(async () => (await events(page)).length).toBe(1);
  await shoot(page, 'panel');

  await openArticle(page, 'One year later');
  await acceptPlace(page, 'Bamako');
  await makeEvent(page, second, 'Attack on Faladié and the airport');
  await expect(form.getByText('JNIM', { exact: false }).first()).toBeVisible();
  if ((await form.getByText('Bamako', { exact: true }).count()) === 0) await addPlace(page, 'Bamako');
  await page.getByRole('button', { name: 'Save the event' }).click();
  await saved(page);
  // The publication states its day: the lag is told beside the passage.
  await expect(form.getByText('published 5 d after')).toBeVisible();

  await goTo(page, 'Events');
  await expect(page.getByRole('listbox', { name: 'Events' }).getByRole('option')).toHaveCount(2);
  await shoot(page, 'likely');
  await page.getByRole('button', { name: 'Merge the second into the first' }).click();
  await expect.poll(async () => (await events(page)).length).toBe(1);
  const [merged] = await events(page);
  expect(merged?.passages.map(({ exact }) => exact)).toEqual([first, second]);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await events(page)).length).toBe(2);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(async () => (await events(page)).length).toBe(1);

  const file = join(userData, 'events.csv');
  await answerDialogs(app, { save: file });
  await page.getByRole('button', { name: 'Exchange events' }).click();
  await page.getByRole('menuitem', { name: 'Save those shown as ACLED CSV…' }).click();
  await expect(page.getByText(/Saved 1 event to/)).toBeVisible();
  const csv = readFileSync(file, 'utf8');
  expect(csv).toContain('"2024-09-17","2024","1"');
  expect(csv).toContain('"Bamako"');

  // The map shows where it was, and leads back to it.
  await goTo(page, 'Map');
  const mark = page.getByRole('button', { name: 'Bamako · 1 event · exact' });
  await expect(mark).toBeVisible();
  await shoot(page, 'map');
  await mark.press('Enter');
  await expect(page.getByText('At Bamako')).toBeVisible();
  await expect(page.getByRole('listbox', { name: 'Events' }).getByRole('option')).toHaveCount(1);

  // Every passage leads back to its text.
  await page.getByRole('button', { name: `Open the passage: ${first}` }).click();
  await expect(articleText(page)).toContainText(first);
  expect(complaints).toEqual([]);
  await app.close();
});

test('a form that was begun waits for its analyst, and a wrong date is told at its box', async () => {
  const { app, page, complaints } = await launchWithSeeds();
  await goTo(page, 'Events');
  await page.getByRole('button', { name: 'New event' }).first().click();
  await page.getByRole('button', { name: 'Save the event' }).click();
  await expect(page.getByText('Give the event a title to save it.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Title' }).fill('Convoy to Kidal');
  await page.getByLabel('First day').fill('2024-09-19');
  await page.getByLabel('Last day').fill('2024-09-12');
  await expect(page.getByText('The last day is before the first.')).toBeVisible();
  await page.getByLabel('Last day').fill('2024-09-19');
  await goTo(page, 'Map');
  await goTo(page, 'Events');
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Convoy to Kidal');
  // The window does not close over it unasked.
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect(page.getByText(/for this is not saved: the form of 1 event/)).toBeVisible();
  await page.getByRole('button', { name: 'Save the event' }).click();
  await expect
    .poll(async () => (await events(page)).map(({ title, dating }) => [title, dating.from, dating.until]))
    .toEqual([['Convoy to Kidal', '2024-09-19', '2024-09-19']]);

  // The search over everything knows of it, in its own language.
  const box = page.getByRole('searchbox', { name: 'Search everything' });
  await box.fill('convoys after:2024-09 -bamako');
  await page.getByRole('button', { name: '1 event has this too: show it' }).click();
  const rows = page.getByRole('listbox', { name: 'Events' }).getByRole('option');
  await expect(rows).toHaveText([/Convoy to Kidal/]);
  const words = page.getByRole('searchbox', { name: 'Words in events' });
  await expect(words).toHaveValue('convoys after:2024-09 -bamako');
  await words.fill('"kidal convoy"');
  await expect(page.getByText('None of them is like that')).toBeVisible();
  expect(complaints).toEqual([]);
  await app.close();
});

/** Begin an event from a passage of the open article, and say what it was. */
async function makeEvent(page: Page, passage: string, title: string): Promise<void> {
  await selectByMouse(page, passage);
  await page
    .getByRole('region', { name: 'The passage' })
    .getByRole('button', { name: 'Event', exact: true })
    .click();
  await page.getByRole('textbox', { name: 'Title' }).fill(title);
  // The day is suggested: its year is that of the publication.
  await expect(page.getByLabel('First day')).toHaveValue('2024-09-17');
  await expect(page.getByRole('textbox', { name: 'As it is printed' })).toHaveValue(/17/);
  await choose(page, 'Type (ACLED)', 'Battles › Armed clash');
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(label.replace(/[()]/g, '.')) }).click();
  await page.getByRole('option', { name: option }).click();
}

async function addPlace(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a place' }).click();
  await page.getByRole('searchbox', { name: 'Part of the name' }).fill(name);
  await page.keyboard.press('Enter');
}

async function events(page: Page): Promise<Event[]> {
  const { events: found = {} } = await readRecords(page, ['events']);
  return Object.values(found) as Event[];
}

async function shoot(page: Page, name: string): Promise<void> {
  if (shots === undefined) return;
  for (const theme of ['light', 'dark'] as const) {
    await page.evaluate((value) => document.documentElement.setAttribute('data-theme', value), theme);
    await page.screenshot({ path: join(shots, `${name}-${theme}.png`) });
  }
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'light'));
}
