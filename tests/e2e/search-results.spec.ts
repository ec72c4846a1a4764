import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { launchWithSeeds, markPassages } from './support/case.ts';
import { articleText } from './support/reading.ts';
import { wear } from './support/views.ts';

test('results: narrowed by facets, by mouse and by keys, sorted, and looked through hit by hit', async () => {
  const { app, page, complaints } = await launchWithSeeds();
  await markPassages(page);
  const results = await searchFor(page, 'mali');
  const all = await countOf(results);
  expect(all).toBeGreaterThan(2);

  await test.step('by mouse', async () => {
    await results.getByRole('button', { name: 'Narrow', exact: true }).click();
    const tags = results.getByRole('region', { name: 'Tag' });
    await expect(tags.getByRole('checkbox', { name: /^no tag/ })).toBeVisible();
    const untagged = tags.getByRole('checkbox', { name: /^no tag/ });
    const left = await numberOf(untagged);
    await untagged.check();
    await expect.poll(() => countOf(results)).toBe(left);
    await expect(results.getByRole('row')).toHaveCount(left);
    // What else could be chosen keeps its count.
    await expect(tags.getByRole('checkbox', { name: /^casualties/ }).first()).toBeVisible();
    await results.getByRole('button', { name: 'Remove Tag: no tag' }).click();
    await expect.poll(() => countOf(results)).toBe(all);
  });

  await test.step('by keys', async () => {
    const toggle = results.getByRole('button', { name: /^Language/ });
    await toggle.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    const first = results
      .getByRole('region', { name: /^Language/ })
      .getByRole('checkbox')
      .first();
    await expect(first).toBeFocused();
    const left = await numberOf(first);
    await page.keyboard.press('Space');
    await expect.poll(() => countOf(results)).toBe(left);
    const year = results.getByRole('region', { name: /^Year/ }).getByRole('button', { name: /^20/ });
    await year.first().focus();
    await page.keyboard.press('Enter');
    await expect(year.first()).toHaveAttribute('aria-pressed', 'true');
    await expect(results.getByRole('list', { name: 'Narrowed to' }).getByRole('listitem')).toHaveCount(3);
    await results.getByRole('button', { name: 'Clear all' }).press('Enter');
    await expect.poll(() => countOf(results)).toBe(all);
  });

  await test.step('places and actors are shown as suggested', async () => {
    await results.getByRole('button', { name: 'Place', exact: true }).click();
    await expect(results.getByRole('region', { name: 'Place' }).getByText('suggested').first()).toBeVisible();
    await results.getByRole('button', { name: 'Actor', exact: true }).click();
    await expect(
      results
        .getByRole('region', { name: 'Actor' })
        .getByText(/\d suggested/)
        .first(),
    ).toBeVisible();
    await results.getByRole('button', { name: 'Narrow', exact: true }).click();
  });

  await test.step('sorted', async () => {
    await results.getByRole('button', { name: /Sort/ }).click();
    await page.getByRole('option', { name: 'Oldest first' }).click();
    const oldest = (await datesOf(results)).sort();
    expect(new Set(oldest).size).toBeGreaterThan(1);
    await expect.poll(() => datesOf(results)).toEqual(oldest);
    await results.getByRole('button', { name: /Sort/ }).click();
    await page.getByRole('option', { name: 'Newest first' }).click();
    await expect.poll(() => datesOf(results)).toEqual([...oldest].reverse());
  });

  await test.step('hit by hit', async () => {
    const row = results.getByRole('row').first();
    await row.getByRole('button').nth(1).click();
    await expect(articleText(page)).toBeVisible();
    await expect(row).toHaveAttribute('aria-selected', 'true');
    const open = () => results.locator('mark[data-open]').getAttribute('data-place');
    expect(Number(await open())).toBeGreaterThan(0);
    const list = results.getByRole('grid', { name: 'Articles found' });
    await list.focus();
    const before = Number(await open());
    await page.keyboard.press('p');
    await expect.poll(async () => Number(await open())).toBe(before - 1);
    await page.keyboard.press('n');
    await expect.poll(async () => Number(await open())).toBe(before);
    const more = row.getByRole('button', { name: /^Show all/ });
    const lines = await row.getByRole('button').count();
    await more.click();
    await expect.poll(() => row.getByRole('button').count()).toBeGreaterThan(lines);
    const hits = Number(/of (\d+)/.exec((await row.textContent()) ?? '')?.[1]);
    expect(await row.locator('mark[data-place]').count()).toBe(hits);
  });

  expect(complaints).toEqual([]);
  await app.close();
});

test('other spellings: shown as a chip, and switched off for one name or for all', async () => {
  const { app, page, complaints } = await launchWithSeeds();
  const results = await searchFor(page, 'JNIM');
  await page.getByRole('searchbox', { name: 'Search everything' }).press('Enter');
  const chip = results.getByRole('button', { name: /^JNIM \+ \d+/i });
  await expect(chip).toHaveAttribute('aria-pressed', 'true');
  const expanded = await countOf(results);

  await chip.focus();
  await expect(page.getByRole('tooltip')).toContainText('GSIM');
  await page.keyboard.press('Space');
  const off = results.getByRole('button', { name: /only as typed/ });
  await expect(off).toHaveAttribute('aria-pressed', 'false');
  await expect.poll(() => countOf(results)).toBeLessThan(expanded);
  const literal = await countOf(results);
  await off.click();
  await expect.poll(() => countOf(results)).toBe(expanded);

  const all = results.getByRole('checkbox', { name: 'Other spellings' });
  await all.uncheck();
  await expect.poll(() => countOf(results)).toBe(literal);
  await all.check();
  await expect.poll(() => countOf(results)).toBe(expanded);
  expect(complaints).toEqual([]);
  await app.close();
});

for (const look of [
  { theme: 'light', textSize: 100 },
  { theme: 'dark', textSize: 100 },
  { theme: 'light', textSize: 200 },
] as const) {
  test(`narrowed results bar nobody: ${look.theme} theme, text at ${look.textSize} %`, async () => {
    const { app, page } = await launchWithSeeds();
    await markPassages(page);
    await wear(page, look);
    const results = await searchFor(page, 'JNIM mali');
    await results.getByRole('button', { name: 'Narrow', exact: true }).click();
    await results.getByRole('checkbox', { name: /^unread/ }).check();
    await results.getByRole('button', { name: 'Place', exact: true }).click();
    await results.getByRole('row').first().click();
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(grave.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
    await app.close();
  });
}

async function searchFor(page: Page, query: string): Promise<Locator> {
  await page.getByRole('searchbox', { name: 'Search everything' }).fill(query);
  const results = page.getByRole('region', { name: 'Search results' });
  await expect(results.getByRole('row').first()).toBeVisible();
  return results;
}

async function countOf(results: Locator): Promise<number> {
  return Number(
    /(\d+) article/.exec((await results.getByRole('status').first().textContent()) ?? '')?.[1] ?? 0,
  );
}

/** The count beside the box of a value. */
async function numberOf(box: Locator): Promise<number> {
  const label = await box.locator('xpath=..').textContent();
  return Number(/(\d+)\D*$/.exec(label ?? '')?.[1]);
}

/** The dates of the dated articles, in the order of the list. */
async function datesOf(results: Locator): Promise<string[]> {
  const rows = await results.getByRole('row').allTextContents();
  return rows.flatMap((text) => {
    const date = /\d{1,2} \p{L}+ \d{4}/u.exec(text)?.[0];
    return date === undefined ? [] : new Date(`${date} UTC`).toISOString().slice(0, 10);
  });
}
