import { type Digits, type HashedWords, hashWords, scatter } from './hash-words.ts';
import { type NumberWord, numberWords } from './number-words.ts';

/** A text's words, in which each number is one unit, however it is written. */
export type Units = {
  /** The hash of a word, or of a number's value. */
  readonly units: readonly number[];
  /** Which of the units are numbers, in order. */
  readonly isFigure: ReadonlySet<number>;
};

/** The words that numbers are written with, by their hash. */
const byHash: ReadonlyMap<number, NumberWord> = new Map(
  [...numberWords].map(([word, says]) => [hashWords(word).words[0] ?? 0, says]),
);

/**
 * Read the numbers of a text: `12,000`, `12 000` and `twelve thousand` are the same unit, and so are `97` and
 * `quatre-vingt-dix-sept`. Amounts that are no exact number (`dozens`, `une vingtaine`) are units of their own.
 */
export function readNumbers(text: string, { words, digits }: HashedWords): Units {
  const units: number[] = [];
  const isFigure = new Set<number>();
  const reader = { text, words, digits };
  let digit = 0;
  for (let at = 0; at < words.length; ) {
    const word = words[at] ?? 0;
    while ((digits[digit]?.at ?? at) < at) digit++;
    const found = digits[digit]?.at === at ? readDigits(reader, digit) : readWords(reader, at);
    if (found !== null) isFigure.add(units.length);
    units.push(found === null ? word : (found.unit ?? hashValue(found.value)));
    at = found?.end ?? at + 1;
  }
  return { units, isFigure };
}

type Reader = { readonly text: string } & HashedWords;

/** A number that was read, up to the word `end`. `unit`: that of an amount that is no exact number. */
type Found = { readonly value: number; readonly end: number; readonly unit?: number };

/** What may stand between the thousands of a number. */
const grouping = /^[,.'’ \u00a0\u2009\u202f٬]$/u;

/** Longer runs of digits are no amounts, and a number does not hold them exactly. */
const mostDigits = 15;

function readDigits({ text, words, digits }: Reader, from: number): Found {
  const first = digits[from];
  if (first === undefined) throw new Error(`there are no digits ${from}`);
  if (first.end - first.start > mostDigits)
    return { value: 0, end: first.at + 1, unit: words[first.at] ?? 0 };
  let { value } = first;
  let last = first;
  for (let next = from + 1; isGroup(text, last, digits[next], first); next++) {
    last = digits[next] ?? last;
    value = value * 1000 + last.value;
  }
  return readScales(words, { value, end: last.at + 1 });
}

function isGroup(text: string, before: Digits, group: Digits | undefined, first: Digits): boolean {
  return (
    group !== undefined &&
    group.at === before.at + 1 &&
    group.end - group.start === 3 &&
    first.end - first.start <= 3 &&
    group.end - first.start <= mostDigits + 4 &&
    grouping.test(text.slice(before.end, group.start))
  );
}

/** `12 thousand`, `3 millions`. */
function readScales(words: readonly number[], found: Found): Found {
  const says = saysOf(words, found.end);
  if (says?.kind !== 'scale') return found;
  return readScales(words, { value: found.value * says.value, end: found.end + 1 });
}

/** A number in words; `null` when none begins here. */
function readWords({ words }: Reader, from: number): Found | null {
  const first = saysOf(words, from);
  switch (first?.kind) {
    case 'amount':
      return { value: 0, end: from + 1, unit: words[from] ?? 0 };
    case 'article': {
      const next = saysOf(words, from + 1)?.kind;
      return next === 'hundred' || next === 'scale' ? readNumber(words, from + 1) : null;
    }
    case 'small':
    case 'hundred':
    case 'scale':
      return readNumber(words, from);
    default:
      return null;
  }
}

function saysOf(words: readonly number[], at: number): NumberWord | undefined {
  return byHash.get(words[at] ?? 0);
}

function readNumber(words: readonly number[], from: number): Found {
  const number = createNumber();
  let end = from;
  for (;;) {
    const skipped = number.joins(saysOf(words, end), saysOf(words, end + 1)) ? 1 : 0;
    if (!number.take(saysOf(words, end + skipped))) return { value: number.value(), end };
    end += skipped + 1;
  }
}

/** A number that is read word by word: each has to be smaller than there is room for behind the ones before. */
function createNumber() {
  let total = 0;
  let lastScale = Number.POSITIVE_INFINITY;
  let part = 0;
  /** What comes next is below it. */
  let room = 100;
  let last: NumberWord | null = null;

  function takeSmall({ value, isTen }: Extract<NumberWord, { kind: 'small' }>): boolean {
    const before = last?.kind === 'small' ? last : null;
    if (before?.value === 4 && value === 20 && part % 100 === 4) {
      // `quatre-vingt`: four twenties.
      part += 76;
      room = 20;
      return true;
    }
    if (before?.isTen === true && value >= 7 && value <= 9) {
      part += value;
      room = 0;
      return true;
    }
    // Nothing stands before or behind a zero.
    if (value >= room || (value === 0 && last !== null)) return false;
    part += value;
    room = roomBehind(value, isTen === true);
    return true;
  }

  function takeWord(says: NumberWord): boolean {
    if (says.kind === 'small') return takeSmall(says);
    if (says.kind === 'hundred') {
      if (part >= 100 || (part === 0 && last?.kind === 'small')) return false;
      part = Math.max(part, 1) * 100;
      room = 100;
      return true;
    }
    if (says.kind !== 'scale' || says.value >= lastScale || (part === 0 && last !== null)) return false;
    total += Math.max(part, 1) * says.value;
    lastScale = says.value;
    part = 0;
    room = 100;
    return true;
  }

  return {
    value: () => total + part,
    /** Whether `says` only joins what was read and `next`. */
    joins(says: NumberWord | undefined, next: NumberWord | undefined): boolean {
      if (next?.kind !== 'small' || last === null) return false;
      if (says?.kind === 'and') return last.kind === 'hundred' || last.kind === 'scale';
      const isTens = last.kind === 'small' && last.value >= 20;
      return says?.kind === 'et' && isTens && (next.value === 1 || next.value === 11);
    },
    take(says: NumberWord | undefined): boolean {
      if (says === undefined || !takeWord(says)) return false;
      last = says;
      return true;
    },
  };
}

function roomBehind(value: number, isTen: boolean): number {
  if (isTen || value < 20) return 0;
  // `soixante-dix`, `soixante et onze`.
  return value === 60 ? 20 : 10;
}

function hashValue(value: number): number {
  return scatter(scatter(value | 0) ^ Math.floor(value / 2 ** 32));
}
