import { ByteReader, ByteWriter } from './byte-writer.ts';

/*
 * Words in order of their UTF-16 units, each with some bytes. A word is kept as the number of units it shares with the
 * one before and the units that differ; every sixteenth is kept whole, so that finding one reads few of them.
 */

/** Words in a block. */
export const blockSize = 16;

/** The parts a dictionary is stored as. */
export type DictionaryParts = {
  /** For each word the units shared with the one before; the first of a block is kept whole nonetheless. */
  readonly shared: Uint8Array;
  /** For each word the bytes of the units that differ. */
  readonly suffixLengths: Uint8Array;
  readonly suffixes: Uint8Array;
  /** For each block where its suffixes begin. */
  readonly suffixStarts: Uint32Array;
  readonly payloads: Uint8Array;
  /** For each block where its payloads begin. */
  readonly payloadStarts: Uint32Array;
};

/** Takes words in order, of at most 80 UTF-16 units each, and makes the parts of a dictionary of them. */
export class DictionaryWriter {
  private count = 0;
  private previous = '';
  private readonly shared = new ByteWriter();
  private readonly suffixLengths = new ByteWriter();
  private readonly suffixes = new ByteWriter(16_384);
  private readonly suffixStarts: number[] = [];
  private readonly payloads = new ByteWriter(65_536);
  private readonly payloadStarts: number[] = [];

  /** `word` has to come after the one before. Answers its number. */
  add(word: string, payload: Uint8Array): number {
    const isFirst = this.count % blockSize === 0;
    if (isFirst) {
      this.suffixStarts.push(this.suffixes.length);
      this.payloadStarts.push(this.payloads.length);
    }
    const shared = sharedUnits(this.previous, word);
    const before = this.suffixes.length;
    for (let at = isFirst ? 0 : shared; at < word.length; at++) this.suffixes.varint(word.charCodeAt(at));
    this.shared.byte(shared);
    this.suffixLengths.byte(this.suffixes.length - before);
    this.payloads.varint(payload.length);
    this.payloads.append(payload);
    this.previous = word;
    return this.count++;
  }

  finish(): DictionaryParts {
    return {
      shared: this.shared.view(),
      suffixLengths: this.suffixLengths.view(),
      suffixes: this.suffixes.view(),
      suffixStarts: Uint32Array.from(this.suffixStarts),
      payloads: this.payloads.view(),
      payloadStarts: Uint32Array.from(this.payloadStarts),
    };
  }
}

/** Goes through words of a dictionary from one on. */
export type DictionaryCursor = {
  /** The number of the word it stands at. */
  index: number;
  /** Its units, `length` of them. */
  readonly units: Uint16Array;
  length: number;
  /** Where in `payloads` its bytes begin and end. */
  payloadStart: number;
  payloadEnd: number;
  /** To the next word; `false` at the end. */
  next(): boolean;
  /** To word `index`, which there has to be. */
  seek(index: number): void;
  text(): string;
};

/** Words that can be looked up, in place: opening reads nothing. */
export type Dictionary = {
  readonly size: number;
  readonly parts: DictionaryParts;
  /** The number of `word`; -1 when it is not there. */
  find(word: string): number;
  /** The number of the first word that is not before `word`. */
  lowerBound(word: string): number;
  /** The words `begin` to `end` (not included) that begin with `prefix`. */
  range(prefix: string): readonly [begin: number, end: number];
  /** A cursor that stands before word `index`. */
  from(index: number): DictionaryCursor;
  textOf(index: number): string;
};

/** More units than a word has. */
export const maxUnits = 256;

/** Read a dictionary in place. */
export function openDictionary(parts: DictionaryParts): Dictionary {
  const { shared, suffixLengths, suffixes, suffixStarts, payloads, payloadStarts } = parts;
  const size = shared.length;

  /** Below 0: the first word of `block` comes before `word`. */
  function compareFirst(block: number, word: string): number {
    const reader = new ByteReader(suffixes, suffixStarts[block]);
    const end = reader.at + (suffixLengths[block * blockSize] ?? 0);
    for (let at = 0; at < word.length; at++) {
      if (reader.at >= end) return -1;
      const difference = reader.varint() - word.charCodeAt(at);
      if (difference !== 0) return difference;
    }
    return reader.at < end ? 1 : 0;
  }

  /** The last block whose first word is not after `word`; 0 at least. */
  function blockOf(word: string): number {
    let low = 0;
    let high = suffixStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (compareFirst(middle, word) <= 0) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  function from(index: number): DictionaryCursor {
    const suffix = new ByteReader(suffixes);
    const payload = new ByteReader(payloads);
    const cursor: DictionaryCursor = {
      index: index - (index % blockSize) - 1,
      units: new Uint16Array(maxUnits),
      length: 0,
      payloadStart: 0,
      payloadEnd: 0,
      next() {
        cursor.index++;
        if (cursor.index >= size) return false;
        if (cursor.index % blockSize === 0) {
          suffix.at = suffixStarts[cursor.index / blockSize] ?? 0;
          payload.at = payloadStarts[cursor.index / blockSize] ?? 0;
        } else payload.at = cursor.payloadEnd;
        const end = suffix.at + (suffixLengths[cursor.index] ?? 0);
        let length = cursor.index % blockSize === 0 ? 0 : (shared[cursor.index] ?? 0);
        while (suffix.at < end && length < maxUnits) cursor.units[length++] = suffix.varint();
        cursor.length = length;
        const bytes = payload.varint();
        cursor.payloadStart = payload.at;
        cursor.payloadEnd = payload.at + bytes;
        return true;
      },
      seek(wanted) {
        const first = wanted - (wanted % blockSize);
        if (wanted < cursor.index || first > cursor.index) cursor.index = first - 1;
        while (cursor.index < wanted) cursor.next();
      },
      text: () => textOfUnits(cursor.units, cursor.length),
    };
    while (cursor.index < index - 1) cursor.next();
    return cursor;
  }

  // Looking up makes no cursor of its own: a query looks up many words.
  const scratch = from(0);

  function atBlockOf(word: string): DictionaryCursor {
    scratch.index = blockOf(word) * blockSize - 1;
    return scratch;
  }

  function lowerBound(word: string): number {
    if (size === 0) return 0;
    const cursor = atBlockOf(word);
    // Within one block, or the first of the next.
    while (cursor.next()) if (compareUnits(cursor, word) >= 0) return cursor.index;
    return size;
  }

  return {
    size,
    parts,
    lowerBound,
    from,
    find(word) {
      if (size === 0) return -1;
      const cursor = atBlockOf(word);
      while (cursor.next()) {
        const order = compareUnits(cursor, word);
        if (order === 0) return cursor.index;
        if (order > 0) return -1;
      }
      return -1;
    },
    range(prefix) {
      if (prefix === '') return [0, size];
      // No word holds the last unit there is.
      return [lowerBound(prefix), lowerBound(`${prefix}\uffff`)];
    },
    textOf(index) {
      scratch.seek(index);
      return scratch.text();
    },
  };
}

function compareUnits({ units, length }: DictionaryCursor, word: string): number {
  const common = Math.min(length, word.length);
  for (let at = 0; at < common; at++) {
    const difference = (units[at] ?? 0) - word.charCodeAt(at);
    if (difference !== 0) return difference;
  }
  return length - word.length;
}

function sharedUnits(a: string, b: string): number {
  const most = Math.min(a.length, b.length, 255);
  let at = 0;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

function textOfUnits(units: Uint16Array, length: number): string {
  let text = '';
  for (let at = 0; at < length; at++) text += String.fromCharCode(units[at] ?? 0);
  return text;
}
