import { expect, test } from '@playwright/test';
import { launch } from './support/launch.ts';
import { opened } from './support/workbench.ts';

test('the help for searching, by keyboard: opened, closed, an example added', async () => {
  const { app, page, complaints } = await launch();
  await opened(page);
  const box = page.getByRole('searchbox', { name: 'Search everything' });
  const help = page.getByRole('dialog', { name: 'What can be searched for' });

  await box.fill('gold');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'What can be searched for' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(help).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await expect(page.getByRole('button', { name: 'What can be searched for' })).toBeFocused();
  await expect(box).toHaveValue('gold');

  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Add Mali OR Niger to the search' }).press('Enter');
  await expect(help).toBeHidden();
  await expect(box).toHaveValue('gold (Mali OR Niger)');
  expect(complaints).toEqual([]);
  await app.close();
});
