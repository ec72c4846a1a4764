import { newId } from '#core/ids.ts';
import type { Database, TextBlock } from './database.ts';

/** Bytes of text in a block, so that with its keys it stays well below 64 KiB. */
const blockBytes = 48 * 1024;

/** Put a canonical text into the working copy, in blocks. */
export function putText(db: Database, sha256: string, text: string): Promise<void> {
  return putTexts(db, [{ sha256, bytes: new TextEncoder().encode(text) }]);
}

/**
 * Put many texts, in UTF-8, at once and in one transaction: each waits for the disk. One that is there already is kept
 * twice, which does no harm.
 */
export async function putTexts(
  db: Database,
  texts: readonly { readonly sha256: string; readonly bytes: Uint8Array }[],
): Promise<void> {
  await db.textBlocks.bulkPut(texts.flatMap(({ sha256, bytes }) => cutUp(sha256, bytes)));
}

function cutUp(sha256: string, bytes: Uint8Array): TextBlock[] {
  return Array.from({ length: Math.max(1, Math.ceil(bytes.length / blockBytes)) }, (_, index) => ({
    id: newId(),
    sha256,
    index,
    // A copy: of a part of a larger memory the database would keep all.
    bytes: bytes.slice(index * blockBytes, (index + 1) * blockBytes),
  }));
}

/** The canonical text with this hash; `null` when the working copy has not got it whole (`length` in UTF-16 units). */
export async function readText(db: Database, sha256: string, length: number): Promise<string | null> {
  const blocks = await blocksOf(db, sha256).toArray();
  // Of a text that was put twice each block is there twice.
  const once = blocks.filter(({ index }, at) => index !== blocks[at - 1]?.index);
  return textOf(once, length);
}

/** Which text, and how long it is in UTF-16 units. */
export type WantedText = { readonly sha256: string; readonly length: number };

/** So few are fetched one by one. */
const few = 4;

/**
 * Many texts at once, as `readText` reads one. Those of one import lie together: they are read as one range, and only
 * what lies apart or is of several blocks is fetched one by one, as each request costs more than the text it fetches.
 */
export async function readTexts(db: Database, wanted: readonly WantedText[]): Promise<(string | null)[]> {
  const found = wanted.length > few ? await readRange(db, wanted) : new Map<string, TextBlock>();
  return Promise.all(
    wanted.map(({ sha256, length }) => {
      const block = found.get(sha256);
      return (block === undefined ? null : textOf([block], length)) ?? readText(db, sha256, length);
    }),
  );
}

/** The first blocks of texts that lie between those of the first and of the last text, by their hashes. */
async function readRange(db: Database, wanted: readonly WantedText[]): Promise<Map<string, TextBlock>> {
  const found = new Map<string, TextBlock>();
  const ends = [wanted[0], wanted.at(-1)].map((end) =>
    end === undefined ? [] : db.textBlocks.where('[sha256+index]').equals([end.sha256, 0]).primaryKeys(),
  );
  const [from, until] = (await Promise.all(ends)).map(([id]) => id).sort();
  if (from === undefined || until === undefined) return found;
  const range = db.textBlocks.where('id').between(from, until, true, true);
  for (const block of await range.limit(wanted.length).toArray())
    if (block.index === 0) found.set(block.sha256, block);
  return found;
}

/** The hashes among `sha256s` of which the working copy has not even the first block. */
export async function missingTexts(db: Database, sha256s: readonly string[]): Promise<string[]> {
  const there = new Set<string>();
  for (const key of await db.textBlocks.orderBy('[sha256+index]').keys()) {
    const [sha256, index] = key as unknown as [string, number];
    if (index === 0) there.add(sha256);
  }
  return [...new Set(sha256s)].filter((sha256) => !there.has(sha256));
}

function blocksOf(db: Database, sha256: string) {
  return db.textBlocks.where('[sha256+index]').between([sha256, 0], [sha256, Number.POSITIVE_INFINITY]);
}

function textOf(blocks: readonly TextBlock[], length: number): string | null {
  if (blocks.length === 0) return null;
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const text = blocks.map(({ bytes }) => decoder.decode(bytes, { stream: true })).join('') + decoder.decode();
  return text.length === length ? text : null;
}
