/** A set of slots, a bit each. */
export type SlotSet = Uint32Array;

/** The set of these slots. */
export function slotSetOf(slots: Uint32Array): SlotSet {
  let largest = 0;
  for (const slot of slots) if (slot > largest) largest = slot;
  const set = new Uint32Array((largest >>> 5) + 1);
  for (const slot of slots) set[slot >>> 5] = (set[slot >>> 5] ?? 0) | (1 << (slot & 31));
  return set;
}

/** Whether a slot is in the set. */
export function hasSlot(set: SlotSet, slot: number): boolean {
  return (((set[slot >>> 5] ?? 0) >>> (slot & 31)) & 1) === 1;
}

/** How many slots are in both sets. */
export function countCommon(a: SlotSet, b: SlotSet): number {
  const length = Math.min(a.length, b.length);
  let count = 0;
  for (let at = 0; at < length; at++) count += bitsIn((a[at] ?? 0) & (b[at] ?? 0));
  return count;
}

/** The slots that are in any of the sets. */
export function joinSets(sets: readonly SlotSet[]): SlotSet {
  const joined = new Uint32Array(sets.reduce((most, { length }) => Math.max(most, length), 0));
  for (const set of sets)
    for (let at = 0; at < set.length; at++) joined[at] = (joined[at] ?? 0) | (set[at] ?? 0);
  return joined;
}

/** Henry S. Warren, Hacker's Delight, 2nd edition, figure 5-2. */
function bitsIn(word: number): number {
  let left = word - ((word >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return (((left + (left >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
