import { expect, type Page } from '@playwright/test';
import type { Area, Track } from '#core/tracks/track.ts';
import { selectByMouse } from './reading.ts';
import { readRecords } from './records.ts';
import { saved } from './workbench.ts';

/** Link a passage of the open article to the track or area that is called `to`. */
export async function linkPassage(page: Page, passage: string, to: string): Promise<void> {
  await selectByMouse(page, passage);
  await page
    .getByRole('region', { name: 'The passage' })
    .getByRole('button', { name: 'Add to track…' })
    .click();
  await page.getByRole('searchbox', { name: 'Part of the name' }).fill(to);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Linked the passage.').first()).toBeVisible();
  await saved(page);
}

/** Add a waypoint, or what else `label` says, by the name of a place. */
export async function addByName(page: Page, name: string, label = 'Add a waypoint'): Promise<void> {
  const box = page.getByRole('searchbox', { name: label });
  await box.fill(name);
  await expect(page.getByRole('option', { name }).first()).toBeVisible();
  await box.press('Enter');
  // The box begins anew, or has made room for what came of it.
  await expect(async () => {
    if ((await box.count()) > 0) expect(await box.inputValue({ timeout: 1_000 })).toBe('');
  }).toPass();
}

/** The tracks that are kept. */
export async function readTracks(page: Page): Promise<Track[]> {
  const { tracks: found = {} } = await readRecords(page, ['tracks']);
  return Object.values(found) as Track[];
}

/** The areas that are kept. */
export async function readAreas(page: Page): Promise<Area[]> {
  const { areas: found = {} } = await readRecords(page, ['areas']);
  return Object.values(found) as Area[];
}
