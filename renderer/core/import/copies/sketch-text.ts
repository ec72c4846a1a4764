import { fold } from '#core/text/fold.ts';
import type { TextSpan } from '#core/text/span.ts';

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
   * The figures of the text with the words around them: pairs of the hash of those words and the hash of the figure, by
   * the first. Words around several figures are left out.
   */
  readonly figures: Uint32Array;
};

/** Of the rule below: a sketch of another version says nothing. */
export const sketchVersion = 2;

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
  const { words, figures } = hashWords(without(text, noise));
  const runs = new Uint32Array(Math.max(0, words.length - runLength + 1));
  for (let at = 0; at < runs.length; at++) runs[at] = hashRun(words, at);
  const hashes = distinct(runs.sort());
  return {
    words: words.length,
    wording: hashWording(words),
    runs: hashes.length,
    hashes: hashes.slice(0, sampleSize),
    figures: pairFigures(words, figures),
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

const noWord = 0x811c9dc5;

/** FNV-1a of each word of a text, folded: the runs of letters and digits; and which of them are digits alone. */
function hashWords(text: string): { readonly words: number[]; readonly figures: number[] } {
  const hashes: number[] = [];
  const figures: number[] = [];
  let isFigure = true;
  let value = noWord;
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at) ?? 0;
    if (code > 0xffff) at++;
    for (const unit of unitsOf(code)) {
      if (unit !== parting) {
        value = Math.imul(value ^ unit, 0x01000193);
        isFigure &&= unit >= 0x30 && unit <= 0x39;
      } else endWord();
    }
  }
  endWord();
  return { words: hashes, figures };

  function endWord(): void {
    if (value === noWord) return;
    if (isFigure) figures.push(hashes.length);
    hashes.push(value);
    value = noWord;
    isFigure = true;
  }
}

/** Words before and after a figure that tell that another text says the same, but for the figure. */
const around = 3;

function pairFigures(words: readonly number[], figures: readonly number[]): Uint32Array {
  const isFigure = new Set(figures);
  const told = new Map<number, number | null>();
  for (const at of figures) {
    if (at < around || at + around >= words.length) continue;
    let context = 0;
    for (let near = at - around; near <= at + around; near++)
      context = scatter(context ^ (isFigure.has(near) ? near - at : (words[near] ?? 0)));
    const figure = (words[at] ?? 0) >>> 0;
    const before = told.get(context >>> 0);
    told.set(context >>> 0, before === undefined || before === figure ? figure : null);
  }
  const pairs = [...told].filter((pair): pair is [number, number] => pair[1] !== null);
  return Uint32Array.from(pairs.sort(([a], [b]) => a - b).flat());
}

/** Stands for all that parts words. */
const parting = 0;

/** What each character met so far folds to, unit by unit. Bounded by the characters there are. */
const known: (readonly number[] | undefined)[] = [];

function unitsOf(code: number): readonly number[] {
  const before = known[code];
  if (before !== undefined) return before;
  const units: number[] = [];
  for (const character of fold(String.fromCodePoint(code))) {
    const isPart = /[\p{L}\p{N}]/u.test(character);
    for (let at = 0; at < character.length; at++) units.push(isPart ? character.charCodeAt(at) : parting);
  }
  known[code] = units;
  return units;
}

function hashRun(words: readonly number[], from: number): number {
  let value = 0;
  for (let at = from; at < from + runLength; at++) value = scatter(value ^ (words[at] ?? 0));
  return value >>> 0;
}

/** The finish of MurmurHash3: every bit of the outcome hangs on every bit of `value`. */
function scatter(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) + 0x9e3779b9;
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

/** The different values of a sorted list. */
function distinct(sorted: Uint32Array): Uint32Array {
  return sorted.filter((value, at) => at === 0 || value !== sorted[at - 1]);
}
