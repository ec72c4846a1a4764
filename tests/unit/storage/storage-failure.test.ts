import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { Database } from '#storage/database.ts';
import { isStorageFailure, whenLost } from '#storage/storage-failure.ts';
import { listTags } from '#storage/tags.ts';

describe('isStorageFailure', () => {
  it('knows what a read answers once the working copy is closed', async () => {
    const db = new Database('gone');
    await db.open();
    db.close();

    const error = await listTags(db).catch((reason: unknown) => reason);

    expect(isStorageFailure(error)).toBe(true);
  });

  it('knows what Chromium says of files it can not read', () => {
    expect(isStorageFailure(new DOMException('Internal error.', 'UnknownError'))).toBe(true);
  });

  it.each([
    new Error('the change of tags/a was planned from an old record'),
    new TypeError('undefined is not a function'),
    new DOMException('stopped', 'AbortError'),
    'a string',
    undefined,
  ])('takes nothing else for it: %s', (error) => {
    expect(isStorageFailure(error)).toBe(false);
  });
});

describe('whenLost', () => {
  it('says once that the browser closed the copy, and lets nothing open a new, empty one', async () => {
    const db = new Database('lost');
    await db.open();
    let told = 0;
    whenLost(db, () => {
      told += 1;
    });

    // What the browser does with a damaged database.
    const connection = db.backendDB();
    connection.onclose?.call(connection, new Event('close'));
    const read = await listTags(db).catch((reason: unknown) => reason);

    expect(told).toBe(1);
    expect(isStorageFailure(read)).toBe(true);
  });
});
