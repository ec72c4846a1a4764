import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { importFiles } from './support/importing.ts';
import { launch } from './support/launch.ts';
import { readRecords } from './support/records.ts';
import { goTo, importSeeds, opened, saved } from './support/workbench.ts';

const files = {
  'ambush.txt':
    'Ambush north of Ménaka\n\nAn ambush on a convoy north of Ménaka killed four men, the army said. The convoy had left Ménaka at dawn.',
  'market.txt':
    'The market of Gao reopens\n\nTraders came back to the market of Gao after two weeks in which the road to the north was closed.',
  'camp.txt':
    'A camp is moved\n\nFamilies who had fled from Menaka were brought to another camp, said the mayor of the town.',
  'school.txt':
    'Schools open again\n\nIn the MENAKA region eleven schools have opened again, the ministry said on Monday.',
};

test('a saved search shows what newly comes in, to be accepted, dismissed, tagged and taken back', async () => {
  const { app, page, complaints, userData } = await launch();
  await opened(page);
  await importSeeds(page);
  const box = page.getByRole('searchbox', { name: 'Search everything' });
  const results = page.getByRole('region', { name: 'Search results' });

  await box.fill('menaka');
  await expect(results.getByText('2 articles')).toBeVisible();
  await results.getByRole('button', { name: 'Save this search' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save this search' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Ménaka region');
  await page.keyboard.press('Enter');
  await expect(results.getByRole('button', { name: 'Saved as “Ménaka region”' })).toBeVisible();
  await saved(page);

  // What it finds already is not new.
  await goTo(page, 'Search');
  await page.getByRole('tab', { name: 'Saved searches' }).click();
  const searches = page.getByRole('listbox', { name: 'Saved searches' });
  await expect(searches.getByRole('option')).toHaveText(/Ménaka regionnothing new/);
  await expect(page.getByText('Nothing new', { exact: true })).toBeVisible();

  await importTexts(page, files);
  await expect(page.getByRole('tab', { name: 'Search (3 new)' })).toBeVisible();
  await goTo(page, 'Search');
  await expect(page.getByRole('tab', { name: 'Saved searches (3 new)' })).toBeVisible();
  await expect(searches.getByText('3 new')).toBeVisible();
  const inbox = page.getByRole('listbox', { name: 'What was found' });
  const rows = inbox.getByRole('option');
  await expect(rows).toHaveCount(3);
  await expect
    .poll(async () => new Set((await inbox.locator('mark').allTextContents()).map(plain)))
    .toEqual(new Set(['menaka']));

  await rows.filter({ hasText: 'Ambush' }).click();
  await page.keyboard.press('a');
  await expect(rows).toHaveCount(2);
  await expect(inbox.getByRole('option', { selected: true })).toHaveCount(1);
  await rows.filter({ hasText: 'A camp' }).click();
  await page.keyboard.press('x');
  await expect(rows).toHaveCount(1);
  await expect(page.getByRole('radio', { name: 'Accepted (1)' })).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Dismissed (1)' })).toBeVisible();
  await saved(page);
  await page.keyboard.press('Control+z');
  await expect(rows).toHaveCount(2);
  await page.keyboard.press('Control+Shift+Z');
  await expect(rows).toHaveCount(1);

  await rows.first().click();
  await page.keyboard.press('t');
  const chooser = page.getByRole('dialog', { name: 'Tag the hits' });
  await chooser.getByRole('searchbox').fill('a');
  const tag = ((await chooser.getByRole('option').first().textContent()) ?? '').split(' / ').at(-1);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nothing new', { exact: true })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Search', exact: true })).toBeVisible();
  await saved(page);
  expect(await taggedPassages(page)).toEqual([{ exact: 'MENAKA', tag }]);

  // Highlight and verdict were one edit.
  await page.keyboard.press('Control+z');
  await expect(rows).toHaveCount(1);
  expect(await taggedPassages(page)).toEqual([]);
  await page.keyboard.press('Control+Shift+Z');
  await expect(rows).toHaveCount(0);

  await page.getByRole('radio', { name: 'Dismissed (1)' }).click();
  await expect(rows).toHaveText(/A camp is moved/);
  await rows.first().click();
  await page.keyboard.press('u');
  await page.getByRole('radio', { name: 'New (1)' }).click();
  await expect(rows).toHaveText(/A camp is moved/);
  await saved(page);
  expect(complaints).toEqual([]);
  await app.close();

  const again = await launch(userData);
  await opened(again.page);
  await expect(again.page.getByRole('tab', { name: 'Search (1 new)' })).toBeVisible({ timeout: 15_000 });
  await goTo(again.page, 'Search');
  await again.page.getByRole('tab', { name: 'Saved searches (1 new)' }).click();
  await again.page.getByRole('option', { name: /Ménaka region/ }).click();
  await expect(again.page.getByRole('radio', { name: 'Accepted (2)' })).toBeVisible();
  await again.page.getByRole('button', { name: 'Mark all as seen' }).click();
  await expect(again.page.getByText('Nothing new', { exact: true })).toBeVisible();
  expect(again.complaints).toEqual([]);
  await again.app.close();
});

test('a saved search is renamed, changed, run and deleted, each taken back', async () => {
  const { app, page, complaints } = await launch();
  await opened(page);
  await importSeeds(page);
  const box = page.getByRole('searchbox', { name: 'Search everything' });
  await box.fill('wagner');
  await expect(page.getByRole('region', { name: 'Search results' }).getByRole('row').first()).toBeVisible();
  await box.press('Control+d');
  await page.getByRole('dialog', { name: 'Save this search' }).getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Show it', exact: true }).click();
  const heading = page.getByRole('heading', { name: 'wagner' });
  await expect(heading).toBeVisible();

  const menu = page.getByRole('button', { name: 'Saved search', exact: true });
  await menu.click();
  await page.getByRole('menuitem', { name: 'Rename…' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Russians');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Russians' })).toBeVisible();

  await menu.click();
  await page.getByRole('menuitem', { name: 'Change the query…' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Query' }).fill('wagner OR "africa corps"');
  await page.keyboard.press('Enter');
  await expect(page.getByText('wagner OR "africa corps"').first()).toBeVisible();
  // What the changed search finds is not new either.
  await expect(page.getByRole('radio', { name: 'New (0)' })).toBeVisible();

  await page.getByRole('button', { name: 'All it finds' }).click();
  await expect(box).toHaveValue('wagner OR "africa corps"');
  await goTo(page, 'Search');
  await page.getByRole('option', { name: /Russians/ }).click();
  await page.keyboard.press('Delete');
  await expect(page.getByText('No search is saved yet')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(page.getByRole('option', { name: /Russians/ })).toBeVisible();
  await saved(page);
  expect(complaints).toEqual([]);
  await app.close();
});

test('articles like the open one are listed by the words they share, any of which can be left out', async () => {
  const { app, page, complaints } = await launch();
  await opened(page);
  await importSeeds(page);
  await page.getByRole('option').filter({ hasText: 'manoeuvring in the Kidal' }).dblclick();
  await page.getByRole('button', { name: 'Articles like this one' }).click();

  const similar = page.getByRole('region', { name: 'Similar articles' });
  await expect(similar.getByText('Like: In Mali, the army and the Wagner Group')).toBeVisible();
  const rows = similar.getByRole('listbox').getByRole('option');
  await expect(rows.first()).toContainText('One year later, security failure');
  await expect(rows.filter({ hasText: 'manoeuvring in the Kidal' })).toHaveCount(0);
  const terms = similar.getByRole('list', { name: 'Found by these words' });
  await expect(terms.getByText('Wagner', { exact: true })).toBeVisible();
  await terms.getByRole('button', { name: 'Remove Wagner' }).click();
  await expect(terms.getByText('Wagner', { exact: true })).toBeHidden();
  await terms.getByRole('button', { name: /left out/ }).click();
  await expect(terms.getByText('Wagner', { exact: true })).toBeVisible();

  await rows.first().click();
  await expect(page.getByRole('article').getByRole('heading', { name: /One year later/ })).toBeVisible();
  // The list stays what it was asked for, until another article is asked about.
  await expect(similar.getByText('Like: In Mali, the army')).toBeVisible();
  await page.keyboard.press('Control+l');
  await expect(similar.getByText('Like: One year later')).toBeVisible();
  await similar.getByRole('button', { name: 'Close' }).click();
  await expect(similar).toBeHidden();
  expect(complaints).toEqual([]);
  await app.close();
});

async function importTexts(page: Page, contents: Readonly<Record<string, string>>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'liptako-files-'));
  const open = Object.entries(contents).map(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  });
  await importFiles(page, open);
  await goTo(page, 'Library');
  await expect(page.getByRole('listbox', { name: 'Articles' }).getByRole('option')).toHaveCount(
    5 + open.length,
  );
  await saved(page);
}

/** Every highlight with the name of its tag, as stored. */
async function taggedPassages(page: Page): Promise<{ exact: string; tag: string | undefined }[]> {
  type Stored = { anchor: { exact: string }; tagIds: string[] };
  const { highlights = {}, tags = {} } = await readRecords(page, ['highlights', 'tags']);
  return (Object.values(highlights) as Stored[]).map(({ anchor, tagIds }) => ({
    exact: anchor.exact,
    tag: (tags[tagIds[0] ?? ''] as { name: string } | undefined)?.name,
  }));
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
