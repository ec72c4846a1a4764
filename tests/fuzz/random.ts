/** Numbers that look random and are the same for the same seed (mulberry32, Tommy Ettinger). */
export type Random = {
  /** From 0 up to but not including `below`. */
  number(below: number): number;
  chance(share: number): boolean;
  pick<Value>(values: readonly Value[]): Value;
};

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  return {
    number: (below) => Math.floor(next() * below),
    chance: (share) => next() < share,
    pick(values) {
      const value = values[Math.floor(next() * values.length)];
      if (value === undefined) throw new Error('there is nothing to pick from');
      return value;
    },
  };
}
