/**
 * Tells whether words are at most `distance` (1 or 2) letters from one: put in, left out, changed, or two neighbours
 * swapped; between two that are swapped another may be put in, as lunr has it. Words are given unit by unit, so that
 * what neighbours in a dictionary share is compared once.
 *
 * The states are lunr's (`TokenSet.fromFuzzyString`): how much of the word is used up, and, after a swap at `i`, that its
 * unit `i` is still to come before `i + 2` (or, after a second, `i + 3`). Each row holds the fewest edits to each state;
 * only states near the diagonal can be reached, and only these are kept up.
 */
export class NearWord {
  private readonly units: Uint16Array;
  private readonly distance: number;
  /** States in a row, with some to spare on both sides of the band. */
  private readonly size: number;
  private plain: Uint8Array;
  private swapped: Uint8Array;
  private twice: Uint8Array;

  constructor(word: string, distance: number) {
    this.units = Uint16Array.from({ length: word.length }, (_, at) => word.charCodeAt(at));
    this.distance = distance;
    this.size = word.length + 4;
    const states = this.size * (word.length + distance + 4);
    this.plain = new Uint8Array(states).fill(far);
    this.swapped = new Uint8Array(states).fill(far);
    this.twice = new Uint8Array(states).fill(far);
    this.plain[0] = 0;
    this.leaveOut(0);
  }

  /** Take `unit` after the first `depth` units. Answers `false` when no word that goes on so can be near. */
  push(depth: number, unit: number): boolean {
    const { units, distance, size, plain, swapped, twice } = this;
    const { length } = units;
    // So long a word is too long whatever follows.
    if (depth >= length + distance) return false;
    const before = depth * size;
    const after = before + size;
    const low = Math.max(0, depth - distance - 1);
    const high = Math.min(length, depth + distance + 1);
    for (let i = Math.max(0, low - 1); i <= Math.min(length + 3, high + 3); i++) {
      plain[after + i] = far;
      swapped[after + i] = far;
      twice[after + i] = far;
    }
    for (let i = low; i <= high; i++) {
      const edits = plain[before + i] ?? far;
      if (edits <= distance) {
        lower(plain, after + i, edits + 1);
        if (i < length) lower(plain, after + i + 1, units[i] === unit ? edits : edits + 1);
        if (i + 1 < length && units[i + 1] === unit) lower(swapped, after + i, edits + 1);
      }
      const swap = swapped[before + i] ?? far;
      if (swap <= distance) {
        lower(plain, after + i + 2, units[i] === unit ? swap : swap + 1);
        lower(swapped, after + i, swap + 1);
        if (i + 2 < length && units[i + 2] === unit) lower(twice, after + i, swap + 1);
      }
      if (units[i] === unit) lower(plain, after + i + 3, twice[before + i] ?? far);
    }
    return this.leaveOut(depth + 1) <= distance;
  }

  /** Whether the first `depth` units make a word that is near. */
  accepts(depth: number): boolean {
    const { length } = this.units;
    if (Math.abs(length - depth) > this.distance) return false;
    return (this.plain[depth * this.size + length] ?? far) <= this.distance;
  }

  /** Let units of the word be left out; answers the fewest edits of the row. */
  private leaveOut(depth: number): number {
    const { units, distance, size, plain, swapped, twice } = this;
    const row = depth * size;
    const low = Math.max(0, depth - distance - 2);
    const high = Math.min(units.length, depth + distance + 1);
    let fewest = far;
    for (let i = low; i <= high; i++) {
      if (i > low) lower(plain, row + i, (plain[row + i - 1] ?? far) + 1);
      if (i > low + 1) lower(plain, row + i, (swapped[row + i - 2] ?? far) + 1);
      fewest = Math.min(fewest, plain[row + i] ?? far, swapped[row + i] ?? far, twice[row + i] ?? far);
    }
    return fewest;
  }
}

const far = 100;

function lower(states: Uint8Array, at: number, edits: number): void {
  if (edits < (states[at] ?? 0)) states[at] = edits;
}

/** Whether `word` is near. */
export function isNear(word: string, near: NearWord): boolean {
  for (let at = 0; at < word.length; at++) if (!near.push(at, word.charCodeAt(at))) return false;
  return near.accepts(word.length);
}
