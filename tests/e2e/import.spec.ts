import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { chooseFiles, importFiles } from './support/importing.ts';
import { answerDialogs, launch, root } from './support/launch.ts';
import { readRecords } from './support/records.ts';
import { goTo, importSeeds, opened, saved, workspaceCommand } from './support/workbench.ts';

test('a folder is imported with where it comes from, told file by file, corrected, taken back and brought back', async () => {
  const { app, page, complaints } = await launch();
  await opened(page);
  await chooseFiles(page, makeFolder());
  const dialog = page.getByRole('dialog', { name: 'Import articles' });
  await expect(dialog.getByText('5 files, ')).toBeVisible();
  await expect(dialog.getByText('.txt: 4')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Received from' }).fill('A contact in Ménaka');
  await dialog.getByRole('textbox', { name: 'Medium' }).fill('USB stick');
  await dialog.getByRole('button', { name: 'Import 5 files' }).click();

  const report = page.getByRole('dialog', { name: 'Import done' });
  await expect(report.getByText('2 articles imported · 1 already here · 2 refused')).toBeVisible();
  const lines = report.getByRole('listbox', { name: 'Files of the import' }).getByRole('option');
  await expect(lines).toHaveCount(3);
  await report.getByRole('button', { name: /Show$/ }).click();
  await page.getByRole('option', { name: 'All files (5)' }).click();
  await expect(lines).toHaveCount(5);
  await report.getByRole('searchbox', { name: 'Find in the report' }).fill('a picture');
  await expect(lines).toHaveCount(1);
  await lines.click();
  await expect(
    report.getByRole('status').getByText('Not imported: this is a picture. Read it with'),
  ).toBeVisible();
  const path = join(mkdtempSync(join(tmpdir(), 'liptako-report-')), 'report.json');
  await answerDialogs(app, { save: path });
  await report.getByRole('button', { name: 'Save as JSON…' }).click();
  await expect(page.getByText('Saved the report to')).toBeVisible();
  expect(JSON.parse(readFileSync(path, 'utf8'))).toHaveLength(5);
  await report.getByRole('button', { name: 'Close' }).last().click();

  await workspaceCommand(page, 'List of imports');
  const list = page.getByRole('dialog', { name: 'List of imports' });
  await expect(list.getByRole('textbox', { name: 'Received from' })).toHaveValue('A contact in Ménaka');
  await list.getByRole('textbox', { name: 'Received from' }).fill('A contact in Gao');
  await list.getByRole('button', { name: 'Keep the answers' }).click();
  await expect(list.getByRole('button', { name: 'Keep the answers' })).toBeDisabled();
  await expect.poll(() => receivedFrom(page)).toEqual(['A contact in Gao']);

  await list.getByRole('button', { name: 'Take this import back…' }).click();
  const question = page.getByRole('dialog', { name: /^Take back the import of/ });
  await expect(question.getByText('2 articles go away.')).toBeVisible();
  await question.getByRole('button', { name: 'Take it back' }).click();
  await expect(list.getByText('Nothing was imported yet')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Begin with five articles' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('listbox', { name: 'Articles' }).getByRole('option')).toHaveCount(2);
  expect(complaints).toEqual([]);
  await app.close();
});

test('an import rests and goes on, keeps whole articles when it is cancelled, and is one step of undo', async () => {
  const { app, page, complaints } = await launch();
  await opened(page);
  const folder = mkdtempSync(join(tmpdir(), 'liptako-many-'));
  for (let number = 0; number < 1_500; number++) {
    const text = `Report ${number} on the road\n\n${`Trucks number ${number} passed the post. `.repeat(90)}`;
    writeFileSync(join(folder, `${number}.txt`), text);
  }
  await importFiles(page, folder);
  const panel = page.getByRole('region', { name: 'Import' });
  await panel.getByRole('button', { name: 'Pause' }).click();
  await expect(panel.getByText(/^Import paused: \d+ of 1500 files$/)).toBeVisible();
  // What was in hand is kept; then nothing moves.
  let kept = -1;
  await expect(async () => {
    const before = await countArticles(page);
    await page.waitForTimeout(2_500);
    kept = await countArticles(page);
    expect(kept).toBe(before);
    expect(kept).toBeGreaterThan(0);
  }).toPass({ timeout: 60_000 });
  await expect(panel.getByText(/^Import paused/)).toBeVisible();
  await panel.getByRole('button', { name: 'Continue' }).click();
  await expect.poll(() => countArticles(page)).toBeGreaterThan(kept);
  await panel.getByRole('button', { name: 'Cancel' }).click();

  const report = page.getByRole('dialog', { name: 'Import cancelled' });
  await expect(report).toBeVisible();
  const left = await countArticles(page);
  expect(left).toBeLessThan(1_500);
  await expect(report.getByText(`${left.toLocaleString('en')} articles imported`)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(report).toHaveCount(0);
  await saved(page);
  await page.keyboard.press('Control+z');
  await expect.poll(() => countArticles(page)).toBe(0);
  expect(complaints).toEqual([]);
  await app.close();
});

test('answers are remembered for the next import, and shown beside each article', async () => {
  const { app, page, complaints } = await launch();
  await opened(page);
  await importSeeds(page);
  const folder = makeFolder();
  await chooseFiles(page, [join(folder, 'camp.txt')]);
  const dialog = page.getByRole('dialog', { name: 'Import articles' });
  await expect(dialog.getByRole('textbox', { name: 'Medium' })).toHaveValue('');
  await dialog.getByRole('textbox', { name: 'Medium' }).fill('USB stick');
  await dialog.getByRole('textbox', { name: 'Medium' }).press('Tab');
  await dialog.getByRole('button', { name: 'Import 1 file' }).click();
  await expect(page.getByRole('listbox', { name: 'Articles' }).getByRole('option')).toHaveCount(6);
  await saved(page);

  await chooseFiles(page, [join(folder, 'school.txt')]);
  await expect(dialog.getByRole('textbox', { name: 'Medium' })).toHaveValue('USB stick');
  await expect(dialog.getByText(/^Filled in as you answered on/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Empty the boxes' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Medium' })).toHaveValue('');
  await page.keyboard.press('Escape');

  await goTo(page, 'Library');
  await page.getByRole('option', { name: /Camps are moved/ }).dblclick();
  await page.getByRole('tab', { name: 'Article data' }).click();
  const data = page.getByRole('tabpanel', { name: 'Article data' });
  await expect(data.getByText('USB stick')).toBeVisible();
  await expect(data.getByText('chosen files')).toBeVisible();
  await data.getByRole('button', { name: 'Show this import' }).click();
  await expect(
    page.getByRole('dialog', { name: 'List of imports' }).getByText('1 article', { exact: true }),
  ).not.toHaveCount(0);
  expect(complaints).toEqual([]);
  await app.close();
});

/** Two articles, one of them twice, and two files that are none. */
function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'liptako-folder-'));
  mkdirSync(join(folder, 'inner'));
  const camp =
    'Camps are moved\n\nFamilies who had fled from Ménaka were brought to another camp, said the mayor.';
  writeFileSync(join(folder, 'camp.txt'), camp);
  writeFileSync(join(folder, 'inner', 'camp again.txt'), camp);
  writeFileSync(
    join(folder, 'school.txt'),
    'Schools open again\n\nEleven schools have opened again, the ministry said.',
  );
  writeFileSync(join(folder, 'inner', 'empty.txt'), '');
  writeFileSync(join(folder, 'inner', 'data.bin'), readFileSync(join(root, 'resources', 'readme.png')));
  return folder;
}

async function receivedFrom(page: Page): Promise<unknown[]> {
  const { batches = {} } = await readRecords(page, ['batches']);
  return Object.values(batches).map((batch) => (batch as { receivedFrom: string | null }).receivedFrom);
}

async function countArticles(page: Page): Promise<number> {
  return Object.keys((await readRecords(page, ['articles'])).articles ?? {}).length;
}
