import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { Article } from '#core/article.ts';
import { creation } from '#core/history/change.ts';
import { idFrom } from '#core/ids.ts';
import { launchWithSeeds } from './support/case.ts';
import { importFiles } from './support/importing.ts';
import { openJournalFile } from './support/large-case.ts';
import { answerDialogs, launch, newUserData, type Running, root, workspaceFolder } from './support/launch.ts';
import { articleText, openArticle } from './support/reading.ts';
import { readRecords } from './support/records.ts';
import { goTo, journalEdits, opened, saved, workspaceCommand } from './support/workbench.ts';

const seed = (name: string) => readFileSync(join(root, 'seeds', name), 'utf8').normalize('NFC');
const report = seed('001_a9e9740a1a7fd727.txt');
const other = seed('003_8874fdf025392336.txt');
const toll = (dead: string) => `${other}\nIn the evening the mayor said that ${dead} people had died there.`;

/** Articles as an older program kept them: nobody has compared their texts. */
const older: Readonly<Record<string, string>> = {
  'again.txt': `${report}\nAll rights are with the agency.`,
  'in words.txt': toll('twelve'),
  'later.txt': toll('fifteen'),
  'in digits.txt': toll('12'),
};

function addOlder(userData: string): void {
  const journal = openJournalFile(userData);
  const [made] = journal.articles;
  if (made === undefined) throw new Error('the journal holds no article');
  const { sameText: _, ...bare } = made;
  // They were imported one after another, which their ids tell.
  const ids = Object.keys(older)
    .map((name) => idFrom<'article'>(name))
    .sort();
  const articles = Object.entries(older).map(([name, text], at): Article => {
    const textSha256 = createHash('sha256').update(text).digest('hex');
    const place = join(workspaceFolder(userData), 'texts', textSha256.slice(0, 2));
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, textSha256), text);
    return {
      ...bare,
      id: ids[at] ?? made.id,
      originalName: name,
      originalSha256: textSha256,
      textSha256,
      textLength: text.length,
      noise: [],
      title: { value: name, basis: 'stated', evidence: null, reason: 'heading' },
    };
  });
  journal.append(
    'articles.import',
    articles.map((article) => creation('articles', article)),
  );
}

/** Who is together with whom, by the names of the files. */
async function groups(page: Page): Promise<string[]> {
  const { articles = {} } = await readRecords(page, ['articles']);
  const byGroup = new Map<string, string[]>();
  for (const { id, originalName, sameText } of Object.values(articles) as Article[]) {
    const group = sameText?.group ?? id;
    byGroup.set(group, [...(byGroup.get(group) ?? []), originalName]);
  }
  return [...byGroup.values()]
    .filter((names) => names.length > 1)
    .map((names) =>
      names
        .map((name) => name.slice(0, 9))
        .sort()
        .join(' + '),
    )
    .sort();
}

const found = ['001_a9e97 + again.txt', '003_8874f + in digits + in words.'];

test('articles of an older library come into their groups by themselves, and by command once more', async () => {
  const before = await launchWithSeeds();
  await before.app.close();
  addOlder(before.userData);
  const { app, page, complaints, userData } = await launch(before.userData);
  await opened(page);
  await expect(page.getByText('9 articles', { exact: true })).toBeVisible();

  await expect.poll(() => groups(page), { timeout: 30_000 }).toEqual(found);
  await expect(page.getByText('9 articles (6 texts)')).toBeVisible();
  // Nothing was shown but the list itself.
  await expect(page.getByRole('region', { name: 'Messages' }).getByText(/text/)).toHaveCount(0);
  expect(journalEdits(userData).at(-1)?.label.action).toBe('articles.group-text');

  await page.keyboard.press('Control+z');
  await expect(page.getByText('9 articles', { exact: true })).toBeVisible();
  await saved(page);
  await workspaceCommand(page, 'Look for same texts');
  await expect(page.getByText('3 articles have the text of another one (suggested).')).toBeVisible();
  await expect(page.getByText('9 articles (6 texts)')).toBeVisible();
  expect(await groups(page)).toEqual(found);

  await test.step('what the analyst says of a text stays', async () => {
    const list = page.getByRole('listbox', { name: 'Articles' });
    await list.getByRole('option', { name: '2 carriers' }).click();
    await page.keyboard.press('d');
    await openArticle(page, 'again.txt');
    await page.getByRole('tab', { name: 'Article data' }).click();
    const same = page.getByRole('region', { name: 'Same text' });
    await expect(same.getByText(/nearly the same/).first()).toBeVisible();
    await same.getByRole('button', { name: 'Not the same text' }).click();
    await expect(same.getByText('You said that this article has a text of its own.')).toBeVisible();
    await saved(page);
    await workspaceCommand(page, 'Look for same texts');
    await expect(page.getByText('No other articles with the same text were found.')).toBeVisible();
    expect(await groups(page)).toEqual(found.slice(1));
    await page.keyboard.press('Control+z');
    await saved(page);
    expect(await groups(page)).toEqual(found);
  });

  await test.step('a concordance lists each place of a text once', async () => {
    await page.keyboard.press('Control+9');
    const box = page.getByRole('searchbox', { name: 'Every place of' });
    await box.fill('"mutual defense pact"');
    await box.press('Enter');
    const lines = page.getByRole('grid', { name: 'Lines' });
    const folded = lines.getByRole('row').filter({ hasText: '+ 1 carrier' });
    await expect(folded.first()).toBeVisible();
    const shown = await lines.getByRole('row').count();
    await expect(page.getByText(/^and \d+ more in other carriers of the same texts$/)).toBeVisible();
    await lines.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('d');
    await expect(lines.getByRole('row')).toHaveCount(shown + 1);
    await expect(lines.getByRole('img', { name: 'same text' })).toHaveCount(1);
    await lines.getByRole('button', { name: '+ 1 carrier', expanded: true }).click();
    await expect(lines.getByRole('row')).toHaveCount(shown);
  });

  await test.step('a deed on a folded row is done to all its carriers, says so, and is one step', async () => {
    await goTo(page, 'Library');
    const list = page.getByRole('listbox', { name: 'Articles' });
    await page.keyboard.press('Escape');
    await list.getByRole('option', { name: '3 carriers' }).click();
    await expect(page.getByRole('button', { name: 'Chosen articles' })).toHaveText('3 with their carriers ▾');
    await list.focus();
    await page.keyboard.press('r');
    await expect(page.getByText('Marked 3 articles (all carriers of the same text) as read.')).toBeVisible();
    const read = async () => {
      const { articles = {} } = await readRecords(page, ['articles']);
      return (Object.values(articles) as Article[]).filter(({ status }) => status === 'read').length;
    };
    await saved(page);
    expect(await read()).toBe(3);
    await page.keyboard.press('Control+z');
    await expect.poll(read).toBe(0);
  });
  expect(complaints).toEqual([]);
  await app.close();
});

/** A report behind a long paragraph from elsewhere. */
function writeHidden(): string {
  const words = [other, seed('000_167fb66774c1e724.txt')].join(' ').split(/\s+/);
  const menu = [words, words.toReversed(), words.map((_, at) => words[(at * 7) % words.length])]
    .flat()
    .join(' ');
  const path = join(mkdtempSync(join(tmpdir(), 'liptako-hidden-')), 'hidden.txt');
  writeFileSync(path, `Everything else of today. ${menu}\n\n${report}`);
  return path;
}

test('boilerplate marked by hand brings an article into its group, and one undo takes back both', async () => {
  const { app, page, complaints } = await launchWithSeeds();
  await importFiles(page, [writeHidden()]);
  await expect(page.getByText('6 articles', { exact: true })).toBeVisible();
  await saved(page);
  await page.waitForTimeout(4_000);
  expect(await groups(page)).toEqual([]);

  await openArticle(page, 'Everything else of today');
  await articleText(page)
    .getByText('Everything else of today')
    .first()
    .click({ position: { x: 60, y: 8 } });
  await page.keyboard.press('f');
  const kinds = page.getByRole('listbox', { name: 'What sort of boilerplate' });
  await expect(kinds.getByRole('option').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await saved(page);
  await expect.poll(() => groups(page), { timeout: 20_000 }).toEqual(['001_a9e97 + hidden.tx']);
  await saved(page);

  await page.keyboard.press('Control+z');
  await expect.poll(() => groups(page)).toEqual([]);
  await saved(page);
  const { articles = {} } = await readRecords(page, ['articles']);
  const hidden = (Object.values(articles) as Article[]).find(
    ({ originalName }) => originalName === 'hidden.txt',
  );
  expect(hidden?.noise.some(({ basis }) => basis === 'analyst')).toBe(false);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => groups(page)).toEqual(['001_a9e97 + hidden.tx']);
  expect(complaints).toEqual([]);
  await app.close();
});

test('articles of a bundle come into the groups of what is there', async () => {
  const giver = await launch();
  await opened(giver.page);
  const file = join(mkdtempSync(join(tmpdir(), 'liptako-giver-')), 'reprint.txt');
  writeFileSync(file, `The Daily Reprint of this morning\n\n${report}`);
  await importFiles(giver.page, [file]);
  await expect(giver.page.getByText('1 article', { exact: true })).toBeVisible();
  await saved(giver.page);
  const bundle = join(newUserData(), 'given.liptako');
  await answerDialogs(giver.app, { save: bundle });
  await goTo(giver.page, 'Brief');
  await giver.page.getByRole('button', { name: 'Export' }).click();
  await giver.page.getByRole('menuitem', { name: 'Bundle of the whole workspace' }).click();
  await expect(giver.page.getByRole('region', { name: 'Messages' }).getByText('given.liptako')).toBeVisible();
  await giver.app.close();

  const { app, page, complaints }: Running = await launchWithSeeds();
  await answerDialogs(app, { open: [bundle] });
  await workspaceCommand(page, 'Import a bundle…');
  const dialog = page.getByRole('dialog', { name: 'Import a bundle' });
  await dialog.getByRole('button', { name: 'Import' }).click();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByText('6 articles (5 texts)')).toBeVisible({ timeout: 30_000 });
  expect(await groups(page)).toEqual(['001_a9e97 + reprint.t']);
  await saved(page);
  // The bundle and what was found in its wake are one step.
  await page.keyboard.press('Control+z');
  await expect(page.getByText('5 articles', { exact: true })).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  await expect(page.getByText('6 articles (5 texts)')).toBeVisible();
  expect(complaints).toEqual([]);
  await app.close();
});
