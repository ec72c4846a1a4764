/*
 * Names are looked up word by word at every word of every text, and nearly all lookups find nothing. Hashes that can be
 * put together from those of words tell so without the key being made.
 */

/** A hash of a key or of a word of it: see `joinHashes`. */
export type KeyHash = {
  /** 32 bits. */
  readonly hash: number;
  /** What the hash of what stands before is multiplied by. */
  readonly power: number;
};

const factor = 0x01000193;

/** The polynomial of the UTF-16 units (R. M. Karp and M. O. Rabin, 1987), modulo 2³². */
export function hashKey(key: string): KeyHash {
  let hash = 0;
  let power = 1;
  for (let at = 0; at < key.length; at++) {
    hash = (Math.imul(hash, factor) + key.charCodeAt(at)) | 0;
    power = Math.imul(power, factor);
  }
  return { hash, power };
}

/** The hash of a key that is followed by another one. */
export function joinHashes(before: number, { hash, power }: KeyHash): number {
  return (Math.imul(before, power) + hash) | 0;
}

/** Whether a key of this hash may be among the keys: `false` is sure. */
export type KeyFilter = (hash: number) => boolean;

/** Make a filter for `keys`; of others it lets about one in thirty pass. */
export function createKeyFilter(keys: readonly string[]): KeyFilter {
  const bits = Math.max(5, 32 - Math.clz32(keys.length * 24));
  const set = new Uint32Array(1 << (bits - 5));
  const placeOf = (hash: number) => Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> (32 - bits);
  for (const key of keys) {
    const place = placeOf(hashKey(key).hash);
    set[place >>> 5] = (set[place >>> 5] ?? 0) | (1 << (place & 31));
  }
  return (hash) => {
    const place = placeOf(hash);
    return ((set[place >>> 5] ?? 0) & (1 << (place & 31))) !== 0;
  };
}
