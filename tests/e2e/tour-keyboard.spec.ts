import { expect, type Page, test } from '@playwright/test';
import { chooseByKeys, markByKeys, pressByKey, selectByKeys, tabTo } from './support/keys.ts';
import { launch } from './support/launch.ts';
import { articleText, painted, whereFlashed } from './support/reading.ts';
import { countRecords, readRecords } from './support/records.ts';
import { opened, saved } from './support/workbench.ts';
import { blocks, preview } from './support/writing.ts';

const attack = 'Armed men arrived on motorbikes and shot at everything which moved';
const witness = 'shot at everything which moved,” a local official said to France 24';
const villages = 'three Nigerien villages';

test('the whole tour by keyboard: from five seeds to a brief', async () => {
  test.setTimeout(4 * 60_000);
  const { app, page, complaints } = await launch();
  await opened(page);
  await test.step('first start brings the five seeds', () => begin(page));
  await test.step('search opens at the hit and goes on to the next', () => search(page));
  await test.step('overlapping passages are tagged and painted', () => mark(page));
  await test.step('a passage gets a note and a grade', () => grade(page));
  await test.step('places are accepted, given and found again on the map', () => place(page));
  await test.step('a brief cites, quotes and shows its endnotes', () => write(page));
  await test.step('everything is undone and done again', () => undoAll(page));
  await test.step('the history says what was done in words', () => history(page));
  await app.close();
  expect(complaints).toEqual([]);
});

async function begin(page: Page): Promise<void> {
  await pressByKey(page, page.getByRole('button', { name: 'Begin with five articles' }));
  await expect(page.getByRole('listbox', { name: 'Articles' }).getByRole('option')).toHaveCount(5);
  await saved(page);
}

async function search(page: Page): Promise<void> {
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search everything' })).toBeFocused();
  await page.keyboard.type('menaka airstrikes');
  const results = page.getByRole('region', { name: 'Search results' });
  await expect(results.getByText('1 article', { exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(articleText(page)).toBeVisible();
  const first = await whereFlashed(page);
  await page.keyboard.press('Enter');
  await expect.poll(() => whereFlashed(page)).not.toBe(first);
  await page.keyboard.press('Escape');
  await expect(results).toHaveCount(0);
}

async function mark(page: Page): Promise<void> {
  await markByKeys(page, attack, 'attack on civilians');
  await markByKeys(page, witness, 'attribution');
  await expect.poll(async () => (await painted(page)).get('tag-red')).toEqual([attack]);
  await expect.poll(async () => (await painted(page)).get('tag-teal')).toEqual([witness]);
  expect((await painted(page)).get('overlap-2')).toEqual(['shot at everything which moved']);
}

async function grade(page: Page): Promise<void> {
  await page.keyboard.press('n');
  await expect(page.getByRole('region', { name: 'The passage' }).getByRole('textbox')).toBeFocused();
  await page.keyboard.type('Told by an official, not by a witness.');
  await page.keyboard.press('Control+Enter');
  await saved(page);
  const list = page.getByRole('list', { name: 'Highlights of this article' });
  await chooseByKeys(page, list.getByRole('button', { name: /Source$/ }), 'B – usually reliable');
  await chooseByKeys(page, list.getByRole('button', { name: /What it says$/ }), '3 – possibly true');
  await saved(page);
  const { highlights = {} } = await readRecords(page, ['highlights']);
  expect(Object.values(highlights)).toContainEqual(
    expect.objectContaining({
      note: 'Told by an official, not by a witness.',
      grade: { reliability: 'B', credibility: 3 },
      anchor: expect.objectContaining({ exact: witness }),
    }),
  );
}

async function place(page: Page): Promise<void> {
  // A list of tabs is one stop; the arrows go from tab to tab.
  await tabTo(page, page.getByRole('tab', { name: 'Highlights' }));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await pressByKey(page, page.getByRole('button', { name: 'Accept all of Ménaka' }));
  const accepted = page.getByRole('region', { name: 'Accepted' });
  await expect(accepted.getByRole('button', { name: 'Ménaka' })).toBeVisible();

  await selectByKeys(page, villages);
  await page.keyboard.press('Enter');
  const panel = page.getByRole('region', { name: 'The passage' });
  await tabTo(page, panel.getByRole('button', { name: 'Place' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  const form = page.getByRole('region', { name: 'Place this passage' });
  await expect(form.getByRole('searchbox', { name: 'Search the gazetteer' })).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Tillabéri');
  await expect(form.getByRole('option', { name: 'Tillabéri', selected: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(accepted.getByRole('button', { name: 'Correct or add to Tillabéri' })).toBeVisible();
  await expect.poll(async () => (await painted(page)).get('mention-accepted')).toContain(villages);

  await page.keyboard.press('Control+3');
  await tabTo(page, page.getByRole('tab', { name: /^Accepted/ }));
  await page.keyboard.press('Home');
  const places = page.getByRole('list', { name: 'Accepted places' });
  const passages = page.getByRole('list', { name: 'Passages about Tillabéri' });
  // The place given last may be open already.
  if ((await passages.count()) === 0)
    await pressByKey(page, places.getByRole('button', { name: 'Tillabéri' }));
  await pressByKey(page, passages.getByRole('button', { name: villages }));
  await expect(articleText(page)).toBeVisible();
  await whereFlashed(page);
  expect((await painted(page)).get('flash')).toEqual([villages]);
}

async function write(page: Page): Promise<void> {
  await page.keyboard.press('Control+6');
  await pressByKey(page, page.getByRole('button', { name: 'More ways to start a brief' }));
  await expect(page.getByRole('menuitem', { name: 'New brief with a skeleton' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Title' })).toBeFocused();
  await page.keyboard.type('Raids on the Mali–Niger border');
  await addByKey(page, 'Heading');
  await page.keyboard.type('What happened');
  await addByKey(page, 'Paragraph');
  await page.keyboard.type('Men on motorbikes fired at villagers ');
  await citeByKey(page, witness);
  await expect(blocks(page).nth(1).getByRole('textbox')).toBeFocused();
  await page.keyboard.type('.');
  await citeByKey(page, attack);
  await addByKey(page, 'Map');
  await addByKey(page, 'Table');
  // Alt and the arrows move the block that holds the focus.
  await tabTo(page, blocks(page).nth(3).getByRole('textbox'));
  await page.keyboard.press('Alt+ArrowUp');
  await expect(blocks(page).nth(2)).toHaveAttribute('data-kind', 'table');
  await saved(page);

  const paper = preview(page);
  await expect(paper.getByText('Men on motorbikes fired at villagers [1]. [2]')).toBeVisible();
  const notes = paper.getByRole('heading', { name: 'Notes and sources' }).locator('..').getByRole('listitem');
  await expect(notes.nth(0)).toContainText(`“${witness}”`);
  await expect(notes.nth(1)).toContainText(`“${attack}”`);
  await pressByKey(page, paper.getByRole('button', { name: 'Open passage 2' }).first());
  await expect(articleText(page)).toBeVisible();
  await expect.poll(async () => (await painted(page)).get('chosen')).toEqual([attack]);
}

async function addByKey(page: Page, kind: string): Promise<void> {
  const count = await blocks(page).count();
  const bar = page.getByRole('toolbar', { name: 'Add a block' });
  await pressByKey(page, bar.getByRole('button', { name: kind, exact: true }));
  await expect(blocks(page)).toHaveCount(count + 1);
}

/** The citation goes where the caret was when the text was left. */
async function citeByKey(page: Page, words: string): Promise<void> {
  const tray = page.getByRole('listbox', { name: 'Passages: Enter cites' });
  await tabTo(page, tray, 'Shift+Tab');
  await page.keyboard.press('Home');
  while ((await tray.getByRole('option', { name: words, selected: true }).count()) === 0)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await saved(page);
}

async function undoAll(page: Page): Promise<void> {
  await saved(page);
  const all = await readRecords(page);
  let presses = 0;
  while ((await countRecords(page, 'highlights')) > 0) {
    await page.keyboard.press('Control+z');
    await saved(page);
    presses += 1;
  }
  expect(await countRecords(page, 'blocks')).toBe(0);
  for (let press = 0; press < presses; press++) {
    await page.keyboard.press('Control+Shift+z');
    await saved(page);
  }
  expect(await readRecords(page)).toEqual(all);
}

async function history(page: Page): Promise<void> {
  await page.keyboard.press('Control+h');
  const lines = page.getByRole('dialog', { name: 'History' }).getByRole('treeitem');
  await expect(lines.filter({ hasText: 'attribution' }).first()).toBeVisible();
  for (const line of await lines.allTextContents()) {
    expect(line, 'no code of the program stands in it').not.toMatch(
      /[a-z]\.[a-z-]+|undefined|NaN|\[object|\{/,
    );
    expect(line).toMatch(/\d\d:\d\d.*\p{L}{3}/u);
  }
  await page.keyboard.press('Escape');
  await expect(lines).toHaveCount(0);
}
