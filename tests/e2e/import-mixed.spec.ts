import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { importFiles } from './support/importing.ts';
import { answerDialogs, launch, newUserData, root } from './support/launch.ts';
import { readRecords } from './support/records.ts';
import { opened, saved } from './support/workbench.ts';

type Line = {
  readonly file: string;
  readonly outcome: string;
  readonly reason: string;
  readonly told: string;
  readonly articleId: string | null;
};

test('a folder of 200 mixed files is imported with a line for each, and nothing is asked of a network', async () => {
  test.setTimeout(5 * 60_000);
  const userData = newUserData();
  const netLog = join(userData, 'net.json');
  const { app, page, complaints } = await launch(userData, {}, [
    `--log-net-log=${netLog}`,
    '--net-log-capture-mode=Everything',
  ]);
  await opened(page);
  const folder = mkdtempSync(join(tmpdir(), 'liptako-mixed-'));
  const files = mixedFiles();
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  expect(files.size).toBe(200);
  await importFiles(page, folder);

  const report = page.getByRole('dialog', { name: 'Import done' });
  await expect(report).toBeVisible({ timeout: 3 * 60_000 });
  const path = join(userData, 'report.json');
  await answerDialogs(app, { save: path });
  await report.getByRole('button', { name: 'Save as JSON…' }).click();
  await expect(page.getByText('Saved the report to')).toBeVisible();
  const lines: Line[] = JSON.parse(readFileSync(path, 'utf8'));

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

  await page.keyboard.press('Escape');
  await saved(page);
  const { articles = {}, batches = {} } = await readRecords(page, ['articles', 'batches']);
  const imported = lines.filter(({ articleId, outcome: came }) => articleId !== null && came !== 'duplicate');
  expect(Object.keys(articles).sort()).toEqual(imported.map(({ articleId }) => articleId).sort());
  expect(Object.keys(batches)).toHaveLength(1);
  expect(complaints).toEqual([]);
  await app.close();
  expect(addressesIn(netLog)).toEqual([]);
});

/** Two hundred files of many kinds: texts in several encodings, hostile pages, documents, archives, and what is none. */
function mixedFiles(): Map<string, Uint8Array> {
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
    files.set(`pages/${number}.html`, Buffer.from(hostilePage(number)));
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

/** A page that would call for a dozen things, were any of it shown or run. */
function hostilePage(number: number): string {
  const there = `http://192.0.2.${number + 1}`;
  return `<!doctype html><html><head><title>Page ${number}: the market is open</title>
<link rel="stylesheet" href="${there}/a.css"><link rel="preload" as="image" href="${there}/p.png"><link rel="dns-prefetch" href="${there}">
<style>@import url("${there}/b.css"); body { background: url(${there}/c.png) }</style>
<script src="${there}/d.js"></script><script>fetch("${there}/e"); document.write("harm")</script>
<meta http-equiv="refresh" content="0;url=${there}/f"><base href="${there}/"></head>
<body onload="fetch('${there}/g')"><img src="${there}/h.png" onerror="alert(1)"><iframe src="${there}/i"></iframe>
<article><h1>Page ${number}: the market is open</h1>
<p>The market of town number ${number} is open again, said a trader who came with ${number + 2} bags of millet.</p>
<p><a href="javascript:fetch('${there}/j')">Read also</a> and more from the people who live near the road to Gao.</p></article>
<video src="${there}/k.mp4" poster="${there}/l.png" autoplay></video><object data="${there}/m"></object></body></html>`;
}

function noise(length: number): Uint8Array {
  let seed = length;
  return Uint8Array.from({ length }, () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed >>> 24;
  });
}

/** The addresses Chromium asked for, by its own log; the list of constants at the beginning is left out. */
function addressesIn(log: string): string[] {
  const text = readFileSync(log, 'utf8');
  const events = text.slice(text.indexOf('"events"'));
  return [...events.matchAll(/"((?:https?|wss?|quic):\/\/[^"]*)"/g)].map((match) => match[1] ?? '');
}
