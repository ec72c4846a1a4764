import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launch, newUserData } from './support/launch.ts';
import { importSeeds, journalEdits, opened, saved } from './support/workbench.ts';

test('a full disk refuses edits with a clear message, loses nothing, and lets the analyst go on', async () => {
  test.skip(process.platform !== 'linux' || process.getuid?.() !== 0, 'only root may mount a small disk');
  const userData = newUserData();
  const disk = join(userData, 'workspaces');
  mkdirSync(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=80m', 'tmpfs', disk]);
  try {
    const { page, kill } = await launch(userData);
    await opened(page);
    await importSeeds(page);
    const before = journalEdits(userData).length;

    fill(disk);
    await page.getByRole('option').first().click();
    await page.keyboard.press('f');
    await expect(page.getByRole('alert').filter({ hasText: 'The disk is full' })).toBeVisible();
    await expect(page.getByText('Not saved')).toBeVisible();
    await expect(page.getByRole('img', { name: 'flagged' })).toHaveCount(0);
    expect(journalEdits(userData)).toHaveLength(before);

    rmSync(join(disk, 'filler'));
    await page.keyboard.press('f');
    await expect(page.getByRole('img', { name: 'flagged' })).toHaveCount(1);
    await saved(page);
    await expect(page.getByRole('alert').filter({ hasText: 'The disk is full' })).toHaveCount(0);
    await kill();

    const again = await launch(userData);
    await opened(again.page);
    await expect(again.page.getByRole('img', { name: 'flagged' })).toHaveCount(1);
    await expect(again.page.getByRole('option')).toHaveCount(5);
    await again.app.close();
  } finally {
    execFileSync('umount', ['-l', disk]);
  }
});

test('a window with something that could not be saved is not closed unasked', async () => {
  test.skip(process.platform !== 'linux' || process.getuid?.() !== 0, 'only root may mount a small disk');
  const userData = newUserData();
  const disk = join(userData, 'workspaces');
  mkdirSync(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=80m', 'tmpfs', disk]);
  try {
    const { app, page } = await launch(userData);
    const closeWindow = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await opened(page);
    await importSeeds(page);
    fill(disk);
    await page.getByRole('option').first().click();
    await page.keyboard.press('f');
    await expect(page.getByText('Not saved', { exact: true })).toBeVisible();

    await closeWindow();
    const anyway = page.getByRole('button', { name: 'Close all the same' });
    await expect(anyway).toBeVisible();
    // Longer than a window is waited for that does not answer.
    await page.waitForTimeout(4_000);
    await expect(page.getByText('Not saved', { exact: true })).toBeVisible();

    // The window may be gone before the click is answered.
    await Promise.all([app.waitForEvent('close'), anyway.click().catch(() => undefined)]);
  } finally {
    execFileSync('umount', ['-l', disk]);
  }
});

/** Write until nothing is left. */
function fill(disk: string): void {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(join(disk, 'filler'), Buffer.alloc(bavail * bsize));
}
