/** Which texts have a hash in their sample: a multimap of numbers in flat arrays, for millions of pairs. */
export type PostingTable = {
  add(hash: number, text: number): void;
  /** The texts that have `hash`, the last one first; none once there are more than it keeps. */
  read(hash: number): readonly number[];
};

const none = 0xffffffff;

/**
 * Make a posting table. A hash of more than `mostTexts` tells nothing (it is boilerplate that was not seen to be), so its
 * list is given up: reading costs the same however many texts there are.
 */
export function createPostingTable(mostTexts: number): PostingTable {
  let slots = 1 << 12;
  let shift = 32 - Math.log2(slots);
  let used = 0;
  let keys = new Uint32Array(slots);
  let heads = new Uint32Array(slots).fill(none);
  let counts = new Uint16Array(slots);
  let nodes = 0;
  let texts = new Uint32Array(1 << 12);
  let nexts = new Uint32Array(1 << 12);

  function slotOf(hash: number): number {
    let slot = Math.imul(hash, 0x9e3779b1) >>> shift;
    while (counts[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & (slots - 1);
    return slot;
  }

  function widen(): void {
    const before = { keys, heads, counts };
    slots *= 2;
    shift -= 1;
    keys = new Uint32Array(slots);
    heads = new Uint32Array(slots).fill(none);
    counts = new Uint16Array(slots);
    // Millions of them, and the window waits.
    for (let at = 0; at < before.counts.length; at++) {
      const count = before.counts[at] ?? 0;
      if (count === 0) continue;
      const slot = slotOf(before.keys[at] ?? 0);
      keys[slot] = before.keys[at] ?? 0;
      heads[slot] = before.heads[at] ?? none;
      counts[slot] = count;
    }
  }

  function newNode(text: number, next: number): number {
    if (nodes === texts.length) {
      texts = longer(texts);
      nexts = longer(nexts);
    }
    texts[nodes] = text;
    nexts[nodes] = next;
    return nodes++;
  }

  return {
    add(hash, text) {
      if (used * 2 >= slots) widen();
      const slot = slotOf(hash);
      const count = counts[slot] ?? 0;
      if (count > mostTexts) return;
      if (count === 0) used++;
      keys[slot] = hash;
      counts[slot] = count + 1;
      heads[slot] = newNode(text, heads[slot] ?? none);
    },
    read(hash) {
      const slot = slotOf(hash);
      if ((counts[slot] ?? 0) > mostTexts) return [];
      const found: number[] = [];
      for (let node = heads[slot] ?? none; node !== none; node = nexts[node] ?? none)
        found.push(texts[node] ?? 0);
      return found;
    },
  };
}

function longer(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(array.length * 2);
  wider.set(array);
  return wider;
}
