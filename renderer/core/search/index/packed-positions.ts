/*
 * The positions of a word in one text: `count` different whole numbers below `universe`, ascending. They take the fewer
 * bits of two codes, so that how many they take follows from `count` and `universe` alone and a list can be passed over
 * without reading it: each number in full, or Elias–Fano (P. Elias, 1974): the low bits of each, and the rest as the
 * gaps between ones.
 */

/** The bits that `count` positions below `universe` take. */
export function bitsOfPositions(count: number, universe: number): number {
  const full = count * bitsBelow(universe);
  if (count < 3) return full;
  return Math.min(full, eliasFanoBits(count, universe, lowBits(count, universe)));
}

/** Writes positions one list after another, the lowest bit of a byte first. */
export class BitWriter {
  bytes = new Uint8Array(1_024);
  /** In bits. */
  length = 0;

  clear(): void {
    this.bytes.fill(0, 0, (this.length + 7) >>> 3);
    this.length = 0;
  }

  /** The lowest `count` bits of `value`; at most 25. */
  bits(value: number, count: number): void {
    const last = (this.length + count + 7) >>> 3;
    if (last + 4 > this.bytes.length) {
      const larger = new Uint8Array((last + 4) * 2);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    const at = this.length >>> 3;
    const shifted = value << (this.length & 7);
    this.bytes[at] = (this.bytes[at] ?? 0) | (shifted & 0xff);
    if (shifted > 0xff || shifted < 0) {
      this.bytes[at + 1] = (shifted >>> 8) & 0xff;
      this.bytes[at + 2] = (shifted >>> 16) & 0xff;
      this.bytes[at + 3] = (shifted >>> 24) & 0xff;
    }
    this.length += count;
  }

  /** The positions `positions[from]` to `positions[from + count - 1]`. */
  positions(positions: Uint32Array, from: number, count: number, universe: number): void {
    const full = bitsBelow(universe);
    const low = count < 3 ? 0 : lowBits(count, universe);
    if (count < 3 || count * full <= eliasFanoBits(count, universe, low)) {
      for (let i = 0; i < count; i++) this.bits(positions[from + i] ?? 0, full);
      return;
    }
    const mask = (1 << low) - 1;
    if (low > 0) for (let i = 0; i < count; i++) this.bits((positions[from + i] ?? 0) & mask, low);
    const end = this.length + count + ((universe - 1) >>> low);
    let high = 0;
    for (let i = 0; i < count; i++) {
      const next = (positions[from + i] ?? 0) >>> low;
      this.zeros(next - high);
      this.bits(1, 1);
      high = next;
    }
    this.zeros(end - this.length);
  }

  /** `count` bits of `from`, beginning at bit `start`. */
  copy(from: Uint8Array, start: number, count: number): void {
    let at = start;
    let left = count;
    while (left > 0) {
      const taken = Math.min(24, left);
      this.bits(readBits(from, at, taken), taken);
      at += taken;
      left -= taken;
    }
  }

  private zeros(count: number): void {
    let left = count;
    while (left > 0) {
      const taken = Math.min(24, left);
      this.bits(0, taken);
      left -= taken;
    }
  }
}

/** Read `count` positions below `universe` that begin at bit `start` of `bytes` into `out`. */
export function readPositions(
  bytes: Uint8Array,
  start: number,
  [count, universe]: readonly [number, number],
  out: Uint32Array,
): void {
  const full = bitsBelow(universe);
  const low = count < 3 ? 0 : lowBits(count, universe);
  if (count < 3 || count * full <= eliasFanoBits(count, universe, low)) {
    for (let i = 0; i < count; i++) out[i] = readBits(bytes, start + i * full, full);
    return;
  }
  const highStart = start + count * low;
  let at = highStart >>> 3;
  // The ones of four bytes at a time, without those before the first.
  let ones = readFour(bytes, at) & (-1 << (highStart & 7));
  for (let i = 0; i < count; i++) {
    while (ones === 0) {
      at += 4;
      ones = readFour(bytes, at);
    }
    const bit = at * 8 + 31 - Math.clz32(ones & -ones);
    ones &= ones - 1;
    const high = bit - highStart - i;
    out[i] = (high << low) | (low === 0 ? 0 : readBits(bytes, start + i * low, low));
  }
}

/**
 * Whether `wanted` is one of `count` positions below `universe` that begin at bit `start`, without reading the others:
 * for a word that stands often in a text this costs a fraction of `readPositions`.
 */
export function hasPosition(
  bytes: Uint8Array,
  start: number,
  [count, universe]: readonly [number, number],
  wanted: number,
): boolean {
  const full = bitsBelow(universe);
  const low = count < 3 ? 0 : lowBits(count, universe);
  if (count < 3 || count * full <= eliasFanoBits(count, universe, low)) {
    for (let i = 0; i < count; i++) if (readBits(bytes, start + i * full, full) === wanted) return true;
    return false;
  }
  const high = wanted >>> low;
  const rest = wanted - (high << low);
  const highStart = start + count * low;
  // After as many zeros as the high bits say come the ones of the positions that have them.
  let bit = high === 0 ? highStart : afterZero(bytes, highStart, high);
  for (let i = bit - highStart - high; i < count && readBits(bytes, bit, 1) === 1; i++, bit++)
    if (low === 0 || readBits(bytes, start + i * low, low) === rest) return true;
  return false;
}

/** The bit after the zero number `nth` (the first is 1) from bit `start` on. */
function afterZero(bytes: Uint8Array, start: number, nth: number): number {
  let at = start >>> 3;
  let left = nth;
  // What stands before the start counts as ones.
  let zeros = ~readFour(bytes, at) & (-1 << (start & 7));
  for (;;) {
    const here = countOnes(zeros);
    if (here >= left) break;
    left -= here;
    at += 4;
    zeros = ~readFour(bytes, at);
  }
  for (; left > 1; left--) zeros &= zeros - 1;
  return at * 8 + 32 - Math.clz32(zeros & -zeros);
}

/** How many bits of 32 are set (H. S. Warren: Hacker's Delight, 2002, chapter 5). */
function countOnes(bits: number): number {
  let sums = bits - ((bits >>> 1) & 0x55555555);
  sums = (sums & 0x33333333) + ((sums >>> 2) & 0x33333333);
  return Math.imul((sums + (sums >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** `count` bits (at most 25) from bit `start` on. */
function readBits(bytes: Uint8Array, start: number, count: number): number {
  return (readFour(bytes, start >>> 3) >>> (start & 7)) & ((1 << count) - 1);
}

function readFour(bytes: Uint8Array, at: number): number {
  return (
    (bytes[at] ?? 0) |
    ((bytes[at + 1] ?? 0) << 8) |
    ((bytes[at + 2] ?? 0) << 16) |
    ((bytes[at + 3] ?? 0) << 24)
  );
}

/** The bits a number below `universe` needs. */
export function bitsBelow(universe: number): number {
  return universe <= 1 ? 0 : 32 - Math.clz32(universe - 1);
}

/** The binary logarithm of the mean gap, rounded down; without a division, as it is asked for at every posting. */
function lowBits(count: number, universe: number): number {
  const low = Math.clz32(count) - Math.clz32(universe);
  return count << low > universe ? low - 1 : low;
}

function eliasFanoBits(count: number, universe: number, low: number): number {
  return count * low + count + ((universe - 1) >>> low);
}
