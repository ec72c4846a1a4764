import type { Database, TextBlock } from './database.ts';

/** Units of text in a block: two bytes each, so that a block stays well below 64 KiB. */
const blockLength = 16_384;

/** Put a canonical text into the working copy, in blocks. */
export function putText(db: Database, sha256: string, text: string): Promise<void> {
  return putTexts(db, [{ sha256, text }]);
}

/** Put many texts at once, in one transaction: each waits for the disk. */
export function putTexts(
  db: Database,
  texts: readonly { readonly sha256: string; readonly text: string }[],
): Promise<void> {
  return db.transaction('rw', db.texts, async () => {
    await db.texts.bulkPut(texts.flatMap(({ sha256, text }) => cutUp(sha256, text)));
  });
}

function cutUp(sha256: string, text: string): TextBlock[] {
  return Array.from({ length: Math.max(1, Math.ceil(text.length / blockLength)) }, (_, index) => ({
    sha256,
    index,
    text: text.slice(index * blockLength, (index + 1) * blockLength),
  }));
}

/** The canonical text with this hash; `null` when the working copy has not got it whole (`length` in UTF-16 units). */
export async function readText(db: Database, sha256: string, length: number): Promise<string | null> {
  const blocks = await db.texts
    .where('[sha256+index]')
    .between([sha256, 0], [sha256, Number.POSITIVE_INFINITY])
    .toArray();
  const text = blocks.map((block) => block.text).join('');
  return text.length === length && blocks.length > 0 ? text : null;
}

/** Which text, and how long it is in UTF-16 units. */
export type WantedText = { readonly sha256: string; readonly length: number };

/** Many texts at once, as `readText` reads one: most are one block, and those are fetched together. */
export async function readTexts(db: Database, wanted: readonly WantedText[]): Promise<(string | null)[]> {
  const first = await db.texts.bulkGet(wanted.map(({ sha256 }) => [sha256, 0] as [string, number]));
  return Promise.all(
    wanted.map(({ sha256, length }, at) => {
      const text = first[at]?.text;
      if (text === undefined || text.length === length) return text ?? null;
      return readText(db, sha256, length);
    }),
  );
}

/** The hashes among `sha256s` of which the working copy has not even the first block. */
export async function missingTexts(db: Database, sha256s: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(sha256s)];
  const found = await db.texts.bulkGet(wanted.map((sha256) => [sha256, 0] as [string, number]));
  return wanted.filter((_, index) => found[index] === undefined);
}
