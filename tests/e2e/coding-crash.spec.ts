import { isDeepStrictEqual } from 'node:util';
import { expect, type Page, test } from '@playwright/test';
import {
  type Coding,
  type Mark,
  randomFrom,
  readCoding,
  type Shown,
  selectSomeWords,
  shownParagraphs,
  sorted,
} from './support/coding.ts';
import { tabTo } from './support/keys.ts';
import { launch, newUserData } from './support/launch.ts';
import { articleText } from './support/reading.ts';
import { importSeeds, opened, saved } from './support/workbench.ts';

const kills = 20;
const seed = Date.now();

/** The coding that is on the disk for certain, and what one key more may have made of it. */
type Work = { sure: Coding; maybe: Coding };

test('killing the program at 20 random moments of a coding session loses at most the edit in flight', async () => {
  test.setTimeout(6 * 60_000);
  test.info().annotations.push({ type: 'seed', description: String(seed) });
  const random = randomFrom(seed);
  const userData = newUserData();
  const first = await launch(userData);
  await opened(first.page);
  await importSeeds(first.page);
  const start = sorted(await readCoding(first.page));
  await first.kill();
  const work: Work = { sure: start, maybe: start };
  let edits = 0;
  let inFlight = 0;

  for (let round = 0; round < kills; round++) {
    const { page, kill, complaints } = await launch(userData);
    await opened(page);
    const found = sorted(await readCoding(page));
    // Either all that was shown as saved, or that and the one edit that was on its way.
    const isWhole = isDeepStrictEqual(found, work.maybe);
    if (!isWhole) expect(found, `round ${round}, seed ${seed}`).toEqual(work.sure);
    if (isWhole && !isDeepStrictEqual(work.maybe, work.sure)) inFlight += 1;
    work.sure = found;
    work.maybe = found;
    const paragraphs = await openByKeys(page);
    const moment = 150 + random() * 2_500;
    let isRunning = true;
    const dying = new Promise<void>((resolve) => {
      setTimeout(() => {
        isRunning = false;
        void kill().then(resolve);
      }, moment);
    });
    while (isRunning && (await codeOne(page, { work, paragraphs, random }))) edits += 1;
    await dying;
    expect(complaints.filter((text) => text.includes('rror'))).toEqual([]);
  }
  test.info().annotations.push({ type: 'edits', description: `${edits} kept, ${inFlight} more in flight` });
  // How many fit between two kills is a matter of the machine.
  expect(edits, 'there was something to lose').toBeGreaterThan(kills / 4);
});

async function openByKeys(page: Page): Promise<Shown[]> {
  const list = page.getByRole('listbox', { name: 'Articles' });
  await tabTo(page, list);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(articleText(page)).toBeVisible();
  await tabTo(page, articleText(page));
  return shownParagraphs(page);
}

type Desk = {
  readonly work: Work;
  readonly paragraphs: readonly Shown[];
  readonly random: () => number;
};

/** Make one edit and wait until it is shown as saved; `false` when the program died first. */
async function codeOne(page: Page, { work, paragraphs, random }: Desk): Promise<boolean> {
  try {
    const { start, end, exact } = await selectSomeWords(page, paragraphs, random);
    const name = `event ${Math.floor(random() * 8)}`;
    const isBare = random() < 0.4;
    const before = work.sure.marks.find((mark) => mark.start === start && mark.end === end);
    const tags = [...new Set([...(before?.tags ?? []), ...(isBare ? [] : [name])])].sort();
    const bare = { start, end, exact, note: '', grade: 'F6', marks: [] };
    const mark: Mark = { ...bare, ...before, tags };
    work.maybe = sorted({
      marks: [...work.sure.marks.filter((one) => one !== before), mark],
      tags: [...new Set([...work.sure.tags, ...tags])],
    });
    if (isBare) await page.keyboard.press('h');
    else {
      await page.keyboard.press('Enter');
      await expect(page.getByRole('combobox', { name: 'Tag the selection' })).toBeFocused();
      await page.keyboard.type(name);
      await page.keyboard.press('Enter');
    }
    await expect.poll(async () => sorted(await readCoding(page)), { timeout: 8_000 }).toEqual(work.maybe);
    await saved(page);
    work.sure = work.maybe;
    return true;
  } catch (error) {
    // A killed program may be missed in many words; its window is then gone in a moment.
    await new Promise((resolve) => setTimeout(resolve, 500));
    if (!page.isClosed() && !/closed|crash|Target|disconnected/i.test(String(error))) throw error;
    return false;
  }
}

test('a note that is being typed when the program is killed lacks at most what the last second brought', async () => {
  test.setTimeout(2 * 60_000);
  const userData = newUserData();
  const { page, kill } = await launch(userData);
  await opened(page);
  await importSeeds(page);
  const paragraphs = await openByKeys(page);
  const { exact } = await selectSomeWords(page, paragraphs, randomFrom(7));
  await page.keyboard.press('n');
  await expect(page.getByRole('region', { name: 'The passage' }).getByRole('textbox')).toBeFocused();
  const words = 'Without a pause: who fired first, from where, at whom, and who says so? '.repeat(3);
  const pressed: { text: string; at: number }[] = [];
  // Never 600 ms of rest, so that only the steady keeping can have kept it.
  for (const [at, letter] of [...words.slice(0, 120)].entries()) {
    await page.keyboard.type(letter);
    pressed.push({ text: words.slice(0, at + 1), at: Date.now() });
    await page.waitForTimeout(25);
  }
  const killedAt = Date.now();
  await kill();
  const again = await launch(userData);
  await opened(again.page);
  const { marks } = await readCoding(again.page);
  const { note = '' } = marks.find((mark) => mark.exact === exact) ?? {};
  expect(words.startsWith(note)).toBe(true);
  const due = pressed.findLast(({ at }) => at < killedAt - 1_300)?.text ?? '';
  expect(note.length, `“${note}” has all that was typed a second before`).toBeGreaterThanOrEqual(due.length);
  await again.app.close();
});
