import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { launch } from './support/launch.ts';
import { libraryTitles, opened } from './support/workbench.ts';

const story = (n: number) =>
  `Des hommes armés ont attaqué lundi le village numéro ${n}; selon des élus, les habitants ont fui vers Kaya.`;
const rows = [1, 2, 3].map((n) => `Attaque ${n} à Barsalogho;0${n}/04/2024;Awa Sanou;"${story(n)}";x${n}`);
const table = `Titre;Date;Auteur;Texte;Code\n${rows.join('\n')}\n`;

/** Drop files on the window, as a file manager does. */
async function drop(page: Page, files: Record<string, string>): Promise<void> {
  await page.evaluate((given) => {
    const dataTransfer = new DataTransfer();
    for (const [name, text] of Object.entries(given)) dataTransfer.items.add(new File([text], name));
    for (const type of ['dragenter', 'dragover', 'drop'])
      document.body.dispatchEvent(
        new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }),
      );
  }, files);
}

test('a table is imported as articles once its columns are told, and is asked about once', async () => {
  const { app, page } = await launch();
  await opened(page);

  await drop(page, { 'veille.csv': table, 'suite.csv': table.replaceAll('numéro', 'voisin') });
  const dialog = page.getByRole('dialog', { name: 'What are the columns of “veille.csv”?' });
  await expect(dialog).toBeVisible();
  // Nothing is imported yet, and what is suggested is marked so.
  await expect(dialog.getByText('suggested', { exact: true })).toHaveCount(4);
  await expect(dialog.getByText('not read: 01/04/2024')).toBeVisible();
  await dialog.getByRole('button', { name: 'Dates such as 03/04/2024 are' }).press('Enter');
  await page.getByRole('option', { name: 'day, month, year: 3 April' }).press('Enter');
  await expect(dialog.getByText('2024-04-01')).toBeVisible();
  await dialog.getByRole('button', { name: 'Next article' }).press('Enter');
  await expect(dialog.getByRole('heading', { name: 'Attaque 2 à Barsalogho' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Import its rows as articles' }).press('Enter');

  await expect(page.getByRole('listbox', { name: 'Articles' }).getByRole('option')).toHaveCount(6);
  expect((await libraryTitles(page)).join()).toContain('Attaque 3 à Barsalogho');
  await app.close();
});

test('the question can be answered by keyboard alone, in both themes and large text', async () => {
  const { app, page } = await launch();
  await opened(page);

  for (const theme of ['light', 'dark']) {
    await page.evaluate((value) => {
      document.documentElement.dataset.theme = value;
    }, theme);
    await drop(page, { 'veille.csv': table });
    const dialog = page.getByRole('dialog', { name: 'What are the columns of “veille.csv”?' });
    await expect(dialog).toBeVisible();
    await page.screenshot({ path: `/tmp/look-mail/columns-${theme}.png` });
    const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(page.getByText(/no-columns|columns/i).first()).toBeVisible();
    await page.screenshot({ path: `/tmp/look-mail/report-${theme}.png` });
    await page.keyboard.press('Escape');
  }
  await app.close();
});
