import { fold } from '#core/text/fold.ts';
import type { TextSpan } from '#core/text/span.ts';

/** A word of a text as the index knows it. */
export type FoundWord = TextSpan & {
  /** The word folded; never empty. */
  readonly word: string;
};

/** In UTF-16 units; what a longer word has more is not looked at. */
const longestWord = 80;

/**
 * The words of `text`, in order: runs of letters and digits, folded. Apostrophes and hyphens part words; elided articles
 * (`l'`, `qu'`) and the possessive `'s` are left out; letters with points between them are one word (`U.N.` is `un`);
 * scripts written without spaces are parted by their dictionary.
 */
export function scanWords(text: string): FoundWord[] {
  const found: FoundWord[] = [];
  scanRuns(text, (start, end) => {
    const word = foldWord(text.slice(start, end));
    if (word === '' || isLeftOut(word, text, start, end)) return;
    found.push({ start, end, word });
  });
  return found;
}

/** A run of a text folded to the word it is looked up by; '' when nothing is left of it. */
export function foldWord(run: string): string {
  return fold(run)
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .slice(0, longestWord);
}

/** Whether a word is written in capitals; one letter alone is not. */
export function isInCapitals(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
}

const elisions = new Set([
  'l',
  'd',
  'j',
  'm',
  'n',
  's',
  't',
  'c',
  'qu',
  'jusqu',
  'lorsqu',
  'puisqu',
  'quoiqu',
]);

/** Whether a word can be an elided article or a possessive: then what stands beside it decides. */
export function mayBeLeftOut(word: string): boolean {
  return elisions.has(word);
}

/** Whether the word at `start` to `end` is an elided article or the possessive `s`. */
export function isLeftOut(word: string, text: string, start: number, end: number): boolean {
  if (!elisions.has(word)) return false;
  const after = end < text.length ? classOf(text.charCodeAt(end)) : other;
  if (after === apostrophe) return true;
  return word === 's' && start > 0 && classOf(text.charCodeAt(start - 1)) === apostrophe;
}

const unknown = 0;
const other = 1;
const letter = 2;
const joiner = 3;
const apostrophe = 4;
const unspaced = 5;
const surrogate = 6;

/** What each UTF-16 unit met so far is. */
const classes = new Uint8Array(0x1_0000);

/** Told of a run: where it is, and the hash of its UTF-16 units (see `hashRun`). */
export type VisitRun = (start: number, end: number, hash: number) => void;

/** Call `visit` with each run of `text` that is a word, in order. */
export function scanRuns(text: string, visit: VisitRun): void {
  const { length } = text;
  let at = 0;
  while (at < length) {
    let kind = classAt(text, at);
    if (kind !== letter) {
      at = kind === unspaced ? scanUnspaced(text, at, visit) : at + 1;
      continue;
    }
    const start = at;
    let hash = 0;
    // Each unit is looked at once: this loop sees every letter of every text.
    do {
      const unit = text.charCodeAt(at++);
      hash = Math.imul(hash ^ unit, hashFactor);
      if (classes[unit] === surrogate && at < length)
        hash = Math.imul(hash ^ text.charCodeAt(at++), hashFactor);
      if (at >= length) break;
      kind = classes[text.charCodeAt(at)] ?? unknown;
      if (kind === unknown || kind === surrogate) kind = classAt(text, at);
    } while (kind === letter || kind === joiner);
    if (at - start === 1 && text.charCodeAt(at) === 0x2e) {
      at = endOfInitials(text, at);
      hash = hashRun(text, start, at);
    }
    visit(start, at, hash);
  }
}

const hashFactor = 0x01000193;

/** A hash of the UTF-16 units from `start` to `end`. */
function hashRun(text: string, start: number, end: number): number {
  let hash = 0;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), hashFactor);
  return hash;
}

/** The end of letters with points between them of which the first ends at `at`; `at` itself when there are none. */
function endOfInitials(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === 0x2e && isLoneLetter(text, end + 1)) end += 2;
  return end;
}

function isLoneLetter(text: string, at: number): boolean {
  if (at >= text.length || classAt(text, at) !== letter || !/\p{L}/u.test(text.charAt(at))) return false;
  const after = at + 1 < text.length ? classAt(text, at + 1) : other;
  return after !== letter && after !== joiner && after !== unspaced;
}

/** Chinese, Japanese, Thai … have no spaces: their words are those of the dictionary that comes with the platform. */
function scanUnspaced(text: string, from: number, visit: VisitRun): number {
  let end = from;
  while (end < text.length) {
    const kind = classAt(text, end);
    if (kind !== unspaced && kind !== joiner && !/\p{M}/u.test(text.charAt(end))) break;
    end += isPair(text, end) ? 2 : 1;
  }
  for (const { index, segment } of segmenter.segment(text.slice(from, end)))
    visit(from + index, from + index + segment.length, hashRun(segment, 0, segment.length));
  return end;
}

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

function isPair(text: string, at: number): boolean {
  return classOf(text.charCodeAt(at)) === surrogate;
}

function classAt(text: string, at: number): number {
  const kind = classOf(text.charCodeAt(at));
  return kind === surrogate ? classify(String.fromCodePoint(text.codePointAt(at) ?? 0)) : kind;
}

function classOf(unit: number): number {
  const known = classes[unit] ?? other;
  if (known !== unknown) return known;
  const found = classify(String.fromCharCode(unit));
  classes[unit] = found;
  return found;
}

const unspacedScripts =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function classify(character: string): number {
  if (/['\u2018\u2019\u02bc]/.test(character)) return apostrophe;
  // Soft hyphens and joiners stand inside words; folding drops them.
  if (/\u00ad|\u200c|\u200d|\u2060/.test(character)) return joiner;
  if (/[\p{L}\p{N}\p{M}]/u.test(character))
    return unspacedScripts.test(character) && !/\p{N}/u.test(character) ? unspaced : letter;
  if (/^[\ud800-\udbff]$/.test(character)) return surrogate;
  return other;
}
