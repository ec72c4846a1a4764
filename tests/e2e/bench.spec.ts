import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { launchWithSeeds } from './support/case.ts';
import { chooseFiles } from './support/importing.ts';
import { launch, type Running, root } from './support/launch.ts';
import { articleText, openArticle, selectByMouse } from './support/reading.ts';
import { countRecords } from './support/records.ts';
import { goTo, saved } from './support/workbench.ts';

const many = 5_000;
const rounds = 5;

type Row = { readonly what: string; readonly few: string; readonly many: string };

test('how long things take with 5 and with 5,000 articles', async () => {
  test.setTimeout(30 * 60_000);
  const small = await measure(await launchWithSeeds());
  const { running, perSecond, indexed } = await importMany();
  const large = await measure(running);
  const rows: Row[] = [
    { what: 'start to usable window', few: small.start, many: large.start },
    { what: 'import', few: '', many: `${perSecond} articles/s` },
    { what: 'last article imported to searchable', few: '', many: indexed },
    { what: 'search, a place', few: small.place, many: large.place },
    { what: 'search, two words and a wildcard', few: small.words, many: large.words },
    { what: 'open an article', few: small.open, many: large.open },
    { what: 'add a highlight, to the disk', few: small.highlight, many: large.highlight },
    { what: 'start when IndexedDB is gone', few: small.rebuild, many: large.rebuild },
  ];
  print(rows);
});

/** Restart the program on what `running` holds, and measure; it is closed afterwards. */
async function measure(running: Running) {
  const { userData } = running;
  await running.app.close();
  const start = await median(async () => {
    const [again, took] = await timeStart(userData);
    await again.app.close();
    return took;
  });
  const [{ app, page }] = await timeStart(userData);
  await searchFor(page, 'menaka');
  const place = await median(() => searchFor(page, 'menaka'));
  const words = await median(() => searchFor(page, 'attack* soldiers'));
  await page.getByRole('button', { name: 'Clear the search' }).click();
  const open = await median(() => openNext(page));
  const highlight = await median(() => addHighlight(page));
  await app.close();
  rmSync(join(userData, 'IndexedDB'), { recursive: true });
  const [rebuilt, took] = await timeStart(userData);
  await expect(rebuilt.page.getByText('from the journal')).toBeVisible();
  await rebuilt.app.close();
  return { start, place, words, open, highlight, rebuild: inWords(took) };
}

/** From the start of the process until the library lists its articles. */
async function timeStart(userData: string): Promise<[Running, number]> {
  const began = performance.now();
  const running = await launch(userData);
  await running.page
    .getByRole('listbox', { name: 'Articles' })
    .getByRole('option')
    .first()
    .waitFor({ timeout: 600_000 });
  return [running, performance.now() - began];
}

async function importMany() {
  const running = await launchWithSeeds();
  const { page } = running;
  await chooseFiles(page, writeArticles());
  const began = performance.now();
  await page.keyboard.press('Enter');
  await expect.poll(() => countRecords(page, 'articles'), { timeout: 20 * 60_000 }).toBe(many);
  await saved(page);
  const took = performance.now() - began;
  const dialog = page.getByRole('dialog', { name: 'Import done' });
  const corner = page.getByRole('region', { name: 'Import' });
  await dialog.or(corner.getByText('Import done')).waitFor({ timeout: 60_000 });
  await page.keyboard.press('Escape');
  const indexBegan = performance.now();
  await page.getByRole('searchbox', { name: 'Search everything' }).fill(`bulletin${many - 1}`);
  await expect(page.getByText('1 article', { exact: true })).toBeVisible({ timeout: 10 * 60_000 });
  await page.getByRole('button', { name: 'Clear the search' }).click();
  const perSecond = Math.round(((many - 5) / took) * 1_000);
  return { running, perSecond, indexed: inWords(performance.now() - indexBegan) };
}

/** Texts of about 400 words put together from the sentences of the seeds, each with a headline of its own. */
function writeArticles(): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'liptako-bench-'));
  const seeds = join(root, 'seeds');
  const sentences = readdirSync(seeds)
    .flatMap((name) => readFileSync(join(seeds, name), 'utf8').split(/(?<=[.!?”])\s+/))
    .filter((sentence) => sentence.length > 40);
  return Array.from({ length: many - 5 }, (_, index) => {
    const number = index + 5;
    const body = Array.from({ length: 18 }, (_, at) => sentences[(number * 31 + at * 17) % sentences.length]);
    const path = join(folder, `bulletin-${number}.txt`);
    writeFileSync(path, `Bulletin${number} on the Sahel\n\n${body.join('\n\n')}\n`);
    return path;
  });
}

/** From the last letter until what it found is shown; the pause after which typing is heeded is part of it. */
async function searchFor(page: Page, query: string): Promise<number> {
  const box = page.getByRole('searchbox', { name: 'Search everything' });
  await box.fill('');
  await box.fill(`${query.slice(0, -1)}`);
  await page.waitForTimeout(500);
  const began = performance.now();
  await box.fill(query);
  const results = page.getByRole('region', { name: 'Search results' });
  await results.locator('mark').first().waitFor({ timeout: 120_000 });
  await page.waitForFunction(
    (asked) => document.querySelector('section p')?.textContent?.includes(asked),
    query.split(' ').at(-1) ?? '',
  );
  return performance.now() - began;
}

async function openNext(page: Page): Promise<number> {
  await goTo(page, 'Read');
  const list = page.getByRole('listbox', { name: 'Articles' });
  await list.focus();
  const before = await articleText(page)
    .textContent({ timeout: 1_000 })
    .catch(() => null);
  const began = performance.now();
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction((old) => {
    const text = document.querySelector('[data-article-text]')?.textContent;
    return text !== undefined && text !== old;
  }, before);
  return performance.now() - began;
}

/** From the key until the passage is painted and everything is on the disk. */
async function addHighlight(page: Page): Promise<number> {
  if ((await articleText(page).count()) === 0) await openArticle(page, 'Bulletin');
  const count = await countRecords(page, 'highlights');
  const paragraphs = await articleText(page).locator('p:visible').allTextContents();
  await selectByMouse(
    page,
    paragraphs
      .filter((text) => text.length > 60)
      [count]?.slice(0, 40)
      .trim() ?? '',
  );
  await page.keyboard.press('Escape');
  const began = performance.now();
  await page.keyboard.press('h');
  await page.waitForFunction(() => !CSS.highlights.has('selected'));
  await saved(page);
  const took = performance.now() - began;
  await expect.poll(() => countRecords(page, 'highlights')).toBe(count + 1);
  return took;
}

async function median(work: () => Promise<number>): Promise<string> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push(await work());
  return inWords(times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0);
}

function inWords(milliseconds: number): string {
  return milliseconds < 1_000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1_000).toFixed(1)} s`;
}

function print(rows: readonly Row[]): void {
  const line = (what: string, few: string, most: string) =>
    `${what.padEnd(40)}${few.padStart(14)}${most.padStart(18)}`;
  const lines = [
    line('', '5 articles', '5,000 articles'),
    ...rows.map((row) => line(row.what, row.few, row.many)),
  ];
  process.stdout.write(`\n${lines.join('\n')}\n\n`);
}
