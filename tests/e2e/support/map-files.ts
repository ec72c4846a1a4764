import { expect, type Page } from '@playwright/test';
import { answerDialogs, type Running } from './launch.ts';
import { readRecords } from './records.ts';

/** Let the program open a file of events or places, as an analyst picks it. */
export async function pickMapFile({ app, page }: Pick<Running, 'app' | 'page'>, path: string): Promise<void> {
  await answerDialogs(app, { open: [path] });
  await page.getByRole('button', { name: /^Workspace/ }).click();
  await page.getByRole('menuitem', { name: 'Import events and places…' }).click();
}

/** Say yes to what the dialog shows, wait until it is in, and close it. */
export async function takeMapFile(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog.getByText('Undo takes all of it back in one step.')).toBeVisible();
  await closeMapFile(page);
}

/** Close the dialog of a file that was read. */
export async function closeMapFile(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByRole('dialog')).toBeHidden();
}

/** Leave the dialog of a file that is looked at without taking anything. */
export async function leaveMapFile(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
}

/** Save all that is on the map in a format, by the name it has in the dialog. */
export async function saveMapFile(
  { app, page }: Pick<Running, 'app' | 'page'>,
  format: string,
  path: string,
): Promise<void> {
  await answerDialogs(app, { save: path });
  await page.getByRole('button', { name: /^Workspace/ }).click();
  await page.getByRole('menuitem', { name: 'Export events and places…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /Format/ }).click();
  await page.getByRole('option', { name: format, exact: true }).click();
  await dialog.getByRole('button', { name: 'Save…' }).click();
  await expect(page.getByText(`Saved as ${path}`)).toBeVisible();
  await expect(dialog).toBeHidden();
}

/** Everything kept that map files carry, by table and id. */
export function mapRecords(page: Page): ReturnType<typeof readRecords> {
  return readRecords(page, ['events', 'places', 'tracks', 'areas']);
}

/** The records of one table, in no order. */
export async function recordsOf<One>(page: Page, table: string): Promise<One[]> {
  const { [table]: found = {} } = await readRecords(page, [table]);
  return Object.values(found) as One[];
}
