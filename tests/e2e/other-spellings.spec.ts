import { expect, test } from '@playwright/test';
import { launch } from './support/launch.ts';
import { importSeeds, opened } from './support/workbench.ts';

test('names are found in their other spellings, which can be switched off, and asked about when they are unclear', async () => {
  const { app, page, complaints } = await launch();
  await opened(page);
  await importSeeds(page);
  const box = page.getByRole('searchbox', { name: 'Search everything' });
  const results = page.getByRole('region', { name: 'Search results' });
  const rows = results.getByRole('row');
  const spellings = results.getByRole('group', { name: 'Other spellings' });

  await box.fill('JNIM');
  await expect(rows).toHaveCount(3);
  const marks = await results.locator('mark').allTextContents();
  expect(marks).toEqual(expect.arrayContaining(['Jnim', 'GSIM', 'RVIM']));

  await spellings.getByRole('button', { name: /^JNIM \+ \d+$/ }).click();
  await expect(rows).toHaveCount(1);
  await spellings.getByRole('button', { name: 'JNIM: only as typed' }).click();
  await expect(rows).toHaveCount(3);
  await spellings.getByRole('checkbox', { name: 'Other spellings' }).uncheck();
  await expect(rows).toHaveCount(1);
  await spellings.getByRole('checkbox', { name: 'Other spellings' }).check();

  for (const [query, count] of [
    ['armée malienne', 4],
    ['tri-border area', 3],
    ['Tessit', 2],
    ['"Tessit"', 1],
    ['actor:ISGS', 3],
  ] as const) {
    await box.fill(query);
    await expect(rows).toHaveCount(count);
  }

  await box.fill('Islamic State attacks');
  await spellings.getByRole('button', { name: /^“Islamic State” may mean several things/ }).click();
  await page.getByRole('menuitem', { name: /Sahel Province/ }).click();
  await expect(box).toHaveValue('actor:is-sahel attacks');
  // Only one of the three articles on it speaks of attacks, and only near “Sahel” does “Islamic State” mean it.
  await expect(rows).toHaveCount(1);
  await expect(results.locator('mark').filter({ hasText: 'Islamic' }).first()).toBeVisible();

  expect(complaints).toEqual([]);
  await app.close();
});
