import { expect, type Page, test } from '@playwright/test';
import { launchWithSeeds } from './support/case.ts';
import { articleText, openArticle } from './support/reading.ts';
import { readRecords } from './support/records.ts';
import { goTo, saved, workspaceCommand } from './support/workbench.ts';

const tables = ['places', 'mentions'];

test('a place is found, corrected with its source, checked, taken from the map, and all of it undone', async () => {
  const { app, page, complaints } = await launchWithSeeds();
  await goTo(page, 'Map');
  const finder = page.getByRole('region', { name: 'Gazetteer' });
  await find(page, 'tesit');
  const found = finder.getByRole('region', { name: 'The place found: Tessit' });
  await expect(found.getByText('Said to lie in: cercle of Ansongo')).toBeVisible();
  await expect(found.getByText(/longitude sign corrected/)).toBeVisible();
  await look(page, 'found-light');

  // As GeoNames has it: the check says what is wrong with it.
  await found.getByRole('button', { name: 'Correct or add to Tessit' }).click();
  const dialog = page.getByRole('dialog', { name: 'Tessit' });
  await dialog.getByRole('textbox', { name: 'Point' }).fill('not a point');
  await expect(dialog.getByText(/This can’t be read as a point/)).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'Point' }).fill('15.21667, -0.3');
  await dialog.getByRole('textbox', { name: 'Other names and spellings' }).fill('Tesit\nTessit-Ville');
  await dialog.getByRole('textbox', { name: 'Known from' }).fill('A survey map of 1961');
  await look(page, 'dialog-light');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(found.getByText(/lies 11 km outside cercle of Ansongo.*it is in Gao/)).toBeVisible();
  await expect(found.getByText('Source: A survey map of 1961')).toBeVisible();
  await expect(found.getByText(/Your point is 64\.\d km from that one/)).toBeVisible();
  // What is suggested in the texts follows, with the sign of doubt beside it.
  const row = page.getByRole('tabpanel').getByRole('listitem').filter({ hasText: '15.2167, -0.3000' });
  await expect(row.getByRole('img', { name: /lies 11 km outside cercle of Ansongo/ })).toBeVisible();
  await page.getByRole('button', { name: 'Dark theme' }).click();
  await row.scrollIntoViewIfNeeded();
  await look(page, 'doubt-dark');
  await page.getByRole('button', { name: 'Light theme' }).click();

  // Where a click on the map says.
  await found.getByRole('button', { name: 'Correct or add to Tessit' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take it from the map' }).click();
  await expect(page.getByText('Click on the map where Tessit is.')).toBeVisible();
  const map = page.locator('.leaflet-container').filter({ visible: true });
  const box = await map.boundingBox();
  if (box === null) throw new Error('no map');
  await page.mouse.click(box.x + box.width / 2 + 40, box.y + box.height / 2 + 30);
  await expect(dialog.getByRole('textbox', { name: 'Point' })).not.toHaveValue('15.21667, -0.3');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await saved(page);
  const [kept] = Object.values((await readRecords(page, tables)).places ?? {});
  expect(kept).toMatchObject({
    name: 'Tessit',
    type: 'P',
    aliases: ['Tesit', 'Tessit-Ville'],
    source: 'A survey map of 1961',
    original: { lon: 0.3 },
  });

  // Back to the program's entry, and the way back to one's own.
  await found.getByRole('button', { name: 'Correct or add to Tessit' }).click();
  await dialog.getByRole('button', { name: 'Go back to the program’s entry' }).click();
  await expect(found.getByText(/longitude sign corrected/)).toBeVisible();
  await expect.poll(() => countPlaces(page)).toBe(0);
  const undo = page.getByRole('button', { name: 'Undo', exact: true }).first();
  await undo.click();
  await expect.poll(() => countPlaces(page)).toBe(1);
  await expect(found.getByText('Source: A survey map of 1961')).toBeVisible();

  // A place nobody has located is legal, and no pin.
  await finder.getByRole('button', { name: 'Make a new place…' }).click();
  const making = page.getByRole('dialog', { name: 'New place' });
  await making.getByRole('textbox', { name: 'Name', exact: true }).fill('Gao');
  await expect(making.getByText(/The gazetteer knows this name already/)).toBeVisible();
  await look(page, 'new-light');
  await making.getByRole('textbox', { name: 'Name', exact: true }).fill('Wadi of the two wells');
  await making.getByRole('button', { name: 'Make the place' }).click();
  await expect.poll(() => countPlaces(page)).toBe(2);
  await find(page, 'two wells');
  await expect(
    finder.getByRole('region', { name: /Wadi of the two wells/ }).getByText(/not located/),
  ).toBeVisible();
  await undo.click();
  await undo.click();
  await undo.click();
  await expect.poll(() => countPlaces(page)).toBe(0);
  expect(complaints).toEqual([]);
  await app.close();
});

test('what is typed about a place is kept when its window closes unasked, and asked for before another workspace', async () => {
  const { app, page, complaints } = await launchWithSeeds();
  await goTo(page, 'Map');
  await find(page, 'tesit');
  const correct = page
    .getByRole('region', { name: 'Gazetteer' })
    .getByRole('button', { name: 'Correct or add to Tessit' });
  await correct.click();
  const dialog = page.getByRole('dialog', { name: 'Tessit' });
  const note = dialog.getByRole('textbox', { name: 'Note' });
  await note.fill('Two wells, one of them dry.');
  // Beside the window.
  await page.mouse.click(5, 5);
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/What you typed about “Tessit” is not saved/)).toBeVisible();
  await page.getByRole('button', { name: 'Go on typing about Tessit' }).click();
  await expect(note).toHaveValue('Two wells, one of them dry.');
  await expect(dialog.getByText('Not saved yet: this is what you typed before.')).toBeVisible();
  await look(page, 'kept-light');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await workspaceCommand(page, 'Open workspace…');
  const asked = page.getByText(/for this is not saved: the form of 1 place/);
  await expect(asked).toBeVisible();
  await look(page, 'asked-light');

  await correct.click();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('region', { name: 'Not saved' })).toBeHidden();
  expect(await countPlaces(page)).toBe(0);
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(note).toHaveValue('Two wells, one of them dry.');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => countPlaces(page)).toBe(1);
  expect(complaints).toEqual([]);
  await app.close();
});

test('a place is corrected from the text, its passages follow, and an event takes any place of the gazetteer', async () => {
  const { app, page, complaints } = await launchWithSeeds();
  await openArticle(page, 'ambition to control');
  const card = page.getByRole('dialog', { name: 'Place name “Tessit”' });
  await clickWord(page, 'Tessit');
  await expect(card.getByText('Said to lie in: cercle of Ansongo')).toBeVisible();
  await look(page, 'card-light');
  await card.getByRole('button', { name: 'Accept (a)' }).click();
  await saved(page);
  await clickWord(page, 'Tessit');
  await card.getByRole('button', { name: 'Correct or add to Tessit…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Tessit' });
  await dialog.getByRole('textbox', { name: 'Point' }).fill('15°13′N 0°19′E');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await saved(page);
  const { mentions } = await readRecords(page, tables);
  expect(Object.values(mentions ?? {})).toMatchObject([
    { place: { name: 'Tessit', lat: 15.21667, lon: 0.31667, original: { lon: 0.3 } } },
  ]);

  await goTo(page, 'Events');
  await page
    .getByRole('button', { name: /New event/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Add a place' }).click();
  const asking = page.getByRole('dialog', { name: 'Where was it?' });
  await asking.getByRole('searchbox').fill('tilaberi');
  await expect(asking.getByRole('option').first()).toHaveText(/^Tillabéri \(NE\) · /);
  await look(page, 'event-place');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Tillabéri', { exact: false }).first()).toBeVisible();
  await expect(page.getByText('not accepted in a text')).toBeVisible();
  // A form that is not saved would keep the window open.
  await page.getByRole('button', { name: 'Discard', exact: true }).click();
  expect(complaints).toEqual([]);
  await app.close();
});

/** Click the first place where a word stands in the open article. */
async function clickWord(page: Page, word: string): Promise<void> {
  await expect(articleText(page)).toContainText(word);
  await expect(async () => {
    const at = await page.evaluate(findWord, word);
    await page.mouse.click(at.x, at.y);
    await expect(page.getByRole('dialog', { name: `Place name “${word}”` })).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 20_000 });
}

/** Runs in the page. */
function findWord(word: string): { x: number; y: number } {
  const paragraphs = [...document.querySelectorAll('[data-article-text] [data-start]')];
  const paragraph = paragraphs.find((each) => each.textContent?.includes(word));
  const node = paragraph?.firstChild;
  if (!(node instanceof Text)) throw new Error(`no paragraph with “${word}”`);
  paragraph?.scrollIntoView({ block: 'center' });
  const start = node.data.indexOf(word);
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, start + word.length);
  const { left, top, width, height } = range.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

async function find(page: Page, name: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Find a place on the map' }).fill(name);
  const options = page.getByRole('listbox', { name: 'Places found' }).getByRole('option');
  await expect(options).not.toHaveCount(0);
  await page.getByRole('searchbox', { name: 'Find a place on the map' }).press('Enter');
}

async function countPlaces(page: Page): Promise<number> {
  return Object.keys((await readRecords(page, tables)).places ?? {}).length;
}

/** A picture, where one is asked for. */
async function look(page: Page, name: string): Promise<void> {
  if (process.env.LOOK_AT) await page.screenshot({ path: `${process.env.LOOK_AT}/${name}.png` });
}
