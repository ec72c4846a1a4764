import { expect, type Page, test } from '@playwright/test';
import { launchWithSeeds } from './support/case.ts';
import { watchFrames } from './support/frames.ts';
import { launch } from './support/launch.ts';
import { addArticles, bulletinWord } from './support/many-articles.ts';
import { opened } from './support/workbench.ts';

const many = 5_000;

test('5,000 articles: indexed beside the work, found letter by letter, and at once after a restart', async () => {
  test.setTimeout(10 * 60_000);
  const first = await launchWithSeeds();
  const { userData } = first;
  await first.app.close();
  addArticles(userData, 0, many);

  const building = await launch(userData);
  // Nothing but the journal and the kept texts is there yet: the working copy is made from them first.
  await building.page.getByRole('tablist', { name: 'Screens' }).waitFor({ timeout: 5 * 60_000 });
  const frames = await watchFrames(building.page, () => allIndexed(building.page));
  console.log('frames while 5,000 articles are indexed', frames);
  const { page } = building;
  const box = page.getByRole('searchbox', { name: 'Search everything' });
  await box.focus();
  const typing = await watchFrames(page, async () => {
    await box.pressSequentially('menaka attack', { delay: 60 });
    await expect(results(page).locator('mark').first()).toBeVisible();
  });
  console.log('frames while typing', typing);
  await expect(results(page).getByRole('row').first()).toContainText(/m[eé]naka/i);
  expect(await found(page, bulletinWord(4_321))).toBe(1);
  await building.app.close();

  for (const round of [1, 2, 3]) {
    const again = await launch(userData);
    await opened(again.page);
    const began = performance.now();
    expect(await found(again.page, bulletinWord(1_234))).toBe(1);
    const took = performance.now() - began;
    console.log(`start ${round}: the first answer ${Math.round(took)} ms after the window is there`);
    expect(took).toBeLessThan(1_000);
    expect(again.complaints).toEqual([]);
    await again.app.close();
  }
});

function results(page: Page) {
  return page.getByRole('region', { name: 'Search results' });
}

/** Wait until every article is in the index. */
async function allIndexed(page: Page): Promise<void> {
  await expect.poll(() => found(page, bulletinWord(many - 1)), { timeout: 5 * 60_000 }).toBe(1);
  await expect(results(page).getByText('The index is being built')).toHaveCount(0, { timeout: 5 * 60_000 });
  await page.getByRole('searchbox', { name: 'Search everything' }).fill('');
}

/** How many articles a query finds. */
async function found(page: Page, query: string): Promise<number> {
  const box = page.getByRole('searchbox', { name: 'Search everything' });
  await box.fill('');
  await box.fill(query);
  const status = results(page).getByRole('status').first();
  await expect(status).toHaveText(/^(Nothing found|[\d,]+ articles?)$/);
  const words = (await status.textContent()) ?? '';
  return Number(words.replaceAll(/\D/g, ''));
}
