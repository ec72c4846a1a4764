import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { workspaceFolder } from './launch.ts';
import { countRecords } from './records.ts';

/** Wait until the workbench is there. */
export async function opened(page: Page): Promise<void> {
  await expect(page.getByRole('tablist', { name: 'Screens' })).toBeVisible({ timeout: 30_000 });
}

/** Take in the five seeds by the button of the first start, and wait until all is on the disk. */
export async function importSeeds(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Begin with five articles' }).click();
  await expect(page.getByRole('listbox', { name: 'Articles' }).getByRole('option')).toHaveCount(5);
  // The codebook is an edit of its own, and may come behind the articles.
  await expect.poll(() => countRecords(page, 'tags')).toBeGreaterThan(0);
  await saved(page);
  const close = page.getByRole('region', { name: 'Import' }).getByRole('button', { name: 'Close' });
  if (await close.isVisible()) await close.click();
}

/** Wait until everything that was done is on the disk. */
export async function saved(page: Page): Promise<void> {
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
}

/** Go to a screen by its tab. */
export async function goTo(
  page: Page,
  screen:
    | 'Library'
    | 'Read'
    | 'Map'
    | 'Timeline'
    | 'Events'
    | 'Analysis'
    | 'Brief'
    | 'Memos'
    | 'Codebook'
    | 'Search'
    | 'Actors',
): Promise<void> {
  await page.getByRole('tablist', { name: 'Screens' }).getByRole('tab', { name: screen }).click();
}

/** The titles in the library, in order. */
export async function libraryTitles(page: Page): Promise<string[]> {
  await goTo(page, 'Library');
  const rows = page.getByRole('listbox', { name: 'Articles' }).getByRole('option');
  await expect(rows.first()).toBeVisible();
  return rows.allInnerTexts();
}

/** The edits that lie in the workspace's journals, read by nothing but the layout of a record. */
export function journalEdits(userData: string): { label: { action: string }; changes: unknown[] }[] {
  const folder = join(workspaceFolder(userData), 'journal');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.journal'))
    .flatMap((name) => readRecords(readFileSync(join(folder, name))));
}

const bodyStart = 70;

function readRecords(journal: Buffer): { label: { action: string }; changes: unknown[] }[] {
  const edits = [];
  for (let at = 0; at + bodyStart <= journal.length; ) {
    const length = journal.readUInt32BE(at);
    const end = at + 4 + length;
    if (end > journal.length) break;
    edits.push(JSON.parse(journal.toString('utf8', at + bodyStart, end)));
    at = end;
  }
  return edits;
}

/** Run a command of the workspace's menu. */
export async function workspaceCommand(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Workspace / }).click();
  await page.getByRole('menuitem', { name }).click();
}
