import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { launch, workspaceFolder } from './support/launch.ts';
import { goTo, importSeeds, libraryTitles, opened, saved } from './support/workbench.ts';

test('the library: sorted, narrowed, marked one by one and many at once, undone', async () => {
  const { app, page, complaints } = await launch();
  await opened(page);
  await importSeeds(page);
  const list = page.getByRole('listbox', { name: 'Articles' });
  const rows = list.getByRole('option');

  await page.getByRole('button', { name: 'Sort by Date as stated' }).click();
  const byDate = await libraryTitles(page);
  expect(byDate.map((row) => /2024/.test(row))).toEqual([true, true, false, false, false]);
  await page.getByRole('button', { name: 'Date as stated: turn the order' }).click();
  const turned = await libraryTitles(page);
  expect(turned.map((row) => /2024/.test(row))).toEqual([true, true, false, false, false]);
  expect(turned[0]).toBe(byDate[1]);

  await list.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('j');
  await page.keyboard.press('r');
  await expect(rows.nth(1).getByText('read', { exact: true })).toBeVisible();
  await expect(list.getByText('read', { exact: true })).toHaveCount(1);
  await page.keyboard.press('f');
  await expect(rows.nth(1).getByRole('img', { name: 'flagged' })).toBeVisible();

  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+Space');
  await expect(list.locator('[aria-checked="true"]')).toHaveCount(5);
  await page.getByRole('button', { name: 'Chosen articles' }).click();
  await page.getByRole('menuitem', { name: 'Mark as read', exact: true }).click();
  await expect(list.getByText('read', { exact: true })).toHaveCount(5);
  await saved(page);
  await page.keyboard.press('Control+z');
  await expect(list.getByText('read', { exact: true })).toHaveCount(1);

  await page.getByLabel('Filter by title').fill('mali NIGER');
  await expect(rows).toHaveCount(1);
  await goTo(page, 'Read');
  await expect(page.getByText('1 of 5 articles')).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(page.getByRole('listbox', { name: 'Articles' }).getByRole('option')).toHaveCount(5);
  expect(complaints).toEqual([]);
  await app.close();
});

test('article data: corrected by hand, led to its passage, verified against the disk', async () => {
  const { app, page, complaints, userData } = await launch();
  await opened(page);
  await importSeeds(page);
  await page.getByRole('option').filter({ hasText: 'Mali-Niger border' }).dblclick();
  await page.getByRole('tab', { name: 'Article data' }).click();
  const data = page.getByRole('tabpanel', { name: 'Article data' });

  await data.getByRole('button', { name: 'Correct Publication date' }).click();
  await page.keyboard.type('2024-13');
  await expect(data.getByRole('button', { name: 'Keep' })).toBeDisabled();
  await data.getByRole('textbox').fill('2024-04');
  await page.keyboard.press('Enter');
  await expect(data.getByText('April 2024', { exact: true })).toBeVisible();
  await expect(data.getByText('entered by you')).toBeVisible();
  await saved(page);
  await page.keyboard.press('Control+z');
  await expect(data.getByText('April 2024')).toBeHidden();
  await page.keyboard.press('Control+Shift+Z');
  await expect(data.getByText('April 2024')).toBeVisible();

  await data.getByRole('button', { name: 'Show where it stands' }).nth(1).click();
  await expect
    .poll(() => page.evaluate(() => [...CSS.highlights.keys()].some((key) => key.includes('flash'))))
    .toBe(true);

  await data.getByRole('button', { name: 'Verify both' }).click();
  await expect(data.getByText('Both are what was imported.')).toBeVisible();
  damageOriginals(userData);
  await data.getByRole('button', { name: 'Verify both' }).click();
  await expect(data.getByText('The kept file is missing or damaged.')).toBeVisible();

  await goTo(page, 'Timeline');
  await page
    .getByRole('listbox', { name: 'In order of time' })
    .getByRole('option', { name: /April 2024/ })
    .click();
  await expect(page.getByRole('tab', { name: 'Read' })).toHaveAttribute('aria-selected', 'true');
  await expect(openTitle(page)).toHaveText(/Mali-Niger border/);
  expect(complaints).toEqual([]);
  await app.close();
});

function openTitle(page: Page) {
  return page.getByRole('article').getByRole('heading').first();
}

/** Change one byte in every kept original. */
function damageOriginals(userData: string): void {
  const folder = join(workspaceFolder(userData), 'originals');
  for (const name of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!name.isFile()) continue;
    const path = join(name.parentPath, name.name);
    const bytes = readFileSync(path);
    bytes[10] = (bytes[10] ?? 0) ^ 1;
    writeFileSync(path, bytes);
  }
}
