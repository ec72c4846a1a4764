import { type Page, test } from '@playwright/test';
import { launchWithSeeds } from './support/case.ts';
import { type Frames, percentile, untilDrawn, watchFrames } from './support/frames.ts';
import { importFiles } from './support/importing.ts';
import { longTitle, overlappingStretches, type Stretch, writeLongArticle } from './support/long-article.ts';
import { addOne, openPeerPage, type PeerWay, showAll } from './support/peer-page.ts';
import { openArticle } from './support/reading.ts';
import { countRecords } from './support/records.ts';
import { saved } from './support/workbench.ts';

const words = 100_000;
const highlights = 2_000;
const rounds = 7;
const additions = 40;

type Column = {
  readonly open: readonly number[];
  readonly add: readonly number[];
  readonly scroll: Frames;
  readonly select: Frames;
};

test('reading and marking a long article, beside span wrapping and Recogito', async () => {
  test.setTimeout(20 * 60_000);
  const { app, page } = await launchWithSeeds();
  await importFiles(page, [writeLongArticle(words)]);
  await page.getByRole('listbox', { name: 'Articles' }).getByRole('option', { name: longTitle }).waitFor();
  await saved(page);
  await page.keyboard.press('Escape');
  const text = await readLongText(page);
  const stretches = overlappingStretches(text, highlights);
  await putHighlights(page, stretches);
  const own = await measureOwn(page, text);
  await app.close();
  const spans = await measurePeer('spans', text, stretches);
  const recogito = await measurePeer('recogito', text, stretches);
  print(text, { own, spans, recogito });
});

async function measureOwn(page: Page, text: string): Promise<Column> {
  await openArticle(page, 'ambition to control');
  const open: number[] = [];
  for (let round = 0; round < rounds; round++) open.push(await timeOpening(page));
  const scroll = await watchFrames(page, () => scrollThrough(page));
  await page.mouse.move(700, 400);
  const select = await watchFrames(page, () => dragOver(page));
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  const add: number[] = [];
  for (let round = 0; round < additions; round++) add.push(await timeAdding(page, text, round));
  return { open, add, scroll, select };
}

/** From the press on its line in the list until its text stands there with its highlights. */
async function timeOpening(page: Page): Promise<number> {
  const list = page.getByRole('listbox', { name: 'Articles' });
  await list.getByRole('option', { name: 'ambition to control' }).click();
  await page.waitForTimeout(1_000);
  const drawn = await untilDrawn(
    page,
    (title) => {
      const body = document.querySelector('[data-article-text]');
      const isLong = body?.firstElementChild?.textContent === title;
      return isLong && [...CSS.highlights.keys()].some((name) => name.startsWith('tag-'));
    },
    longTitle,
  );
  await list.getByRole('option', { name: longTitle }).click();
  const took = await drawn();
  await page.waitForTimeout(1_500);
  return took;
}

/** From the key until the new highlight is painted, at another place of the article each time. */
async function timeAdding(page: Page, text: string, round: number): Promise<number> {
  const about = Math.floor(((round + 1) * text.length) / (additions + 2));
  const start = text.indexOf('. ', text.indexOf('Report', about)) + 2;
  const passage = { start, end: text.indexOf(' ', start + 60) };
  await page.evaluate(({ start, end }) => {
    const paragraph = [
      ...document.querySelectorAll<HTMLElement>('[data-article-text] [data-start]'),
    ].findLast((each) => Number(each.dataset.start) <= start);
    const node = paragraph?.firstChild;
    const offset = Number(paragraph?.dataset.start);
    if (!(node instanceof Text)) throw new Error('no paragraph');
    paragraph?.scrollIntoView({ block: 'center' });
    document.querySelector<HTMLElement>('[data-article-text]')?.focus({ preventScroll: true });
    getSelection()?.setBaseAndExtent(node, start - offset, node, end - offset);
  }, passage);
  await page.waitForTimeout(700);
  const drawn = await untilDrawn(
    page,
    (exact) => {
      const painted = [...(CSS.highlights.get('chosen') ?? [])][0];
      if (painted === undefined || CSS.highlights.has('selected')) return false;
      const range = document.createRange();
      range.setStart(painted.startContainer, painted.startOffset);
      range.setEnd(painted.endContainer, painted.endOffset);
      return range.toString() === exact;
    },
    text.slice(passage.start, passage.end),
  );
  await page.keyboard.press('h');
  const took = await drawn();
  await page.waitForTimeout(400);
  return took;
}

async function measurePeer(way: PeerWay, text: string, stretches: readonly Stretch[]): Promise<Column> {
  const { app, page } = await openPeerPage();
  const open: number[] = [];
  for (let round = 0; round < rounds; round++) open.push(await showAll(page, way, text, stretches));
  await page.mouse.move(700, 400);
  const scroll = await watchFrames(page, () => scrollThrough(page));
  const select = await watchFrames(page, () => dragOver(page));
  const add: number[] = [];
  for (let round = 0; round < additions; round++) {
    const start = text.indexOf(' ', Math.floor(((round + 1) * text.length) / (additions + 2))) + 1;
    add.push(await addOne(page, way, { start, end: text.indexOf(' ', start + 60) }));
  }
  await app.close();
  return { open, add, scroll, select };
}

/** Three seconds of the wheel, then the ends of the article. */
async function scrollThrough(page: Page): Promise<void> {
  await page.mouse.move(640, 400);
  for (let turn = 0; turn < 90; turn++) {
    await page.mouse.wheel(0, turn % 30 === 29 ? 6_000 : 320);
    await page.waitForTimeout(33);
  }
}

async function dragOver(page: Page): Promise<void> {
  await page.mouse.move(450, 250);
  await page.mouse.down();
  for (let step = 1; step <= 60; step++) {
    await page.mouse.move(450 + (step % 10) * 40, 250 + step * 5);
    await page.waitForTimeout(25);
  }
  await page.mouse.up();
}

async function readLongText(page: Page): Promise<string> {
  return page.evaluate(async (title) => {
    const known = (await indexedDB.databases()).find(({ name }) => /^liptako-(?!index-)/.test(name ?? ''));
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(known?.name ?? '');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const all = <Row>(store: string) =>
      new Promise<Row[]>((resolve, reject) => {
        const reading = db.transaction(store).objectStore(store).getAll();
        reading.onsuccess = () => resolve(reading.result);
        reading.onerror = () => reject(reading.error);
      });
    const articles = await all<{ title: { value: string }; textSha256: string }>('articles');
    const article = articles.find((one) => one.title.value === title);
    const blocks = await all<{ sha256: string; index: number; bytes: Uint8Array }>('textBlocks');
    db.close();
    const decoder = new TextDecoder();
    return blocks
      .filter(({ sha256 }) => sha256 === article?.textSha256)
      .sort((a, b) => a.index - b.index)
      .map(({ bytes }) => decoder.decode(bytes, { stream: true }))
      .join('');
  }, longTitle);
}

/** Put highlights straight into the database of the running program, as thousands made one by one would lie there. */
async function putHighlights(page: Page, stretches: readonly Stretch[]): Promise<void> {
  const before = await countRecords(page, 'highlights');
  const text = await readLongText(page);
  await page.evaluate(
    async ({ title, made }) => {
      const known = (await indexedDB.databases()).find(({ name }) => /^liptako-(?!index-)/.test(name ?? ''));
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(known?.name ?? '');
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const transaction = db.transaction(['articles', 'tags', 'highlights'], 'readwrite');
      const all = <Row>(store: string) =>
        new Promise<Row[]>((resolve) => {
          const reading = transaction.objectStore(store).getAll();
          reading.onsuccess = () => resolve(reading.result);
        });
      const articles = await all<{ id: string; title: { value: string }; textSha256: string }>('articles');
      const tags = await all<{ id: string }>('tags');
      const article = articles.find((one) => one.title.value === title);
      for (const [index, { start, end, exact }] of made.entries())
        transaction.objectStore('highlights').put({
          id: `018f0000-0000-7000-8000-${String(index).padStart(12, '0')}`,
          anchor: {
            articleId: article?.id,
            textSha256: article?.textSha256,
            start,
            end,
            exact,
            prefix: '',
            suffix: '',
          },
          tagIds: [tags[index % tags.length]?.id].filter((id) => id !== undefined),
          note: index % 5 === 0 ? 'Told by an official, not by a witness.' : '',
          grade: { reliability: 'F', credibility: 6 },
          createdAt: '2024-09-24T08:00:00.000Z',
          updatedAt: '2024-09-24T08:00:00.000Z',
        });
      await new Promise((resolve) => {
        transaction.oncomplete = resolve;
      });
      db.close();
    },
    {
      title: longTitle,
      made: stretches.map((stretch) => ({ ...stretch, exact: text.slice(stretch.start, stretch.end) })),
    },
  );
  const after = await countRecords(page, 'highlights');
  if (after - before !== stretches.length) throw new Error(`${after - before} highlights were put`);
}

function print(text: string, columns: Readonly<Record<'own' | 'spans' | 'recogito', Column>>): void {
  const { own, spans, recogito } = columns;
  const line = (cells: readonly string[]) =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(46) : cell.padStart(20))).join('');
  const row = (what: string, of: (column: Column) => number) => {
    const times = (peer: Column) => (of(own) === 0 ? '' : ` (${(of(peer) / of(own)).toFixed(1)}×)`);
    const ratio = (peer: Column) => `${Math.round(of(peer))}${times(peer)}`;
    return line([what, `${of(own).toFixed(1)}`, ratio(spans), ratio(recogito)]);
  };
  const lines = [
    `${text.match(/\S+/g)?.length} words, ${highlights} highlights; milliseconds`,
    line(['', 'Liptako', 'span wrapping', 'Recogito']),
    row('open to text and highlights, median', ({ open }) => percentile(open, 0.5)),
    row('open, slowest of all', ({ open }) => Math.max(...open)),
    row('add a highlight until painted, median', ({ add }) => percentile(add, 0.5)),
    row('add a highlight until painted, p95', ({ add }) => percentile(add, 0.95)),
    row('scroll: longest time between pictures', ({ scroll }) => scroll.longest),
    row('scroll: p95', ({ scroll }) => scroll.p95),
    row('scroll: pictures later than 50 ms', ({ scroll }) => scroll.over50),
    row('select: longest time between pictures', ({ select }) => select.longest),
    row('select: p95', ({ select }) => select.p95),
    row('select: pictures later than 50 ms', ({ select }) => select.over50),
  ];
  process.stdout.write(`\n${lines.join('\n')}\n\n`);
}
