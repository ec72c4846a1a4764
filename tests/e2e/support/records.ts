import type { Page } from '@playwright/test';

/** What the analyst has made and brought in, by table and then by id. */
export type Records = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What was read is noted while the program is looked at, and no undo touches it: it is asked for by name. */
const kept = [
  'articles',
  'highlights',
  'tags',
  'mentions',
  'places',
  'briefs',
  'blocks',
  'activity',
  'analysts',
  'tagGroups',
  'memos',
  'savedSearches',
  'searchDecisions',
  'batches',
];

/** Every kept record of the open workspace, read past the program, straight from the browser's database. */
export async function readRecords(page: Page, tables: readonly string[] = kept): Promise<Records> {
  return page.evaluate(async (names) => {
    const settled = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const known = (await indexedDB.databases()).find(({ name }) => /^liptako-(?!index-)/.test(name ?? ''));
    const db = await settled(indexedDB.open(known?.name ?? ''));
    const transaction = db.transaction(names, 'readonly');
    const all = await Promise.all(names.map((name) => settled(transaction.objectStore(name).getAll())));
    db.close();
    return Object.fromEntries(
      names.map((name, at) => [
        name,
        Object.fromEntries((all[at] ?? []).map((record) => [record.id, record])),
      ]),
    );
  }, tables);
}

/** How many records a table holds. */
export async function countRecords(page: Page, table: string): Promise<number> {
  return Object.keys((await readRecords(page, [table]))[table] ?? {}).length;
}

/**
 * Put records into the browser's database past the program, as if they had come from elsewhere: for what no journey
 * can make in a reasonable time. They are gone after a restart, for the journal does not know them.
 */
export async function putRecords(
  page: Page,
  table: string,
  records: readonly { readonly id: string }[],
): Promise<void> {
  const atOnce = 5_000;
  for (let from = 0; from < records.length; from += atOnce)
    await page.evaluate(
      async ({ name, some }) => {
        const known = (await indexedDB.databases()).find((one) => /^liptako-(?!index-)/.test(one.name ?? ''));
        const db = await new Promise<IDBDatabase>((resolve, reject) => {
          const request = indexedDB.open(known?.name ?? '');
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
        const transaction = db.transaction(name, 'readwrite');
        for (const record of some) transaction.objectStore(name).put(record);
        await new Promise<void>((resolve, reject) => {
          transaction.oncomplete = () => resolve();
          transaction.onerror = () => reject(transaction.error);
        });
        db.close();
      },
      { name: table, some: records.slice(from, from + atOnce) },
    );
}
