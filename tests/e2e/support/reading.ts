import { expect, type Page } from '@playwright/test';
import { goTo, saved } from './workbench.ts';

/** Open the article of the library whose row holds `words`, and wait for its text. */
export async function openArticle(page: Page, words: string): Promise<void> {
  await goTo(page, 'Library');
  await page.getByRole('listbox', { name: 'Articles' }).getByRole('option', { name: words }).dblclick();
  await expect(articleText(page)).toBeVisible();
}

/** The text of the open article. */
export function articleText(page: Page) {
  return page.getByRole('document', { name: 'Text of the article' });
}

/** Drag the mouse over `passage` in the open article, from before its first letter to behind its last. */
export async function selectByMouse(page: Page, passage: string): Promise<void> {
  await expect(articleText(page)).toContainText(passage);
  // Lines that are measured late can still move the text under the pointer: then it is dragged over anew.
  let isAnew = false;
  await expect(async () => {
    if (isAnew) await page.keyboard.press('Escape');
    isAnew = true;
    const { from, to } = await restingPlace(page, passage);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await page.mouse.up();
    // The picker has taken the focus; the selection stays to be seen.
    await expect
      .poll(async () => (await painted(page)).get('selected'), { timeout: 4_000 })
      .toEqual([passage]);
  }).toPass({ timeout: 20_000 });
}

/** Where the passage is once the page has come to rest: an article just opened may still be moved into place. */
async function restingPlace(page: Page, passage: string): Promise<Ends> {
  for (let before = ''; ; ) {
    const ends = await page.evaluate(measure, passage);
    if (JSON.stringify(ends) === before) return ends;
    before = JSON.stringify(ends);
    await page.waitForTimeout(100);
  }
}

type Ends = { readonly from: Point; readonly to: Point };
type Point = { readonly x: number; readonly y: number };

/** Runs in the page: bring the passage into the middle of the view, and tell where it begins and ends. */
function measure(passage: string): Ends {
  const paragraph = [...document.querySelectorAll('[data-article-text] [data-start]')].find((each) =>
    each.textContent?.includes(passage),
  );
  const node = paragraph?.firstChild;
  if (!(node instanceof Text)) throw new Error(`no paragraph with “${passage}”`);
  paragraph?.scrollIntoView({ block: 'center' });
  const start = node.data.indexOf(passage);
  const box = (at: number) => {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getBoundingClientRect();
  };
  const first = box(start);
  const last = box(start + passage.length - 1);
  return {
    from: { x: first.left + 1, y: first.top + first.height / 2 },
    to: { x: last.right - 1, y: last.top + last.height / 2 },
  };
}

/** Mark `passage` of the open article by mouse, with the tag of this path: `attack / raid on a camp`. */
export async function markByMouse(page: Page, passage: string, tag: string): Promise<void> {
  await selectByMouse(page, passage);
  const picker = page.getByRole('region', { name: 'The passage' });
  await picker.getByRole('combobox', { name: 'Tag the selection' }).fill(tag.split(' / ').at(-1) ?? '');
  await picker.getByRole('option', { name: tag }).first().click();
  await expect(picker).toHaveCount(0);
  await saved(page);
}

/** What is painted over the text, by the name of the layer: the words of every range. */
export async function painted(page: Page): Promise<Map<string, string[]>> {
  return new Map(
    await page.evaluate(() =>
      Array.from(CSS.highlights, ([name, highlight]): [string, string[]] => [
        name,
        Array.from(highlight, ({ startContainer, startOffset, endContainer, endOffset }) => {
          const range = document.createRange();
          range.setStart(startContainer, startOffset);
          range.setEnd(endContainer, endOffset);
          return range.toString();
        }),
      ]),
    ),
  );
}

/** The passage that lights up for a moment after it was jumped to; answers where its words begin in the text. */
export async function whereFlashed(page: Page): Promise<number> {
  const where = () =>
    page.evaluate(() => {
      const [range] = CSS.highlights.get('flash') ?? [];
      const node = range?.startContainer;
      if (range === undefined || !(node instanceof Text)) return null;
      const box = document.createRange();
      box.setStart(node, range.startOffset);
      box.setEnd(node, range.startOffset + 1);
      const { top, bottom } = box.getBoundingClientRect();
      const isSeen = top >= 0 && bottom <= innerHeight;
      const paragraph = Number(node.parentElement?.dataset.start);
      return isSeen ? paragraph + range.startOffset : null;
    });
  await expect.poll(where, 'a passage in the view lights up').not.toBeNull();
  return (await where()) ?? -1;
}
