import { fold } from '#core/text/fold.ts';

/** A word of digits alone, and where it stands. */
export type Digits = {
  /** Which word it is. */
  readonly at: number;
  readonly start: number;
  readonly end: number;
  readonly value: number;
};

/** The words of a text, folded: runs of letters and digits, each as its hash (FNV-1a). */
export type HashedWords = {
  readonly words: readonly number[];
  /** In order. */
  readonly digits: readonly Digits[];
};

const noWord = 0x811c9dc5;

/** Hash each word of a text. */
export function hashWords(text: string): HashedWords {
  const words: number[] = [];
  const digits: Digits[] = [];
  let isNumber = true;
  let value = 0;
  let start = 0;
  let word = noWord;

  function endWord(end: number): void {
    if (word === noWord) return;
    if (isNumber) digits.push({ at: words.length, start, end, value });
    words.push(word);
    word = noWord;
    isNumber = true;
    value = 0;
  }

  function extend(unit: number, from: number): void {
    if (word === noWord) start = from;
    word = Math.imul(word ^ unit, 0x01000193);
    isNumber &&= unit >= 0x30 && unit <= 0x39;
    if (isNumber) value = value * 10 + unit - 0x30;
  }

  /** @returns How many more UTF-16 units the character takes. */
  function takeSeveral(at: number): number {
    const code = text.codePointAt(at) ?? 0;
    for (const unit of unitsOf(code)) {
      if (unit === parting) endWord(at);
      else extend(unit, at);
    }
    return code > 0xffff ? 1 : 0;
  }

  for (let at = 0; at < text.length; at++) {
    const single = singles[text.charCodeAt(at)] ?? several;
    if (single === parting) endWord(at);
    else if (single !== several) extend(single, at);
    else at += takeSeveral(at);
  }
  endWord(text.length);
  return { words, digits };
}

/** The finish of MurmurHash3: every bit of the outcome hangs on every bit of `value`. */
export function scatter(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) + 0x9e3779b9;
}

/** Stands for all that parts words. */
const parting = 0;

/** What each character met so far folds to, unit by unit. Bounded by the characters there are. */
const known: (readonly number[] | undefined)[] = [];

/** Stands for what is to be looked up there. */
const several = -1;

/** The one unit that a UTF-16 unit met so far folds to: of most that is all. */
const singles = new Int32Array(0x10000).fill(several);

function unitsOf(code: number): readonly number[] {
  const before = known[code];
  if (before !== undefined) return before;
  const units: number[] = [];
  for (const character of fold(String.fromCodePoint(code))) {
    const isPart = /[\p{L}\p{N}]/u.test(character);
    for (let at = 0; at < character.length; at++) units.push(isPart ? character.charCodeAt(at) : parting);
  }
  known[code] = units;
  const isHalf = code >= 0xd800 && code <= 0xdfff;
  if (code <= 0xffff && !isHalf && units.length === 1) singles[code] = units[0] ?? several;
  return units;
}
