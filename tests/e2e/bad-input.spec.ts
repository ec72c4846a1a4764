import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { Desktop } from '#shared/ipc.ts';
import { makeZip } from '#tests/unit/core/import/containers/zip/make-zip.ts';
import type { BadFile } from './support/bad-file.ts';
import { badFiles, writeBadFile } from './support/bad-files.ts';
import { drop } from './support/dropping.ts';
import { importFiles } from './support/importing.ts';
import { launch, newUserData } from './support/launch.ts';
import { readRecords } from './support/records.ts';
import { type ReportLine, savedReport } from './support/report.ts';
import { importSeeds, opened, saved } from './support/workbench.ts';

test('a dropped folder of bad files comes in as far as it can, with a line on each, and harms nothing', async () => {
  test.skip(process.platform !== 'linux', 'pipes, closed folders and such names are made for Linux');
  const files = badFiles().filter(({ way }) => way !== 'unreadable' || mayBeRefused());
  const { app, page, complaints } = await launch(newUserData(), {}, [], asAnalyst());
  await opened(page);
  await importSeeds(page);
  const before = await readRecords(page);
  const folder = makeFolder('bad', files);
  for (const name of ['.DS_Store', 'Thumbs.db', '.hidden.txt']) writeFileSync(join(folder, name), 'x');
  // Links are not followed: this one would lead round in a circle.
  symlinkSync('.', join(folder, 'loop'));

  await drop(page, [folder]);
  const dialog = page.getByRole('dialog', { name: 'Import articles' });
  await expect(dialog.getByText(`${files.length} files, `)).toBeVisible();
  await expect(dialog.getByText('3 passed over')).toBeVisible();
  for (const { name, befalls } of files) befalls?.(join(folder, name));
  await dialog.getByRole('button', { name: /^Import \d+ files$/ }).click();
  const report = page.getByRole('dialog', { name: 'Import done' });
  await expect(report).toBeVisible({ timeout: 2 * 60_000 });
  const lines = await savedReport({ app, page });

  for (const bad of files) expectTold(bad, lines);
  const others = lines.filter(({ file }) => !files.some(({ name }) => isOf(name, file)));
  expect(others.map(({ file, told }) => `${file}: ${told}`).sort()).toEqual([
    'bad: Passed over: 1 hidden file (such as .hidden.txt). If it is an article, choose the file by itself.',
    'bad: Passed over: 2 files that systems or programs keep for themselves (such as .DS_Store). There is nothing to do.',
  ]);

  await report.getByRole('button', { name: /Show$/ }).click();
  await page.getByRole('option', { name: /^All files/ }).click();
  await report.getByRole('searchbox', { name: 'Find in the report' }).fill('gnp');
  // The mark that would make it end in .png is named instead.
  await expect(report.getByRole('option').filter({ hasText: 'RLO' })).toContainText('gnp.txt');
  await page.keyboard.press('Escape');
  await saved(page);
  const after = await readRecords(page);
  for (const [table, records] of Object.entries(before)) expect(after[table]).toMatchObject(records);
  const kept = lines.flatMap(({ articleId }) => articleId ?? []);
  expect(Object.keys(after.articles ?? {})).toHaveLength(5 + kept.length);
  const lineEnds = lines.find(({ file }) => file === 'bad/line ends.txt')?.articleId ?? '';
  expect(await textOf(page, lineEnds)).toBe(
    'Lines of Gao\n\nThe first line ends.\nThe second line ends.\nThe third line ends.\n',
  );
  expect(complaints).toEqual([]);
  await app.close();
});

for (const [what, happens, told] of [
  ['goes away', (path) => rmSync(path), /^Not imported to its end: it was moved, renamed or deleted/],
  ['changes', (path) => appendFileSync(path, 'more'), /^Not imported to its end: it was changed or replaced/],
] satisfies [string, (path: string) => void, RegExp][]) {
  test(`an archive that ${what} while it is read leaves whole articles, and the files behind it come in`, async () => {
    const { app, page, complaints } = await launch();
    await opened(page);
    const folder = makeFolder('reports', []);
    const archive = join(folder, 'a.zip');
    writeFileSync(archive, manyReports(4_000));
    writeFileSync(join(folder, 'b.txt'), 'Behind it\n\nThe road behind the archive is open.\n');
    await importFiles(page, folder);
    const panel = page.getByRole('region', { name: 'Import' });
    await expect(panel.getByText(/^[1-9]\d* articles? kept/)).toBeVisible({ timeout: 60_000 });
    await panel.getByRole('button', { name: 'Pause' }).click();
    await expect(panel.getByText(/^Import paused/)).toBeVisible();
    happens(archive);
    await panel.getByRole('button', { name: 'Continue' }).click();

    const report = page.getByRole('dialog', { name: 'Import done' });
    await expect(report).toBeVisible({ timeout: 60_000 });
    const lines = await savedReport({ app, page });
    const kept = lines.filter(({ outcome }) => outcome === 'imported');
    expect(kept.length).toBeGreaterThan(1);
    expect(kept.length).toBeLessThan(4_000);
    expect(kept.at(-1)?.file).toBe('reports/b.txt');
    expect(lines.find(({ file }) => file === 'reports/a.zip')?.told).toMatch(told);
    // The entry in hand may be told by itself as well.
    expect(lines.length - kept.length).toBeLessThanOrEqual(2);
    await page.keyboard.press('Escape');
    await saved(page);
    const { articles = {} } = await readRecords(page, ['articles']);
    expect(Object.keys(articles).sort()).toEqual(kept.map(({ articleId }) => articleId).sort());
    const last = kept.at(-2);
    expect(await textOf(page, last?.articleId ?? '')).toBe(
      reportText(Number(/(\d+)\.txt$/.exec(last?.file ?? '')?.[1])),
    );
    expect(complaints).toEqual([]);
    await app.close();
  });
}

test('a second import is shown as waiting, gets its turn, and leaves the report of the first at hand', async () => {
  const { app, page, complaints } = await launch();
  await opened(page);
  const first = makeFolder('first', []);
  writeFileSync(join(first, 'a.zip'), manyReports(4_000));
  const second = makeFolder('second', []);
  writeFileSync(join(second, 'c.txt'), 'The second\n\nThe road of the second import is open.\n');
  writeFileSync(join(second, 'd.txt'), '');
  await importFiles(page, first);
  const panel = page.getByRole('region', { name: 'Import' });
  await panel.getByRole('button', { name: 'Pause' }).click();
  await importFiles(page, second);
  const waiting = panel.getByRole('list', { name: 'Waiting' }).getByRole('listitem');
  await expect(waiting).toHaveText([/^Waiting for its turn: another import of 2 files/]);
  await importFiles(page, [join(second, 'c.txt')]);
  await expect(waiting).toHaveCount(2);
  await waiting.last().getByRole('button', { name: 'Give up' }).click();
  await expect(waiting).toHaveCount(1);
  await panel.getByRole('button', { name: 'Cancel' }).click();

  const report = page.getByRole('dialog', { name: 'Import done' });
  await expect(report.getByText('1 article imported · 1 refused')).toBeVisible({ timeout: 60_000 });
  await report.getByRole('button', { name: 'Close' }).last().click();
  const notice = page.getByText('Not every file of an import came in whole.');
  await expect(notice).toBeVisible();
  expect(complaints).toEqual([]);
  await app.close();
});

/** Root reads every file: the program runs as one who does not. Nothing when nobody need be changed into. */
function asAnalyst(): string[] {
  if (process.getuid?.() !== 0 || !mayBeRefused()) return [];
  return without;
}

/** Whether a file can be closed to the program here; says why not. */
function mayBeRefused(): boolean {
  const [command = '', ...rest] = without;
  const may = process.getuid?.() !== 0 || spawnSync(command, [...rest, 'true']).status === 0;
  const description = 'there is no setpriv here, and root may read every file: closed files are left out';
  if (!may && !test.info().annotations.some((one) => one.description === description)) {
    test.info().annotations.push({ type: 'skip', description });
    console.log(description);
  }
  return may;
}

const rights = '-dac_override,-dac_read_search';
const without = ['setpriv', `--bounding-set=${rights}`, `--inh-caps=${rights}`];

function makeFolder(name: string, files: readonly BadFile[]): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'liptako-bad-')), name);
  mkdirSync(folder);
  for (const file of files) writeBadFile(folder, file);
  return folder;
}

function isOf(name: string, file: string): boolean {
  return file === `bad/${name}` || file.startsWith(`bad/${name}/`);
}

/** The report has the lines on a bad file that it should have, and no others. */
function expectTold({ way, name, told }: BadFile, lines: readonly ReportLine[]): void {
  const its = lines.filter(({ file }) => isOf(name, file));
  const wanted = Object.entries(told).map(([part, words]) => [
    part === '' || part === '/' ? `bad/${name}${part}` : `bad/${name}/${part}`,
    words,
  ]);
  const what = `${way}: ${name}`;
  expect(its.map(({ file }) => file).sort(), what).toEqual(wanted.map(([file]) => file).sort());
  for (const [file, words] of wanted) {
    const line = its.find((one) => one.file === file);
    expect(line?.told, what).toMatch(words ?? /$^/);
    expect(line?.told, what).not.toMatch(/undefined|NaN|null|\[object/);
    expect(line?.articleId !== null, what).toBe(/^Imported/.test(line?.told ?? ''));
  }
}

/** The text of an article as it lies on the disk. */
async function textOf(page: Page, articleId: string): Promise<string> {
  const { articles = {} } = await readRecords(page, ['articles']);
  const article = articles[articleId] as { readonly textSha256: string } | undefined;
  return page.evaluate(async (sha256) => {
    const { desktop } = window as unknown as { desktop: Desktop };
    return new TextDecoder().decode((await desktop.readKept({ kind: 'text', sha256 })) ?? undefined);
  }, article?.textSha256 ?? '');
}

/** An archive that takes some seconds, so that something can befall it meanwhile. */
function manyReports(count: number): Uint8Array {
  const encoder = new TextEncoder();
  return makeZip(
    Array.from({ length: count }, (_, at) => ({ name: `${at}.txt`, data: encoder.encode(reportText(at)) })),
  );
}

function reportText(number: number): string {
  const sentences = Array.from(
    { length: 60 },
    (_, at) => `Post ${at} counted ${number * 61 + at} trucks on the road.`,
  );
  return `Report ${number} from the road\n\n${sentences.join(' ')}\n`;
}
