import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launch, newUserData, workspaceFolder } from './support/launch.ts';
import { goTo, importSeeds, libraryTitles, opened, saved } from './support/workbench.ts';

type Damage = {
  readonly what: string;
  readonly doIt: (folder: string) => void;
  /** Chromium may make it good by itself, from its log: then nothing is to be told. */
  readonly mayMend?: boolean;
  /** Chromium goes on writing behind the torn place and finds it at the next start: one more repair, told again. */
  readonly mayRecur?: boolean;
};

const file = (folder: string, pattern: RegExp) => {
  const name = readdirSync(folder).find((each) => pattern.test(each));
  if (name === undefined) throw new Error(`no ${pattern} in ${folder}`);
  return join(folder, name);
};

/** Kinds of damage after which Chromium by itself serves an empty database, or none at all. */
const damages: Damage[] = [
  { what: 'was deleted', doIt: (folder) => rmSync(folder, { recursive: true }) },
  { what: 'has an empty CURRENT file', doIt: (folder) => truncateSync(join(folder, 'CURRENT')) },
  { what: 'lost its CURRENT file', doIt: (folder) => rmSync(join(folder, 'CURRENT')), mayMend: true },
  { what: 'lost its MANIFEST file', doIt: (folder) => rmSync(file(folder, /^MANIFEST/)) },
  {
    what: 'has half a MANIFEST file',
    doIt: (folder) => {
      const manifest = file(folder, /^MANIFEST/);
      truncateSync(manifest, Math.floor(readFileSync(manifest).length / 2));
    },
  },
  {
    what: 'has flipped bytes in its log',
    doIt: (folder) => {
      const log = file(folder, /\.log$/);
      const bytes = readFileSync(log);
      for (let at = 40; at < bytes.length; at += 997) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
      writeFileSync(log, bytes);
    },
  },
  {
    what: 'lost the end of its log',
    doIt: (folder) => {
      const log = file(folder, /\.log$/);
      truncateSync(log, Math.floor(readFileSync(log).length * 0.6));
    },
    mayRecur: true,
  },
];

for (const { what, doIt, mayMend = false, mayRecur = false } of damages) {
  test(`everything comes back when the IndexedDB folder ${what}`, async () => {
    const userData = newUserData();
    const before = await launch(userData);
    await opened(before.page);
    await importSeeds(before.page);
    await before.page.getByRole('option').first().click();
    await before.page.keyboard.press('f');
    await expect(before.page.getByRole('img', { name: 'flagged' })).toHaveCount(1);
    await saved(before.page);
    const titles = await libraryTitles(before.page);
    await before.kill();

    doIt(join(userData, 'IndexedDB', 'app_workbench_0.indexeddb.leveldb'));
    const after = await launch(userData);
    await opened(after.page);

    if (!mayMend) await expect(after.page.getByText('from the journal')).toBeVisible();
    expect(await libraryTitles(after.page)).toEqual(titles);
    await expect(after.page.getByRole('img', { name: 'flagged' })).toHaveCount(1);
    await after.page.getByRole('option').last().dblclick();
    await expect(after.page.getByText('show of force').first()).toBeVisible();
    // And it goes on: what is done now is there after the next start, without another repair.
    await goTo(after.page, 'Library');
    await after.page.getByRole('option').nth(2).click();
    await after.page.keyboard.press('f');
    await expect(after.page.getByRole('img', { name: 'flagged' })).toHaveCount(2);
    await saved(after.page);
    await after.kill();
    const again = await launch(userData);
    await opened(again.page);
    await expect(again.page.getByRole('img', { name: 'flagged' })).toHaveCount(2);
    if (!mayRecur) await expect(again.page.getByText('from the journal')).toHaveCount(0);
    await again.app.close();
  });
}

test('a record cut short at the end of the journal is set aside and told, the rest is there', async () => {
  const userData = newUserData();
  const before = await launch(userData);
  await opened(before.page);
  await importSeeds(before.page);
  await before.kill();
  const journal = file(join(workspaceFolder(userData), 'journal'), /\.journal$/);
  const handle = openSync(journal, 'a');
  writeSync(handle, Buffer.from([0, 0, 40, 0, 1, 2, 3, 4]));
  closeSync(handle);

  const after = await launch(userData);
  await opened(after.page);

  await expect(after.page.getByText('are set aside')).toBeVisible();
  expect(await libraryTitles(after.page)).toHaveLength(5);
  await after.app.close();
});

test('damage in the middle of the journal opens the recovery screen, and only the analyst goes on', async () => {
  const userData = newUserData();
  const before = await launch(userData);
  await opened(before.page);
  await importSeeds(before.page);
  await before.page.getByRole('option').first().click();
  await before.page.keyboard.press('f');
  await expect(before.page.getByRole('img', { name: 'flagged' })).toHaveCount(1);
  await saved(before.page);
  await before.kill();
  const folder = join(workspaceFolder(userData), 'journal');
  const journal = file(folder, /\.journal$/);
  const bytes = readFileSync(journal);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(journal, bytes);

  const after = await launch(userData);
  await expect(
    after.page.getByRole('heading', { name: 'The journal is damaged in the middle' }),
  ).toBeVisible();
  expect(readFileSync(journal).equals(bytes)).toBe(true);
  await after.page.getByRole('button', { name: 'Set the damaged part aside and open' }).click();
  await opened(after.page);

  const asides = readdirSync(folder).filter((name) => name.includes('damaged'));
  expect(asides).toHaveLength(1);
  expect(readFileSync(join(folder, asides[0] ?? '')).equals(bytes)).toBe(true);
  await after.app.close();
});

test('a second program on the same workspace is refused, the first goes on', async () => {
  const userData = newUserData();
  const first = await launch(userData);
  await opened(first.page);
  const folder = workspaceFolder(userData);
  expect(existsSync(join(folder, 'lock'))).toBe(true);

  // Another installation whose known workspaces hold this one: its own user data, the same folder.
  const other = newUserData();
  writeFileSync(join(other, 'workspaces.json'), readFileSync(join(userData, 'workspaces.json')));
  const second = await launch(other);

  await expect(second.page.getByRole('heading', { name: 'open in another program' })).toBeVisible();
  await second.app.close();
  await expect(first.page.getByRole('tablist', { name: 'Screens' })).toBeVisible();
  await first.app.close();
});

test('a working copy that goes while the program runs is told, takes no edit, and comes back', async () => {
  const userData = newUserData();
  const { app, page } = await launch(userData);
  await opened(page);
  await importSeeds(page);
  const titles = await libraryTitles(page);

  await page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
  });
  const banner = page.getByRole('alert').filter({ hasText: 'the working copy failed' });
  await expect(banner).toBeVisible();
  await page.getByRole('option').first().click();
  await page.keyboard.press('f');
  await expect(page.getByRole('img', { name: 'flagged' })).toHaveCount(0);

  await banner.getByRole('button', { name: 'Open again' }).click();
  await expect(page.getByText('from the journal')).toBeVisible();
  expect(await libraryTitles(page)).toEqual(titles);
  await page.getByRole('option').first().click();
  await page.keyboard.press('f');
  await expect(page.getByRole('img', { name: 'flagged' })).toHaveCount(1);
  await app.close();
});
