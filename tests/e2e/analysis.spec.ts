import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as xlsx from '@e965/xlsx';
import { expect, type Page, test } from '@playwright/test';
import { cohenKappa } from '#core/analysis/coefficients.ts';
import { attack, launchWithSeeds, losses, markPassages, witness } from './support/case.ts';
import { answerDialogs, type Running } from './support/launch.ts';
import { articleText, painted } from './support/reading.ts';
import { putRecords, readRecords } from './support/records.ts';
import { goTo, saved } from './support/workbench.ts';

test.describe.configure({ mode: 'serial' });

let first: Running;
const folder = mkdtempSync(join(tmpdir(), 'liptako-analysis-'));

type StoredHighlight = {
  readonly id: string;
  readonly analystId: string;
  readonly tagIds: readonly string[];
  readonly anchor: {
    readonly articleId: string;
    readonly textSha256: string;
    readonly start: number;
    readonly end: number;
    readonly exact: string;
  };
};

/** The second analyst's highlights: some as the first one's, some not. */
const boris = '01900000-0000-7000-8000-00000000b0b0';

test.beforeAll(async () => {
  first = await launchWithSeeds();
  await markPassages(first.page);
  const own = await listStored(first.page);
  const theirs = own
    .filter(({ anchor }) => anchor.exact !== losses)
    .map((highlight, index) => {
      const { anchor } = highlight;
      // The one as it is, the other shorter by its first word.
      const cut = anchor.exact === witness ? 'shot '.length : 0;
      return {
        ...highlight,
        id: `01990000-0000-7000-8000-00000000000${index}`,
        analystId: boris,
        anchor: { ...anchor, start: anchor.start + cut, exact: anchor.exact.slice(cut) },
      };
    });
  await putRecords(first.page, 'analysts', [{ id: boris, name: 'Boris' } as { id: string }]);
  await putRecords(first.page, 'highlights', theirs);
  await goTo(first.page, 'Analysis');
  await expect(passageRows(first.page)).toHaveCount(5);
});

test.afterAll(async () => {
  expect(first.complaints).toEqual([]);
  await first.app.close();
});

test('the table filters, groups, sorts and is saved as it is shown', async () => {
  const { app, page } = first;
  await page.getByRole('searchbox', { name: 'Words in quote, note or title' }).fill('MOTORBIKES');
  await expect(passageRows(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'More filters' }).click();
  await choose(page, 'Analyst', 'Boris');
  await expect(passageRows(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(passageRows(page)).toHaveCount(5);

  await page.getByLabel('Published from').fill('2024-01-01');
  await expect(page.getByText(/left out: their articles state no date/)).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).click();

  await choose(page, 'Group by', 'analyst');
  await expect(page.getByRole('row', { name: /^Boris 2 passages/ })).toBeVisible();
  const file = join(folder, 'passages.xlsx');
  await answerDialogs(app, { save: file });
  await page.getByRole('button', { name: 'Save the table' }).click();
  await page.getByRole('menuitem', { name: 'As an Excel workbook…' }).click();
  await expect(page.getByText(/^Saved .*passages\.xlsx/)).toBeVisible();
  const sheet = xlsx.read(readFileSync(file), { type: 'buffer' }).Sheets.passages ?? {};
  const rows = xlsx.utils.sheet_to_json<Record<string, string>>(sheet);
  expect(rows.map(({ group, quote }) => [group, quote])).toEqual(
    expect.arrayContaining([
      ['Boris', attack],
      ['this analyst', losses],
    ]),
  );
  expect(rows).toHaveLength(5);
  await choose(page, 'Group by', 'nothing');

  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Analyst' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('columnheader', { name: 'Analyst' }).getByRole('button').click();
  await expect(passageRows(page).first()).toContainText('Boris');
});

test('a tag is given to several passages by keyboard, as one step of undo', async () => {
  const { page } = first;
  const grid = page.getByRole('grid', { name: 'Passages' });
  // Only those of the first analyst are in the journal, so only they can be edited here.
  await page.getByRole('searchbox', { name: 'Words in quote, note or title' }).fill('soldats maliens');
  await expect(passageRows(page)).toHaveCount(1);
  await grid.focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Add a tag…' }).click();
  await page.getByRole('searchbox', { name: 'Part of the name' }).fill('attack on civ');
  await page.keyboard.press('Enter');
  await expect(passageRows(page).first()).toContainText('attack on civilians');
  await saved(page);
  const tagged = (await listStored(page)).find(({ anchor }) => anchor.exact === losses);
  expect(tagged?.tagIds).toHaveLength(2);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect(passageRows(page).first()).not.toContainText('attack on civilians');
  await page.getByRole('button', { name: 'Show all' }).click();
});

test('quotations stand in their sentences, can be widened and are saved as Markdown', async () => {
  const { app, page } = first;
  await page.getByRole('tab', { name: 'Quotations' }).click();
  const list = page.getByRole('region', { name: 'Quotations' });
  const quoted = list.getByRole('article').filter({ hasText: losses });
  await expect(quoted).toBeVisible();
  const before = (await quoted.innerText()).length;
  expect(before).toBeGreaterThan(losses.length + 40);
  await quoted.getByRole('button', { name: 'More context' }).click();
  await expect.poll(async () => (await quoted.innerText()).length).toBeGreaterThan(before);
  const file = join(folder, 'quotations.md');
  await answerDialogs(app, { save: file });
  await page.getByRole('button', { name: 'Save as Markdown…' }).click();
  await expect(page.getByText(/^Saved .*quotations\.md/)).toBeVisible();
  expect(readFileSync(file, 'utf8')).toContain(`**${losses}**`);
});

test('tags that come together are counted, and a cell opens their passages by keyboard', async () => {
  const { page } = first;
  await page.getByRole('tab', { name: 'Co-occurrence' }).click();
  const grid = page.getByRole('grid', { name: 'Tags that come together' });
  const cell = grid.getByRole('gridcell', { name: /^attack on civilians, attribution:/ });
  // Two of the first analyst's overlap, two of the second's, and each with the other's.
  await expect(cell).toHaveText('4');
  await choose(page, 'Together in', 'the same article');
  await expect(cell).toHaveText('1');
  await choose(page, 'Together in', 'the same highlight');
  await expect(cell).toHaveText('');
  await choose(page, 'Together in', 'the same paragraph');
  await expect(cell).toHaveText('1');
  await choose(page, 'Show', 'coefficient (0 to 1)');
  await expect(cell).toHaveText('1.00');
  await choose(page, 'Together in', 'overlapping highlights');
  await choose(page, 'Show', 'how often');
  await grid.focus();
  const place = async () => await grid.getAttribute('aria-activedescendant');
  await page.keyboard.press('Control+Home');
  for (let step = 0; step < 6; step++) {
    const id = await cell.getAttribute('id');
    if ((await place())?.split('-').at(-1) === id?.split('-').at(-1)) break;
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'Passages' })).toHaveAttribute('aria-selected', 'true');
  await expect(passageRows(page)).toHaveCount(4);
  await page.getByRole('button', { name: 'Show all' }).click();
});

test('tags are counted by month as it is stated, the rest in a column of its own', async () => {
  const { page } = first;
  await page.getByRole('tab', { name: 'Tags ×' }).click();
  await choose(page, 'Tags by', 'month of publication');
  await expect(page.getByRole('columnheader', { name: 'No date stated' })).toBeVisible();
  await page.getByRole('gridcell', { name: /^killed, No date stated: 1 passage/ }).click();
  await expect(passageRows(page)).toHaveCount(1);
  await expect(passageRows(page).first()).toContainText(losses);
  await page.getByRole('button', { name: 'Show all' }).click();
});

test('coverage goes to what is not coded, and the backlight greys it', async () => {
  const { page } = first;
  await page.getByRole('tab', { name: 'Coverage' }).click();
  const grid = page.getByRole('grid', { name: 'Coverage of the articles' });
  await expect(grid.getByRole('row')).toHaveCount(6);
  await choose(page, 'Show', 'without a highlight');
  await expect(grid.getByRole('row')).toHaveCount(4);
  await choose(page, 'Show', 'all articles');
  await choose(page, 'A row opens', 'the first paragraph not coded');
  await grid.getByRole('row', { name: /Face aux groupes/ }).click();
  await expect(articleText(page)).toContainText(losses);
  await page.keyboard.press('Control+b');
  await expect.poll(async () => (await painted(page)).has('dimmed')).toBe(true);
  const dimmed = (await painted(page)).get('dimmed')?.join('') ?? '';
  expect(dimmed).not.toContain(losses);
  expect(dimmed.length).toBeGreaterThan(0);
  // Paragraphs out of sight are not drawn, and left out of `innerText`.
  const text = (await articleText(page).textContent()) ?? '';
  expect(dimmed.length).toBeLessThan(text.length);
  await page.keyboard.press('Control+b');
  await page.keyboard.press('Control+b');
  await expect.poll(async () => (await painted(page)).has('dimmed')).toBe(false);
});

test('the agreement of two analysts is that of their words, and a difference opens', async () => {
  const { page } = first;
  await goTo(page, 'Analysis');
  await page.getByRole('tab', { name: 'Agreement' }).click();
  const table = page.getByRole('grid', { name: 'Agreement by tag' });
  const row = table.getByRole('row', { name: /^attribution/ });
  await expect(row).toBeVisible();
  const cells = (await row.getByRole('gridcell').allInnerTexts()).map((cell) => cell.trim());
  const [, , kappa, , both, one, other, neither] = cells.map((cell) => Number(cell.replace(/[^\d.-]/g, '')));
  // Letters and digits part the words; only the first one is missing in the second coding.
  const all = witness.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  expect([both, Math.max(one ?? 0, other ?? 0), Math.min(one ?? 0, other ?? 0)]).toEqual([all - 1, 1, 0]);
  const expected = cohenKappa([
    [both ?? 0, one ?? 0],
    [other ?? 0, neither ?? 0],
  ]);
  expect(expected.ok && expected.value.toFixed(3)).toBe(kappa?.toFixed(3));
  await expect(table.getByRole('row', { name: /^attack on civilians/ })).toContainText('1.000');

  const differences = page.getByRole('grid', { name: 'Where they differ' });
  await differences.getByRole('row').filter({ hasText: '“shot”' }).click();
  await expect(articleText(page)).toContainText(witness);
});

test('a passage opens in its article', async () => {
  const { page } = first;
  await goTo(page, 'Analysis');
  await page.getByRole('tab', { name: 'Passages' }).click();
  await page.getByRole('grid', { name: 'Passages' }).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(articleText(page)).toBeVisible();
});

function passageRows(page: Page) {
  return page.getByRole('grid', { name: 'Passages' }).locator('[role=row][aria-selected]');
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page
    .getByRole('tabpanel')
    .last()
    .getByRole('button', { name: new RegExp(`${label}$`) })
    .click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

async function listStored(page: Page): Promise<StoredHighlight[]> {
  const { highlights = {} } = await readRecords(page, ['highlights']);
  return Object.values(highlights) as StoredHighlight[];
}
