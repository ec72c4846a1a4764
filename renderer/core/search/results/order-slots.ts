import type { FactColumns } from './fact-columns.ts';
import type { ResultOrder } from './search-answer.ts';
import type { TextNumbers } from './text-numbers.ts';

/** The largest whole number that keeps every digit has this many bits. */
const exactBits = 53;

/** By what the slots of a result are put in order. */
export type Ordering = {
  readonly order: ResultOrder;
  readonly scoreOf: (slot: number) => number;
  /** `null`: every article is listed, whatever text it has. */
  readonly texts: TextNumbers | null;
};

/** The slots of a result in their order. */
export type OrderedSlots = {
  readonly length: number;
  /** Some of them. The first ones cost little; the rest are put in order when one of them is first asked for. */
  slice(from: number, to: number): Uint32Array;
};

/**
 * Put the slots of a result in order. Articles without a stated date come last by date, either way; those of which
 * only the month is stated count as its first minute. Unread ones come before those being read, and these before read
 * ones; within, the better ones first. Ties stay as they were given.
 *
 * Of slots with the same text in `texts` only the first one in the order is kept.
 *
 * Each key is packed with its place into one number, so that fifty thousand are sorted without calling back.
 */
export function orderSlots(
  slots: Uint32Array,
  { order, scoreOf, texts }: Ordering,
  columns: FactColumns,
): OrderedSlots {
  const placeBits = Math.max(1, Math.ceil(Math.log2(slots.length + 1)));
  const keyOf = keyFor(order, slots, scoreOf, columns)(2 ** (exactBits - placeBits) - 1);
  const room = 2 ** placeBits;
  const all = new Float64Array(slots.length);
  for (let at = 0; at < slots.length; at++) all[at] = keyOf(slots[at] ?? 0) * room + at;
  const packed = texts === null ? all : firstOfTexts(all, (key) => texts[slots[key % room] ?? 0] ?? 0);
  let sorted = firstOf(packed);
  return {
    length: packed.length,
    slice(from, to) {
      if (Math.min(to, packed.length) > sorted.length) sorted = packed.sort();
      return Uint32Array.from(sorted.subarray(from, to), (key) => slots[key % room] ?? 0);
    },
  };
}

/** Without the keys that have the same text as a smaller one. */
function firstOfTexts(keys: Float64Array, textOf: (key: number) => number): Float64Array {
  const smallest = new Map<number, number>();
  for (const key of keys) {
    const text = textOf(key);
    if (text !== 0 && key < (smallest.get(text) ?? Number.POSITIVE_INFINITY)) smallest.set(text, key);
  }
  return keys.filter((key) => (smallest.get(textOf(key)) ?? key) === key);
}

/** So many keys are sorted at once, whatever is asked for. */
const sampleSize = 1_000;

/** The smallest keys in order, about `sampleSize` of them: those below what a sample lets expect. */
function firstOf(keys: Float64Array): Float64Array {
  if (keys.length <= sampleSize * 4) return keys.slice().sort();
  // By the golden ratio, evenly and out of step with whatever repeats in the order the articles came.
  const placeOf = (at: number) => Math.floor(((at * 0.618_033_988_749_895) % 1) * keys.length);
  const sample = Float64Array.from({ length: sampleSize }, (_, at) => keys[placeOf(at)] ?? 0).sort();
  const limit = sample[Math.ceil((sampleSize * sampleSize) / keys.length)] ?? 0;
  return keys.filter((key) => key < limit).sort();
}

/** Answers the key of a slot, a whole number from 0 (first) to `most`. */
type KeyOf = (most: number) => (slot: number) => number;

function keyFor(
  order: ResultOrder,
  slots: Uint32Array,
  scoreOf: (slot: number) => number,
  columns: FactColumns,
): KeyOf {
  if (order === 'newest' || order === 'oldest') return dateKey(order, columns);
  let best = 0;
  for (const slot of slots) best = Math.max(best, scoreOf(slot));
  const worseness = (slot: number) => (best > 0 ? 1 - Math.max(0, scoreOf(slot)) / best : 0);
  if (order === 'relevance') return (most) => (slot) => Math.round(worseness(slot) * most);
  return (most) => {
    const within = Math.floor(most / 4);
    return (slot) => (columns.status[slot] ?? 0) * (within + 1) + Math.floor(worseness(slot) * within);
  };
}

function dateKey(order: 'newest' | 'oldest', columns: FactColumns): KeyOf {
  // Minutes up to the year 9999 need 33 bits, which leaves room for a million hits.
  return (most) => (slot) => {
    const date = columns.dateFrom[slot] ?? -1;
    if (date < 0 || !columns.isKnown(slot)) return most;
    return order === 'oldest' ? Math.min(date, most - 1) : Math.max(0, most - 1 - date);
  };
}
