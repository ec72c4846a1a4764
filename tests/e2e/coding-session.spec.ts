import { expect, type Page, test } from '@playwright/test';
import { launchWithSeeds } from './support/case.ts';
import {
  type Coding,
  codingTables,
  type Mark,
  type Passage,
  randomFrom,
  readCoding,
  type Shown,
  selectSomeWords,
  shownParagraphs,
  sorted,
} from './support/coding.ts';
import { chooseByKeys, tabTo } from './support/keys.ts';
import { launch } from './support/launch.ts';
import { articleText } from './support/reading.ts';
import { type Records, readRecords } from './support/records.ts';
import { opened, saved } from './support/workbench.ts';

/** So many passages are marked; some are marked twice, some deleted again. */
const wanted = 52;

/** Tags whose names nobody else in the starter codebook has. */
const known = ['ambush', 'killed', 'shelling', 'attribution', 'wounded', 'clash'] as const;

test('a long coding session by keyboard keeps exactly what a model says, undone to the start and redone', async () => {
  test.setTimeout(4 * 60_000);
  const { app, page, userData, complaints } = await launchWithSeeds();
  const session = await begin(page);
  for (let number = 0; number < wanted; number++) await codeOnePassage(session, number);
  await mergeByKeys(session, 'clash', 'ambush');
  await mergeByKeys(session, 'wounded', 'killed');
  expect(session.highlights.length).toBeGreaterThanOrEqual(40);
  expect(overlapping(session.highlights), 'passages overlap').toBeGreaterThan(3);

  const { states } = session;
  const last = states.length - 1;
  await test.step(`undo ${last} edits`, async () => {
    for (let at = last - 1; at >= 0; at--) await pressUntil(page, 'Control+z', states[at]);
  });
  await test.step('and do them again', async () => {
    for (let at = 1; at <= last; at++) await pressUntil(page, 'Control+Shift+z', states[at]);
  });
  await app.close();
  const again = await launch(userData);
  await opened(again.page);
  expect(await readRecords(again.page, codingTables)).toEqual(states[last]);
  await again.app.close();
  expect([...complaints, ...again.complaints]).toEqual([]);
});

/** A session with its model, which knows nothing of the program's code. */
type Session = {
  readonly page: Page;
  readonly paragraphs: readonly Shown[];
  readonly random: () => number;
  highlights: Mark[];
  tags: string[];
  /** The path of the tag given last. */
  lastTag: string;
  /** All records after every edit. */
  readonly states: Records[];
};

async function begin(page: Page): Promise<Session> {
  await page.keyboard.press('Control+1');
  const list = page.getByRole('listbox', { name: 'Articles' });
  await tabTo(page, list);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(articleText(page)).toBeVisible();
  await tabTo(page, articleText(page));
  await saved(page);
  const { tags } = await readCoding(page);
  return {
    page,
    paragraphs: await shownParagraphs(page),
    random: randomFrom(20_240_917),
    highlights: [],
    tags: [...tags],
    lastTag: '',
    states: [await readRecords(page, codingTables)],
  };
}

/** Compare what is stored with the model; a change of the model is one edit more. */
async function check(session: Session, what: string): Promise<void> {
  const { page, highlights, tags, states } = session;
  const model: Coding = sorted({ marks: highlights, tags });
  await expect.poll(() => readCoding(page), what).toEqual(model);
  await saved(page);
  const now = await readRecords(page, codingTables);
  if (JSON.stringify(now) !== JSON.stringify(states.at(-1))) states.push(now);
}

async function codeOnePassage(session: Session, number: number): Promise<void> {
  const { page, paragraphs, random } = session;
  const passage = await selectSomeWords(page, paragraphs, random);
  const way = ways[number % ways.length];
  if (way === undefined) throw new Error('no way to code');
  await way(session, passage, number);
  await expect(articleText(page), `${way.name} ${number}: the focus is back`).toBeFocused();
  const at = session.highlights.findIndex(({ start, end }) => start === passage.start && end === passage.end);
  const mark = session.highlights[at];
  if (mark === undefined) throw new Error('the model lost a highlight');
  const change = (changed: Partial<Mark>) => {
    session.highlights[at] = { ...mark, ...changed };
  };
  if (number % 5 === 1) {
    const note = `${mark.note === '' ? '' : `${mark.note} `}Note ${number}: « vu à Ménaka » – ok.`;
    await page.keyboard.press('n');
    await expect(page.getByRole('region', { name: 'The passage' }).getByRole('textbox')).toBeFocused();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(mark.note === '' ? note : note.slice(mark.note.length));
    await page.keyboard.press('Control+Enter');
    change({ note });
    await check(session, `note ${number}`);
    await expect(articleText(page)).toBeFocused();
  } else if (number % 7 === 2) {
    await page.keyboard.press('i');
    const isOn = mark.marks.includes('important');
    change({
      marks: isOn ? mark.marks.filter((one) => one !== 'important') : [...mark.marks, 'important'].sort(),
    });
    await check(session, `important ${number}`);
  } else if (number % 13 === 3) {
    const list = page.getByRole('list', { name: 'Highlights of this article' });
    await chooseByKeys(page, list.getByRole('button', { name: /Source$/ }), 'B – usually reliable');
    change({ grade: `B${mark.grade.slice(1)}` });
    await check(session, `grade ${number}`);
    await tabTo(page, articleText(page), 'Shift+Tab');
  } else if (number % 8 === 4) {
    await moveEnd(session, at);
  } else if (number % 11 === 6) {
    await page.keyboard.press('Delete');
    session.highlights.splice(at, 1);
    await check(session, `delete ${number}`);
  }
}

/** Hold the end of the chosen highlight and move it by three characters; the spaces between count for nothing. */
async function moveEnd(session: Session, at: number): Promise<void> {
  const { page, paragraphs, highlights } = session;
  const mark = highlights[at];
  const paragraph = paragraphs.findLast(({ start }) => start <= (mark?.start ?? 0));
  if (mark === undefined || paragraph === undefined) return;
  const rest = paragraph.words.slice(mark.end - paragraph.start);
  const more = /^(\s*\S){3}/.exec(rest)?.[0];
  // Accents in two pieces and the like would make the model as clever as the program.
  if (more === undefined || !/^[\x20-\x7e]+$/.test(more)) return;
  await page.keyboard.press(']');
  for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  highlights[at] = { ...mark, end: mark.end + more.length, exact: mark.exact + more };
  await check(session, 'the end moves');
}

type Way = (session: Session, passage: Passage, number: number) => Promise<void>;

const ways: readonly Way[] = [byKnownTag, bare, byNewTag, again, byNumber, byTwoTags, byOwnWords];

async function bare(session: Session, passage: Passage): Promise<void> {
  await session.page.keyboard.press('h');
  await give(session, passage, null);
}

async function byKnownTag(session: Session, passage: Passage): Promise<void> {
  const name = known[Math.floor(session.random() * known.length)] ?? known[0];
  await openPicker(session.page);
  await session.page.keyboard.type(name);
  await session.page.keyboard.press('Enter');
  await give(session, passage, pathOf(session, name));
}

async function byNewTag(session: Session, passage: Passage, number: number): Promise<void> {
  const path = `attack / incident ${number}`;
  await openPicker(session.page);
  await session.page.keyboard.type(path.replace(' / ', '/'));
  await session.page.keyboard.press('Enter');
  session.tags.push(path);
  await give(session, passage, path);
}

async function again(session: Session, passage: Passage): Promise<void> {
  await session.page.keyboard.press('q');
  await give(session, passage, session.lastTag);
}

/** By the number that stands before a tag in the list. */
async function byNumber(session: Session, passage: Passage): Promise<void> {
  const number = 1 + Math.floor(session.random() * 9);
  await openPicker(session.page);
  const option = session.page
    .getByRole('region', { name: 'The passage' })
    .getByRole('option')
    .nth(number - 1);
  const path = ((await option.textContent()) ?? '').replace(/^\s*\d\s*/, '').trim();
  expect(session.tags).toContain(path);
  await session.page.keyboard.press(`Digit${number}`);
  await give(session, passage, path);
}

async function byTwoTags(session: Session, passage: Passage): Promise<void> {
  const { page } = session;
  await openPicker(page);
  await page.keyboard.type('shelling');
  await page.keyboard.press('Shift+Enter');
  await expect(page.getByRole('combobox', { name: 'Tag the highlight' })).toBeFocused();
  await give(session, passage, pathOf(session, 'shelling'));
  const mark = session.highlights.find(({ start, end }) => start === passage.start && end === passage.end);
  const second = pathOf(
    session,
    mark?.tags.some((path) => path.endsWith('attribution')) ? 'killed' : 'attribution',
  );
  if (mark?.tags.includes(second)) {
    await page.keyboard.press('Escape');
    return;
  }
  await page.keyboard.type(second.split(' / ').at(-1) ?? '');
  await page.keyboard.press('Enter');
  await give(session, passage, second);
}

async function byOwnWords(session: Session, passage: Passage): Promise<void> {
  const name = passage.exact;
  const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  // The model does not judge what stands around words.
  if (!/^[\p{L}\p{N} ]+$/u.test(name)) {
    await bare(session, passage);
    return;
  }
  await session.page.keyboard.press('v');
  const there = session.tags.filter((path) => folded(path.split(' / ').at(-1) ?? '') === folded(name));
  const path = there.length === 1 ? (there[0] ?? name) : name;
  if (!session.tags.includes(path)) session.tags.push(path);
  await give(session, passage, path);
}

/** What the model makes of a passage that got a tag, or none. */
async function give(session: Session, { start, end, exact }: Passage, tag: string | null): Promise<void> {
  const at = session.highlights.findIndex((mark) => mark.start === start && mark.end === end);
  const mark = session.highlights[at];
  const given = tag === null ? [] : [tag];
  if (mark === undefined)
    session.highlights.push({ start, end, exact, tags: given, note: '', grade: 'F6', marks: [] });
  else session.highlights[at] = { ...mark, tags: [...new Set([...mark.tags, ...given])].sort() };
  if (tag !== null) session.lastTag = tag;
  await check(session, `“${exact}” as ${tag}`);
}

async function openPicker(page: Page): Promise<void> {
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Tag the selection' })).toBeFocused();
}

function pathOf({ tags }: Session, name: string): string {
  const found = tags.filter((path) => path.split(' / ').at(-1) === name);
  expect(found, `one tag is called ${name}`).toHaveLength(1);
  return found[0] ?? '';
}

async function mergeByKeys(session: Session, from: string, into: string): Promise<void> {
  const { page } = session;
  const [source, target] = [pathOf(session, from), pathOf(session, into)];
  await page.keyboard.press('Control+7');
  await tabTo(page, page.getByRole('searchbox', { name: 'Find or make a tag' }));
  await page.keyboard.press('Control+a');
  await page.keyboard.type(from);
  const row = page
    .getByRole('treegrid', { name: 'Codebook' })
    .locator('[role="row"]', { has: page.getByText(from, { exact: true }) });
  await expect(row).toBeVisible();
  for (let press = 0; press < 12; press++) {
    if (await page.evaluate(() => document.activeElement?.closest('[role="treegrid"]') !== null)) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Home');
  for (let press = 0; press < 8; press++) {
    if (await row.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('ArrowDown');
  }
  await expect(row).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('F7');
  const dialog = page.getByRole('dialog', { name: /^Merge/ });
  await expect(dialog.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type(into);
  await page.keyboard.press('Enter');
  await tabTo(page, dialog.getByRole('button', { name: 'Merge', exact: true }));
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  session.tags = session.tags.filter((path) => path !== source);
  session.highlights = session.highlights.map((mark) => ({
    ...mark,
    tags: [...new Set(mark.tags.map((path) => (path === source ? target : path)))].sort(),
  }));
  await check(session, `merge ${from} into ${into}`);
}

async function pressUntil(page: Page, key: string, state: Records | undefined): Promise<void> {
  await page.keyboard.press(key);
  await expect.poll(() => readRecords(page, codingTables)).toEqual(state);
  await saved(page);
}

function overlapping(marks: readonly Mark[]): number {
  return marks.filter((one) =>
    marks.some((other) => other !== one && other.start < one.end && one.start < other.end),
  ).length;
}
