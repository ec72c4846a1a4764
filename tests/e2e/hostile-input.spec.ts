import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { Desktop } from '#shared/ipc.ts';
import { hostileFiles } from '#tests/fixtures/import/make-hostile.ts';
import { launchWithSeeds } from './support/case.ts';
import { hostileBundles, markedBundle } from './support/hostile-bundles.ts';
import { importFiles } from './support/importing.ts';
import { answerDialogs, launch, type Running, root, workspaceFolder } from './support/launch.ts';
import { articleText } from './support/reading.ts';
import { type Records, readRecords } from './support/records.ts';
import { goTo, journalEdits, opened, saved, workspaceCommand } from './support/workbench.ts';

test('files made to do harm are refused or repaired with one clear line, the rest comes in', async () => {
  const running = await launchWithSeeds();
  const { page } = running;
  await setTrap(page);
  const before = await readRecords(page);
  const folder = mkdtempSync(join(tmpdir(), 'liptako-hostile-'));
  const files = hostileFiles().map((file) => ({ ...file, name: basename(file.name) }));
  for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);

  await importAndRead(
    running,
    files.map(({ name }) => join(folder, name)),
  );
  const told = await savedReport(running);
  const after = await readRecords(page);
  const articles = Object.values(after.articles ?? {}) as Article[];

  expect(told.map(({ file }) => file)).toEqual(files.map(({ name }) => name));
  for (const { name, expect: expected } of files) {
    const line = told.find(({ file }) => file === name);
    expect(line?.sentence, name).toMatch(
      sentences[expected.outcome === 'refused' ? expected.reason : 'in'] ?? /^$/,
    );
    expect(line?.sentence, name).not.toMatch(/undefined|NaN|null|\[object/);
    if (expected.outcome === 'refused') continue;
    // Several of the files hold the same words in other bytes: they are told as already here.
    const article = articles.find(({ id }) => id === line?.articleId);
    const text = await textOf(running, article);
    expect(text, name).toContain(expected.holds);
    if (line?.outcome === 'duplicate') continue;
    expect(article?.encoding, name).toBe(expected.encoding);
    if (expected.title !== undefined) expect(article?.title.value, name).toBe(expected.title);
  }
  expectKept(before, after);
  await readAll(page, articles.length);
  await close(running);
});

test('the same articles again are told as already here', async () => {
  const running = await launchWithSeeds();
  const { page } = running;
  const { articles } = await readRecords(page, ['articles']);
  const seeds = readdirSync(join(root, 'seeds')).map((name) => join(root, 'seeds', name));
  await importAndRead(running, seeds);
  await expect(report(page).getByText('0 articles imported · 5 already here')).toBeVisible();
  for (const { sentence } of await savedReport(running))
    expect(sentence).toMatch(/^Already here, the same file/);
  expect((await readRecords(page, ['articles'])).articles).toEqual(articles);
  await close(running);
});

test('every bundle made to do harm is refused with one line, and nothing changes', async () => {
  const running = await launchWithSeeds();
  const { app, page, userData } = running;
  await setTrap(page);
  const before = await readRecords(page);
  const edits = journalEdits(userData).length;
  const kept = listFiles(userData);
  const folder = mkdtempSync(join(tmpdir(), 'liptako-hostile-'));
  for (const { name, bytes, refusal } of hostileBundles()) {
    writeFileSync(join(folder, name), bytes);
    await answerDialogs(app, { open: [join(folder, name)] });
    await workspaceCommand(page, 'Import a bundle…');
    const alert = page.getByRole('dialog', { name: 'Import a bundle' }).getByRole('alert');
    await expect(alert.getByText(refusal), name).toBeVisible();
    await expect(alert.getByText('Nothing was imported.')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(alert).toHaveCount(0);
  }
  expect(await readRecords(page)).toEqual(before);
  expect(journalEdits(userData)).toHaveLength(edits);
  expect(listFiles(userData)).toEqual(kept);
  expect(await page.evaluate(() => 'isAdmin' in {})).toBe(false);
  await close(running);
});

test('markup and direction marks in every field are shown as the text they are', async () => {
  const running = await launch();
  const { app, page } = running;
  await opened(page);
  await setTrap(page);
  const path = join(mkdtempSync(join(tmpdir(), 'liptako-hostile-')), 'marked.liptako');
  const { bytes, title } = markedBundle();
  writeFileSync(path, bytes);
  await answerDialogs(app, { open: [path] });
  await workspaceCommand(page, 'Import a bundle…');
  const dialog = page.getByRole('dialog', { name: 'Import a bundle' });
  await dialog.getByRole('button', { name: 'Import' }).click();
  await expect(dialog.getByText('Imported:')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  const shown = '<img src=x onerror="window.__pwned=1">';
  const row = page.getByRole('listbox', { name: 'Articles' }).getByRole('option', { name: shown }).first();
  await row.dblclick();
  // The mark that would turn the words round is named instead.
  await expect(page.getByRole('heading', { name: shown })).toHaveText(
    `RLO${title.slice(1).replace('\u2066', 'LRI')}`,
  );
  for (const screen of ['Timeline', 'Analysis', 'Brief', 'Library'] as const) {
    await goTo(page, screen);
    await expect(page.getByText(shown).filter({ visible: true }).first()).toBeVisible();
  }
  await goTo(page, 'Map');
  expect(await page.locator('img[src="x"]').count()).toBe(0);
  await close(running);
});

type Article = {
  readonly id: string;
  readonly encoding: string;
  readonly textSha256: string;
  readonly title: { readonly value: string };
};

/** How the report tells each outcome. */
const sentences: Record<string, RegExp> = {
  in: /^(Imported as: |Imported with repairs \(.*\d.*\) as: |Already here, )/,
  empty: /^Not imported: there is no text in it\. If there should be/,
  'too-large': /^Not imported: it has 50 MB; an article may have 25 MB at most\. Split it/,
  binary: /^Not imported: it holds data, not text\. If it is/,
  unsupported:
    /^Not imported: this is an? .*\. |^Not imported: this is an? .*, (not an article|which is not read)\./,
  damaged: /^Not imported: it is cut short or broken inside\. Fetch it again/,
  undecodable: /^Not imported: its characters can’t be read as /,
};

function report(page: Page) {
  return page.getByRole('dialog', { name: 'Import done' });
}

async function importAndRead({ page }: Running, paths: string[]): Promise<void> {
  await importFiles(page, paths);
  // What needs a look opens the report by itself.
  await expect(report(page)).toBeVisible({ timeout: 60_000 });
}

type Line = {
  readonly file: string;
  readonly outcome: string;
  readonly sentence: string;
  readonly articleId: string;
};

/** The report as it is saved: every file with its sentence. */
async function savedReport({ app, page }: Running): Promise<Line[]> {
  const path = join(mkdtempSync(join(tmpdir(), 'liptako-report-')), 'report.csv');
  await answerDialogs(app, { save: path });
  const dialog = report(page);
  await expect(dialog.getByRole('option').first()).toBeVisible();
  await dialog.getByRole('button', { name: 'Save as CSV…' }).click();
  await expect(page.getByText('Saved the report to')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await saved(page);
  const [, ...rows] = readCsv(readFileSync(path, 'utf8'));
  return rows.map(([file = '', outcome = '', sentence = '', articleId = '']) => ({
    file,
    outcome,
    sentence,
    articleId,
  }));
}

/** Rows of a CSV file as RFC 4180 has them. */
function readCsv(text: string): string[][] {
  return text
    .replace(/^\ufeff/, '')
    .split('\r\n')
    .filter((row) => row !== '')
    .map((row) =>
      Array.from(row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g), ([, quoted, bare]) =>
        quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'),
      ),
    );
}

/** The text as it is kept on the disk, its hash checked. */
function textOf({ page }: Running, article: Article | undefined): Promise<string> {
  return page.evaluate(async (sha256) => {
    const { desktop } = window as unknown as { desktop: Desktop };
    const bytes = await desktop.readKept({ kind: 'text', sha256 });
    return bytes === null ? '' : new TextDecoder().decode(bytes);
  }, article?.textSha256 ?? '');
}

function expectKept(before: Records, after: Records): void {
  for (const [table, records] of Object.entries(before)) expect(after[table]).toMatchObject(records);
}

/** Go through every article with the keys, and see its text each time. */
async function readAll(page: Page, count: number): Promise<void> {
  await goTo(page, 'Library');
  const list = page.getByRole('listbox', { name: 'Articles' });
  await list.getByRole('option').first().dblclick();
  for (let at = 1; at < count; at++) {
    await expect(articleText(page)).toBeVisible();
    await page.keyboard.press('j');
  }
}

/** Anything that runs shows itself. */
async function setTrap(page: Page): Promise<void> {
  page.on('dialog', (dialog) => {
    throw new Error(`a dialog opened: ${dialog.message()}`);
  });
  await page.evaluate(() => {
    document.title = 'untouched';
  });
}

async function close({ app, page, complaints }: Running): Promise<void> {
  expect(await page.evaluate(() => '__pwned' in window)).toBe(false);
  expect(complaints).toEqual([]);
  await app.close();
}

function listFiles(userData: string): string[] {
  return readdirSync(workspaceFolder(userData), { recursive: true }).map(String).sort();
}
