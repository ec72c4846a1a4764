import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { importFiles } from './support/importing.ts';
import { launch } from './support/launch.ts';
import { articleText, openArticle } from './support/reading.ts';
import { opened, saved } from './support/workbench.ts';

const written = 'L’armée malienne a repris Ménaka. Elle était déjà à Gao en août.';

test('what import repaired is shown against the file as it came, and can be left undone', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'liptako-misread-')), 'article.txt');
  const misread = new TextDecoder('latin1').decode(Buffer.from(written));
  writeFileSync(path, misread);
  const { page, app } = await launch();
  await opened(page);
  await importFiles(page, [path]);
  const report = page.getByRole('dialog', { name: 'Import done' });
  await expect(report.getByText(/\d+ misread characters were put right/)).toBeVisible();
  await page.keyboard.press('Escape');
  await saved(page);
  await openArticle(page, 'L’armée malienne');
  await expect(articleText(page)).toContainText(written);

  await page.getByRole('tab', { name: 'Article data' }).click();
  await page.getByRole('button', { name: 'File, text and differences…' }).click();
  const dialog = page.getByRole('dialog', { name: 'The file and its text' });
  await expect(dialog.getByText(/Misread once as windows-1252, put right: \d+ characters/)).toBeVisible();
  await expect(dialog.locator('ins').filter({ hasText: 'armée' })).toBeVisible();
  if (process.env.SHOTS !== undefined)
    await page.screenshot({ path: `${process.env.SHOTS}/differences.png` });
  await dialog.getByRole('tab', { name: 'Original' }).click();
  await expect(dialog.getByRole('tabpanel')).toContainText('Ã©tait');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Read the text again…' }).click();
  const again = page.getByRole('dialog', { name: 'Read the text again' });
  await again.getByRole('button', { name: /Misread characters/ }).click();
  await page.getByRole('option', { name: 'leave everything as it stands' }).click();
  await again.getByRole('button', { name: 'Use this text' }).click();
  await saved(page);
  await expect(articleText(page)).toContainText('Ã©tait');
  await app.close();
});
