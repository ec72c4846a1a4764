import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as xlsx from '@e965/xlsx';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { launchWithSeeds } from './support/case.ts';
import { answerDialogs, type Running, root } from './support/launch.ts';
import { readRecords } from './support/records.ts';
import { goTo, journalEdits, saved } from './support/workbench.ts';

test.describe.configure({ mode: 'serial' });

const folder = mkdtempSync(join(tmpdir(), 'liptako-concordance-'));
const seedTexts = readdirSync(join(root, 'seeds')).map((name) => ({
  name,
  text: readFileSync(join(root, 'seeds', name), 'utf8'),
}));

let first: Running;

test.beforeAll(async () => {
  first = await launchWithSeeds();
});

test.afterAll(async () => {
  expect(first.complaints).toEqual([]);
  await first.app.close();
});

test('lines of a query stand sorted by the words beside them, and are counted', async () => {
  const { page } = first;
  await page.keyboard.press('Control+9');
  await findLines(page, 'mali in:noise');
  const total = seedTexts.reduce((sum, { text }) => sum + countIn(text, 'Mali'), 0);
  expect(total).toBeGreaterThan(20);
  await expect(page.getByText(`${total} lines`, { exact: true })).toBeVisible();
  const rows = lines(page).getByRole('row');
  await expect(rows).toHaveCount(total);
  const sides = await readSides(rows);
  for (const { hit } of sides) expect(fold(hit)).toBe('mali');
  const after = sides.map((side) => wordsOf(side.after)[0] ?? '');
  expect(new Set(after).size).toBeGreaterThan(10);
  expect(after).toEqual([...after].sort());

  await choose(page, 'Sort by', 'Words before');
  await expect.poll(async () => (await readSides(rows)).map(lastWord)).toEqual(sides.map(lastWord).sort());

  // The list of neighbours says how often each word stands there, and keeps its lines.
  await choose(page, 'Count by', 'Word before');
  const [word = '', count = 0] =
    Object.entries(tally(sides.map(lastWord))).sort((a, b) => b[1] - a[1])[0] ?? [];
  const neighbours = page.getByRole('complementary', { name: 'Most frequent neighbours' });
  const most = neighbours.getByRole('button', { name: new RegExp(`^${word} ?${count}$`, 'i') });
  await most.click();
  await expect(rows).toHaveCount(count);
  expect((await readSides(rows)).map(lastWord)).toEqual(Array.from({ length: count }, () => word));
  await most.click();
  await expect(rows).toHaveCount(total);

  await page.getByRole('slider').fill('20');
  for (const { before, after: right } of await readSides(rows)) {
    expect(before.length).toBeLessThanOrEqual(20);
    expect(right.length).toBeLessThanOrEqual(20);
  }
  await page.getByRole('slider').fill('80');
});

test('a line opens at its hit', async () => {
  const { page } = first;
  await lines(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'Read' })).toHaveAttribute('aria-selected', 'true');
  await expect.poll(() => flashed(page)).toMatch(/^mali$/i);
  await goTo(page, 'Search');
  await expect(lines(page)).toBeVisible();
});

test('picked lines are highlighted and tagged as one step, which one undo takes back', async () => {
  const { page } = first;
  await lines(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('4 picked')).toBeVisible();
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await expect(page.getByText('3 picked')).toBeVisible();
  const wanted = (await readSides(lines(page).locator('[role=row][aria-selected=true]'))).map(
    ({ before, hit, after }) => before.slice(-12) + hit + after.slice(0, 12),
  );
  await tagPicked(page, 'Countries/Mali');
  await expect(page.getByText('3 new highlights')).toBeVisible();
  await page.getByRole('button', { name: 'Highlight and tag', exact: true }).click();
  await expect(page.getByText(/^Tagged 3 passages with Countries ?\/ ?Mali\.$/)).toBeVisible();
  await saved(page);

  const made = await listRecords<Highlight>(page, 'highlights');
  expect(made).toHaveLength(3);
  expect(made.map(({ anchor }) => around(anchor)).sort()).toEqual(wanted.sort());
  expect(new Set(made.flatMap(({ tagIds }) => tagIds)).size).toBe(1);
  const edit = journalEdits(first.userData).at(-1);
  expect(edit?.label.action).toBe('concordance.tag');

  // Asked again, nothing is doubled: all have the tag, and a fourth is new.
  await lines(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  for (let row = 1; row < 4; row++) await page.keyboard.press('Shift+ArrowDown');
  await tagPicked(page, 'Countries/Mali');
  await expect(page.getByText('1 new highlight', { exact: true })).toBeVisible();
  await expect(page.getByText('3 lines have the tag already')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();

  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await listRecords(page, 'highlights')).length).toBe(0);
  await saved(page);
  expect(await listRecords(page, 'tags')).not.toContainEqual(expect.objectContaining({ name: 'Mali' }));
});

test('the lines are saved as they are shown', async () => {
  const { app, page } = first;
  const rows = lines(page).getByRole('row');
  const sides = await readSides(rows);
  const path = join(folder, 'lines.csv');
  await answerDialogs(app, { save: path });
  await page.getByRole('button', { name: 'Save the table' }).click();
  await page.getByRole('menuitem', { name: 'As CSV…' }).click();
  await expect(page.getByText(/^Saved .*lines\.csv/)).toBeVisible();
  const [head, ...written] = readTable(path);
  expect(head?.slice(0, 3)).toEqual(['Before', 'Found', 'After']);
  expect(written.map(([before = '', hit = '', after = '']) => before + hit + after)).toEqual(
    // What a spreadsheet would take for a formula has an apostrophe before it.
    sides.map(({ before, hit, after }) =>
      [before, hit, after].map((cell) => cell.replace(/^[-=+@]/, "'$&")).join(''),
    ),
  );
  for (const row of written) {
    const seed = seedTexts.find(({ name }) => name === row[5]);
    expect(seed, row[5]).toBeDefined();
  }
});

const names = ['Wagner', 'MINUSMA', 'Burkina Faso', 'Africa Corps', 'zyzzyva', '=SUM(A1:A9)', 'Niger'];

test('many names are searched at once: counted in every article, missing ones told', async () => {
  const { app, page } = first;
  await page.getByRole('tab', { name: 'Batch' }).click();
  const list = join(folder, 'names.csv');
  const listed = [
    '"Wagner",mercenaries',
    'MINUSMA,',
    '# a comment',
    'Burkina Faso,"a, country"',
    'wagner,again',
  ];
  writeFileSync(list, [...listed, 'Africa Corps', 'zyzzyva', '=SUM(A1:A9)', 'Niger', ''].join('\r\n'));
  await answerDialogs(app, { open: [list] });
  await page.getByRole('button', { name: 'Load a list…' }).click();
  await expect(page.getByText('Loaded names.csv.')).toBeVisible();
  await expect(page.getByText('7 names to search')).toBeVisible();
  await expect(page.getByText('1 line says the same as an earlier one')).toBeVisible();
  await expect(page.getByText('1 comment')).toBeVisible();

  // Boilerplate too, and literally, so that counting in the files comes to the same.
  const box = page.getByRole('textbox', { name: /^What to search/ });
  await box.fill(names.map((name) => (name.startsWith('=') ? name : `"${name}" in:noise`)).join('\n'));
  await page.getByRole('checkbox', { name: 'Other spellings of names too' }).uncheck();
  await page.getByRole('button', { name: 'Search 7 names' }).click();
  const missing = names.filter((name) => seedTexts.every(({ text }) => countIn(text, name) === 0));
  expect(missing.length).toBeGreaterThan(1);
  const summary = new RegExp(`^7 names in \\d articles; ${missing.length} were not found$`);
  await expect(page.getByText(summary)).toBeVisible();

  const table = page.getByRole('grid', { name: 'Names', exact: true });
  for (const name of names) {
    const places = seedTexts.map(({ text }) => countIn(text, name));
    const sum = places.reduce((total, count) => total + count, 0);
    const row = table.getByRole('row').filter({ hasText: name });
    const cells = await row.getByRole('gridcell').allInnerTexts();
    expect(cells.slice(1), name).toEqual([places.filter((count) => count > 0).length, sum].map(String));
  }

  const path = join(folder, 'matrix.csv');
  await answerDialogs(app, { save: path });
  await page.getByRole('button', { name: 'Save the batch' }).click();
  await page.getByRole('menuitem', { name: 'Names by article, as CSV…' }).click();
  await expect(page.getByText(/^Saved .*matrix\.csv/)).toBeVisible();
  const [head = [], ...rows] = readTable(path);
  expect(head[3 + names.indexOf('=SUM(A1:A9)')]).toBe("'=SUM(A1:A9)");
  expect(rows.length).toBeGreaterThan(2);
  for (const row of rows) {
    const text = seedTexts.find(({ name }) => name === row[2])?.text ?? '';
    expect(row.slice(3), row[2]).toEqual(names.map((name) => String(countIn(text, name))));
  }
});

test('a cell leads to its place, a name to its concordance', async () => {
  const { page } = first;
  const matrix = page.getByRole('grid', { name: 'Articles and names' });
  await matrix
    .getByRole('gridcell', { name: /"Wagner" in:noise: \d+ places?/ })
    .first()
    .click();
  await expect.poll(() => flashed(page)).toMatch(/^wagner$/i);
  await goTo(page, 'Search');
  await page.getByRole('grid', { name: 'Names', exact: true }).getByText('"MINUSMA"').click();
  await expect(page.getByRole('searchbox', { name: 'Every place of' })).toHaveValue('"MINUSMA" in:noise');
  const total = seedTexts.reduce((sum, { text }) => sum + countIn(text, 'MINUSMA'), 0);
  await expect(lines(page).getByRole('row')).toHaveCount(total);
});

type Highlight = {
  readonly id: string;
  readonly tagIds: readonly string[];
  readonly anchor: { readonly exact: string; readonly prefix: string; readonly suffix: string };
};

/** The records of one table. */
async function listRecords<Kept>(page: Page, table: string): Promise<Kept[]> {
  const records = await readRecords(page, [table]);
  return Object.values(records[table] ?? {}) as Kept[];
}

/** An anchor with what stands closest to it. */
function around({ prefix, exact, suffix }: Highlight['anchor']): string {
  const oneLine = (text: string) => text.replace(/\s+/g, ' ');
  return oneLine(prefix).slice(-12) + exact + oneLine(suffix).slice(0, 12);
}

function lines(page: Page): Locator {
  return page.getByRole('grid', { name: 'Lines' });
}

async function findLines(page: Page, query: string): Promise<void> {
  const box = page.getByRole('searchbox', { name: 'Every place of' });
  await box.fill(query);
  await box.press('Enter');
  await expect(lines(page)).toBeVisible();
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('button', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

async function tagPicked(page: Page, path: string): Promise<void> {
  await page.getByRole('button', { name: 'Highlight and tag…' }).click();
  await page.getByRole('combobox', { name: 'Tag for all lines' }).fill(path);
  await page.keyboard.press('Enter');
}

type Sides = { readonly before: string; readonly hit: string; readonly after: string };

/** What each line shows before, at and after its hit, read from the page. */
function readSides(rows: Locator): Promise<Sides[]> {
  return rows.evaluateAll((all) =>
    all.map((row) => {
      const hit = row.querySelector('mark');
      const before = hit?.parentElement?.previousElementSibling?.textContent ?? '';
      const after = (hit?.parentElement?.textContent ?? '').slice(hit?.textContent?.length ?? 0);
      return { before, hit: hit?.textContent ?? '', after };
    }),
  );
}

function lastWord({ before }: Sides): string {
  return wordsOf(before).at(-1) ?? '';
}

/** Folded words, without the possessive. */
function wordsOf(text: string): string[] {
  return (
    fold(text)
      .replace(/^['’]s\b/, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function tally(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

/** How often the words of `name` stand one after another in `text`. */
function countIn(text: string, name: string): number {
  const escaped = (fold(name).match(/[\p{L}\p{N}]+/gu) ?? []).join('[^\\p{L}\\p{N}]+');
  return fold(text).match(new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'gu'))?.length ?? 0;
}

/** A CSV file as another program reads it. */
function readTable(path: string): string[][] {
  const book = xlsx.read(readFileSync(path, 'utf8').replace(/^\ufeff/, ''), { type: 'string', raw: true });
  const [name = ''] = book.SheetNames;
  const sheet = book.Sheets[name];
  if (sheet === undefined) throw new Error(`no table in ${path}`);
  return xlsx.utils.sheet_to_json<string[]>(sheet, { header: 1, defval: '', raw: false, blankrows: false });
}

/** The words that are flashed in the open article. */
function flashed(page: Page): Promise<string> {
  return page.evaluate(() => {
    const name = [...CSS.highlights.keys()].find((one) => one.includes('flash')) ?? '';
    const [range] = [...(CSS.highlights.get(name) ?? [])];
    if (range === undefined) return '';
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return live.toString();
  });
}
