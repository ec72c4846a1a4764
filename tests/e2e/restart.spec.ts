import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { attack, briefTitle, launchWithSeeds, markPassages, witness, writeBrief } from './support/case.ts';
import { launch, type Running } from './support/launch.ts';
import { acceptPlace, openMap } from './support/placing.ts';
import { openArticle, painted } from './support/reading.ts';
import { type Records, readRecords } from './support/records.ts';
import { goTo, opened, saved } from './support/workbench.ts';
import { preview } from './support/writing.ts';

const ends: Record<string, (running: Running) => Promise<void>> = {
  'closed as usual': ({ app }) => app.close(),
  killed: async (running) => {
    await preferencesWritten(running);
    await running.kill();
  },
};

for (const [how, end] of Object.entries(ends)) {
  test(`everything is there again after the program was ${how}`, async () => {
    test.setTimeout(4 * 60_000);
    const before = await launchWithSeeds();
    await markPassages(before.page);
    await openArticle(before.page, 'ambition to control');
    await writeNote(before.page);
    await acceptPlace(before.page, 'Ménaka');
    await writeBrief(before.page);
    await dress(before.page);
    // One edit is taken back, so that there is something to do again too.
    const all = await readRecords(before.page);
    await press(before.page, 'Undo');
    const records = await readRecords(before.page);
    expect(records).not.toEqual(all);
    const widths = await paneWidths(before.page);
    await end(before);

    const after = await launch(before.userData);
    const { page } = after;
    await opened(page);
    expect(await readRecords(page)).toEqual(records);
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(page.getByRole('button', { name: 'Light theme' })).toBeVisible();
    await expectShown(page);
    expect(await paneWidths(page)).toEqual(widths);

    await press(page, 'Redo');
    expect(await readRecords(page)).toEqual(all);
    await expect(page.getByRole('banner').getByRole('button', { name: 'Redo' })).toBeDisabled();
    await undoToTheSeeds(page, all);
    expect(after.complaints).toEqual([]);
    await after.app.close();
  });
}

async function writeNote(page: Page): Promise<void> {
  const list = page.getByRole('list', { name: 'Highlights of this article' });
  await list.getByRole('button', { name: attack }).click();
  await list.getByRole('textbox', { name: 'Note' }).fill('Told by an official.');
  await page.keyboard.press('Control+Enter');
  await saved(page);
}

/** Another theme, and a wider list. */
async function dress(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Dark theme' }).click();
  await goTo(page, 'Read');
  const handle = page.getByRole('separator', { name: 'Width of the list' });
  const box = await handle.boundingBox();
  if (box === null) throw new Error('no handle');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 90, y, { steps: 5 });
  await page.mouse.up();
}

/** What is no work (theme, pane sizes) is written to the disk within seconds, not at once. */
async function preferencesWritten({ page, userData }: Running): Promise<void> {
  const folder = join(userData, 'Local Storage', 'leveldb');
  const values = await page.evaluate(() => Object.values<string>({ ...localStorage }));
  const missing = () => {
    const logs = readdirSync(folder).filter((name) => /\.(log|ldb)$/.test(name));
    const written = logs.map((name) => readFileSync(join(folder, name), 'latin1')).join('');
    return values.filter((value) => !written.includes(value));
  };
  await expect.poll(missing, { timeout: 20_000 }).toEqual([]);
}

async function paneWidths(page: Page): Promise<number[]> {
  await goTo(page, 'Read');
  return page.evaluate(() =>
    ['list', 'middle', 'inspector'].map(
      (id) => document.getElementById(id)?.getBoundingClientRect().width ?? -1,
    ),
  );
}

async function press(page: Page, name: 'Undo' | 'Redo'): Promise<void> {
  await saved(page);
  const before = JSON.stringify(await readRecords(page));
  await page.getByRole('banner').getByRole('button', { name }).click();
  await expect.poll(async () => JSON.stringify(await readRecords(page))).not.toBe(before);
  await saved(page);
}

async function expectShown(page: Page): Promise<void> {
  await openArticle(page, 'ambition to control');
  await expect.poll(async () => (await painted(page)).get('tag-red')).toEqual([attack]);
  expect((await painted(page)).get('tag-teal')).toEqual([witness]);
  const list = page.getByRole('list', { name: 'Highlights of this article' });
  await expect(list.getByText('Told by an official.')).toBeVisible();
  await openMap(page);
  await expect(page.getByRole('list', { name: 'Accepted places' })).toContainText('Ménaka');
  await goTo(page, 'Brief');
  await expect(preview(page).getByRole('heading', { name: briefTitle })).toBeVisible();
  await expect(preview(page).getByText(`“${witness}”`)).toBeVisible();
}

/** What an earlier run of the program did is taken back like what was done just now. */
async function undoToTheSeeds(page: Page, all: Records): Promise<void> {
  const made = ['highlights', 'mentions', 'briefs', 'blocks'];
  const count = async () => {
    const records = await readRecords(page, made);
    return made.reduce((sum, table) => sum + Object.keys(records[table] ?? {}).length, 0);
  };
  while ((await count()) > 0) await press(page, 'Undo');
  const { articles } = await readRecords(page, ['articles']);
  expect(Object.keys(articles ?? {})).toEqual(Object.keys(all.articles ?? {}));
}
