import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { serialize } from 'node:v8';
import { beforeEach, describe, expect, it } from 'vitest';
import { Database } from '#storage/database.ts';
import { missingTexts, putText, putTexts, readText, readTexts } from '#storage/texts.ts';

let opened = 0;
let db: Database;

beforeEach(() => {
  opened += 1;
  db = new Database(`texts-${opened}`);
});

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const wanted = (text: string) => ({ sha256: sha256(text), length: text.length });
const kept = (text: string) => ({ sha256: sha256(text), bytes: Buffer.from(text, 'utf8') });
const texts = Array.from({ length: 30 }, (_, at) => `Ménaka ${at} — قرية 𝕂 ${'word '.repeat(at)}`);

describe('texts in the working copy', () => {
  it.each([0, 1, 2, 3])(
    'are cut anywhere, below 64 KiB, and come back whole (shifted by %i bytes)',
    async (shift) => {
      const text = 'x'.repeat(shift) + '€𝕂é\uFEFF'.repeat(20_000);
      await putText(db, sha256(text), text);

      const blocks = await db.textBlocks.toArray();
      expect(blocks.length).toBeGreaterThan(2);
      for (const block of blocks) expect(serialize(block).length).toBeLessThan(64 * 1024);
      expect(await readText(db, sha256(text), text.length)).toBe(text);
    },
  );

  it('are read many at once, in any order, those that lie apart, long ones and missing ones among them', async () => {
    const long = 'قرية '.repeat(30_000);
    await putTexts(db, texts.slice(0, 10).map(kept));
    await putText(db, sha256(long), long);
    await putTexts(db, texts.slice(10).map(kept));
    const asked = [...texts.slice(20), long, 'not there', ...texts.slice(0, 15).reverse(), ''];

    expect(await readTexts(db, asked.map(wanted))).toEqual(
      asked.map((text) => (text === 'not there' || text === '' ? null : text)),
    );
    expect(await readTexts(db, asked.slice(0, 2).map(wanted))).toEqual(asked.slice(0, 2));
    expect(await readTexts(db, [])).toEqual([]);
  });

  it('read the same when they were put twice, and are there even when empty', async () => {
    const long = 'é'.repeat(60_000);
    for (let time = 0; time < 2; time++) await putTexts(db, ['', long].map(kept));

    expect(await readText(db, sha256(long), long.length)).toBe(long);
    expect(await readText(db, sha256(''), 0)).toBe('');
    expect(await missingTexts(db, [sha256(long), 'a', sha256(''), 'a'])).toEqual(['a']);
  });

  it('are not taken for whole when a block is missing or the length is another', async () => {
    const long = 'é'.repeat(60_000);
    await putText(db, sha256(long), long);
    expect(await readText(db, sha256(long), long.length - 1)).toBeNull();

    const last = (await db.textBlocks.toArray()).at(-1);
    await db.textBlocks.delete(last?.id ?? '');
    expect(await readText(db, sha256(long), long.length)).toBeNull();
  });
});
