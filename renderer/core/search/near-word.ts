/**
 * Tells whether words are at most `distance` (1 or 2) letters from one: put in, left out, changed, or two neighbours
 * swapped; between two that are swapped another may be put in, as lunr has it. Words are given unit by unit, so that
 * what neighbours in a dictionary share is compared once.
 *
 * The states are lunr's (`TokenSet.fromFuzzyString`): how much of the word is used up, and, after a swap at `i`, that its
 * unit `i` is still to come before `i + 2` (or, after a second, `i + 3`). Each row holds the fewest edits to each state.
 */
export class NearWord {
  private readonly word: string;
  private readonly distance: number;
  private readonly plain: Uint8Array[] = [];
  private readonly swapped: Uint8Array[] = [];
  private readonly twice: Uint8Array[] = [];

  constructor(word: string, distance: number) {
    this.word = word;
    this.distance = distance;
    const row = this.rowAt(0);
    row.fill(far);
    this.swapped[0]?.fill(far);
    this.twice[0]?.fill(far);
    row[0] = 0;
    this.leaveOut(0);
  }

  /** Take `unit` after the first `depth` units. Answers `false` when no word that goes on so can be near. */
  push(depth: number, unit: number): boolean {
    const after = this.rowAt(depth + 1);
    const swapped = this.swapped[depth + 1] ?? empty;
    const twice = this.twice[depth + 1] ?? empty;
    after.fill(far);
    swapped.fill(far);
    twice.fill(far);
    this.pushPlain(this.rowAt(depth), unit, after, swapped);
    this.pushSwapped(depth, unit, after);
    return this.leaveOut(depth + 1) <= this.distance;
  }

  private pushPlain(before: Uint8Array, unit: number, after: Uint8Array, swapped: Uint8Array): void {
    const { word, distance } = this;
    for (let i = 0; i <= word.length; i++) {
      const edits = before[i] ?? far;
      if (edits > distance) continue;
      if (i < word.length) lower(after, i + 1, edits + (word.charCodeAt(i) === unit ? 0 : 1));
      lower(after, i, edits + 1);
      if (word.charCodeAt(i + 1) === unit) lower(swapped, i, edits + 1);
    }
  }

  private pushSwapped(depth: number, unit: number, after: Uint8Array): void {
    const { word, distance } = this;
    const before = this.swapped[depth] ?? empty;
    const twiceBefore = this.twice[depth] ?? empty;
    const swapped = this.swapped[depth + 1] ?? empty;
    const twice = this.twice[depth + 1] ?? empty;
    for (let i = 0; i + 1 < word.length; i++) {
      const isSame = word.charCodeAt(i) === unit;
      const edits = before[i] ?? far;
      if (edits <= distance) {
        lower(after, i + 2, edits + (isSame ? 0 : 1));
        lower(swapped, i, edits + 1);
        if (word.charCodeAt(i + 2) === unit) lower(twice, i, edits + 1);
      }
      if (isSame) lower(after, i + 3, twiceBefore[i] ?? far);
    }
  }

  /** Whether the first `depth` units make a word that is near. */
  accepts(depth: number): boolean {
    return (this.plain[depth]?.[this.word.length] ?? far) <= this.distance;
  }

  /** Let units of the word be left out; answers the fewest edits of the row. */
  private leaveOut(depth: number): number {
    const row = this.rowAt(depth);
    const swapped = this.swapped[depth] ?? empty;
    const twice = this.twice[depth] ?? empty;
    let fewest = far;
    for (let i = 0; i < row.length; i++) {
      if (i > 0) lower(row, i, (row[i - 1] ?? far) + 1);
      if (i > 1) lower(row, i, (swapped[i - 2] ?? far) + 1);
      fewest = Math.min(fewest, row[i] ?? far, swapped[i] ?? far, twice[i] ?? far);
    }
    return fewest;
  }

  private rowAt(depth: number): Uint8Array {
    const there = this.plain[depth];
    if (there !== undefined) return there;
    const size = this.word.length + 1;
    this.swapped[depth] = new Uint8Array(size);
    this.twice[depth] = new Uint8Array(size);
    const row = new Uint8Array(size);
    this.plain[depth] = row;
    return row;
  }
}

const far = 100;
const empty = new Uint8Array(0);

function lower(row: Uint8Array, at: number, edits: number): void {
  if (at < row.length && edits < (row[at] ?? 0)) row[at] = edits;
}
