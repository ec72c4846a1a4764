/** Articles, by slot, that something found, with how well they answer it. Kept and used again: arrays this long are dear. */
export class HitSet {
  /** By slot: the score, 0 at least; below 0: not found. */
  readonly scores: Float32Array;
  /** The first `count` are the slots found, in no order. */
  readonly slots: Uint32Array;
  count = 0;

  constructor(size: number) {
    this.scores = new Float32Array(size).fill(-1);
    this.slots = new Uint32Array(size);
  }

  has(slot: number): boolean {
    return (this.scores[slot] ?? -1) >= 0;
  }

  add(slot: number, score: number): void {
    const before = this.scores[slot] ?? -1;
    if (before < 0) {
      this.slots[this.count++] = slot;
      this.scores[slot] = score;
    } else this.scores[slot] = before + score;
  }

  /** Keep the slots that `test` answers `true` for. */
  keep(test: (slot: number) => boolean): void {
    let kept = 0;
    for (let at = 0; at < this.count; at++) {
      const slot = this.slots[at] ?? 0;
      if (test(slot)) this.slots[kept++] = slot;
      else this.scores[slot] = -1;
    }
    this.count = kept;
  }

  clear(): void {
    for (let at = 0; at < this.count; at++) this.scores[this.slots[at] ?? 0] = -1;
    this.count = 0;
  }
}
