import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { attack, launchWithSeeds, losses, witness } from './support/case.ts';
import { launch, newUserData, type Running, workspaceFolder } from './support/launch.ts';
import { articleText, markByMouse, openArticle } from './support/reading.ts';
import { countRecords, type Records, readRecords } from './support/records.ts';
import { goTo, journalEdits, opened, saved } from './support/workbench.ts';

test('everything can be undone to the start and redone to the end, across restarts', async () => {
  test.setTimeout(5 * 60_000);
  let running = await launchWithSeeds();
  const states: Records[] = [await readRecords(running.page)];
  const did = async (work: (page: Page) => Promise<void>) => {
    await work(running.page);
    await saved(running.page);
    states.push(await readRecords(running.page));
  };
  await openArticle(running.page, 'ambition to control');
  await did((page) => markByMouse(page, attack, 'attack / attack on civilians'));
  await did((page) => markByMouse(page, witness, 'statement / attribution'));
  await did((page) => page.getByRole('button', { name: 'Flag this article' }).click());
  await did((page) => page.getByRole('radio', { name: 'Read', exact: true }).click());
  await openArticle(running.page, 'Face aux groupes jihadistes');
  await did((page) => markByMouse(page, losses, 'casualties / killed'));

  // The codebook and the five articles were two steps before these.
  for (const [index, before] of states.toReversed().slice(1).entries()) {
    if (index === 2) running = await again(running);
    await step(running.page, 'Undo');
    expect(await readRecords(running.page)).toEqual(before);
  }
  await step(running.page, 'Undo');
  await step(running.page, 'Undo');
  expect(await countRecords(running.page, 'articles')).toBe(0);
  expect(await countRecords(running.page, 'tags')).toBe(0);
  await expect(bar(running.page, 'Undo')).toBeDisabled();
  running = await again(running);
  await expect(bar(running.page, 'Undo')).toBeDisabled();
  await step(running.page, 'Redo');
  await step(running.page, 'Redo');
  for (const after of states.slice(1)) {
    await step(running.page, 'Redo');
    expect(await readRecords(running.page)).toEqual(after);
  }
  await expect(bar(running.page, 'Redo')).toBeDisabled();
  await expect(running.page.getByText(/^Done again: Highlighted “.*” as /)).toBeVisible();
  expect(running.complaints).toEqual([]);
  await running.app.close();
});

test('what was undone and overwritten is reached again through the history', async () => {
  test.setTimeout(4 * 60_000);
  const { app, page, complaints } = await launchWithSeeds();
  await openArticle(page, 'ambition to control');
  await markByMouse(page, attack, 'attack / attack on civilians');
  const lost = await readRecords(page);
  await step(page, 'Undo');
  await markByMouse(page, witness, 'statement / attribution');
  const now = await readRecords(page);
  await expect(bar(page, 'Redo')).toBeDisabled();

  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+h');
  const dialog = page.getByRole('dialog', { name: 'History' });
  const edits = dialog.getByRole('tree', { name: 'Edits, newest first' });
  const overwritten = edits.getByRole('treeitem').filter({ hasText: 'undone' });
  await expect(overwritten).toHaveCount(1);
  await dialog.getByRole('searchbox', { name: 'Find in the history' }).fill('highlighted attack civilians');
  await overwritten.click();
  await dialog.getByRole('button', { name: 'Go back to after this…' }).click();
  const preview = page.getByRole('dialog', { name: /^Go back to / });
  await expect(preview).toContainText('Come back1 highlight');
  await expect(preview).toContainText('Go away1 highlight');
  await preview.getByRole('button', { name: 'Go back', exact: true }).click();
  await expect(preview).toHaveCount(0);
  await saved(page);

  expect(await readRecords(page)).toEqual(lost);
  await dialog.getByRole('searchbox').fill('');
  await expect(edits.getByRole('treeitem').first()).toContainText('Went back to');
  await expect(edits.getByRole('treeitem').filter({ hasText: 'left behind' })).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(edits.getByRole('treeitem').first()).toContainText('Undid: Went back to');
  expect(await readRecords(page)).toEqual(now);
  expect(complaints).toEqual([]);
  await app.close();
});

test('an import that was undone comes back by the keyboard with every word of its articles', async () => {
  test.setTimeout(4 * 60_000);
  const { app, page, userData } = await launchWithSeeds();
  const all = await readRecords(page);
  const originals = readdirSync(join(workspaceFolder(userData), 'originals'), { recursive: true }).sort();
  await step(page, 'Undo');
  await step(page, 'Undo');
  expect(await countRecords(page, 'articles')).toBe(0);
  expect(readdirSync(join(workspaceFolder(userData), 'originals'), { recursive: true }).sort()).toEqual(
    originals,
  );

  await page.keyboard.press('Control+h');
  const dialog = page.getByRole('dialog', { name: 'History' });
  const edits = dialog.getByRole('tree');
  await edits.focus();
  // Newest first: the two undos are one line.
  await page.keyboard.press('ArrowDown');
  await expect(edits.getByRole('treeitem', { selected: true })).toContainText('Began with the codebook');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const preview = page.getByRole('dialog', { name: /^Go back to / });
  await expect(preview).toContainText('5 articles');
  await preview.getByRole('button', { name: 'Go back', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(preview).toHaveCount(0);
  await saved(page);
  expect(await readRecords(page)).toEqual(all);
  await page.keyboard.press('Escape');
  await openArticle(page, 'ambition to control');
  await expect(articleText(page)).toContainText(attack);
  await app.close();
});

test('opening an unread article leaves redo and the article alone, and notes what was read', async () => {
  const { app, page, userData } = await launchWithSeeds();
  await openArticle(page, 'ambition to control');
  await page.getByRole('button', { name: 'Flag this article' }).click();
  await saved(page);
  await step(page, 'Undo');
  const articles = await readRecords(page, ['articles']);

  await openArticle(page, 'Face aux groupes jihadistes');
  await expect(page.getByRole('radio', { name: 'Reading' })).toBeChecked();
  // Two looks, a second and a half apart, and some for a busy machine.
  await page.waitForTimeout(6_000);
  await goTo(page, 'Library');
  await expect.poll(async () => (await readSpans(page)).length, 'paragraphs were read').toBeGreaterThan(0);

  await expect(bar(page, 'Redo')).toBeEnabled();
  expect(await readRecords(page, ['articles'])).toEqual(articles);
  const row = page.getByRole('option', { name: 'Face aux groupes jihadistes' });
  await expect(row).toContainText('reading');
  await step(page, 'Redo');
  expect(await readRecords(page, ['articles'])).not.toEqual(articles);
  const beside = journalEdits(userData).filter(({ label }) => /^article\.(open|read)$/.test(label.action));
  expect(beside.length).toBeGreaterThan(1);
  expect(Math.max(...beside.map((edit) => JSON.stringify(edit).length))).toBeLessThan(3_000);
  await app.close();
});

test('a kill while going back leaves the workspace as it was or as it was then, never between', async () => {
  test.setTimeout(6 * 60_000);
  const userData = newUserData();
  const first = await launchWithSeeds(userData);
  await appendTags(first.page);
  await first.app.close();
  const all = 83 + many;
  for (const delay of [0, 40, 120, 250, 400, 700, 1_500]) {
    const { page, kill } = await launch(userData);
    await opened(page);
    const before = await countRecords(page, 'tags');
    expect([83, all]).toContain(before);
    if (before === 83) await step(page, 'Undo');
    expect(await countRecords(page, 'tags')).toBe(all);
    await page.keyboard.press('Control+h');
    const dialog = page.getByRole('dialog', { name: 'History' });
    await dialog.getByRole('treeitem').filter({ hasText: 'Began with the codebook' }).click();
    await dialog.getByRole('button', { name: 'Go back to after this…' }).click();
    const preview = page.getByRole('dialog', { name: /^Go back to / });
    await expect(preview).toContainText(`${many.toLocaleString('en')} tags`);
    await preview.getByRole('button', { name: 'Go back', exact: true }).click();
    await page.waitForTimeout(delay);
    await kill();
  }
  const parts = journalEdits(userData).filter(({ label }) => label.action === 'history.restore');
  expect(parts.length).toBeGreaterThan(0);
  expect(parts.length % Math.ceil(many / 500), 'parts come all or none').toBe(0);
});

const many = 4_000;

/** Write edits of many tags into the journal, as other versions of the program may have; shown at the next start. */
async function appendTags(page: Page): Promise<void> {
  await page.evaluate(async (count) => {
    const edits = Array.from({ length: count / 200 }, (_, part) => ({
      at: '2026-01-01T00:00:00.000Z',
      label: { action: 'tag.create', detail: { tag: `part ${part}` } },
      changes: Array.from({ length: 200 }, (_, index) => {
        const id = crypto.randomUUID();
        const name = `tag ${part * 200 + index}`;
        const after = { id, parentId: null, name, description: '', color: 'blue', order: index };
        return { table: 'tags', id, before: null, after };
      }),
      group: null,
      kind: 'new',
      target: null,
    }));
    const { desktop } = window as unknown as {
      desktop: {
        openWorkspace(which: unknown): Promise<{ opened: { workspace: { id: string } } }>;
        appendEdits(what: unknown): Promise<{ ok: boolean }>;
      };
    };
    const { opened } = await desktop.openWorkspace({ id: null });
    const answer = await desktop.appendEdits({ workspaceId: opened.workspace.id, edits });
    if (!answer.ok) throw new Error('not written');
  }, many);
}

async function readSpans(page: Page): Promise<unknown[]> {
  const { readings = {} } = await readRecords(page, ['readings']);
  return Object.values(readings).flatMap((reading) => (reading as { spans: unknown[] }).spans);
}

function bar(page: Page, name: 'Undo' | 'Redo') {
  return page.getByRole('banner').getByRole('button', { name });
}

async function step(page: Page, name: 'Undo' | 'Redo'): Promise<void> {
  await bar(page, name).click();
  await saved(page);
}

async function again(running: Running): Promise<Running> {
  await running.app.close();
  const next = await launch(running.userData);
  await opened(next.page);
  return next;
}
