import type { TextSpan } from '#core/text/span.ts';

/** The words of a text with how often each stands in it. No string is made of a word that nobody asks for. */
export type WordTable = {
  /** How often `word` stands there as it is written. */
  get(word: string): number;
  has(word: string): boolean;
  /** How often it stands there in whatever case. */
  count(word: string): number;
  /** Where the words stand that are there only once, in order. */
  once(): readonly TextSpan[];
};

/** Words that were met: where each stood first, and how often it did. */
type Entries = { readonly starts: number[]; readonly ends: number[]; readonly counts: number[] };

/** Read the words of `text`: runs of the letters and marks of the scripts in use. */
export function readWords(text: string): WordTable {
  const entries: Entries = { starts: [], ends: [], counts: [] };
  const { starts, ends, counts } = entries;
  // A table of hashes; each slot has the number of an entry, from 1.
  let slots = new Int32Array(1_024);

  /** The slot of the entry that reads as `source` from `start` to `end`, or the free one where it would be. */
  function slotOf(source: string, start: number, end: number): number {
    const mask = slots.length - 1;
    let slot = hashOf(source, start, end) & mask;
    for (let number = slots[slot] ?? 0; number !== 0; number = slots[slot] ?? 0) {
      if (reads(number - 1, source, start, end)) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  function reads(entry: number, source: string, start: number, end: number): boolean {
    const first = starts[entry] ?? 0;
    if ((ends[entry] ?? 0) - first !== end - start) return false;
    for (let at = start; at < end; at++)
      if (source.charCodeAt(at) !== text.charCodeAt(first + at - start)) return false;
    return true;
  }

  function add(start: number, end: number): void {
    const slot = slotOf(text, start, end);
    const number = slots[slot] ?? 0;
    if (number !== 0) counts[number - 1] = (counts[number - 1] ?? 0) + 1;
    else {
      slots[slot] = starts.push(start);
      ends.push(end);
      counts.push(1);
      if (starts.length * 2 > slots.length) grow();
    }
  }

  function grow(): void {
    slots = new Int32Array(slots.length * 4);
    for (let at = 0; at < starts.length; at++) slots[slotOf(text, starts[at] ?? 0, ends[at] ?? 0)] = at + 1;
  }

  const { length } = text;
  for (let at = 0; at < length; ) {
    const start = at;
    while (at < length && isLetter[text.charCodeAt(at)] === 1) at += 1;
    if (at > start) add(start, at);
    else at += 1;
  }

  const get = (word: string) => {
    const number = slots[slotOf(word, 0, word.length)] ?? 0;
    return number === 0 ? 0 : (counts[number - 1] ?? 0);
  };
  return {
    get,
    has: (word) => get(word) > 0,
    count: (word) => countInAnyCase(text, entries, word.toLowerCase()),
    once: () =>
      counts.flatMap((count, at) => (count === 1 ? [{ start: starts[at] ?? 0, end: ends[at] ?? 0 }] : [])),
  };
}

/** FNV-1a. */
function hashOf(source: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ source.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}

/** In small letters a dotted capital I is longer than it was; all other letters stay as long. */
function countInAnyCase(text: string, { starts, ends, counts }: Entries, small: string): number {
  const first = small.charCodeAt(0);
  const hasLonger = text.includes('\u0130');
  let found = 0;
  for (let entry = 0; entry < starts.length; entry++) {
    const start = starts[entry] ?? 0;
    const end = ends[entry] ?? 0;
    if (end - start !== small.length && !hasLonger) continue;
    const unit = text.charCodeAt(start);
    if (unit < 0x80 && (unit | 0x20) !== first) continue;
    if (text.slice(start, end).toLowerCase() === small) found += counts[entry] ?? 0;
  }
  return found;
}

/** The letters and marks of the scripts in use, by their UTF-16 units. */
const isLetter = new Uint8Array(0x10000);
for (const [first, last] of [
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0xaa, 0xaa],
  [0xb5, 0xb5],
  [0xba, 0xba],
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x1fff],
  [0x2c00, 0xd7ff],
  [0xf900, 0xfdff],
] as const)
  isLetter.fill(1, first, last + 1);
