import type { FactColumns } from './fact-columns.ts';
import type { ResultOrder } from './search-answer.ts';

/** The largest whole number that keeps every digit has this many bits. */
const exactBits = 53;

/**
 * The slots of a result in their order. Articles without a stated date come last by date, either way; those of which
 * only the month is stated count as its first minute. Unread ones come before those being read, and these before read
 * ones; within, the better ones first. Ties stay as they were given.
 *
 * Fifty thousand take a few milliseconds: each key is packed with its place into one number, so that they are sorted
 * without calling back.
 */
export function orderSlots(
  slots: Uint32Array,
  order: ResultOrder,
  scoreOf: (slot: number) => number,
  columns: FactColumns,
): Uint32Array {
  const placeBits = Math.max(1, Math.ceil(Math.log2(slots.length + 1)));
  const keyOf = keyFor(order, slots, scoreOf, columns)(2 ** (exactBits - placeBits) - 1);
  const room = 2 ** placeBits;
  const packed = new Float64Array(slots.length);
  for (let at = 0; at < slots.length; at++) packed[at] = keyOf(slots[at] ?? 0) * room + at;
  packed.sort();
  return Uint32Array.from(packed, (key) => slots[key % room] ?? 0);
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
