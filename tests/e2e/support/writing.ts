import { expect, type Page } from '@playwright/test';
import { goTo, saved } from './workbench.ts';

/** The boxes the blocks of a brief are written in, in order. */
export function blocks(page: Page) {
  return page.getByRole('list', { name: 'Blocks of the brief' }).locator('> li');
}

/** Start a brief without blocks, and give it a title. */
export async function startBrief(page: Page, title: string): Promise<void> {
  await goTo(page, 'Brief');
  await page.getByRole('button', { name: 'More ways to start a brief' }).click();
  await page.getByRole('menuitem', { name: 'New empty brief' }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill(title);
}

/** Add a block at the end by the bar below the blocks. */
export async function addBlock(page: Page, kind: 'Heading' | 'Paragraph' | 'Map' | 'Table') {
  const count = await blocks(page).count();
  await page
    .getByRole('toolbar', { name: 'Add a block' })
    .getByRole('button', { name: kind, exact: true })
    .click();
  await expect(blocks(page)).toHaveCount(count + 1);
  return blocks(page).nth(count);
}

/** Choose a passage among those to be cited. */
export async function choosePassage(page: Page, words: string): Promise<void> {
  await page
    .getByRole('listbox', { name: 'Passages: Enter cites' })
    .getByRole('option', { name: words })
    .click();
}

/** Choose a passage and cite it where the caret is. */
export async function cite(page: Page, words: string): Promise<void> {
  await choosePassage(page, words);
  await page.getByRole('region', { name: 'Passages' }).getByRole('button', { name: 'Cite' }).click();
  await saved(page);
}

/** Choose a passage and add it as a quote at the end. */
export async function quote(page: Page, words: string): Promise<void> {
  const count = await blocks(page).count();
  await choosePassage(page, words);
  await page.getByRole('region', { name: 'Passages' }).getByRole('button', { name: 'Add as quote' }).click();
  await expect(blocks(page)).toHaveCount(count + 1);
}

/** What will be exported. */
export function preview(page: Page) {
  return page.getByRole('region', { name: 'Preview' });
}
