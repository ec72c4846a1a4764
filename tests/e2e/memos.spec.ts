import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { Memo } from '#core/memos/memo.ts';
import { attack, launchWithSeeds } from './support/case.ts';
import { answerDialogs, launch } from './support/launch.ts';
import { articleText, markByMouse, openArticle } from './support/reading.ts';
import { readRecords } from './support/records.ts';
import { goTo, opened, saved } from './support/workbench.ts';

const thought = 'Who counted the dead? The official is not named.';

test('a memo is written on a highlight by a key, linked, found again and left behind', async () => {
  const { app, page, complaints } = await launchWithSeeds();
  await openArticle(page, 'ambition to control');
  await markByMouse(page, attack, 'attack / attack on civilians');
  await page
    .getByRole('list', { name: 'Highlights of this article' })
    .getByRole('button', { name: attack })
    .click();

  await page.keyboard.press('m');
  const box = page.getByRole('textbox', { name: 'Memo', exact: true });
  await expect(box).toBeFocused();
  await page.keyboard.type(thought, { delay: 10 });
  // Kept while the caret stays where it is.
  await expect.poll(() => texts(page)).toEqual([thought]);
  await expect(box).toBeFocused();
  await page.keyboard.type(' Ask.');
  await expect(page.getByRole('tab', { name: 'Memos (1)' })).toBeVisible();

  await page.getByRole('button', { name: 'Link to…' }).click();
  const picker = page.getByRole('dialog', { name: 'Link the memo to' });
  await page.keyboard.type('kidal region');
  await picker.getByRole('menuitem', { name: 'manoeuvring in the Kidal region' }).click();
  await expect(picker).toHaveCount(0);
  await saved(page);
  const [memo] = await allMemos(page);
  expect(memo?.text).toBe(`${thought} Ask.`);
  expect(memo?.subject.kind).toBe('highlight');
  expect(memo?.links.map(({ kind }) => kind)).toEqual(['article']);

  // The link goes there, and the article there knows of the memo.
  await page.getByRole('button', { name: /Go to Article: .*Kidal region/ }).click();
  await expect(articleText(page)).toContainText('Wagner');
  await page.getByRole('tab', { name: 'Memos (1)' }).click();
  await page.getByRole('button', { name: /Go to Memo: Who counted/ }).click();
  await expect(page.getByRole('textbox', { name: 'Memo', exact: true })).toHaveValue(`${thought} Ask.`);

  // From its memo to the passage; with the passage gone, the memo stays and says so.
  await page.getByRole('button', { name: /Go to Passage: Armed men/ }).click();
  const cards = page.getByRole('list', { name: 'Highlights of this article' });
  await expect(cards.getByRole('button', { name: attack })).toHaveAttribute('aria-current', 'true');
  await cards.getByRole('button', { name: attack }).focus();
  await page.keyboard.press('Delete');
  await saved(page);
  await goTo(page, 'Memos');
  await expect(list(page).getByText('A passage whose highlight was deleted')).toBeVisible();
  expect(complaints).toEqual([]);
  await app.close();
});

test('a writing session is one step to undo, an empty draft leaves nothing, a delete comes back', async () => {
  const { app, page, complaints } = await launchWithSeeds();
  await goTo(page, 'Memos');
  await page.keyboard.press('m');
  await expect(page.getByRole('textbox', { name: 'Memo', exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await saved(page);
  expect(await allMemos(page)).toEqual([]);

  await page.getByRole('button', { name: 'New memo' }).first().click();
  await page.keyboard.type('First thought.', { delay: 5 });
  await expect.poll(() => texts(page)).toEqual(['First thought.']);
  await page.keyboard.type(' Second thought.', { delay: 5 });
  await expect.poll(() => texts(page)).toEqual(['First thought. Second thought.']);
  await page.getByRole('textbox', { name: 'Title' }).fill('Two thoughts');
  await page.keyboard.press('Escape');
  await saved(page);
  await expect(list(page).getByRole('option', { name: /Two thoughts/ })).toBeVisible();
  const written = await allMemos(page);

  const bar = page.getByRole('banner');
  await bar.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => allMemos(page)).toEqual([]);
  await bar.getByRole('button', { name: 'Redo' }).click();
  await expect.poll(() => allMemos(page)).toEqual(written);

  await list(page).focus();
  await page.keyboard.press('Delete');
  await expect.poll(() => allMemos(page)).toEqual([]);
  // The import's own offer may still stand above.
  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).last().click();
  await expect.poll(() => allMemos(page)).toEqual(written);
  expect(complaints).toEqual([]);
  await app.close();
});

test('what was typed last is there after the program was killed', async () => {
  const before = await launchWithSeeds();
  await goTo(before.page, 'Memos');
  await before.page.keyboard.press('m');
  await before.page.keyboard.type(thought, { delay: 5 });
  await expect.poll(() => texts(before.page)).toEqual([thought]);
  await saved(before.page);
  await before.kill();

  const after = await launch(before.userData);
  await opened(after.page);
  await goTo(after.page, 'Memos');
  await list(after.page)
    .getByRole('option', { name: /Who counted/ })
    .click();
  await expect(after.page.getByRole('textbox', { name: 'Memo', exact: true })).toHaveValue(thought);
  await after.app.close();
});

test('memos and notes are narrowed, sorted and saved as files', async () => {
  const { app, page, userData, complaints } = await launchWithSeeds();
  await openArticle(page, 'ambition to control');
  await markByMouse(page, attack, 'attack / attack on civilians');
  const cards = page.getByRole('list', { name: 'Highlights of this article' });
  await cards.getByRole('button', { name: attack }).click();
  await cards.getByRole('textbox', { name: 'Note' }).fill('Told by an official in Ménaka.');
  await page.keyboard.press('Control+Enter');
  await goTo(page, 'Memos');
  await writeFree(page, 'Zebra', '=SUM(A1) is no formula here');
  await writeFree(page, 'Ánimal', '<b>bold</b> of ménaka');
  await expect(list(page).getByRole('option')).toHaveCount(3);

  await page.getByRole('searchbox', { name: 'Words in memos and notes' }).fill('MENAKA');
  await expect(list(page).getByRole('option')).toHaveCount(2);
  await expect(page.getByText('2 of 3 memos and notes')).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).click();
  await choose(page, 'Kind', 'Notes on passages');
  await expect(list(page).getByRole('option')).toHaveCount(1);
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.getByRole('button', { name: 'With a tag…' }).click();
  await page.keyboard.type('civilians');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(list(page).getByRole('option')).toHaveCount(1);
  await page.getByRole('button', { name: 'Show all' }).click();
  await choose(page, 'Sort by', 'Name');
  await expect(list(page).getByRole('option').first()).toContainText('Ánimal');

  const csv = await save(page, 'Table (CSV)', join(userData, 'memos.csv'));
  expect(csv).toContain(`"'=SUM(A1) is no formula here"`);
  expect(csv).toContain('Told by an official in Ménaka.');
  const html = await save(page, 'HTML page', join(userData, 'memos.html'));
  expect(html).toContain('&lt;b&gt;bold&lt;/b&gt;');
  const markdown = await save(page, 'Markdown', join(userData, 'memos.md'));
  expect(markdown).toContain('## Zebra');
  expect(complaints).toEqual([]);
  await app.close();

  async function save(window: Page, format: string, file: string): Promise<string> {
    await answerDialogs(app, { save: file });
    await window.getByRole('button', { name: 'Save what is listed as a file' }).click();
    await window.getByRole('menuitem', { name: format }).click();
    await expect(window.getByText(/^Saved 3 memos and notes to/).last()).toBeVisible();
    await expect.poll(() => read(file)).not.toBe('');
    return read(file);
  }
});

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function list(page: Page) {
  return page.getByRole('listbox', { name: 'Memos and notes' });
}

async function writeFree(page: Page, title: string, text: string): Promise<void> {
  await page.getByRole('button', { name: 'New memo' }).first().click();
  await page.getByRole('textbox', { name: 'Memo', exact: true }).fill(text);
  await page.getByRole('textbox', { name: 'Title' }).fill(title);
  await page.keyboard.press('Escape');
  await saved(page);
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('button', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

async function allMemos(page: Page): Promise<Memo[]> {
  const { memos = {} } = await readRecords(page, ['memos']);
  return Object.values(memos) as Memo[];
}

async function texts(page: Page): Promise<string[]> {
  return (await allMemos(page)).map(({ text }) => text);
}
