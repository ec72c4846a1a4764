import { expect, type Page, test } from '@playwright/test';
import { launch, newUserData } from './support/launch.ts';
import { importSeeds, journalEdits, opened, saved } from './support/workbench.ts';

const kills = 30;

test('killing the program at 30 random moments loses nothing that was shown as saved', async () => {
  test.setTimeout(8 * 60_000);
  const userData = newUserData();
  const first = await launch(userData);
  await opened(first.page);
  await importSeeds(first.page);
  await first.kill();
  let acknowledged = journalEdits(userData).length;
  let flagged = false;

  for (let round = 0; round < kills; round++) {
    const { page, kill, complaints } = await launch(userData);
    await opened(page);
    const row = page.getByRole('listbox', { name: 'Articles' }).getByRole('option').first();
    await expect(row).toBeVisible();
    const onDisk = journalEdits(userData).length;
    expect(onDisk, `round ${round}: everything shown as saved is in the journal`).toBeGreaterThanOrEqual(
      acknowledged,
    );
    expect(onDisk, `round ${round}: at most the edit in flight is there too`).toBeLessThanOrEqual(
      acknowledged + 1,
    );
    // The edit in flight may or may not have reached the disk; either way the window shows what the disk holds.
    if (onDisk > acknowledged) flagged = !flagged;
    acknowledged = onDisk;
    await expect(row.getByRole('img', { name: 'flagged' })).toHaveCount(flagged ? 1 : 0);

    await row.click();
    const deadline = Date.now() + 100 + Math.random() * 1_200;
    let running = true;
    const dying = new Promise<void>((resolve) => {
      setTimeout(() => {
        running = false;
        void kill().then(resolve);
      }, deadline - Date.now());
    });
    while (running) {
      if (!(await toggleFlag(page, !flagged))) break;
      acknowledged += 1;
      flagged = !flagged;
    }
    await dying;
    expect(complaints.filter((text) => text.includes('rror'))).toEqual([]);
  }
});

/** Press the key that flags the article and wait until it is shown as saved; `false` when the program died first. */
async function toggleFlag(page: Page, to: boolean): Promise<boolean> {
  try {
    await page.keyboard.press('f');
    await expect(page.getByRole('option').first().getByRole('img', { name: 'flagged' })).toHaveCount(
      to ? 1 : 0,
      {
        timeout: 5_000,
      },
    );
    await saved(page);
    return true;
  } catch {
    return false;
  }
}
