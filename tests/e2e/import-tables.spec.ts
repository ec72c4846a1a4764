import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { launch } from './support/launch.ts';
import { libraryTitles, opened } from './support/workbench.ts';

const story = (n: number) =>
  `Des hommes armés ont attaqué lundi le village numéro ${n}; selon des élus, les habitants ont fui vers Kaya.`;
const rows = [1, 2, 3].map((n) => `Attaque ${n} à Barsalogho;0${n}/04/2024;Awa Sanou;"${story(n)}";x${n}`);
const table = `Titre;Date;Auteur;Texte;Code\n${rows.join('\n')}\n`;

/** Drop files on the window, as a file manager does, and import them. */
async function drop(page: Page, files: Record<string, string>): Promise<void> {
  await page.evaluate((given) => {
    const dataTransfer = new DataTransfer();
    for (const [name, text] of Object.entries(given)) dataTransfer.items.add(new File([text], name));
    for (const type of ['dragenter', 'dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }, files);
  const dialog = page.getByRole('dialog', { name: 'Import articles' });
  await dialog.getByRole('button', { name: /^Import \d+ files?$/ }).press('Enter');
  await expect(dialog).toHaveCount(0);
}

test('a table is imported as articles once its columns are told, and is asked about once', async () => {
  const { app, page } = await launch();
  await opened(page);

  await drop(page, { 'veille.csv': table, 'suite.csv': table.replaceAll('numéro', 'voisin') });
  const dialog = page.getByRole('dialog', { name: 'What are the columns of “veille.csv”?' });
  await expect(dialog).toBeVisible();
  // Nothing is imported yet, and what is suggested is marked so.
  await expect(dialog.getByText('suggested', { exact: true })).toHaveCount(5);
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

test('the question is answered by keyboard alone, and is as it should be for all in both themes', async () => {
  const { app, page } = await launch();
  await opened(page);
  const dialog = page.getByRole('dialog', { name: 'What are the columns of “veille.csv”?' });

  for (const theme of ['light', 'dark']) {
    await page.evaluate((value) => {
      document.documentElement.dataset.theme = value;
    }, theme);
    await drop(page, { 'veille.csv': table });
    await expect(dialog).toBeVisible();
    await page.waitForFunction(() =>
      document.getAnimations().every(({ playState }) => playState !== 'running'),
    );
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('[role=dialog]').analyze();
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
    // Leaving it is an answer: the table is refused by name.
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('dialog').getByText('veille.csv')).toBeVisible();
    await page.keyboard.press('Escape');
  }

  await drop(page, { 'veille.csv': table });
  await expect(dialog).toBeVisible();
  await tabTo(page, 'Code');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Read tables with the same columns like this from now on, without asking');
  await page.keyboard.press('Space');
  await tabTo(page, 'Import its rows as articles');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox', { name: 'Articles' }).getByRole('option')).toHaveCount(3);

  await drop(page, { 'autre.csv': table.replaceAll('numéro', 'voisin') });
  await expect(
    page.getByText('“autre.csv” is read by the columns you told for such tables before.'),
  ).toBeVisible();
  await expect(page.getByRole('listbox', { name: 'Articles' }).getByRole('option')).toHaveCount(6);
  await app.close();
});

/** Press Tab until what has the focus goes by `name`. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    const focused = await page.evaluate(() => {
      const { activeElement } = document;
      const labels = (activeElement?.getAttribute('aria-labelledby') ?? '').split(' ');
      const named = labels.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
      const own = activeElement?.getAttribute('aria-label') ?? activeElement?.closest('label')?.textContent;
      const text = activeElement?.matches('button') ? activeElement.textContent : '';
      return `${own ?? ''} ${named} ${text}`;
    });
    if (focused.includes(name)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${name}`);
}
