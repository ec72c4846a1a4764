import { expect, test } from '@playwright/test';
import { launchWithSeeds } from './support/case.ts';
import { articleText, openArticle, selectByMouse } from './support/reading.ts';
import { readRecords } from './support/records.ts';
import { saved } from './support/workbench.ts';

const line = 'Experts say the shift is part of a strategy';

test('marks boilerplate by hand, folds it, leaves it out of searches, and takes it back', async () => {
  const { page, app } = await launchWithSeeds();
  await openArticle(page, 'Islamic State attacks show ambition');
  const text = articleText(page);
  const noise = async () => {
    const { articles = {} } = await readRecords(page, ['articles']);
    const all = Object.values(articles) as {
      title: { value: string };
      noise: unknown[];
      spared?: unknown[];
    }[];
    return all.find(({ title }) => title.value.startsWith('Islamic State attacks'));
  };
  const before = (await noise())?.noise.length ?? 0;

  await selectByMouse(page, line);
  await page
    .getByRole('region', { name: 'The passage' })
    .getByRole('button', { name: 'Boilerplate' })
    .click();
  await page
    .getByRole('listbox', { name: 'What sort of boilerplate' })
    .getByRole('option', { name: 'notice' })
    .click();
  await saved(page);
  expect((await noise())?.noise).toHaveLength(before + 1);
  await expect(text).toBeFocused();

  await page.keyboard.press('Control+z');
  await saved(page);
  expect((await noise())?.noise).toHaveLength(before);

  // By the keys: the paragraph at the caret, and back from its fold.
  await text.getByText(line).click();
  await page.keyboard.press('f');
  const kinds = page.getByRole('listbox', { name: 'What sort of boilerplate' });
  await expect(kinds.getByRole('option').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(kinds).toHaveCount(0);
  await expect(text).toBeFocused();
  await page.keyboard.press('f');
  await expect(kinds.getByRole('option').first()).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await saved(page);
  const fold = text.getByRole('button', { name: /1 line of boilerplate: related articles/ });
  await expect(fold).toBeVisible();
  await expect(text.getByText(line)).toBeHidden();

  const box = page.getByRole('searchbox', { name: 'Search everything' });
  const rows = page.getByRole('region', { name: 'Search results' }).getByRole('row');
  await box.fill('"strategy to seize territory" in:noise');
  await expect(rows).toHaveCount(1);
  await box.fill('"strategy to seize territory"');
  await expect(page.getByText('No article has all of that')).toBeVisible();
  await box.press('Escape');

  await fold.click();
  await text.getByRole('button', { name: 'This is text' }).click();
  await saved(page);
  await expect(text.getByText(line)).toBeVisible();
  await expect(fold).toHaveCount(0);
  expect((await noise())?.spared).toHaveLength(1);

  // What was unfolded stays so, though the blocks before and after it change.
  const markAt = async (words: string) => {
    await text.getByText(words).click();
    await page.keyboard.press('f');
    await expect(kinds.getByRole('option').first()).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(text.getByText(words)).toBeHidden();
  };
  const lives = 'Civilians continue to pay with their lives.';
  await markAt(lives);
  const first = text.getByRole('button', { name: /boilerplate/ }).first();
  await first.click();
  await expect(text.getByText(lives)).toBeVisible();
  await markAt(line);
  await expect(first).toHaveAttribute('aria-expanded', 'true');
  await expect(text.getByText(lives)).toBeVisible();
  await app.close();
});
