import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { launchWithSeeds } from './support/case.ts';
import { importFiles } from './support/importing.ts';
import { launch, newUserData } from './support/launch.ts';
import { countRecords } from './support/records.ts';
import { goTo, opened, saved } from './support/workbench.ts';

const kills = 30;
const filesARound = 40;
/** A word every file of a round has. */
const mark = 'zirconium';

test('killing the program 30 times while the index is built, merged and kept leaves one that finds all', async () => {
  test.setTimeout(15 * 60_000);
  const userData = newUserData();
  await (await launchWithSeeds(userData)).app.close();
  let segments = 0;
  let midway = 0;

  for (let round = 0; round < kills; round++) {
    const { page, kill, complaints } = await launch(userData);
    await opened(page);
    await expectLevel(page);
    const there = await listKept(page);
    segments = Math.max(segments, there.length);

    await importFiles(page, writeFiles(round));
    // At any moment, and every other time while segments are written and merged one after another.
    await page.waitForTimeout(200 + Math.random() * 2_500);
    if (round % 2 === 1 && (await keptChanges(page, there))) midway += 1;
    await kill();
    expect(complaints.filter((text) => text.includes('rror'))).toEqual([]);
  }
  const { app, page } = await launch(userData);
  await opened(page);
  await expectLevel(page);
  expect(await countRecords(page, 'articles')).toBeGreaterThan(kills * 5);
  expect(segments).toBeGreaterThan(1);
  expect(midway, 'kills after the kept segments had changed').toBeGreaterThan(kills / 4);
  await app.close();
});

const damages = {
  'flipped bits': (chunk: Chunk) => {
    const bytes = chunk.bytes.slice();
    bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 16;
    return { ...chunk, bytes };
  },
  'a chunk cut short': (chunk: Chunk) => ({ ...chunk, bytes: chunk.bytes.slice(0, 100) }),
  'a chunk gone': () => null,
};

type Chunk = { readonly segment: number; readonly index: number; readonly bytes: Uint8Array };

test('a damaged index is said to be so once and made anew from the articles', async () => {
  test.setTimeout(5 * 60_000);
  const userData = newUserData();
  await (await launchWithSeeds(userData)).app.close();
  const filling = await launch(userData);
  await opened(filling.page);
  await importFiles(filling.page, writeFiles(0));
  await expect.poll(() => countRecords(filling.page, 'articles')).toBe(filesARound + 5);
  await saved(filling.page);
  await filling.page.keyboard.press('Escape');
  await expectLevel(filling.page);
  await expect
    .poll(async () => (await listKept(filling.page)).length, { timeout: 60_000 })
    .toBeGreaterThan(0);
  await filling.app.close();

  let told = 0;
  for (const damage of Object.values(damages)) {
    const breaking = await launch(userData);
    await opened(breaking.page);
    await expectLevel(breaking.page);
    await damageFirstChunk(breaking.page, String(damage));
    await breaking.app.close();

    const { app, page, complaints } = await launch(userData);
    await opened(page);
    await expectLevel(page);
    told += 1;
    await expect.poll(() => countDamageLines(page)).toBe(told);
    expect(complaints).toEqual([]);
    await app.close();
  }

  const { app, page } = await launch(userData);
  await opened(page);
  await expectLevel(page);
  expect(await countDamageLines(page)).toBe(told);
  await page.getByRole('button', { name: /^Workspace / }).click();
  await page.getByRole('menuitem', { name: 'Activity log' }).click();
  await expect(page.getByText('The search index was damaged').first()).toBeVisible();
  await page.keyboard.press('Escape');
  // What the program noted by itself is nothing the analyst did: undo takes back the import.
  await goTo(page, 'Library');
  await page.keyboard.press('Control+z');
  await expect.poll(() => countRecords(page, 'articles')).toBeLessThan(filesARound + 5);
  expect(await countDamageLines(page)).toBe(told);
  await app.close();
});

/** Wait until other segments are kept than there were; `false` when that takes too long. */
async function keptChanges(page: Page, before: readonly number[]): Promise<boolean> {
  for (let tries = 0; tries < 100; tries++) {
    if (String(await listKept(page)) !== String(before)) return true;
    await page.waitForTimeout(50);
  }
  return false;
}

/** Wait until a search finds every article that was brought in, and each by its own words. */
async function expectLevel(page: Page): Promise<void> {
  const brought = (await countRecords(page, 'articles')) - 5;
  const box = page.getByRole('searchbox', { name: 'Search everything' });
  const results = page.getByRole('region', { name: 'Search results' });
  const ask = async (query: string) => {
    await box.fill(query);
    // What an earlier query found stands there until this one is answered.
    await expect(results.getByText(new RegExp(`Understood as: ${query}`, 'i'))).toBeVisible();
    const status = results.getByRole('status').first();
    await expect(status).toHaveText(/^(Nothing found|[\d,]+ articles?( \([\d,]+ texts?\))?)$/);
    return Number(((await status.textContent()) ?? '').replace(/ article.*/, '').replaceAll(/\D/g, ''));
  };
  await expect.poll(() => ask(mark), { timeout: 60_000 }).toBe(brought);
  for (const own of await sampleOwnWords(page)) await expect.poll(() => ask(own)).toBe(1);
  await box.fill('');
}

/** The words that only one article has, of a few articles. */
async function sampleOwnWords(page: Page): Promise<string[]> {
  const titles = await page.evaluate(async () => {
    const known = (await indexedDB.databases()).find(({ name }) => /^liptako-(?!index-)/.test(name ?? ''));
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(known?.name ?? '');
      request.onsuccess = () => resolve(request.result);
    });
    const all = await new Promise<{ title: { value: string } }[]>((resolve) => {
      const request = db.transaction('articles').objectStore('articles').getAll();
      request.onsuccess = () => resolve(request.result);
    });
    db.close();
    return all.map(({ title }) => title.value);
  });
  const own = titles.flatMap((title) => /bulletin\d+x\d+/.exec(title)?.[0] ?? []);
  return own.filter((_, at) => at % Math.max(1, Math.floor(own.length / 4)) === 0).slice(0, 5);
}

function writeFiles(round: number): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'liptako-index-'));
  return Array.from({ length: filesARound }, (_, at) => {
    const path = join(folder, `bulletin-${round}-${at}.txt`);
    const words = Array.from({ length: 600 }, (_, word) => `word${(round * 7 + at * 13 + word * 31) % 997}`);
    writeFileSync(
      path,
      `Bulletin${round}x${at} on the Sahel\n\nThe ${mark} convoy left. ${words.join(' ')}\n`,
    );
    return path;
  });
}

/** The numbers of the segments that are kept. */
function listKept(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const known = (await indexedDB.databases()).find(({ name }) => name?.startsWith('liptako-index-'));
    if (known?.name === undefined) return [];
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(known.name ?? '');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const keys = await new Promise<IDBValidKey[]>((resolve) => {
      const request = db.transaction('manifest').objectStore('manifest').getAllKeys();
      request.onsuccess = () => resolve(request.result);
    });
    db.close();
    return keys.map(Number);
  });
}

async function damageFirstChunk(page: Page, damage: string): Promise<void> {
  await page.evaluate(async (source) => {
    const change = new Function(`return (${source})`)() as (chunk: unknown) => unknown;
    const known = (await indexedDB.databases()).find(({ name }) => name?.startsWith('liptako-index-'));
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(known?.name ?? '');
      request.onsuccess = () => resolve(request.result);
    });
    const store = db.transaction('chunks', 'readwrite').objectStore('chunks');
    await new Promise<void>((resolve) => {
      store.openCursor().onsuccess = (event) => {
        const cursor = (event.target as IDBRequest<IDBCursorWithValue>).result;
        const changed = change(cursor.value);
        if (changed === null) cursor.delete();
        else cursor.update(changed);
      };
      store.transaction.oncomplete = () => resolve();
    });
    db.close();
  }, damage);
}

function countDamageLines(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const known = (await indexedDB.databases()).find(({ name }) => /^liptako-(?!index-)/.test(name ?? ''));
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(known?.name ?? '');
      request.onsuccess = () => resolve(request.result);
    });
    const all = await new Promise<{ reason: string }[]>((resolve) => {
      const request = db.transaction('activity').objectStore('activity').getAll();
      request.onsuccess = () => resolve(request.result);
    });
    db.close();
    return all.filter(({ reason }) => reason === 'index-damaged').length;
  });
}
