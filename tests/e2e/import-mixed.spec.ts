import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { _electron, expect, test } from '@playwright/test';
import { callingDocuments, callingPage } from './support/calling-files.ts';
import { startCanary } from './support/canary.ts';
import { drop } from './support/dropping.ts';
import { launch, newUserData, root } from './support/launch.ts';
import { readRecords } from './support/records.ts';
import { savedReport } from './support/report.ts';
import { opened, saved } from './support/workbench.ts';

test('a dropped folder of 200 mixed files is imported with a line for each, and nothing is asked of a network', async () => {
  test.setTimeout(5 * 60_000);
  const userData = newUserData();
  const canary = await startCanary();
  const { app, page, complaints } = await launch(userData, {}, netLogOf(userData));
  await opened(page);
  const folder = mkdtempSync(join(tmpdir(), 'liptako-mixed-'));
  const files = mixedFiles(canary.targets.http);
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  expect(files.size).toBe(200);
  await drop(page, [folder]);
  const dialog = page.getByRole('dialog', { name: 'Import articles' });
  await dialog.getByRole('button', { name: 'Import 200 files' }).click();

  const report = page.getByRole('dialog', { name: 'Import done' });
  await expect(report).toBeVisible({ timeout: 3 * 60_000 });
  const lines = await savedReport({ app, page });

  for (const name of files.keys()) {
    const told = lines.filter(({ file }) => file.includes(name));
    expect(told.length, name).toBeGreaterThan(0);
    if (!isArchive(name)) expect(told.length, name).toBe(1);
    for (const { told: words } of told) expect(words, name).not.toMatch(/undefined|NaN|null|\[object|^$/);
  }
  const outcome = (part: string) =>
    new Set(lines.filter(({ file }) => file.includes(part)).map((line) => line.outcome));
  expect(outcome('seeds/')).toEqual(new Set(['imported']));
  expect(outcome('plain/again-')).toEqual(new Set(['duplicate']));
  expect(outcome('broken/')).toEqual(new Set(['refused']));
  for (const { file, reason } of lines.filter(
    ({ file, outcome: came }) => file.includes('office/') && came === 'refused',
  ))
    expect(reason, file).toBe('encrypted');
  expect(outcome('pages/')).toEqual(new Set(['imported']));
  for (const name of Object.keys(callingDocuments('')))
    expect(outcome(`calling/${name}`), name).toEqual(
      new Set(name === 'entity.docx' ? ['refused'] : ['imported']),
    );

  await page.keyboard.press('Escape');
  await saved(page);
  const { articles = {}, batches = {} } = await readRecords(page, ['articles', 'batches']);
  const imported = lines.filter(({ articleId, outcome: came }) => articleId !== null && came !== 'duplicate');
  expect(Object.keys(articles).sort()).toEqual(imported.map(({ articleId }) => articleId).sort());
  expect(Object.keys(batches)).toHaveLength(1);
  expect(complaints).toEqual([]);
  await app.close();
  await canary.stop();
  expect(addressesIn(userData)).toEqual([]);
  expect([...canary.hits]).toEqual([]);
});

test('the same page calls, and is heard, in a window without protection', async () => {
  const userData = newUserData();
  const canary = await startCanary();
  const page = join(userData, 'page.html');
  writeFileSync(page, callingPage(1, canary.targets.http));
  const app = await _electron.launch({
    args: [join(root, 'tests/e2e/support/bare-window.cjs'), '--log-level=3', ...netLogOf(userData)],
    cwd: root,
    env: {
      ...(process.env as Record<string, string>),
      BARE_USER_DATA: userData,
      BARE_PAGE: pathToFileURL(page).href,
    },
  });
  await expect
    .poll(() => [...canary.hits.keys()])
    .toEqual(expect.arrayContaining(['a.css', 'd.js', 'h.png']));
  await app.close();
  await canary.stop();
  expect(addressesIn(userData)).toContain(`${canary.targets.http}/d.js`);
});

function netLogOf(userData: string): string[] {
  return [`--log-net-log=${join(userData, 'net.json')}`, '--net-log-capture-mode=Everything'];
}

/** Two hundred files of many kinds: texts in several encodings, hostile pages, documents, archives, and what is none. */
function mixedFiles(there: string): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const fixtures = (from: string, to: string) => {
    for (const name of readdirSync(join(root, from)).filter(
      (one) => /\.\w+$/.test(one) && !one.endsWith('.md'),
    ))
      files.set(`${to}/${name}`, readFileSync(join(root, from, name)));
  };
  fixtures('seeds', 'seeds');
  fixtures('tests/fixtures/import/office', 'office');
  for (const name of ['info-zip.zip', 'python-nested.zip', 'python-traversal.zip', 'encrypted-info-zip.zip'])
    files.set(`archives/${name}`, readFileSync(join(root, 'tests/fixtures/import/archives', name)));
  for (let number = 0; number < 10; number++) {
    files.set(`broken/empty-${number}.txt`, new Uint8Array(0));
    files.set(`broken/data-${number}.txt`, noise(4_000 + number));
    files.set(
      `broken/cut-${number}.pdf`,
      readFileSync(join(root, 'tests/fixtures/import/office/ghostscript.pdf')).subarray(0, 300 + number),
    );
  }
  for (let number = 0; number < 40; number++)
    files.set(`pages/${number}.html`, Buffer.from(callingPage(number, there)));
  for (const [name, bytes] of Object.entries(callingDocuments(there))) files.set(`calling/${name}`, bytes);
  for (let number = 0; number < 10; number++)
    files.set(`plain/again-${number}.txt`, Buffer.from(story(3 * number)));
  for (let number = 0; files.size < 200; number++)
    files.set(`plain/${number}.txt`, Buffer.from(story(number), encodings[number % 3]));
  return files;
}

const encodings: readonly BufferEncoding[] = ['utf8', 'utf16le', 'latin1'];

/** Holds several articles, and a line of the report for each. */
function isArchive(name: string): boolean {
  return name.startsWith('archives/');
}

function story(number: number): string {
  return `Report ${number} from the road\n\nThe convoy number ${number} left Ménaka at dawn, said the mayor. "We saw ${number + 3} trucks," he added.\n`;
}

function noise(length: number): Uint8Array {
  let seed = length;
  return Uint8Array.from({ length }, () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed >>> 24;
  });
}

/** The addresses Chromium asked for, by its own log; the list of constants at the beginning is left out. */
function addressesIn(userData: string): string[] {
  const text = readFileSync(join(userData, 'net.json'), 'utf8');
  const events = text.slice(text.indexOf('"events"'));
  return [...events.matchAll(/"((?:https?|wss?|quic):\/\/[^"]*)"/g)].map((match) => match[1] ?? '');
}
