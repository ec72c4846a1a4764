import type { TextSpan } from '#core/text/span.ts';
import { hashWords, scatter } from './hash-words.ts';
import { pairFigures } from './pair-figures.ts';

/** What is kept of a text to tell whether another one is the same: a sample of its runs of words. */
export type TextSketch = {
  readonly words: number;
  /** A hash of all words in order, an integer of 53 bits: texts that agree in it and in `words` read word for word the same. */
  readonly wording: number;
  /** How many different runs of words there are. */
  readonly runs: number;
  /** The smallest hashes of the runs, in order, each once: all of them in a text of few. */
  readonly hashes: Uint32Array;
  /**
   * The figures of the text, in digits or in words, by the words beside them: pairs of the hash of those words and the
   * hash of the figure, in the order of the first.
   */
  readonly figures: Uint32Array;
};

/** Of the rule below: a sketch of another version says nothing. */
export const sketchVersion = 3;

/** Four words in a row: seldom shared by chance, and one changed word spoils no more than four. */
const runLength = 4;

/** The sample of a text: enough to tell shares apart within some five hundredths, in half a kilobyte. */
const sampleSize = 128;

/**
 * Sketch a text by its words, without the boilerplate in `noise`: case, accents, punctuation and where lines break make
 * no difference. The sample is the smallest hashes (bottom-k, Broder 1997), so that two samples can be compared as far
 * as both go, however long the texts are.
 */
export function sketchText(text: string, noise: readonly TextSpan[]): TextSketch {
  const own = without(text, noise);
  const hashed = hashWords(own);
  const { words } = hashed;
  const runs = new Uint32Array(Math.max(0, words.length - runLength + 1));
  for (let at = 0; at < runs.length; at++) runs[at] = hashRun(words, at);
  const hashes = distinct(runs.sort());
  return {
    words: words.length,
    wording: hashWording(words),
    runs: hashes.length,
    hashes: hashes.slice(0, sampleSize),
    figures: pairFigures(own, hashed),
  };
}

function without(text: string, noise: readonly TextSpan[]): string {
  let kept = '';
  let at = 0;
  for (const { start, end } of noise.toSorted((a, b) => a.start - b.start)) {
    if (start > at) kept += `${text.slice(at, start)}\n`;
    at = Math.max(at, end);
  }
  return kept + text.slice(at);
}

function hashRun(words: readonly number[], from: number): number {
  let value = 0;
  for (let at = from; at < from + runLength; at++) value = scatter(value ^ (words[at] ?? 0));
  return value >>> 0;
}

function hashWording(words: readonly number[]): number {
  let low = 0;
  let high = 1;
  for (const one of words) {
    low = scatter(low ^ one);
    high = scatter(Math.imul(high, 31) ^ one);
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}

/** The different values of a sorted list, in its place. */
function distinct(sorted: Uint32Array): Uint32Array {
  let kept = 0;
  for (let at = 0; at < sorted.length; at++) {
    const value = sorted[at] ?? 0;
    if (kept === 0 || value !== sorted[kept - 1]) sorted[kept++] = value;
  }
  return sorted.subarray(0, kept);
}
