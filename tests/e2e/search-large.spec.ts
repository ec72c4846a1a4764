import { expect, type Page, test } from '@playwright/test';
import { launchWithSeeds } from './support/case.ts';
import { watchFrames } from './support/frames.ts';
import { launch } from './support/launch.ts';
import { addArticles, bulletinWord } from './support/many-articles.ts';
import { opened } from './support/workbench.ts';

const many = 5_000;
/** With these there are eight segments of about a thousand articles, which are merged. */
const more = 2_700;

test('5,000 articles: found letter by letter, after a restart, and once segments are merged', async () => {
  test.setTimeout(15 * 60_000);
  const first = await launchWithSeeds();
  const { userData } = first;
  await first.app.close();
  addArticles(userData, 0, many);

  const building = await launchFilled(userData);
  await allIndexed(building.page, many);
  const { page } = building;
  const box = page.getByRole('searchbox', { name: 'Search everything' });
  await box.focus();
  const typing = await watchFrames(page, async () => {
    await box.pressSequentially('menaka attack', { delay: 60 });
    await expect(results(page).locator('mark').first()).toBeVisible();
  });
  console.log('pictures while a query is typed', typing);
  await expect(results(page).getByRole('row').first()).toContainText(/m[eé]naka/i);
  expect(await found(page, bulletinWord(4_321))).toBe(1);
  await building.app.close();

  for (const round of [1, 2, 3]) {
    const again = await launch(userData);
    await opened(again.page);
    const began = performance.now();
    expect(await found(again.page, bulletinWord(1_234))).toBe(1);
    const took = Math.round(performance.now() - began);
    console.log(`start ${round}: the first answer ${took} ms after the window is there`);
    expect(again.complaints).toEqual([]);
    await again.app.close();
  }

  addArticles(userData, many, many + more);
  const growing = await launchFilled(userData);
  const gaps = await watchWorker(growing.page);
  const merging = await watchFrames(growing.page, async () => {
    // What was merged, and at most one segment that came after it.
    await expect
      .poll(() => countKept(growing.page), { timeout: 3 * 60_000, intervals: [200] })
      .toBeLessThan(3);
  });
  console.log('pictures while segments are built and merged', merging);
  console.log('longest silence of the search worker meanwhile', await gaps());
  expect(await found(growing.page, bulletinWord(many + more - 1))).toBe(1);
  expect(await found(growing.page, bulletinWord(1_001))).toBe(1);
  await growing.app.close();
});

/** Start where the working copy has to be made from the journal and the kept texts first. */
async function launchFilled(userData: string) {
  const running = await launch(userData);
  await running.page.getByRole('tablist', { name: 'Screens' }).waitFor({ timeout: 5 * 60_000 });
  return running;
}

function results(page: Page) {
  return page.getByRole('region', { name: 'Search results' });
}

/** Wait until the last article is in the index. */
async function allIndexed(page: Page, count: number): Promise<void> {
  await expect.poll(() => found(page, bulletinWord(count - 1)), { timeout: 5 * 60_000 }).toBe(1);
  await expect(results(page).getByText('The index is being built')).toHaveCount(0, { timeout: 5 * 60_000 });
  await page.getByRole('searchbox', { name: 'Search everything' }).fill('');
}

/** How many articles a query finds. */
async function found(page: Page, query: string): Promise<number> {
  const box = page.getByRole('searchbox', { name: 'Search everything' });
  await box.fill('');
  await box.fill(query);
  // What an earlier query found stands there until this one is answered.
  await expect(results(page).getByText(new RegExp(`Understood as: ${query}`))).toBeVisible();
  const status = results(page).getByRole('status').first();
  await expect(status).toHaveText(/^(Nothing found|[\d,]+ articles?( \([\d,]+ texts?\))?)$/);
  const words = (await status.textContent()) ?? '';
  return Number(words.replace(/ article.*/, '').replaceAll(/\D/g, ''));
}

/** Note for how long the search worker answers nothing; what is given back tells the longest time, in milliseconds. */
async function watchWorker(page: Page): Promise<() => Promise<number>> {
  const worker = page.workers().find((one) => one.url().includes('search-worker'));
  if (worker === undefined) throw new Error('the search worker is not there');
  await worker.evaluate(() => {
    const watched = globalThis as unknown as { longest: number };
    watched.longest = 0;
    let last = performance.now();
    setInterval(() => {
      const now = performance.now();
      watched.longest = Math.max(watched.longest, now - last);
      last = now;
    }, 4);
  });
  return () => worker.evaluate(() => (globalThis as unknown as { longest: number }).longest);
}

/** How many segments are kept. */
function countKept(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const known = (await indexedDB.databases()).find(({ name }) => name?.startsWith('liptako-index-'));
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(known?.name ?? '');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const count = await new Promise<number>((resolve) => {
      const request = db.transaction('manifest').objectStore('manifest').count();
      request.onsuccess = () => resolve(request.result);
    });
    db.close();
    return count;
  });
}
