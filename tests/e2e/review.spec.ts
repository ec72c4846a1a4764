import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { importFiles } from './support/importing.ts';
import { launch, type Running } from './support/launch.ts';
import { articleText, openArticle, selectByMouse } from './support/reading.ts';
import { readRecords } from './support/records.ts';
import { opened, saved } from './support/workbench.ts';

/** It was written on an old Mac, and says of itself that it is windows-1252. */
const text = [
  'Attaque près de Ménaka',
  'Des hommes armés ont attaqué un convoi de l’armée.',
  'At least twelve soldiers were killed on the road to Ansongo.',
  'Le porte-parole a été nommé à Gao.',
].join('\n');

const macRoman: Readonly<Record<string, number>> = { é: 0x8e, è: 0x8f, à: 0x88, '’': 0xd5 };

function writeMacFile(): string {
  const path = join(mkdtempSync(join(tmpdir(), 'liptako-mac-')), 'article.html');
  const [heading = '', ...paragraphs] = text.split('\n');
  const page = `<meta charset="windows-1252"><h1>${heading}</h1>${paragraphs.map((one) => `<p>${one}</p>`).join('')}`;
  writeFileSync(path, Buffer.from(Array.from(page, (letter) => macRoman[letter] ?? letter.charCodeAt(0))));
  return path;
}

let running: Running;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  running = await launch();
  await opened(running.page);
  await importFiles(running.page, [writeMacFile()]);
  await expect(running.page.getByRole('listbox', { name: 'Articles' }).getByRole('option')).toHaveCount(1);
  await saved(running.page);
  // The report says what could not be read.
  await running.page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
});
test.afterAll(() => running.app.close());

/** Highlight a passage without a tag. */
async function highlight(page: Page, passage: string): Promise<void> {
  await selectByMouse(page, passage);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'The passage' })).toHaveCount(0);
  await saved(page);
}

type Stored = {
  readonly anchor: { readonly exact: string; readonly start: number };
  readonly firstAnchor?: object;
};

async function highlights(page: Page): Promise<Stored[]> {
  return Object.values((await readRecords(page, ['highlights'])).highlights ?? {}) as Stored[];
}

test('a text read again takes its passages along, and asks about those it is not sure of', async () => {
  const { page } = running;
  await openArticle(page, 'Attaque');
  await highlight(page, 'twelve soldiers were killed');
  await highlight(page, 'convoi de lÕarmŽe');
  const before = await highlights(page);
  expect(before).toHaveLength(2);

  await page.getByRole('tab', { name: 'Article data' }).click();
  await page.getByRole('button', { name: 'Read the text again…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Read the text again' });
  await expect(dialog.getByText('The text comes out as it is')).toBeVisible();
  await dialog.getByRole('button', { name: /Read the file as/ }).click();
  await page.getByRole('option', { name: 'macintosh' }).click();
  await expect(dialog.getByText('1 passage moves along')).toBeVisible();
  await expect(dialog.getByText('1 passage is not sure, and waits for your review')).toBeVisible();
  await expect(dialog.locator('ins').first()).toBeVisible();
  await dialog.getByRole('button', { name: 'Use this text' }).click();
  await saved(page);
  await expect(articleText(page)).toContainText('Des hommes armés ont attaqué un convoi de l’armée.');

  await page.getByRole('tab', { name: 'Review (1)' }).click();
  const card = page.getByRole('list', { name: 'Passages that wait for review' }).getByRole('listitem');
  await expect(card.getByText('Its words no longer stand in the text.')).toBeVisible();
  await card.getByRole('button', { name: 'Take this place' }).first().click();
  await saved(page);
  await expect(page.getByRole('tab', { name: /Review/ })).toHaveCount(0);

  const [first, second] = await highlights(page);
  expect(first?.anchor.exact).toBe('twelve soldiers were killed');
  expect(second?.anchor.exact).toBe('convoi de l’armée');
  expect(second?.firstAnchor).toEqual(before[1]?.anchor);
  expect(second?.anchor.start).toBe(text.indexOf('convoi'));
});

test('undo gives the passage back to the review, and the old text back to the article', async () => {
  const { page } = running;
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('tab', { name: 'Review (1)' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('tab', { name: /Review/ })).toHaveCount(0);
  await expect(articleText(page)).not.toContainText('armés');
  await page.keyboard.press('Control+y');
  await expect(page.getByRole('tab', { name: 'Review (1)' })).toBeVisible();
});

test('a passage is placed by hand where the analyst selects', async () => {
  const { page } = running;
  await page.getByRole('tab', { name: 'Review (1)' }).click();
  await page.getByRole('button', { name: 'Place it by hand' }).click();
  await selectByMouse(page, 'porte-parole');
  await page.getByRole('button', { name: 'Its place is here' }).click();
  await saved(page);
  await expect(page.getByRole('tab', { name: /Review/ })).toHaveCount(0);
  expect((await highlights(page)).map(({ anchor }) => anchor.exact)).toContain('porte-parole');
  expect(running.complaints).toEqual([]);
});
