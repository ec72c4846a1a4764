import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { read as readBook, utils, write as writeBook } from '@e965/xlsx';
import { _electron, expect, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { attack, launchWithSeeds, losses, markPassages, witness } from './support/case.ts';
import { answerDialogs, newUserData, type Running, root } from './support/launch.ts';
import { countRecords, readRecords } from './support/records.ts';
import { saved, workspaceCommand } from './support/workbench.ts';

test.describe.configure({ mode: 'serial' });

let first: Running;
const folder = mkdtempSync(join(tmpdir(), 'liptako-exchange-'));
const fixtures = resolve(root, 'tests/fixtures/exchange');

test.beforeAll(async () => {
  first = await launchWithSeeds();
  await markPassages(first.page);
});

test.afterAll(async () => {
  expect(first.complaints).toEqual([]);
  await first.app.close();
});

/** Write the coding in a format through the dialog; answers the saved file. */
async function exportAs(format: string, name: string): Promise<Buffer> {
  const { app, page } = first;
  const path = join(folder, name);
  await answerDialogs(app, { save: path });
  await workspaceCommand(page, 'Export the coding…');
  const dialog = page.getByRole('dialog', { name: 'Export the coding' });
  await dialog
    .getByRole('button', { name: /^Format/ })
    .or(dialog.getByLabel('Format'))
    .first()
    .click();
  await page.getByRole('option', { name: format, exact: true }).click();
  await dialog.getByRole('button', { name: 'Write' }).click();
  await dialog.getByRole('button', { name: 'Save…' }).click();
  await expect(dialog).toBeHidden();
  return readFileSync(path);
}

/** Pick `path` to be imported; answers the dialog once it says what it found. */
async function pick(path: string) {
  const { app, page } = first;
  await answerDialogs(app, { open: [path] });
  await workspaceCommand(page, 'Import a coding project…');
  const dialog = page.getByRole('dialog', { name: 'Import a coding project' });
  await expect(dialog.getByText(/^Reading|^Article \d/)).toHaveCount(0);
  return dialog;
}

async function importFile(path: string): Promise<void> {
  const dialog = await pick(path);
  await dialog.getByRole('button', { name: 'Import' }).click();
  await expect(dialog.getByText(/^Imported\./)).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await saved(first.page);
}

async function expectNothingNew(path: string): Promise<void> {
  const dialog = await pick(path);
  await expect(dialog.getByText('There is nothing new in it.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
}

/** The highlights that are kept, by their words. */
async function highlightsByQuote() {
  const records = await readRecords(first.page, ['highlights']);
  type Kept = { id: string; note: string; grade: unknown; anchor: { exact: string } };
  return new Map((Object.values(records.highlights ?? {}) as Kept[]).map((one) => [one.anchor.exact, one]));
}

test('web annotations go out by the W3C’s rules, and bring nothing new when they come back', async () => {
  const bytes = await exportAs('Web Annotations (JSON-LD)', 'coding.jsonld');
  const collection = JSON.parse(bytes.toString('utf8'));

  expect(collection).toMatchObject({ type: 'AnnotationCollection', total: 3 });
  const quotes = collection.first.items.map(
    ({ target }: { target: { selector: { exact?: string }[] } }) => target.selector[1]?.exact,
  );
  expect(quotes.sort()).toEqual([attack, losses, witness].sort());
  await expectNothingNew(join(folder, 'coding.jsonld'));
});

test('a note, a tag and a grade that were changed in Excel come back', async () => {
  await exportAs('Highlights as a table (Excel)', 'coding.xlsx');
  await expectNothingNew(join(folder, 'coding.xlsx'));
  const book = readBook(readFileSync(join(folder, 'coding.xlsx')));
  const [name = ''] = book.SheetNames;
  const rows: Record<string, string>[] = utils.sheet_to_json(book.Sheets[name] ?? {}, { defval: '' });
  const changed = rows.map((row) =>
    row.quote === losses
      ? {
          ...row,
          note: '=1+1 à vérifier',
          tags: `${row.tags}; to check`,
          source_reliability: 'B',
          information_credibility: '2',
        }
      : row,
  );
  const edited = utils.book_new();
  utils.book_append_sheet(edited, utils.json_to_sheet(changed), 'Edited');
  writeFileSync(join(folder, 'edited.xlsx'), writeBook(edited, { type: 'buffer', bookType: 'xlsx' }));

  await importFile(join(folder, 'edited.xlsx'));

  const kept = await highlightsByQuote();
  expect(kept.size).toBe(3);
  expect(kept.get(losses)).toMatchObject({
    note: '=1+1 à vérifier',
    grade: { reliability: 'B', credibility: 2 },
    tagIds: [expect.any(String), expect.any(String)],
  });
});

test('a table of text is guarded against spreadsheets, and comes back as it was', async () => {
  const csv = (await exportAs('Highlights as a table (CSV)', 'coding.csv')).toString('utf8');

  expect(csv).toContain(`"'=1+1 à vérifier"`);
  await expectNothingNew(join(folder, 'coding.csv'));
});

test('the codebook goes out as a table and brings nothing new', async () => {
  const csv = (await exportAs('Codebook as a table (CSV)', 'codebook.csv')).toString('utf8');

  expect(csv).toMatch(/^\ufeff?"path","description"/);
  expect(csv).toContain('"attack.attack on civilians"');
  await expectNothingNew(join(folder, 'codebook.csv'));
});

test('highlights go to Taguette as rows of their tags, and are known when they come back', async () => {
  const csv = (await exportAs('Highlights for Taguette (CSV)', 'taguette.csv')).toString('utf8');

  expect(csv.split('\r\n').filter((line) => line.includes(losses))).toHaveLength(2);
  await expectNothingNew(join(folder, 'taguette.csv'));
});

test('the page shows every text with its passages, asks for nothing and finds a quote by itself', async () => {
  await exportAs('One HTML page', 'coding.html');
  const address = pathToFileURL(join(folder, 'coding.html')).href;
  const env = { ...(process.env as Record<string, string>), BARE_USER_DATA: newUserData() };
  const open = (url: string) =>
    _electron.launch({
      args: [resolve(root, 'tests/e2e/support/bare-window.cjs'), '--log-level=3'],
      env: { ...env, BARE_PAGE: url },
    });
  const bare = await open(address);
  const page = await bare.firstWindow();
  await page.waitForLoadState('load');
  const marked = await page.locator('.said > li').evaluateAll((items) =>
    items.map(({ id }) =>
      [...document.querySelectorAll<HTMLElement>('mark')]
        .filter(({ dataset }) => dataset.passages?.split(' ').includes(id.slice(2)))
        .map(({ textContent }) => textContent)
        .join(''),
    ),
  );
  expect(marked.sort()).toEqual([attack, losses, witness].sort());
  expect(await page.locator('script').count()).toBe(0);
  expect(await page.evaluate(() => performance.getEntriesByType('resource').length)).toBe(0);
  const texts = await page
    .locator('.text')
    .evaluateAll((all) => all.map(({ textContent }) => textContent ?? ''));
  const proved = await page.locator('.hash').allTextContents();
  expect(texts.map((text) => createHash('sha256').update(text).digest('hex'))).toEqual(proved);
  const check = await page
    .locator('li', { hasText: losses })
    .getByRole('link', { name: 'Check the quote' })
    .first()
    .getAttribute('href');
  await bare.close();

  // As the browser opens it in a new tab: no script of ours, the browser itself goes to the words.
  // On a busy machine it may give that up: then the link is followed once more.
  await expect(async () => {
    const again = await open(`${address}${check}`);
    try {
      const lit = await again.firstWindow();
      await expect(lit.locator('mark', { hasText: losses }).first()).toBeInViewport({ timeout: 10_000 });
    } finally {
      await again.close();
    }
  }).toPass({ timeout: 60_000 });
});

for (const [format, place] of [
  ['Markdown, a file for each article', 'articles/'],
  ['Markdown, a file for each tag', 'tags/'],
] as const)
  test(`${format} is a vault with every passage`, async () => {
    const files = unzipSync(await exportAs(format, `${place.slice(0, -1)}.zip`));
    const written = Object.entries(files)
      .filter(([name]) => name.startsWith(place))
      .map(([, content]) => strFromU8(content))
      .join('\n');

    for (const quote of [attack, losses]) expect(written.replaceAll('\\', '')).toContain(`> ${quote}`);
    expect(written).toContain('à vérifier');
    expect(strFromU8(files['index.md'] ?? new Uint8Array())).toContain(`[[${place}`);
  });

test('a Taguette project comes in with its texts, and again with nothing new', async () => {
  const path = join(fixtures, 'taguette/sahel-demo.sqlite3');
  const before = await countRecords(first.page, 'articles');
  await importFile(path);

  expect(await countRecords(first.page, 'articles')).toBe(before + 2);
  const kept = await highlightsByQuote();
  expect([...kept.keys()]).toEqual(
    expect.arrayContaining([
      'الهجوم وقع قرب الحدود مع النيجر',
      '« au moins onze personnes » ont été tuées. 🚚🔥',
      'tuées. 🚚🔥\nL’armée malienne n’a pas confirmé le bilan',
    ]),
  );
  await expectNothingNew(path);
});

test('Taguette’s own table of that project brings no highlight twice', async () => {
  const before = await countRecords(first.page, 'highlights');
  const dialog = await pick(join(fixtures, 'taguette/all_tags.csv'));

  await expect(dialog.getByText('Taguette highlights')).toBeVisible();
  await expect(dialog.getByText(/Articles found here/)).toBeVisible();
  const confirm = dialog.getByRole('button', { name: 'Import', exact: true });
  if (await confirm.isVisible()) await confirm.click();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await saved(first.page);
  expect(await countRecords(first.page, 'highlights')).toBe(before);
});

test('an import is one step back', async () => {
  await first.page.keyboard.press('ControlOrMeta+z');
  await saved(first.page);
  await expect.poll(() => countRecords(first.page, 'highlights')).toBe(3);
});

for (const { what, bytes, words } of [
  { what: 'cut JSON', bytes: '{"type": "AnnotationCollection"', words: /begins like JSON/ },
  {
    what: 'a key of prototypes',
    bytes: '[{"type":"Annotation","__proto__":{}}]',
    words: /no honest program/,
  },
  { what: 'a broken database', bytes: `SQLite format 3\0${'x'.repeat(4096)}`, words: /database is damaged/ },
  { what: 'an open quote', bytes: 'id,document,tag,content\n1,a,b,"c', words: /never closes/ },
])
  test(`${what} is refused in words, and changes nothing`, async () => {
    const path = join(folder, 'hostile.bin');
    writeFileSync(path, bytes);
    const before = await readRecords(first.page);
    const dialog = await pick(path);

    await expect(dialog.getByRole('alert')).toContainText(words);
    await expect(dialog.getByRole('alert')).toContainText('Nothing was imported.');
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    expect(await readRecords(first.page)).toEqual(before);
  });
