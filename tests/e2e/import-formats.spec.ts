import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { launch, root } from './support/launch.ts';
import { libraryTitles, opened } from './support/workbench.ts';

const fixture = (path: string) => readFileSync(join(root, 'tests/fixtures/import', path));

/** Drop files on the window and import them. */
async function drop(page: Page, files: Record<string, Uint8Array>): Promise<void> {
  const packed = Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')]);
  await page.evaluate((given) => {
    const dataTransfer = new DataTransfer();
    for (const [name = '', text = ''] of given)
      dataTransfer.items.add(new File([Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))], name));
    for (const type of ['dragenter', 'dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }, packed);
  const dialog = page.getByRole('dialog', { name: 'Import articles' });
  await dialog.getByRole('button', { name: /^Import \d+ files?$/ }).press('Enter');
  await expect(dialog).toHaveCount(0);
}

test('packed pages, drawn lists, fonts that are not in the file, and what is cut short', async () => {
  const { app, page, complaints } = await launch();
  await opened(page);
  await drop(page, {
    'reportlab-cid.pdf': fixture('office/reportlab-cid.pdf'),
    'wget-packed.warc.gz': fixture('warc/wget-packed.warc.gz'),
    'gnu.tar.gz': fixture('archives/gnu.tar.gz').subarray(0, -60),
    'list.pdf': fixture('office/chromium-list.pdf'),
    'cut.pdf': fixture('office/ghostscript.pdf').subarray(0, -1500),
  });
  const report = page.getByRole('dialog').filter({ hasText: 'gnu.tar.gz/gnu.tar' });
  await expect(report).toContainText('what was left of it has been read, the rest is lost');
  await expect(report).toContainText(
    'the file was cut short; if you can, fetch the file again) as: Wells along',
  );
  // The tables of characters were had: nothing of the East Asian lines is lost.
  await expect(report).not.toContainText('reportlab-cid.pdf');
  await report.getByRole('button', { name: 'Close' }).last().press('Enter');
  const titles = (await libraryTitles(page)).join('\n');
  for (const title of [
    'The ferry of Bourem runs again',
    'Bridge at Wabaria closed for lorries',
    'What the mission saw',
  ])
    expect(titles).toContain(title);
  expect(complaints).toEqual([]);
  await app.close();
});
