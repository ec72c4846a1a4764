import { expect, test } from '@playwright/test';
import { launchWithSeeds } from './support/case.ts';
import { articleText, openArticle } from './support/reading.ts';
import { readRecords } from './support/records.ts';
import { saved } from './support/workbench.ts';

test('suspected damage is underlined, explained at its place, listed and dismissed, and undo brings it back', async () => {
  const { page, app } = await launchWithSeeds();
  await openArticle(page, 'One year later');
  const dismissed = async () => {
    const { articles = {} } = await readRecords(page, ['articles']);
    return Object.values(articles).flatMap((one) =>
      ((one as { damage?: { dismissed?: true }[] }).damage ?? []).filter((place) => place.dismissed),
    ).length;
  };
  expect(await dismissed()).toBe(0);

  // By the keys: from place to place, why, and that it is none.
  await articleText(page).focus();
  const card = page.getByRole('region', { name: 'Suspected damage' });
  await expect(async () => {
    await page.keyboard.press('z');
    await expect(card.getByText('the Alliance')).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(card.getByText('A capital stands inside a word.')).toBeVisible();
  expect(await page.evaluate(() => CSS.highlights.get('damage')?.size ?? 0)).toBeGreaterThan(0);
  if (process.env.SHOTS !== undefined) await page.screenshot({ path: `${process.env.SHOTS}/card.png` });
  await page.keyboard.press('u');
  await saved(page);
  expect(await dismissed()).toBe(1);
  await expect(card).toHaveCount(0);

  await page.getByRole('tab', { name: /^Damage \(\d+\)$/ }).click();
  const list = page.getByRole('list', { name: 'Suspected damage' });
  await expect(list.getByText('Words run together, dismissed')).toHaveCount(1);
  await list.getByRole('button', { name: 'Show “AcledOn” in the text' }).click();
  if (process.env.SHOTS !== undefined) await page.screenshot({ path: `${process.env.SHOTS}/list.png` });
  await list.getByRole('button', { name: '“AcledOn” is no damage' }).click();
  await saved(page);
  expect(await dismissed()).toBe(2);
  await page.keyboard.press('Control+z');
  await saved(page);
  expect(await dismissed()).toBe(1);
  await list.getByRole('button', { name: '“theAlliance” looks damaged after all' }).click();
  await saved(page);
  expect(await dismissed()).toBe(0);
  await app.close();
});
