import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { XMLParser } from 'fast-xml-parser';
import { launchWithSeeds } from './support/case.ts';
import { answerDialogs } from './support/launch.ts';
import { articleText, openArticle, selectByMouse } from './support/reading.ts';
import { goTo, saved } from './support/workbench.ts';

const shots = process.env.LIPTAKO_TIMELINE_SHOTS;
const attack =
  'the double attack in Bamako on 17 September, which left at least 70 dead and 200 wounded in the ranks of the defence and security forces';
const caliph = 'the death of the former caliph in mid-October';
const caliphTitle = 'Death of the caliph Abu al-Hassan';

test('a death in mid-October that was announced on 30 November shows its lag, and chosen days narrow all', async () => {
  const { app, page, userData, complaints } = await launchWithSeeds();
  await openArticle(page, 'manoeuvring in the Kidal region');
  await makeEvent(page, attack, 'Double attack in Bamako');
  await page.getByRole('button', { name: 'Save the event' }).click();
  await saved(page);
  await openArticle(page, 'Such a show of force');
  await makeEvent(page, caliph, caliphTitle);
  await page.getByLabel('First day').fill('2022-10-10');
  await page.getByLabel('Last day').fill('2022-10-20');
  await page.getByLabel('First made known on').fill('2022-11-30');
  await page.getByRole('button', { name: 'Save the event' }).click();
  await saved(page);

  await goTo(page, 'Timeline');
  const list = page.getByRole('listbox', { name: 'In order of time' });
  const death = list.getByRole('option', { name: new RegExp(caliphTitle) });
  await expect(death).toContainText('10–20 October 2022');
  await expect(death).toContainText('reported about 46 days later (41 to 51)');
  await expect(list.getByRole('option', { name: /Double attack/ })).toContainText('reported 7 days later');
  await shoot(page, 'first');

  const drawing = page.getByRole('application', { name: /^Timeline/ });
  const inFile = await saveSvg(app, page, join(userData, 'timeline.svg'));
  expect(inFile).toContain('41 – 51 d');
  expect(inFile).toContain(caliphTitle);

  // A stroke along the axis narrows the lists, and the map with them.
  await page.getByLabel('First day').fill('2022-10-01');
  await page.getByLabel('Last day').fill('2022-10-31');
  await expect(list.getByRole('option', { name: /Double attack/ })).toHaveCount(0);
  await expect(death).toBeVisible();
  await expect(page.getByText(/more outside the chosen days/)).toBeVisible();
  await shoot(page, 'chosen');
  await goTo(page, 'Map');
  await expect(page.getByRole('region', { name: 'Narrow the map' })).toContainText('outside');
  await shoot(page, 'map');
  await goTo(page, 'Timeline');
  await page.getByRole('button', { name: 'All days' }).click();
  await expect(list.getByRole('option', { name: /Double attack/ })).toBeVisible();
  await strokeAxis(page, drawing, 0.6, 0.98);
  await expect(death).toHaveCount(0);
  await expect(list.getByRole('option', { name: /Double attack/ })).toBeVisible();
  await expect(page.getByLabel('First day')).not.toHaveValue('');
  await shoot(page, 'stroke');
  await drawing.focus();
  await page.keyboard.press('Escape');
  await expect(death).toBeVisible();

  // By actor, by place, by publication.
  await choose(page, 'Lanes', 'by actor');
  await shoot(page, 'actors');
  await choose(page, 'Placed by', 'when it was published');
  await expect(death).toContainText('10–20 October 2022');
  await shoot(page, 'published');
  await expect(death).toContainText('published 30 November 2022');
  await choose(page, 'Placed by', 'when it happened');
  await choose(page, 'Lanes', 'by kind');

  const table = join(userData, 'timeline.csv');
  await answerDialogs(app, { save: table });
  await page.getByRole('button', { name: 'Save the timeline' }).click();
  await page.getByRole('menuitem', { name: /CSV/ }).click();
  await expect(page.getByText(/Saved .*timeline.csv/)).toBeVisible();
  expect(readFileSync(table, 'utf8')).toContain(`"event","${caliphTitle}","2022-10-10","2022-10-20"`);
  const picture = join(userData, 'timeline.png');
  await answerDialogs(app, { save: picture });
  await page.getByRole('button', { name: 'Save the timeline' }).click();
  await page.getByRole('menuitem', { name: /PNG/ }).click();
  await expect(page.getByText(/Saved .*timeline.png/)).toBeVisible();
  const png = readFileSync(picture);
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect(png.readUInt32BE(16)).toBe(2800);
  if (shots !== undefined) copyFileSync(picture, join(shots, 'saved.png'));

  // By keys alone: the row of the list leads to the event, and an article to its text.
  await list.focus();
  await page.keyboard.press('Home');
  while ((await list.getByRole('option', { selected: true, name: /Double attack/ }).count()) === 0)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Double attack in Bamako');
  await goTo(page, 'Timeline');
  await list.getByRole('option', { name: /One year later/ }).click();
  await expect(articleText(page)).toContainText('security');
  expect(complaints).toEqual([]);
  await app.close();
});

/** Begin an event from a passage of the open article. */
async function makeEvent(page: Page, passage: string, title: string): Promise<void> {
  await selectByMouse(page, passage);
  await page
    .getByRole('region', { name: 'The passage' })
    .getByRole('button', { name: 'Event', exact: true })
    .click();
  await page.getByRole('textbox', { name: 'Title' }).fill(title);
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`${label}$|^${label}`) }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Drag along the axis, from one share of its width to another. */
async function strokeAxis(page: Page, drawing: Locator, from: number, to: number): Promise<void> {
  const box = await drawing.boundingBox();
  if (box === null) throw new Error('no timeline');
  const y = box.y + 30;
  await page.mouse.move(box.x + box.width * from, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * ((from + to) / 2), y, { steps: 4 });
  await page.mouse.move(box.x + box.width * to, y, { steps: 4 });
  await page.mouse.up();
}

/** The words of the timeline as it is saved, after checking that the file is well formed. */
async function saveSvg(app: Parameters<typeof answerDialogs>[0], page: Page, file: string): Promise<string> {
  await answerDialogs(app, { save: file });
  await page.getByRole('button', { name: 'Save the timeline' }).click();
  await page.getByRole('menuitem', { name: /SVG/ }).click();
  await expect(page.getByText(/Saved .*timeline.svg/)).toBeVisible();
  const svg = readFileSync(file, 'utf8');
  return JSON.stringify(new XMLParser({ ignoreAttributes: false }).parse(svg, true));
}

async function shoot(page: Page, name: string): Promise<void> {
  if (shots === undefined) return;
  for (const theme of ['light', 'dark'] as const) {
    await page.evaluate((value) => document.documentElement.setAttribute('data-theme', value), theme);
    await page.waitForTimeout(200);
    await page.screenshot({ path: join(shots, `${name}-${theme}.png`) });
  }
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'light'));
}
