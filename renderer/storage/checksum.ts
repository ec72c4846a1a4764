/**
 * A number of 32 bits that almost surely differs when any bit of `bytes` does: four lanes of multiply and rotate over
 * 32-bit words, after xxHash (Y. Collet). For telling damage, not for keeping secrets.
 */
export function checksumOf(bytes: ArrayBuffer): number {
  const words = new Uint32Array(bytes, 0, Math.floor(bytes.byteLength / 16) * 4);
  let a = 0x24234428;
  let b = 0x85ebca77;
  let c = 0;
  let d = 0x61c8864f;
  for (let at = 0; at < words.length; at += 4) {
    a = turn(a, words[at] ?? 0);
    b = turn(b, words[at + 1] ?? 0);
    c = turn(c, words[at + 2] ?? 0);
    d = turn(d, words[at + 3] ?? 0);
  }
  let sum = turn(turn(turn(turn(bytes.byteLength | 0, a), b), c), d);
  for (const byte of new Uint8Array(bytes, words.byteLength)) sum = turn(sum, byte);
  sum = Math.imul(sum ^ (sum >>> 15), 0x85ebca77);
  sum = Math.imul(sum ^ (sum >>> 13), 0xc2b2ae3d);
  return (sum ^ (sum >>> 16)) >>> 0;
}

function turn(lane: number, word: number): number {
  const mixed = (lane + Math.imul(word, 0x85ebca77)) | 0;
  return Math.imul((mixed << 13) | (mixed >>> 19), 0x9e3779b1);
}
