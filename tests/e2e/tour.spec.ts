import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { launch, root } from './support/launch.ts';
import { acceptPlace, clickPin, openMap, placeByMouse } from './support/placing.ts';
import { articleText, markByMouse, painted, whereFlashed } from './support/reading.ts';
import { countRecords, readRecords } from './support/records.ts';
import { importSeeds, opened, saved } from './support/workbench.ts';
import { addBlock, cite, preview, quote, startBrief } from './support/writing.ts';

const attack = 'Armed men arrived on motorbikes and shot at everything which moved';
const witness = 'shot at everything which moved,” a local official said to France 24';
const villages = 'three Nigerien villages';

test('the whole tour by mouse: from five seeds to a brief', async () => {
  test.setTimeout(4 * 60_000);
  const { app, page, complaints } = await launch();
  await opened(page);
  await importSeeds(page);
  await test.step('search opens at the hit and goes on to the next', () => search(page));
  await test.step('overlapping passages are tagged, painted and striped', () => mark(page));
  await test.step('a passage gets a note and a grade', () => grade(page));
  await test.step('places are accepted, given and found again on the map', () => place(page));
  await test.step('a brief cites, quotes and shows its endnotes', () => write(page));
  await test.step('everything is undone and done again', () => undoAll(page));
  await app.close();
  expect(complaints).toEqual([]);
});

async function search(page: Page): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search everything' }).fill('menaka');
  const results = page.getByRole('region', { name: 'Search results' });
  await expect(results.getByText('2 articles')).toBeVisible();
  await results.getByRole('row', { name: 'ambition to control' }).click();
  await expect(articleText(page)).toBeVisible();
  const first = await whereFlashed(page);
  await results.getByRole('button', { name: 'Next hit' }).click();
  await expect.poll(() => whereFlashed(page)).not.toBe(first);
  await page.getByRole('button', { name: 'Clear the search' }).click();
  await expect(results).toHaveCount(0);
}

async function mark(page: Page): Promise<void> {
  await markByMouse(page, attack, 'attack / attack on civilians');
  await markByMouse(page, witness, 'statement / attribution');
  await expect.poll(async () => (await painted(page)).get('tag-red')).toEqual([attack]);
  await expect.poll(async () => (await painted(page)).get('tag-teal')).toEqual([witness]);
  expect((await painted(page)).get('overlap-2')).toEqual(['shot at everything which moved']);
  const stripes = page.getByRole('button', { name: /^Highlight: / });
  await expect(stripes).toHaveCount(2);
  const [left, right] = await Promise.all([stripes.nth(0).boundingBox(), stripes.nth(1).boundingBox()]);
  expect(left?.x, 'each has a lane of its own').not.toBe(right?.x);
}

async function grade(page: Page): Promise<void> {
  const list = page.getByRole('list', { name: 'Highlights of this article' });
  await list.getByRole('button', { name: attack }).click();
  await list.getByRole('textbox', { name: 'Note' }).fill('Told by an official, not by a witness.');
  await list.getByRole('button', { name: /Source$/ }).click();
  await page.getByRole('option', { name: /^B – / }).click();
  await list.getByRole('button', { name: /What it says$/ }).click();
  await page.getByRole('option', { name: /^3 – / }).click();
  await saved(page);
  await list.getByRole('button', { name: witness }).click();
  await expect(list.getByText('B3')).toBeVisible();
  await expect(list.getByText('Told by an official, not by a witness.')).toBeVisible();
}

async function place(page: Page): Promise<void> {
  await acceptPlace(page, 'Ménaka');
  await placeByMouse(page, villages, 'Tillabéri');
  await expect.poll(async () => (await painted(page)).get('mention-accepted') ?? []).toContain(villages);
  await openMap(page);
  const accepted = page.getByRole('list', { name: 'Accepted places' });
  await expect(accepted.getByRole('button', { name: 'Ménaka' })).toBeVisible();
  await clickPin(page, 'Tillabéri');
  const passages = page.getByRole('list', { name: 'Passages about Tillabéri' });
  await expect(passages).toContainText(villages);
  await passages.getByRole('button', { name: villages }).click();
  await expect(articleText(page)).toBeVisible();
  await whereFlashed(page);
  expect((await painted(page)).get('flash')).toEqual([villages]);
}

async function write(page: Page): Promise<void> {
  await startBrief(page, 'Raids on the Mali–Niger border');
  const heading = await addBlock(page, 'Heading');
  await heading.getByRole('textbox').fill('What happened');
  const paragraph = await addBlock(page, 'Paragraph');
  await paragraph.getByRole('textbox').fill('Men on motorbikes fired at villagers ');
  await cite(page, witness);
  await quote(page, attack);
  const map = await addBlock(page, 'Map');
  await map.getByRole('textbox', { name: 'Caption of the map' }).fill('Where it happened');
  const table = await addBlock(page, 'Table');
  await table.getByRole('textbox', { name: 'Caption of the table' }).fill('All that is marked');
  await saved(page);

  const paper = preview(page);
  await expect(paper.getByRole('heading', { name: 'Raids on the Mali–Niger border' })).toBeVisible();
  await expect(paper.getByRole('heading', { name: 'What happened' })).toBeVisible();
  await expect(paper.getByText('Men on motorbikes fired at villagers [1]')).toBeVisible();
  await expect(paper.getByText('Where it happened')).toBeVisible();
  const figure = paper.getByRole('img', { name: /Tillabéri/ });
  await expect(figure, 'the places are drawn').toBeVisible();
  // Two places and two passages, each list with its head.
  await expect(paper.getByRole('row')).toHaveCount(6);
  // The endnotes stand in the order of first citation, each with the exact passage.
  const notes = paper.getByRole('heading', { name: 'Notes and sources' }).locator('..').getByRole('listitem');
  await expect(notes).toHaveCount(2);
  await expect(notes.nth(0)).toContainText(`“${witness}”`);
  await expect(notes.nth(1)).toContainText(`“${attack}”`);
  await expect(notes.nth(1)).toContainText('B3');
  await expect(notes.nth(1)).toContainText(sha256OfSeed('002'));
  await paper.getByRole('button', { name: 'Open passage 2' }).first().click();
  await expect(articleText(page)).toBeVisible();
  await expect.poll(async () => (await painted(page)).get('chosen')).toEqual([attack]);
}

/** Take everything back to the bare articles, one edit after another, and do it all again. */
async function undoAll(page: Page): Promise<void> {
  await saved(page);
  const all = await readRecords(page);
  const bar = page.getByRole('banner');
  const undo = bar.getByRole('button', { name: 'Undo' });
  const redo = bar.getByRole('button', { name: 'Redo' });
  while ((await countRecords(page, 'highlights')) > 0) await press(page, undo);
  expect(await countRecords(page, 'briefs')).toBe(0);
  expect(await countRecords(page, 'blocks')).toBe(0);
  await expect(page.getByText('No highlights yet')).toBeVisible();
  expect((await painted(page)).get('tag-red')).toBeUndefined();
  while (await redo.isEnabled()) await press(page, redo);
  expect(await readRecords(page)).toEqual(all);
}

async function press(page: Page, button: Locator): Promise<void> {
  await button.click();
  await saved(page);
}

function sha256OfSeed(number: string): string {
  const folder = join(root, 'seeds');
  const name = readdirSync(folder).find((each) => each.startsWith(number)) ?? '';
  return createHash('sha256')
    .update(readFileSync(join(folder, name)))
    .digest('hex');
}
