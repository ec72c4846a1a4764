/** A SHA-256 (FIPS 180-4) that is fed piece by piece: what browsers offer wants all bytes at once. */
export type Sha256 = {
  add(bytes: Uint8Array): void;
  /** In lower-case hexadecimal. Once only, at the end. */
  finish(): string;
};

/** The first 32 bits of the fractional parts of a root of the first primes. */
function rootsOfPrimes(count: number, root: (value: number) => number): Int32Array {
  const found: number[] = [];
  for (let value = 2; found.length < count; value++) {
    let isPrime = true;
    for (let factor = 2; factor * factor <= value; factor++) if (value % factor === 0) isPrime = false;
    if (isPrime) found.push(Math.floor((root(value) % 1) * 2 ** 32) | 0);
  }
  return Int32Array.from(found);
}

const rounds = rootsOfPrimes(64, Math.cbrt);
const begin = rootsOfPrimes(8, Math.sqrt);

/** A fresh hash. */
export function createSha256(): Sha256 {
  const state = begin.slice();
  const words = new Int32Array(64);
  const block = new Uint8Array(64);
  let filled = 0;
  let length = 0;

  function add(bytes: Uint8Array): void {
    length += bytes.length;
    let at = 0;
    if (filled > 0) {
      at = Math.min(64 - filled, bytes.length);
      block.set(bytes.subarray(0, at), filled);
      filled += at;
      if (filled < 64) return;
      mix(state, words, block, 0);
    }
    for (; at + 64 <= bytes.length; at += 64) mix(state, words, bytes, at);
    block.set(bytes.subarray(at));
    filled = bytes.length - at;
  }

  return {
    add,
    finish() {
      const bits = length * 8;
      const end = new Uint8Array(((filled + 8) >> 6) * 64 + 64 - filled);
      end[0] = 0x80;
      const view = new DataView(end.buffer);
      view.setUint32(end.length - 8, Math.floor(bits / 2 ** 32));
      view.setUint32(end.length - 4, bits >>> 0);
      add(end);
      return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
    },
  };
}

/** Take in one block of 64 bytes at `at`. */
function mix(state: Int32Array, w: Int32Array, bytes: Uint8Array, at: number): void {
  for (let i = 0, from = at; i < 16; i++, from += 4)
    w[i] =
      (byte(bytes, from) << 24) |
      (byte(bytes, from + 1) << 16) |
      (byte(bytes, from + 2) << 8) |
      byte(bytes, from + 3);
  for (let i = 16; i < 64; i++) {
    const x = word(w, i - 15);
    const y = word(w, i - 2);
    const small = rotate(x, 7) ^ rotate(x, 18) ^ (x >>> 3);
    w[i] = (word(w, i - 16) + small + word(w, i - 7) + (rotate(y, 17) ^ rotate(y, 19) ^ (y >>> 10))) | 0;
  }
  let a = word(state, 0);
  let b = word(state, 1);
  let c = word(state, 2);
  let d = word(state, 3);
  let e = word(state, 4);
  let f = word(state, 5);
  let g = word(state, 6);
  let h = word(state, 7);
  for (let i = 0; i < 64; i++) {
    const choice = (e & f) ^ (~e & g);
    const first =
      (h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + choice + word(rounds, i) + word(w, i)) | 0;
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const second = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + majority) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  state[0] = word(state, 0) + a;
  state[1] = word(state, 1) + b;
  state[2] = word(state, 2) + c;
  state[3] = word(state, 3) + d;
  state[4] = word(state, 4) + e;
  state[5] = word(state, 5) + f;
  state[6] = word(state, 6) + g;
  state[7] = word(state, 7) + h;
}

function rotate(value: number, by: number): number {
  return (value >>> by) | (value << (32 - by));
}

function word(words: Int32Array, at: number): number {
  return words[at] ?? 0;
}

function byte(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}
