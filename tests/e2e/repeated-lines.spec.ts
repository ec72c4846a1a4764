import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { importFiles } from './support/importing.ts';
import { launch } from './support/launch.ts';
import { readRecords } from './support/records.ts';
import { opened, saved } from './support/workbench.ts';

const towns = ['Gossi', 'Tessit', 'Ansongo', 'Labbezanga', 'Menaka', 'Talataye', 'Hombori', 'Boni'];
const menu = 'News Radio Podcasts Weather';
const phone = 'Our newsroom in Gao can be reached on weekdays';
const sentence = 'The region has been hit by violence since the rebellion that began in the year 2012.';

/** Pages of one site: the same lines around another report each; `phone` stands in most, `sentence` in some. */
function writePages(): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'liptako-pages-'));
  return towns.map((town, at) => {
    const lines = [
      menu,
      '',
      `Attack near ${town} leaves several dead`,
      '',
      `Armed men on motorbikes attacked a convoy near ${town} on Monday, killing ${at + 3} soldiers and two drivers who had left the market of ${town} in the morning, officials said.`,
      '',
      ...(at % 2 === 0 ? [sentence, ''] : []),
      `Residents of ${town} said that the attackers had come from the north and left with ${at + 2} vehicles before the army arrived.`,
      '',
      ...(at > 0 ? [phone] : []),
    ];
    const path = join(folder, `${town}.txt`);
    writeFileSync(path, `${lines.join('\n')}\n`);
    return path;
  });
}

test('suggests lines that repeat in an import, and marks those the analyst chose as one step', async () => {
  const { page, app } = await launch();
  await opened(page);
  await importFiles(page, writePages());
  const noiseOf = async () => {
    const { articles = {} } = await readRecords(page, ['articles']);
    return (Object.values(articles) as { noise: { basis?: string }[] }[]).map(({ noise }) => noise.length);
  };
  await page.getByRole('button', { name: 'Show the report' }).click();
  const before = await noiseOf();
  expect(before).toHaveLength(towns.length);
  await page.getByRole('button', { name: 'Lines that repeat…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Lines that repeat' });
  const box = (name: string) => dialog.getByRole('checkbox', { name: new RegExp(name) });
  await expect(box(phone)).toBeChecked();
  // The first line of a text is taken for its title; that it repeats says that it is none.
  await expect(box(menu)).not.toBeChecked();
  await expect(dialog.getByText(/in 8 of 8 texts · menu · taken for the title of \d articles/)).toBeVisible();
  await expect(dialog.getByText('in 7 of 8 texts · notice')).toBeVisible();
  // An author may repeat a sentence: it is shown, not chosen.
  await expect(box('The region has been hit')).not.toBeChecked();
  await expect(dialog.getByText('reads like a sentence')).toBeVisible();
  if (process.env.LOOK_AT) await page.screenshot({ path: `${process.env.LOOK_AT}/repeats.png` });
  await dialog.getByText(menu, { exact: true }).click();
  await expect(box(menu)).toBeChecked();
  await dialog.getByRole('button', { name: 'Mark 2 lines as boilerplate' }).click();
  await saved(page);
  await expect(page.getByText('Marked repeated lines as boilerplate in 8 articles.')).toBeVisible();
  const after = await noiseOf();
  expect(after.reduce((sum, count) => sum + count, 0)).toBe(
    before.reduce((sum, count) => sum + count, 0) + 15,
  );

  const search = page.getByRole('searchbox', { name: 'Search everything' });
  await search.fill('newsroom in:noise');
  await expect(page.getByRole('region', { name: 'Search results' }).getByRole('row')).toHaveCount(7);
  await search.fill('newsroom');
  await expect(page.getByText('No article has all of that')).toBeVisible();
  await search.fill('');
  await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect.poll(noiseOf).toEqual(before);
  await app.close();
});
