import { expect, type Locator, type Page } from '@playwright/test';
import { articleText, painted } from './reading.ts';
import { saved } from './workbench.ts';

const farthest = 120;

/** Press Tab (or Shift+Tab) until `wanted` has the focus. */
export async function tabTo(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(wanted).toBeVisible();
  const element = await wanted.elementHandle();
  for (let step = 0; step < farthest; step++) {
    if (await page.evaluate((it) => it === document.activeElement, element)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${wanted} is not reached by ${key}`);
}

/** Tab to a button and press it by Enter. */
export async function pressByKey(page: Page, button: Locator): Promise<void> {
  await tabTo(page, button);
  await page.keyboard.press('Enter');
}

/** Select `passage` in the open article with nothing but the arrow keys. */
export async function selectByKeys(page: Page, passage: string): Promise<void> {
  await tabTo(page, articleText(page));
  const text = (await articleText(page).locator('[data-start]').allTextContents()).find((each) =>
    each.includes(passage),
  );
  if (text === undefined) throw new Error(`no paragraph with “${passage}”`);
  await page.keyboard.press('Control+Home');
  for (let step = 0; step < farthest && (await caret(page)).paragraph !== text; step++)
    await page.keyboard.press('Control+ArrowDown');
  await moveTo(page, text.indexOf(passage), '');
  await moveTo(page, text.indexOf(passage) + passage.length, 'Shift+');
  await expect.poll(async () => (await painted(page)).get('selected')).toEqual([passage]);
}

/** Within the paragraph of the caret, by words and then by letters. */
async function moveTo(page: Page, offset: number, shift: '' | 'Shift+'): Promise<void> {
  for (let step = 0; step < farthest && (await caret(page)).offset < offset; step++)
    await page.keyboard.press(`${shift}Control+ArrowRight`);
  for (let step = 0; step < farthest && (await caret(page)).offset > offset; step++)
    await page.keyboard.press(`${shift}ArrowLeft`);
  expect((await caret(page)).offset).toBe(offset);
}

async function caret(page: Page): Promise<{ paragraph: string; offset: number }> {
  return page.evaluate(() => {
    const selection = getSelection();
    return { paragraph: selection?.focusNode?.textContent ?? '', offset: selection?.focusOffset ?? -1 };
  });
}

/** Mark `passage` of the open article by keys, with the first tag that `words` finds. */
export async function markByKeys(page: Page, passage: string, words: string): Promise<void> {
  await selectByKeys(page, passage);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Tag the selection' })).toBeFocused();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await expect(articleText(page), 'the focus is back in the text').toBeFocused();
  await saved(page);
}

/** Choose from a drop-down list by typing the beginning of what is wanted. */
export async function chooseByKeys(page: Page, trigger: Locator, label: string): Promise<void> {
  await pressByKey(page, trigger);
  await expect(page.getByRole('option', { name: label })).toBeVisible();
  await page.keyboard.type(label.slice(0, 5));
  await expect(page.getByRole('option', { name: label })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: label })).toHaveCount(0);
}
