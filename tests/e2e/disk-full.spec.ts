import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { importFiles } from './support/importing.ts';
import { launch, newUserData } from './support/launch.ts';
import { readRecords } from './support/records.ts';
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

test('an import that fills the disk keeps whole articles, says what is left, and goes on once there is room', async () => {
  test.skip(process.platform !== 'linux' || process.getuid?.() !== 0, 'only root may mount a small disk');
  test.setTimeout(4 * 60_000);
  const userData = newUserData();
  const disk = join(userData, 'workspaces');
  mkdirSync(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=200m', 'tmpfs', disk]);
  const folder = join(userData, 'reports');
  mkdirSync(folder);
  for (let number = 0; number < 900; number++)
    writeFileSync(
      join(folder, `${number}.txt`),
      `Report ${number}\n\n${`Trucks of post ${number} passed. `.repeat(700)}`,
    );
  try {
    const { app, page } = await launch(userData);
    await opened(page);
    // An import leaves 64 MB for the edits to come: there is room for some hundred articles.
    fill(disk, 74 * 1024 * 1024);
    await importFiles(page, folder);
    const stopped = page.getByRole('dialog', { name: 'Import stopped: the disk is full' });
    await expect(stopped).toBeVisible({ timeout: 60_000 });
    await expect(stopped.getByText(/\d+ articles imported · \d+ left out/)).toBeVisible();
    await page.keyboard.press('Escape');
    const kept = Object.values((await readRecords(page, ['articles'])).articles ?? {}) as {
      textSha256: string;
    }[];
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.length).toBeLessThan(900);
    for (const { textSha256: sha256 } of kept)
      expect(await page.evaluate(isKept, sha256), 'a text of what was kept').toBe(true);

    rmSync(join(disk, 'filler'));
    await importFiles(page, folder);
    const done = page.getByRole('dialog', { name: 'Import done' });
    await expect(
      done.getByText(`${900 - kept.length} articles imported · ${kept.length} already here`),
    ).toBeVisible({
      timeout: 60_000,
    });
    await app.close();
  } finally {
    execFileSync('umount', ['-l', disk]);
  }
});

/** In the window: whether a text can be read from the disk. */
async function isKept(sha256: string): Promise<boolean> {
  const { desktop } = globalThis as unknown as {
    desktop: { readKept(which: { kind: 'text'; sha256: string }): Promise<Uint8Array | null> };
  };
  return (await desktop.readKept({ kind: 'text', sha256 })) !== null;
}

/** Write until nothing but `spare` bytes is left. */
function fill(disk: string, spare = 0): void {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(join(disk, 'filler'), Buffer.alloc(bavail * bsize - spare));
}
