/** Numbers from 0 up to 1 that look like chance. */
export type Random = () => number;

/** A small generator (mulberry32), so that every run measures the same. */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number from 0 up to `count`. */
export function below(count: number, random: Random): number {
  return Math.floor(random() * count);
}

/** One of `list`. */
export function pick<Item>(list: readonly Item[], random: Random): Item {
  const item = list[below(list.length, random)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

/**
 * Ranks from 0 up to `count`, drawn as words occur in texts: by the law of Zipf and Mandelbrot, rank r with a weight
 * of 1 / (r + 2.7) ^ 1.05.
 */
export function zipfRanks(count: number): (random: Random) => number {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank++) {
    sum += 1 / (rank + 2.7) ** 1.08;
    sums[rank] = sum;
  }
  return (random) => firstAbove(sums, random() * sum);
}

function firstAbove(sums: Float64Array, wanted: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}
