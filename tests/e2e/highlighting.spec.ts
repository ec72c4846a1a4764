import { expect, type Page, test } from '@playwright/test';
import { launchWithSeeds } from './support/case.ts';
import { articleText, markByMouse, openArticle, painted, selectByMouse } from './support/reading.ts';
import { readRecords } from './support/records.ts';
import { saved } from './support/workbench.ts';

const attack = 'Armed men arrived on motorbikes and shot at everything which moved';
const witness = 'shot at everything which moved,” a local official said to France 24';
const moved = 'everything which moved';

type Kept = {
  readonly id: string;
  readonly anchor: { readonly start: number; readonly end: number; readonly exact: string };
  readonly tagIds: readonly string[];
  readonly note: string;
  readonly grade: { readonly reliability: string; readonly credibility: number };
  readonly marks?: readonly string[];
  readonly analystId?: string;
};

/** The stored highlights in the order of the text. */
async function kept(page: Page): Promise<Kept[]> {
  const { highlights = {} } = await readRecords(page, ['highlights']);
  return (Object.values(highlights) as Kept[]).sort(
    (a, b) => a.anchor.start - b.anchor.start || b.anchor.end - a.anchor.end,
  );
}

const quotes = async (page: Page) => (await kept(page)).map(({ anchor }) => anchor.exact);
const stripe = (page: Page, words: string) =>
  page.getByRole('button', { name: `Highlight: ${words}`, exact: false });
const list = (page: Page) => page.getByRole('list', { name: 'Highlights of this article' });
const panel = (page: Page) => page.getByRole('region', { name: 'The passage' });

/** Where a letter of the open article is drawn. */
async function letterBox(page: Page, passage: string, letter: number) {
  return page.evaluate(
    ([words, at]) => {
      const paragraph = [...document.querySelectorAll('[data-article-text] [data-start]')].find((each) =>
        each.textContent?.includes(words),
      );
      const node = paragraph?.firstChild;
      if (!(node instanceof Text)) throw new Error(`no paragraph with “${words}”`);
      const range = document.createRange();
      const start = node.data.indexOf(words) + at;
      range.setStart(node, start);
      range.setEnd(node, start + 1);
      const { left, right, top, height } = range.getBoundingClientRect();
      return { left, right, x: (left + right) / 2, y: top + height / 2 };
    },
    [passage, letter] as const,
  );
}

async function clickAt(page: Page, passage: string, letter: number): Promise<void> {
  const { x, y } = await letterBox(page, passage, letter);
  await page.mouse.click(x, y);
}

async function begin(page: Page): Promise<void> {
  await openArticle(page, 'ambition to control');
  await markByMouse(page, attack, 'attack / attack on civilians');
  await markByMouse(page, witness, 'statement / attribution');
  await markByMouse(page, moved, 'casualties / killed');
}

test('overlaps are seen by their depth, told apart by pattern and tip, chosen by click and by list', async () => {
  const { app, page, complaints } = await launchWithSeeds();
  await begin(page);
  await clickAt(page, attack, 3);
  await expect.poll(async () => (await painted(page)).get('chosen')).toEqual([attack]);
  expect((await painted(page)).get('overlap-2')).toEqual(['shot at ']);
  expect((await painted(page)).get('overlap-3')).toEqual([moved]);

  await test.step('a click picks the shortest, the same place again goes through the stack', async () => {
    for (const chosen of [moved, attack, witness, moved]) {
      await clickAt(page, moved, 4);
      await expect.poll(async () => (await painted(page)).get('chosen')).toEqual([chosen]);
    }
  });

  await test.step('a list by keyboard chooses among them, showing each alone', async () => {
    await page.keyboard.press('l');
    const here = page.getByRole('listbox', { name: 'What lies here' });
    await expect(here).toBeFocused();
    await expect(here.getByRole('option')).toHaveCount(3);
    await page.keyboard.press('ArrowDown');
    await expect.poll(async () => (await painted(page)).get('overlap-2')).toBeUndefined();
    await page.keyboard.press('Enter');
    await expect(articleText(page)).toBeFocused();
    await expect.poll(async () => (await painted(page)).get('chosen')).toEqual([attack]);
    expect((await painted(page)).get('overlap-3')).toEqual([moved]);
  });

  await test.step('a stripe isolates, tells its path, grade, analyst and day, and its looks differ', async () => {
    await stripe(page, 'shot at everything which moved,').hover();
    await expect.poll(async () => (await painted(page)).get('tag-red')).toBeUndefined();
    const tip = page.getByRole('tooltip');
    await expect(tip).toContainText('statement / attribution');
    await expect(tip).toContainText('F6');
    await expect(tip).toContainText('this analyst');
    await expect(tip).toContainText(String(new Date().getFullYear()));
    const looks = await page
      .getByRole('button', { name: /^Highlight: / })
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundImage));
    expect(new Set(looks).size).toBe(3);
    await page.mouse.move(5, 5);
  });

  await test.step('they stand left or right of the text, with names or without', async () => {
    const x = async () => (await stripe(page, 'Armed men').boundingBox())?.x ?? 0;
    const textBox = await articleText(page).boundingBox();
    expect(await x()).toBeGreaterThan((textBox?.x ?? 0) + (textBox?.width ?? 0));
    await page.getByRole('button', { name: 'Stripes beside the text' }).click();
    await page.getByRole('menuitem', { name: 'Stripes left of the text' }).click();
    await expect.poll(async () => (await x()) < ((await articleText(page).boundingBox())?.x ?? 0)).toBe(true);
    await page.getByRole('button', { name: 'Stripes beside the text' }).click();
    await page.getByRole('menuitem', { name: 'Stripes with the names of their tags' }).click();
    await expect(page.getByText('attack on civilians', { exact: true }).first()).toBeVisible();
  });

  await app.close();
  expect(complaints).toEqual([]);
});

test('an edge is pulled by the pointer and moved by keys, each gesture one step', async () => {
  const { app, page, complaints } = await launchWithSeeds();
  await openArticle(page, 'ambition to control');
  await markByMouse(page, attack, 'attack / attack on civilians');
  await clickAt(page, attack, 3);
  const end = page.locator('[data-edge="end"]');
  await expect(end).toBeVisible();

  await test.step('while it is pulled the new extent is painted, and kept when it is let go', async () => {
    const from = await end.boundingBox();
    const to = await letterBox(page, witness, witness.indexOf('official') + 6);
    await page.mouse.move((from?.x ?? 0) + 1, (from?.y ?? 0) + 8);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 8 });
    const live = `${attack},” a local official`;
    await expect.poll(async () => (await painted(page)).get('tag-red')).toEqual([live]);
    expect(await quotes(page)).toEqual([attack]);
    await page.mouse.up();
    await saved(page);
    expect(await quotes(page)).toEqual([live]);
    await page.keyboard.press('Control+z');
    await expect.poll(() => quotes(page)).toEqual([attack]);
  });

  await test.step('with Alt words are parted, and Escape gives up', async () => {
    const pull = async (key: 'Alt' | null, letter: number) => {
      const from = await page.locator('[data-edge="start"]').boundingBox();
      const to = await letterBox(page, attack, letter);
      await page.mouse.move((from?.x ?? 0) + 1, (from?.y ?? 0) + 8);
      await page.mouse.down();
      if (key !== null) await page.keyboard.down(key);
      await page.mouse.move(to.left + 1, to.y, { steps: 4 });
    };
    await pull(null, 7);
    await expect.poll(async () => (await painted(page)).get('tag-red')?.[0]?.slice(0, 9)).toBe('men arriv');
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await page.waitForTimeout(100);
    expect(await quotes(page)).toEqual([attack]);
    await pull('Alt', 2);
    await page.mouse.up();
    await page.keyboard.up('Alt');
    await expect.poll(() => quotes(page)).toEqual([attack.slice(2)]);
    await page.keyboard.press('Control+z');
    await expect.poll(() => quotes(page)).toEqual([attack]);
  });

  await test.step('by keyboard: letters, words and sentences', async () => {
    await clickAt(page, attack, 3);
    await articleText(page).focus();
    await page.keyboard.press(']');
    await page.keyboard.press('Control+ArrowLeft');
    await page.keyboard.press('Control+ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await expect.poll(() => quotes(page)).toEqual(['Armed men arrived on motorbikes and shot at everythin']);
    await page.keyboard.press('Control+z');
    await expect.poll(() => quotes(page)).toEqual([attack]);
    await page.keyboard.press(']');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await expect.poll(async () => /[.!?”]$/.test((await quotes(page))[0] ?? '')).toBe(true);
  });
  await app.close();
  expect(complaints).toEqual([]);
});

test('highlights are split, joined, recoded and marked, and each is undone in one step', async () => {
  const { app, page, complaints } = await launchWithSeeds();
  await openArticle(page, 'ambition to control');
  await markByMouse(page, attack, 'attack / attack on civilians');
  await clickAt(page, attack, 3);

  await test.step('marks by key, shown in list and tip', async () => {
    await page.keyboard.press('i');
    await page.keyboard.press('e');
    await saved(page);
    await expect.poll(async () => (await kept(page))[0]?.marks).toEqual(['important', 'translation-error']);
    await page.keyboard.press('e');
    await expect.poll(async () => (await kept(page))[0]?.marks).toEqual(['important']);
    await expect(list(page).getByRole('button', { name: 'Important', pressed: true })).toBeVisible();
  });

  await test.step('split at the edges of a selection', async () => {
    await selectByMouse(page, 'on motorbikes');
    await page.keyboard.press('Escape');
    await page.keyboard.press('x');
    await expect
      .poll(() => quotes(page))
      .toEqual(['Armed men arrived', 'on motorbikes', 'and shot at everything which moved']);
    for (const one of await kept(page)) expect(one.marks).toEqual(['important']);
  });

  await test.step('joined again by a key, and undone', async () => {
    await page.keyboard.press('Escape');
    await clickAt(page, attack, 3);
    await page.keyboard.press('g');
    await expect.poll(() => quotes(page)).toHaveLength(2);
    await page.keyboard.press('g');
    await expect.poll(() => quotes(page)).toEqual([attack]);
    await page.keyboard.press('Control+z');
    await expect.poll(() => quotes(page)).toHaveLength(2);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => quotes(page)).toEqual([attack]);
  });

  await test.step('recoded from the menu of its stripe', async () => {
    const before = (await kept(page))[0]?.tagIds;
    await stripe(page, 'Armed men').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Recode…' }).click();
    await expect(panel(page).getByRole('combobox', { name: 'The new tag' })).toBeFocused();
    await page.keyboard.type('attribution');
    await page.keyboard.press('Enter');
    await expect(panel(page)).toHaveCount(0);
    await saved(page);
    const after = (await kept(page))[0]?.tagIds;
    expect(after).toHaveLength(1);
    expect(after).not.toEqual(before);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await kept(page))[0]?.tagIds).toEqual(before);
  });

  await test.step('the history tells it in words', async () => {
    await page.keyboard.press('Control+h');
    for (const words of ['Split the highlight', 'Joined 2 highlights', 'Recoded “Armed men', 'as important'])
      await expect(page.getByText(words, { exact: false }).first()).toBeVisible();
  });
  await app.close();
  expect(complaints).toEqual([]);
});

test('several are picked in the list and edited in one step; the list is narrowed and ordered', async () => {
  const { app, page, complaints } = await launchWithSeeds();
  await begin(page);
  const cards = list(page).getByRole('listitem');
  await expect(cards).toHaveCount(3);

  await test.step('picked by keyboard, tagged, graded and marked at once', async () => {
    await list(page).getByRole('button', { name: attack }).click();
    await page.keyboard.press('Home');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    const bar = page.getByRole('toolbar', { name: 'With the picked highlights' });
    await expect(bar).toContainText('2 picked');
    await bar.getByRole('button', { name: 'Tag…' }).click();
    await page.getByRole('combobox', { name: 'Tag what is picked' }).fill('ambush');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect.poll(async () => (await kept(page)).map(({ tagIds }) => tagIds.length)).toEqual([2, 2, 1]);
    await bar.getByRole('button', { name: 'More for the picked highlights' }).click();
    await page.getByRole('menuitem', { name: 'Suspected translation error' }).click();
    await expect
      .poll(async () => (await kept(page)).map(({ marks = [] }) => marks.length))
      .toEqual([1, 1, 0]);
    await page.keyboard.press('Control+z');
    await expect
      .poll(async () => (await kept(page)).map(({ marks = [] }) => marks.length))
      .toEqual([0, 0, 0]);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await kept(page)).map(({ tagIds }) => tagIds.length)).toEqual([1, 1, 1]);
  });

  await test.step('joined from the list: tags united, the first one stays', async () => {
    const [first] = await kept(page);
    await page.getByRole('toolbar').getByRole('button', { name: 'Join' }).click();
    await expect.poll(() => quotes(page)).toHaveLength(2);
    expect((await kept(page))[0]).toMatchObject({
      id: first?.id,
      tagIds: expect.arrayContaining([...(first?.tagIds ?? [])]),
    });
    await page.keyboard.press('Control+z');
    await expect.poll(() => quotes(page)).toHaveLength(3);
  });

  await test.step('narrowed by tag and mark, and ordered', async () => {
    await page.getByRole('button', { name: 'Filter the highlights' }).click();
    await page.getByRole('button', { name: /Tag$/ }).click();
    await page.getByRole('option', { name: 'casualties / killed' }).click();
    await expect(cards).toHaveCount(1);
    await expect(page.getByText('1 of 3 highlights')).toBeVisible();
    await page.getByRole('button', { name: 'Show all again' }).click();
    await expect(cards).toHaveCount(3);
    await page.getByRole('button', { name: /Order$/ }).click();
    await page.getByRole('option', { name: 'Newest first' }).click();
    await expect(cards.first()).toContainText(moved);
  });
  await app.close();
  expect(complaints).toEqual([]);
});
