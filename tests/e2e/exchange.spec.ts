import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Highlight } from '#core/annotations/highlight.ts';
import type { Tag } from '#core/codebook/tag.ts';
import type { Memo } from '#core/memos/memo.ts';
import { answerDialogs, launch, newUserData, type Running, root } from './support/launch.ts';
import { articleText, openArticle } from './support/reading.ts';
import { readRecords } from './support/records.ts';
import { opened, saved, workspaceCommand } from './support/workbench.ts';

const samples = resolve(root, 'tests/fixtures/exchange');

type Expected = {
  readonly selections: readonly {
    readonly guid: string;
    readonly quote: string;
    readonly utf16: readonly [number, number];
    readonly codes: readonly string[];
    readonly note: string | null;
  }[];
};

const expected = JSON.parse(readFileSync(join(samples, 'golden/golden.expected.json'), 'utf8')) as Expected;

/** What the fixture says, in the terms of `standing`. */
const wanted = expected.selections
  .map(({ guid, quote, utf16, codes, note }) => ({
    id: guid,
    quote,
    places: [...utf16],
    codes,
    note: note ?? '',
  }))
  .sort(byId);

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}

/** The stored highlights, with the tags by their path. */
async function standing(page: Page) {
  const records = await readRecords(page);
  const tags = records.tags as Readonly<Record<string, Tag>>;
  const pathOf = (id: string): string => {
    const tag = tags[id];
    if (tag === undefined) return '?';
    return tag.parentId === null ? tag.name : `${pathOf(tag.parentId)}/${tag.name}`;
  };
  return (Object.values(records.highlights ?? {}) as Highlight[])
    .map(({ id, anchor, tagIds, note }) => ({
      id: id as string,
      quote: anchor.exact,
      places: [anchor.start, anchor.end],
      codes: tagIds.map(pathOf),
      note,
    }))
    .sort(byId);
}

async function launchEmpty(): Promise<Running> {
  const running = await launch(newUserData());
  await opened(running.page);
  return running;
}

function importDialog(page: Page) {
  return page.getByRole('dialog', { name: 'Import a coding project' });
}

/** Pick a file to import, and wait for what the dialog says of it. */
async function pick({ app, page }: Running, path: string): Promise<void> {
  await answerDialogs(app, { open: [path] });
  await workspaceCommand(page, 'Import a coding project…');
  const summary = importDialog(page).getByText(/^(It would|There is nothing new|Nothing was imported)/);
  await expect(summary.first()).toBeVisible();
}

/** Leave the dialog by the button below what it says. */
async function leave(page: Page): Promise<void> {
  await importDialog(page).getByText('Close', { exact: true }).click();
  await expect(importDialog(page)).toHaveCount(0);
}

/** Import a file with what the dialog proposes. */
async function bring(running: Running, path: string): Promise<void> {
  const { page } = running;
  await pick(running, path);
  await importDialog(page).getByRole('button', { name: 'Import', exact: true }).click();
  await expect(
    importDialog(page).getByText('Imported. Undo takes all of it back in one step.'),
  ).toBeVisible();
  await leave(page);
  await saved(page);
}

/** Export everything in a format, and answer the file. */
async function take({ app, page }: Running, format: string, path: string): Promise<Uint8Array> {
  await answerDialogs(app, { save: path });
  await workspaceCommand(page, 'Export the coding…');
  const dialog = page.getByRole('dialog', { name: 'Export the coding' });
  await dialog.getByRole('button', { name: /Format/ }).click();
  await page.getByRole('option', { name: format }).click();
  await dialog.getByRole('button', { name: 'Write' }).click();
  await dialog.getByRole('button', { name: 'Save…' }).click();
  await expect(dialog).toHaveCount(0);
  return new Uint8Array(readFileSync(path));
}

for (const file of ['golden.qdpx', 'dialect-atlas.qdpx', 'dialect-qualcoder-bom.qdpx'])
  test(`${file} comes in with every passage at its place, and once`, async () => {
    const running = await launchEmpty();
    const { app, page, complaints } = running;
    await bring(running, join(samples, 'golden', file));
    expect(await standing(page)).toEqual(wanted);
    const records = await readRecords(page);
    expect(Object.values(records.articles ?? {})).toHaveLength(2);

    // Seen in the text itself, across a line end and two emoji.
    await openArticle(page, 'Convoi Ménaka');
    await expect(articleText(page)).toContainText('🚚🔥');

    await pick(running, join(samples, 'golden', file));
    await expect(importDialog(page).getByText('There is nothing new in it.')).toBeVisible();
    await leave(page);
    expect(await readRecords(page)).toEqual(records);

    const bar = page.getByRole('banner');
    await bar.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => standing(page)).toEqual([]);
    await bar.getByRole('button', { name: 'Redo' }).click();
    await expect.poll(() => standing(page)).toEqual(wanted);
    expect(complaints).toEqual([]);
    await app.close();
  });

test('a project goes out and comes into another workspace as it was, and again without doubling', async () => {
  const first = await launchEmpty();
  await bring(first, join(samples, 'golden/golden.qdpx'));
  const path = join(first.userData, 'out.qdpx');
  const bytes = await take(first, 'REFI-QDA project (.qdpx)', path);
  const before = await readRecords(first.page);
  await pick(first, path);
  await expect(importDialog(first.page).getByText('There is nothing new in it.')).toBeVisible();
  await leave(first.page);
  await first.app.close();

  const entries = unzipSync(bytes);
  expect(Object.keys(entries)[0]).toBe('project.qde');
  expect(strFromU8(entries['project.qde'] ?? new Uint8Array())).not.toContain(first.userData);

  const second = await launchEmpty();
  await bring(second, path);
  expect(await standing(second.page)).toEqual(wanted);
  const after = await readRecords(second.page);
  for (const table of ['highlights', 'tags', 'tagGroups', 'memos'])
    expect(Object.keys(after[table] ?? {}).sort(), table).toEqual(Object.keys(before[table] ?? {}).sort());
  expect(
    Object.values(after.memos ?? {})
      .map((memo) => (memo as Memo).text)
      .sort(),
  ).toEqual(
    Object.values(before.memos ?? {})
      .map((memo) => (memo as Memo).text)
      .sort(),
  );
  expect([...first.complaints, ...second.complaints]).toEqual([]);
  await second.app.close();
});

test('a project that was changed elsewhere updates, and one that is changed here can stay', async () => {
  const running = await launchEmpty();
  const { app, page, complaints } = running;
  await bring(running, join(samples, 'golden/golden.qdpx'));
  const path = join(running.userData, 'out.qdpx');
  await take(running, 'REFI-QDA project (.qdpx)', path);
  const before = await standing(page);

  // The note is changed here; the file still has the old one.
  await openArticle(page, 'Convoi Ménaka');
  const cards = page.getByRole('list', { name: 'Highlights of this article' });
  await cards.getByRole('button', { name: 'not verified' }).click();
  await cards.getByRole('textbox', { name: 'Note' }).fill('By nobody at all');
  await saved(page);
  await expect.poll(async () => (await standing(page)).map(({ note }) => note)).toContain('By nobody at all');

  await pick(running, path);
  await expect(importDialog(page).getByText(/Where a record is here otherwise \(1\)/)).toBeVisible();
  await importDialog(page).getByRole('button', { name: 'Import', exact: true }).click();
  await leave(page);
  await expect.poll(() => standing(page)).toEqual(before);
  expect(complaints).toEqual([]);
  await app.close();
});

test('codebooks come in from other programs, and say what they lose', async () => {
  const running = await launchEmpty();
  const { app, page, complaints } = running;
  await pick(running, join(samples, 'golden/dialect-bad-codebook.qdc'));
  await expect(importDialog(page).getByRole('region', { name: 'What can’t be carried over' })).toContainText(
    'Same GUID, other case',
  );
  await importDialog(page).getByRole('button', { name: 'Import', exact: true }).click();
  await leave(page);
  const names = Object.values((await readRecords(page)).tags ?? {}).map((tag) => (tag as Tag).name);
  expect(names).toEqual(
    expect.arrayContaining(['Braced upper-case GUID', 'attack.convoy', 'Same GUID, other case']),
  );
  expect(complaints).toEqual([]);
  await app.close();
});

test('the same passages from a web annotation are the same ones', async () => {
  const running = await launchEmpty();
  const { app, page, complaints } = running;
  await bring(running, join(samples, 'golden/golden.qdpx'));
  await pick(running, join(samples, 'golden/golden.anno.jsonld'));
  await expect(importDialog(page).getByText('There is nothing new in it.')).toBeVisible();
  await leave(page);
  expect(await standing(page)).toEqual(wanted);
  expect(complaints).toEqual([]);
  await app.close();
});

test('a project of Taguette comes in with the passages of its own export', async () => {
  const running = await launchEmpty();
  const { app, page, complaints } = running;
  await bring(running, join(samples, 'taguette/sahel-demo.sqlite3'));
  // One row for each tag of each passage; what has no tag is in none.
  const rows = readFileSync(join(samples, 'taguette/all_tags.csv'), 'utf8').trim().split('\r\n').slice(1);
  const there = await standing(page);
  const bare = (text: string) => text.replace(/[\s"]/g, '');
  const tagged = there.flatMap(({ quote, codes }) =>
    codes.map((code) => bare(`${code.replaceAll('/', '.')},${quote}`)),
  );
  expect(rows).toHaveLength(10);
  expect(tagged.sort()).toEqual(rows.map((row) => bare(row.split(',').slice(2).join(','))).sort());
  expect(complaints).toEqual([]);
  await app.close();
});

test('what is no project, and what would do harm, is refused by name and changes nothing', async () => {
  const running = await launchEmpty();
  const { app, page, complaints } = running;
  const before = await readRecords(page);
  const laughs = '<!DOCTYPE p [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><Project name="&b;"/>';
  const hostile = join(running.userData, 'laughs.qdpx');
  writeFileSync(hostile, zipSync({ 'project.qde': strToU8(laughs) }));
  const outside = join(running.userData, 'outside.qdpx');
  writeFileSync(outside, zipSync({ '../../project.qde': strToU8('<Project name="x"/>') }));
  for (const path of [resolve(root, 'tests/fixtures/bundle/format-1.liptako'), hostile, outside]) {
    await pick(running, path);
    await expect(importDialog(page).getByRole('alert')).toContainText('Nothing was imported.');
    await leave(page);
  }
  expect(await readRecords(page)).toEqual(before);
  expect(complaints).toEqual([]);
  await app.close();
});
