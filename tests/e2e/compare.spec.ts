import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { Highlight } from '#core/annotations/highlight.ts';
import { launchWithSeeds } from './support/case.ts';
import { importFiles } from './support/importing.ts';
import type { Running } from './support/launch.ts';
import { markByMouse, openArticle, painted } from './support/reading.ts';
import { readRecords } from './support/records.ts';
import { saved } from './support/workbench.ts';

const passage = 'At least twelve soldiers were killed in the raid on the camp near Labbezanga';
const wire = [
  `${passage}, a security source told the agency.`,
  'The attackers came on motorbikes at dawn and withdrew towards the border after an hour of fighting.',
  'No group has claimed the attack so far, and the army has not published its losses.',
];
const reworded = wire.with(0, (wire[0] ?? '').replace('twelve', 'fourteen'));

test('two articles stand side by side with what they share marked, and a highlight is carried over', async () => {
  const { app, page, complaints } = await launchWithCopies();
  await openArticle(page, 'Raid on a camp near the river');
  await markByMouse(page, passage, 'attack / attack on civilians');

  // By key; the article with the same passages is suggested first, with the reason.
  await page.getByRole('document', { name: 'Text of the article' }).focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('b');
  const picker = page.getByRole('dialog', { name: 'Compare with' });
  const first = picker.getByRole('menuitem').first();
  await expect(first).toContainText('Soldiers killed at Labbezanga');
  await expect(first).toContainText(/Suggested: \d+% of the shorter text is in both/);
  await first.click();

  await expect(page.getByText('2 sentences the same')).toBeVisible();
  await expect(page.getByText('1 nearly the same')).toBeVisible();
  const right = page.getByRole('document', { name: 'Text of the right article' });
  await expect(right).toBeVisible();
  await page.getByRole('document', { name: 'Text of the left article' }).focus();

  // The next difference: level on both sides, the differing words marked.
  await page.keyboard.press('d');
  await expect
    .poll(async () => [...((await painted(page)).get('compare-words') ?? [])].sort())
    .toEqual(['fourteen', 'twelve']);
  await expect.poll(() => heightApart(page, 'twelve', 'fourteen')).toBeLessThan(4);
  expect((await painted(page)).get('compare-current')?.sort()).toEqual([reworded[0], wire[0]]);
  expect((await painted(page)).get('tag-red')).toEqual([passage]);

  // The highlight is chosen by a click and carried over in one step that can be undone.
  await clickWord(page, 'left', 'soldiers were killed');
  await expect(page.getByRole('button', { name: /Highlight the same passage/ })).toBeVisible();
  await page.keyboard.press('h');
  await saved(page);
  await expect(page.getByText('The same passage is highlighted on the other side too.')).toBeVisible();
  const carried = passage.replace('twelve', 'fourteen');
  expect((await exacts(page)).sort()).toEqual([carried, passage].sort());
  const [one, other] = await highlights(page);
  expect(one?.tagIds).toEqual(other?.tagIds);
  expect((await painted(page)).get('tag-red')?.sort()).toEqual([carried, passage].sort());
  await page.keyboard.press('Control+z');
  await expect.poll(() => exacts(page)).toEqual([passage]);

  // Escape leaves, and the article is read alone again.
  await page.keyboard.press('Escape');
  await expect(page.getByRole('document', { name: 'Text of the article' })).toBeVisible();
  expect((await painted(page)).has('compare-same')).toBe(false);
  expect(complaints).toEqual([]);
  await app.close();
});

test('both sides scroll together by what they share, or apart, and change places', async () => {
  const { app, page, complaints } = await launchWithCopies();
  await openArticle(page, 'Raid on a camp near the river');
  await page.getByRole('button', { name: 'Compare with another article' }).click();
  await page.getByRole('dialog').getByRole('searchbox').fill('labbezanga');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByText('2 sentences the same')).toBeVisible();

  await scrollLeftTo(page, 'The attackers came');
  await expect.poll(() => heightApart(page, 'The attackers came', 'The attackers came')).toBeLessThan(40);
  const before = await scrollTop(page, 'right');
  await page.getByRole('button', { name: /^Scroll both together/ }).click();
  await scrollLeftTo(page, 'No group has claimed');
  await page.waitForTimeout(300);
  expect(await scrollTop(page, 'right')).toBe(before);

  // A click on a sentence brings its match over there, wherever that is.
  await clickWord(page, 'left', 'No group has claimed');
  await expect.poll(() => isInView(page, 'right', 'No group has claimed')).toBe(true);

  await page.getByRole('button', { name: /^Swap the sides/ }).click();
  await expect(page.getByRole('region', { name: 'Left article' }).getByRole('heading')).toContainText(
    'Soldiers killed',
  );
  await expect(page.getByText('2 sentences the same')).toBeVisible();
  await page.getByRole('button', { name: /^Read one article/ }).click();
  await expect(page.getByRole('document', { name: 'Text of the article' })).toContainText('Soldiers killed');
  expect(complaints).toEqual([]);
  await app.close();
});

test('two of the five articles, which tell of different events, share nothing, and it says so', async () => {
  const { app, page } = await launchWithSeeds();
  await openArticle(page, 'ambition to control');
  await page.getByRole('button', { name: 'Compare with another article' }).click();
  await expect(page.getByText('No other article shares passages with the open one.')).toBeVisible();
  await page
    .getByRole('dialog')
    .getByRole('menuitem', { name: /Kidal region/ })
    .click();
  await expect(page.getByText('0 sentences the same')).toBeVisible();
  await expect(page.getByText('0 nearly the same')).toBeVisible();
  await app.close();
});

async function launchWithCopies(): Promise<Running> {
  const running = await launchWithSeeds();
  const folder = mkdtempSync(join(tmpdir(), 'liptako-copies-'));
  const files = [
    write(folder, 'river.txt', [
      'Raid on a camp near the river',
      ...filler('market', 14),
      ...wire,
      ...filler('school', 20),
    ]),
    write(folder, 'labbezanga.txt', [
      'Soldiers killed at Labbezanga',
      ...filler('harvest', 30),
      ...reworded,
      ...filler('bridge', 12),
    ]),
  ];
  await importFiles(running.page, files);
  await expect(running.page.getByRole('listbox', { name: 'Articles' }).getByRole('option')).toHaveCount(7);
  await saved(running.page);
  const close = running.page.getByRole('region', { name: 'Import' }).getByRole('button', { name: 'Close' });
  if (await close.isVisible()) await close.click();
  return running;
}

function write(folder: string, name: string, paragraphs: readonly string[]): string {
  const file = join(folder, name);
  writeFileSync(file, paragraphs.join('\n\n'));
  return file;
}

/** Paragraphs of which no two share more than their first and last words. */
function filler(subject: string, count: number): string[] {
  const word = (at: number) => `${subject}${(at * 37 + 11).toString(36)}`;
  return Array.from({ length: count }, (_, at) => {
    const own = Array.from({ length: 16 }, (__, step) => word(at * 16 + step));
    return `The people said that ${own.join(' ')} on that day.`;
  });
}

async function highlights(page: Page): Promise<Highlight[]> {
  const { highlights: all = {} } = await readRecords(page, ['highlights']);
  return Object.values(all) as Highlight[];
}

async function exacts(page: Page): Promise<string[]> {
  return (await highlights(page)).map(({ anchor }) => anchor.exact);
}

/** How many pixels lie between the heights of two words on the left and on the right. */
async function heightApart(page: Page, left: string, right: string): Promise<number> {
  const [a, b] = [await boxOf(page, 'left', left), await boxOf(page, 'right', right)];
  return Math.abs(a.top - b.top);
}

async function boxOf(page: Page, side: 'left' | 'right', words: string) {
  return page.evaluate(
    ({ label, text }) => {
      const body = document.querySelector(`[aria-label="${label}"]`);
      const paragraph = [...(body?.querySelectorAll('[data-start]') ?? [])].find((one) =>
        one.textContent?.includes(text),
      );
      const node = paragraph?.firstChild;
      if (!(node instanceof Text)) throw new Error(`no ${text}`);
      const range = document.createRange();
      range.setStart(node, node.data.indexOf(text));
      range.setEnd(node, node.data.indexOf(text) + text.length);
      const { left, top, bottom, height } = range.getBoundingClientRect();
      const view = body?.closest('section')?.getBoundingClientRect();
      return { left, top, bottom, height, viewTop: view?.top ?? 0, viewBottom: view?.bottom ?? 0 };
    },
    { label: `Text of the ${side} article`, text: words },
  );
}

async function isInView(page: Page, side: 'left' | 'right', words: string): Promise<boolean> {
  const { top, bottom, viewTop, viewBottom } = await boxOf(page, side, words);
  return top > viewTop && bottom < viewBottom;
}

async function clickWord(page: Page, side: 'left' | 'right', words: string): Promise<void> {
  const box = await boxOf(page, side, words);
  await page.mouse.click(box.left + 4, box.top + 8);
}

function scrollTop(page: Page, side: 'left' | 'right'): Promise<number> {
  return page.evaluate((label) => {
    const body = document.querySelector(`[aria-label="${label}"]`);
    return body?.parentElement?.parentElement?.scrollTop ?? -1;
  }, `Text of the ${side} article`);
}

/** Turn the wheel over the left article until these words stand in the upper part of it. */
async function scrollLeftTo(page: Page, words: string): Promise<void> {
  const pane = await page.getByRole('document', { name: 'Text of the left article' }).boundingBox();
  await page.mouse.move((pane?.x ?? 0) + 60, 400);
  for (let step = 0; step < 60; step++) {
    const box = await boxOf(page, 'left', words);
    const away = box.top - (box.viewTop + (box.viewBottom - box.viewTop) / 3);
    if (Math.abs(away) < 30) return;
    await page.mouse.wheel(0, Math.max(-250, Math.min(250, away)));
    await page.waitForTimeout(60);
  }
}
