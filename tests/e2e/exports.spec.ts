import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { _electron, expect, type Page, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import {
  attack,
  briefTitle,
  launchWithSeeds,
  losses,
  markPassages,
  witness,
  writeBrief,
} from './support/case.ts';
import {
  answerDialogs,
  launch,
  newUserData,
  type Running,
  root,
  run,
  workspaceFolder,
} from './support/launch.ts';
import { readRecords } from './support/records.ts';
import { goTo, opened, saved, workspaceCommand } from './support/workbench.ts';
import { preview } from './support/writing.ts';

test.describe.configure({ mode: 'serial' });

let first: Running;
const folder = mkdtempSync(join(tmpdir(), 'liptako-exports-'));

test.beforeAll(async () => {
  first = await launchWithSeeds();
  await markPassages(first.page);
  await writeBrief(first.page);
});

test.afterAll(async () => {
  expect(first.complaints).toEqual([]);
  await first.app.close();
});

/** What every way out has to carry, whatever it looks like. */
const carried = [
  briefTitle,
  'Desk Liptako',
  'TLP:AMBER+STRICT',
  'What happened',
  'Men on motorbikes fired at villagers',
  attack,
  witness,
  losses,
  'Where it happened',
  'All that is marked',
  'Notes and sources',
  'attribution',
  'Africa Defense Forum',
  'Figaro via TheWorldNews',
  sha256OfSeed('002'),
  sha256OfSeed('003'),
];

test('the PDF holds every passage and its proof', async () => {
  const path = await exportAs('PDF', 'brief.pdf');
  const bytes = readFileSync(path);
  expect(bytes.toString('latin1', 0, 5)).toBe('%PDF-');
  const pages = bytes.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
  expect(pages.length).toBeGreaterThan(0);
  const text = await run('pdftotext', ['-layout', path, '-']).catch(() => null);
  test.skip(text === null, 'the text is read by pdftotext (poppler-utils), which is not on this machine');
  expectAll(text ?? '');
  expect(
    (text ?? '').match(/TLP:AMBER\+STRICT/g)?.length,
    'the label stands on every page',
  ).toBeGreaterThanOrEqual(2 * pages.length);
});

test('the Word document holds every passage and its proof', async () => {
  const path = await exportAs('Word (DOCX)', 'brief.docx');
  const { value: text } = await mammoth.extractRawText({ path });
  // Mammoth leaves out what stands above and below every page: the label.
  const parts = Object.entries(unzipSync(readFileSync(path))).filter(([name]) =>
    /word\/header\d*\.xml/.test(name),
  );
  expectAll(text + parts.map(([, bytes]) => strFromU8(bytes)).join(''));
  const { value: html, messages } = await mammoth.convertToHtml({ path });
  expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
  const targets = Array.from(html.matchAll(/href="#([^"]+)"/g), ([, id]) => id);
  expect(targets.length).toBeGreaterThan(0);
  for (const id of targets) expect(html).toContain(`id="${id}"`);
});

test('the Markdown holds every passage and its proof', async () => {
  const text = readFileSync(await exportAs('Markdown', 'brief.md'), 'utf8');
  expectAll(text.replace(/\\(?=[^\w\s])/g, ''));
});

test('the HTML page asks for nothing, runs nothing, and its citations lead to the notes', async () => {
  const path = await exportAs('HTML, one file', 'brief.html');
  const bare = await _electron.launch({
    args: [resolve(root, 'tests/e2e/support/bare-window.cjs'), '--log-level=3'],
    env: {
      ...(process.env as Record<string, string>),
      BARE_USER_DATA: newUserData(),
      BARE_PAGE: pathToFileURL(path).href,
    },
  });
  const page = await bare.firstWindow();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.reload();
  await page.waitForLoadState('load');
  expect(requests).toEqual([pathToFileURL(path).href]);
  expect(await page.evaluate(() => performance.getEntriesByType('resource').length)).toBe(0);
  expect(await page.locator('script').count()).toBe(0);
  expectAll((await page.locator('body').textContent()) ?? '');

  const citations = page.locator('main a.cite');
  const count = await citations.count();
  expect(count).toBe(6);
  for (let at = 0; at < count; at++) {
    const number = (await citations.nth(at).textContent())?.replace(/\D/g, '');
    await citations.nth(at).click();
    const note = page.locator(':target');
    await expect(note).toBeInViewport();
    await expect(note).toContainText([witness, losses, attack][Number(number) - 1] ?? '?');
  }
  await bare.close();
});

test('a bundle brings the same records and files into another workspace', async () => {
  const path = await exportAs('Bundle of the whole workspace', 'case.liptako');
  const records = await readRecords(first.page);
  const second = await launch();
  await opened(second.page);
  await importBundle(second, path);
  expect(await readRecords(second.page)).toEqual(records);
  for (const kind of ['originals', 'texts']) {
    const kept = keptFiles(second, kind);
    expect(kept).toEqual(keptFiles(first, kind));
    // The text of each of the five is its original byte for byte, which is kept once.
    expect(kept).toHaveLength(kind === 'originals' ? 5 : 0);
    for (const { name, sha256 } of kept) expect(name).toContain(sha256);
  }
  await goTo(second.page, 'Brief');
  await expect(preview(second.page).getByText(`“${losses}”`)).toBeVisible();
  await second.kill();
});

async function exportAs(format: string, name: string): Promise<string> {
  const path = join(folder, name);
  const { app, page } = first;
  await answerDialogs(app, { save: path });
  await goTo(page, 'Brief');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: format }).click();
  const told = page.getByRole('region', { name: 'Messages' }).getByText(name);
  await expect(told).toBeVisible();
  await dismissAll(page);
  return path;
}

async function dismissAll(page: Page): Promise<void> {
  const close = page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Close' });
  while ((await close.count()) > 0) await close.first().click();
}

/** Every format breaks lines and hyphenates in its own way: white space does not count. */
function expectAll(text: string): void {
  const solid = text.replace(/\s+/g, '');
  for (const piece of carried) expect(solid).toContain(piece.replace(/\s+/g, ''));
}

async function importBundle({ app, page }: Running, path: string): Promise<void> {
  await answerDialogs(app, { open: [path] });
  await workspaceCommand(page, 'Import a bundle…');
  const dialog = page.getByRole('dialog', { name: 'Import a bundle' });
  await expect(dialog.getByText('5 articles')).toBeVisible();
  await expect(dialog.getByText('3 highlights')).toBeVisible();
  await dialog.getByRole('button', { name: 'Import' }).click();
  await expect(dialog.getByText('Imported:')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await saved(page);
}

/** The kept files of a workspace with the hash of what they really hold. */
function keptFiles({ userData }: Running, kind: string): { name: string; sha256: string }[] {
  const parent = join(workspaceFolder(userData), kind);
  if (!existsSync(parent)) return [];
  return readdirSync(parent, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => ({ name, sha256: sha256Of(readFileSync(join(parentPath, name))) }))
    .sort((one, other) => one.name.localeCompare(other.name));
}

function sha256OfSeed(number: string): string {
  const seeds = join(root, 'seeds');
  const name = readdirSync(seeds).find((each) => each.startsWith(number)) ?? '';
  return sha256Of(readFileSync(join(seeds, name)));
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
