import { expect, type Page } from '@playwright/test';

/** Open the import dialog and choose files in it, or a folder. */
export async function chooseFiles(page: Page, paths: readonly string[] | string): Promise<void> {
  await page.keyboard.press('Control+o');
  const dialog = page.getByRole('dialog', { name: 'Import articles' });
  const asked = page.waitForEvent('filechooser');
  const button = typeof paths === 'string' ? 'Choose a folder…' : 'Choose files…';
  await dialog.getByRole('button', { name: button }).click();
  await (await asked).setFiles(typeof paths === 'string' ? paths : [...paths]);
  await expect(dialog.getByRole('region', { name: 'Files to import' })).toBeVisible();
}

/** Import files, or a folder, without an answer to where they come from; does not wait for them to be in. */
export async function importFiles(page: Page, paths: readonly string[] | string): Promise<void> {
  await chooseFiles(page, paths);
  const dialog = page.getByRole('dialog', { name: 'Import articles' });
  await dialog.getByRole('button', { name: /^Import [\d,]+ files?$/ }).click();
  await expect(dialog).toHaveCount(0);
}
