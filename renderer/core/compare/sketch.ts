import type { ReadArticle } from './compare-texts.ts';
import { listSentences } from './sentences.ts';

/** The runs of words of a text as numbers, sorted, each once: what tells whether two texts share passages. */
export type Sketch = Uint32Array;

/** How long the runs are: five words in a row are seldom shared by chance. */
const runLength = 5;

/** Sketch a text; its boilerplate is left out. */
export function sketchText({ article, text }: ReadArticle): Sketch {
  const words = listSentences(text, { noise: article.noise, language: article.language.value }).flatMap(
    (sentence) => sentence.words,
  );
  const runs = new Set<number>();
  for (let at = 0; at + runLength <= words.length; at++) runs.add(hash(words, at));
  return Uint32Array.from(runs).sort();
}

/** How much of the shorter of two texts is in the other one, from 0 to 1, by their runs of words. */
export function sharedPart(a: Sketch, b: Sketch): number {
  let shared = 0;
  for (let at = 0, there = 0; at < a.length && there < b.length; ) {
    const [ours, theirs] = [a[at] ?? 0, b[there] ?? 0];
    if (ours === theirs) shared++;
    if (ours <= theirs) at++;
    if (theirs <= ours) there++;
  }
  const shorter = Math.min(a.length, b.length);
  return shorter === 0 ? 0 : shared / shorter;
}

/** FNV-1a over the words of one run. */
function hash(words: readonly string[], from: number): number {
  let value = 0x811c9dc5;
  for (let at = from; at < from + runLength; at++) {
    const word = words[at] ?? '';
    for (let unit = 0; unit < word.length; unit++) value = mix(value, word.charCodeAt(unit));
    value = mix(value, 0x20);
  }
  return value >>> 0;
}

function mix(value: number, code: number): number {
  return Math.imul(value ^ code, 0x01000193);
}
