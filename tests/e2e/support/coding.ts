import { expect, type Page } from '@playwright/test';
import { articleText } from './reading.ts';
import { readRecords } from './records.ts';

/** A highlight as a model of the coding knows it: tags by their paths, in the order of the alphabet. */
export type Mark = {
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly tags: readonly string[];
  readonly note: string;
  readonly grade: string;
  readonly marks: readonly string[];
};

/** All that coding makes. */
export type Coding = { readonly marks: readonly Mark[]; readonly tags: readonly string[] };

type StoredTag = { readonly id: string; readonly name: string; readonly parentId: string | null };
type StoredHighlight = {
  readonly anchor: { readonly start: number; readonly end: number; readonly exact: string };
  readonly tagIds: readonly string[];
  readonly note: string;
  readonly grade: { readonly reliability: string; readonly credibility: number };
  readonly marks?: readonly string[];
};

/** The tables that coding changes. */
export const codingTables = ['highlights', 'tags', 'tagGroups', 'memos'] as const;

/** What is stored, in the words of the model. */
export async function readCoding(page: Page): Promise<Coding> {
  const { highlights = {}, tags = {} } = await readRecords(page, ['highlights', 'tags']);
  return toCoding(Object.values(highlights) as StoredHighlight[], tags as Record<string, StoredTag>);
}

function toCoding(highlights: readonly StoredHighlight[], tags: Readonly<Record<string, StoredTag>>): Coding {
  const pathOf = (id: string): string => {
    const tag = tags[id];
    if (tag === undefined) return '(gone)';
    return tag.parentId === null ? tag.name : `${pathOf(tag.parentId)} / ${tag.name}`;
  };
  const marks = highlights.map(({ anchor, tagIds, note, grade, marks: set = [] }) => ({
    start: anchor.start,
    end: anchor.end,
    exact: anchor.exact,
    tags: tagIds.map(pathOf).sort(),
    note,
    grade: `${grade.reliability}${grade.credibility}`,
    marks: [...set].sort(),
  }));
  return sorted({ marks, tags: Object.keys(tags).map(pathOf) });
}

/** The same in a fixed order, to be compared. */
export function sorted({ marks, tags }: Coding): Coding {
  return {
    marks: marks.toSorted((a, b) => a.start - b.start || a.end - b.end),
    tags: tags.toSorted(),
  };
}

/** A paragraph that is shown. */
export type Shown = { readonly start: number; readonly words: string };

/** The paragraphs that are not folded away, in order. */
export function shownParagraphs(page: Page): Promise<Shown[]> {
  return articleText(page)
    .locator('[data-start]:visible')
    .evaluateAll((all) =>
      all.map((each) => ({
        start: Number((each as HTMLElement).dataset.start),
        words: each.textContent ?? '',
      })),
    );
}

/** Numbers from 0 to 1 that are the same each time for a `seed`. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Some words of the text, and where the selection that they are lies. */
export type Passage = { readonly start: number; readonly end: number; readonly exact: string };

/** Select some words of a paragraph with the arrow keys; the text has to have the focus. */
export async function selectSomeWords(
  page: Page,
  paragraphs: readonly Shown[],
  random: () => number,
): Promise<Passage> {
  const long = paragraphs.flatMap((one, index) => (one.words.split(' ').length > 14 ? [index] : []));
  const index = long[Math.floor(random() * long.length)] ?? 0;
  const skip = Math.floor(random() * 6);
  const count = 1 + Math.floor(random() * 6);
  await page.keyboard.press('Control+Home');
  await pressTimes(page, 'Control+ArrowDown', index);
  await pressTimes(page, 'Control+ArrowRight', skip);
  await pressTimes(page, 'Control+Shift+ArrowRight', count);
  return passageOf(await selectedOffsets(page), paragraphs);
}

async function pressTimes(page: Page, key: string, times: number): Promise<void> {
  for (let time = 0; time < times; time++) await page.keyboard.press(key);
}

/** Where the browser's own selection begins and ends in the text. */
function selectedOffsets(page: Page): Promise<{ start: number; end: number }> {
  return page.evaluate(() => {
    const range = getSelection()?.getRangeAt(0);
    const at = (node: Node | undefined, offset: number | undefined) =>
      Number(node?.parentElement?.dataset.start) + (offset ?? 0);
    return {
      start: at(range?.startContainer, range?.startOffset),
      end: at(range?.endContainer, range?.endOffset),
    };
  });
}

/** What a highlight of a selection covers: white space at its ends is left out. */
function passageOf({ start, end }: { start: number; end: number }, paragraphs: readonly Shown[]): Passage {
  const paragraph = paragraphs.findLast((one) => one.start <= start);
  if (paragraph === undefined) throw new Error('nothing is selected');
  const words = paragraph.words.slice(start - paragraph.start, end - paragraph.start);
  const before = words.length - words.trimStart().length;
  const exact = words.trim();
  expect(exact, 'the selection lies in one paragraph').toHaveLength(
    end - start - before - (words.length - words.trimEnd().length),
  );
  return { start: start + before, end: start + before + exact.length, exact };
}
