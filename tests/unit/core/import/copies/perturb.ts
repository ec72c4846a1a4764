import { readdirSync, readFileSync } from 'node:fs';

/** Real articles: the five seeds. */
export const realTexts: readonly string[] = readdirSync('seeds').map((name) =>
  readFileSync(`seeds/${name}`, 'utf8').normalize('NFC'),
);

/** A source of numbers from 0 to below 1 that repeats itself for a seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Change the share `rate` of the words for words that stand nowhere else. */
export function changeWords(text: string, rate: number, random: () => number): string {
  return text.replace(/[\p{L}\p{N}]+/gu, (word) =>
    random() < rate ? `${word}q${Math.floor(random() * 1e9)}` : word,
  );
}

/** The share `part` of the words from the beginning. */
export function cutTo(text: string, part: number): string {
  const words = text.split(/\s+/);
  return words.slice(0, Math.floor(words.length * part)).join(' ');
}

/** The runs of four words of a text, by the book: folded by way of Unicode decomposition, kept as strings. */
export function exactRuns(text: string): ReadonlySet<string> {
  const words = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return new Set(words.slice(3).map((_, at) => words.slice(at, at + 4).join(' ')));
}

/** What two sets share: of the smaller, of the larger, and of both together (Jaccard). */
export function exactShares(a: ReadonlySet<string>, b: ReadonlySet<string>) {
  const shared = [...a].filter((run) => b.has(run)).length;
  return {
    ofShorter: shared / Math.min(a.size, b.size),
    ofLonger: shared / Math.max(a.size, b.size),
    jaccard: shared / (a.size + b.size - shared),
  };
}
