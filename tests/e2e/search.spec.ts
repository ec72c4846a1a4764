import { expect, type Page, test } from '@playwright/test';
import { launch } from './support/launch.ts';
import { importSeeds, opened } from './support/workbench.ts';

test('searching: understood, marked, opened at the hit, stepped through, never thrown off', async () => {
  const { app, page, complaints } = await launch();
  await opened(page);
  await importSeeds(page);
  const box = page.getByRole('searchbox', { name: 'Search everything' });
  const results = page.getByRole('region', { name: 'Search results' });
  const rows = results.getByRole('row');
  const list = results.getByRole('grid', { name: 'Articles found' });

  await page.keyboard.press('Control+k');
  await expect(box).toBeFocused();
  await page.keyboard.type('menaka');
  await expect(rows).toHaveCount(2);
  await expect(results.getByText('menaka', { exact: true }).first()).toBeVisible();
  expect(new Set((await results.locator('mark').allTextContents()).map(plain))).toEqual(new Set(['menaka']));

  await box.press('Enter');
  await expect.poll(() => flashed(page)).toMatch(/^m[eé]naka$/i);
  const first = await page.getByRole('article').getByRole('heading').first().textContent();
  const places = Number(/of (\d+)/.exec((await results.textContent()) ?? '')?.[1]);
  expect(places).toBe(3);
  for (let step = 1; step < places; step++) await page.keyboard.press('F3');
  await expect(results.getByText(`${places} of ${places}`)).toBeVisible();
  expect(await page.getByRole('article').getByRole('heading').first().textContent()).not.toBe(first);
  await page.keyboard.press('F3');
  await expect(results.getByText(`1 of ${places}`)).toBeVisible();
  await page.keyboard.press('Shift+F3');
  await expect(results.getByText(`${places} of ${places}`)).toBeVisible();

  await rows.first().click();
  await expect(results.getByText(`1 of ${places}`)).toBeVisible();
  await rows.nth(1).click();
  await expect(rows.nth(1)).toHaveAttribute('aria-selected', 'true');

  await box.fill('wagner');
  await box.press('Enter');
  await expect.poll(() => flashed(page)).toMatch(/^wagner/i);
  await box.press('ArrowDown');
  await expect(list).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(rows.nth(1)).toHaveAttribute('aria-selected', 'true');

  for (const pasted of ['12:30', 'http://x.org/a?b=c', 'foo^', '"unclosed', '-', '<b>']) {
    await box.fill(pasted);
    await expect(results).toBeVisible();
  }
  await box.fill('xyzzy');
  await expect(results.getByText('No article has all of that')).toBeVisible();
  await box.press('Escape');
  await expect(box).toHaveValue('');
  await expect(results).toBeHidden();

  await box.fill('>');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  expect(complaints).toEqual([]);
  await app.close();
});

test('finding in the article: counted, painted, gone through, closed with the focus back', async () => {
  const { app, page, complaints } = await launch();
  await opened(page);
  await importSeeds(page);
  await page.getByRole('listbox', { name: 'Articles' }).getByRole('option').first().dblclick();
  const text = page
    .getByRole('textbox', { name: 'Text of the article' })
    .or(page.getByLabel('Text of the article'));
  await text.first().focus();

  await page.keyboard.press('Control+f');
  const box = page.getByRole('textbox', { name: 'Find in the article' });
  await expect(box).toBeFocused();
  await page.keyboard.type('mali');
  const bar = page.getByRole('search').filter({ has: box });
  await expect(bar.getByRole('status')).toHaveText(/^1 of \d+$/);
  const total = Number(/of (\d+)/.exec((await bar.textContent()) ?? '')?.[1]);
  expect(await painted(page, 'find')).toHaveLength(total);
  expect(new Set((await painted(page, 'find')).map(plain))).toEqual(new Set(['mali']));

  await page.keyboard.press('Enter');
  await expect(bar.getByRole('status')).toHaveText(`2 of ${total}`);
  await page.keyboard.press('F3');
  await expect(bar.getByRole('status')).toHaveText(`3 of ${total}`);
  await page.keyboard.press('Shift+Enter');
  await expect(bar.getByRole('status')).toHaveText(`2 of ${total}`);
  expect(await painted(page, 'find-current')).toHaveLength(1);

  await box.fill('mal');
  await expect(bar.getByRole('status')).toHaveText(/^1 of \d+$/);
  await bar.getByRole('button', { name: 'Whole words only' }).click();
  await expect(bar.getByRole('status')).toHaveText('0 of 0');
  await box.fill('MALI');
  await expect(bar.getByRole('status')).toHaveText(/^1 of [1-9]\d*$/);
  const whole = await painted(page, 'find');
  expect(new Set(whole.map(plain))).toEqual(new Set(['mali']));
  expect(whole.length).toBeLessThan(total);
  await bar.getByRole('button', { name: 'Whole words only' }).click();
  await box.press('Enter');

  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  expect(await painted(page, 'find')).toEqual([]);
  await expect(text.first()).toBeFocused();
  expect(complaints).toEqual([]);
  await app.close();
});

/** The words painted under a name over the text. */
function painted(page: Page, name: string): Promise<string[]> {
  return page.evaluate(
    (key) => [...(CSS.highlights.get(key) ?? [])].map((range) => (range as Range).toString()),
    name,
  );
}

/** What the reader lights up on opening at a passage. */
async function flashed(page: Page): Promise<string> {
  const names = await page.evaluate(() => [...CSS.highlights.keys()]);
  const name = names.find((one) => one.includes('flash'));
  if (name === undefined) return '';
  return page.evaluate((key) => {
    const [range] = [...(CSS.highlights.get(key) ?? [])];
    if (range === undefined) return '';
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return live.toString();
  }, name);
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
