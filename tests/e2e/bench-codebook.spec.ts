import { expect, type Page, test } from '@playwright/test';
import { launchWithSeeds } from './support/case.ts';
import { enlargeCase } from './support/large-case.ts';
import { launch } from './support/launch.ts';
import { markByMouse } from './support/reading.ts';
import { goTo, saved } from './support/workbench.ts';

const size = { tags: 500, articles: 5_000, highlights: 100_000 };

test('a codebook of 500 tags over 100,000 highlights', async () => {
  test.setTimeout(30 * 60_000);
  const first = await launchWithSeeds();
  await first.app.close();
  enlargeCase(first.userData, size);
  const { app, page } = await launch(first.userData);
  const rows: [string, string][] = [];
  const measure = async (what: string, work: () => Promise<void>) => {
    await watchTasks(page);
    const began = performance.now();
    await work();
    const took = Math.round(performance.now() - began);
    rows.push([what, `${took} ms, longest task ${await longestTask(page)} ms`]);
  };

  // The working copy is rebuilt from the enlarged journal first.
  await expect(page.getByRole('tablist', { name: 'Screens' })).toBeVisible({ timeout: 15 * 60_000 });
  const tree = page.getByRole('treegrid', { name: 'Codebook' });
  const row = tree.getByRole('row', { name: /raid 0/ });
  await measure('codebook opened, names shown', async () => {
    await page.keyboard.press('Control+7');
    await row.waitFor();
  });
  await measure('all highlights counted', () =>
    expect(row).toContainText(/\d{3,} · \d+/, { timeout: 120_000 }),
  );
  const before = await row.innerText();
  await measure('leave and come back, counts shown', async () => {
    await goTo(page, 'Brief');
    await goTo(page, 'Codebook');
    await expect(row).toContainText(/\d{3,} · \d+/);
  });
  await measure('all opened', async () => {
    await page.getByRole('button', { name: 'Open all' }).click();
    await tree
      .getByRole('row', { name: /كمين 48/ })
      .or(tree.getByRole('row').nth(20))
      .first()
      .waitFor();
  });
  const find = page.getByRole('searchbox', { name: 'Find or make a tag' });
  await find.fill('convo');
  await measure('type-ahead, one more letter', async () => {
    await find.press('y');
    await expect(tree.getByRole('row').first()).toBeVisible();
  });
  await find.fill('');
  await row.click();
  await measure('passages of another tag', async () => {
    await tree
      .getByRole('row', { name: /^convoy 1/ })
      .first()
      .click();
    await page
      .getByRole('listbox', { name: /^Passages of/ })
      .getByRole('option')
      .first()
      .waitFor();
  });
  await row.click();
  await page.keyboard.press('F2');
  await page.keyboard.type('raid 0 renamed');
  await measure('renamed, to the disk', async () => {
    await page.keyboard.press('Enter');
    await expect(tree.getByRole('row', { name: /raid 0 renamed/ })).toBeVisible();
  });
  await page.keyboard.press('Control+z');
  await expect(row).toContainText(before.split('\n').at(-1) ?? '');

  await goTo(page, 'Library');
  await page
    .getByRole('listbox', { name: 'Articles' })
    .getByRole('option', { name: 'ambition to control' })
    .first()
    .dblclick();
  await page.getByRole('tablist', { name: 'Inspector' }).getByRole('tab', { name: 'Codebook' }).click();
  await expect(tree.getByRole('row').first()).toBeVisible();
  await measure('one more highlight (picked by mouse), counted', async () => {
    await markByMouse(page, 'Civilians continue to pay with their lives.', 'raid 0');
    await saved(page);
  });
  console.log(rows.map(([what, took]) => `${what.padEnd(48)} ${took}`).join('\n'));
  await app.close();
});

/** Note the long tasks of the page from now on. */
async function watchTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const noted = globalThis as { longTasks?: number[] };
    if (noted.longTasks === undefined) {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) noted.longTasks?.push(entry.duration);
      }).observe({ type: 'longtask' });
    }
    noted.longTasks = [];
  });
}

async function longestTask(page: Page): Promise<number> {
  await page.waitForTimeout(300);
  return page.evaluate(() =>
    Math.round(Math.max(0, ...((globalThis as { longTasks?: number[] }).longTasks ?? []))),
  );
}
