import { analysisVersion } from '#core/search/analysis-version.ts';
import type { DictionaryParts } from './dictionary.ts';

/*
 * A segment is one buffer of little-endian numbers: a head, a table of its parts, and the parts, each at a multiple of
 * eight bytes, so that all but the head are used in place.
 */

/** Raised whenever the bytes mean something else. */
const layoutVersion = 1;

const magic = 0x4b54504c;
const stamp = analysisVersion * 0x1_0000 + layoutVersion;

const partNames = [
  'ids',
  'fingerprints',
  'languages',
  'titleLengths',
  'textLengths',
  'noiseLengths',
  ...dictionaryNames('forms'),
  ...dictionaryNames('english'),
  ...dictionaryNames('french'),
] as const;

type PartName = (typeof partNames)[number];

function dictionaryNames<Name extends string>(name: Name) {
  return [
    `${name}.shared`,
    `${name}.suffixLengths`,
    `${name}.suffixes`,
    `${name}.suffixStarts`,
    `${name}.payloads`,
    `${name}.payloadStarts`,
  ] as const;
}

/** In units of four bytes: magic, stamp, bytes in all, checksum, documents; then the start and length of each part. */
const headLength = 5;
const dataStart = Math.ceil(((headLength + partNames.length * 2) * 4) / 8) * 8;

/** What is in a segment. */
export type SegmentParts = {
  readonly size: number;
  /** One byte, 1: UUIDs of 16 bytes; 0: strings, each its length and its UTF-16 units as varints. */
  readonly ids: Uint8Array;
  readonly fingerprints: Float64Array;
  readonly languages: Uint8Array;
  /** In words. */
  readonly titleLengths: Uint32Array;
  readonly textLengths: Uint32Array;
  readonly noiseLengths: Uint32Array;
  /** What `FormPostings` reads of each form. */
  readonly forms: DictionaryParts;
  /** Stems with the numbers of their forms, but those whose only form is the stem itself. */
  readonly english: DictionaryParts;
  readonly french: DictionaryParts;
};

/** What makes a segment's bytes useless: all of it is to be built anew. */
export class SegmentDamage extends Error {
  override readonly name = 'SegmentDamage';
  readonly kind: 'version' | 'damage';

  constructor(kind: SegmentDamage['kind'], message: string) {
    super(message);
    this.kind = kind;
  }
}

/** Put the parts of a segment into one buffer. */
export function packSegment(parts: SegmentParts): ArrayBuffer {
  const views = partNames.map((name) => viewOf(parts, name));
  let length = dataStart;
  const starts = views.map((view) => {
    const start = length;
    length = Math.ceil((length + view.byteLength) / 8) * 8;
    return start;
  });
  const buffer = new ArrayBuffer(length);
  const head = new Uint32Array(buffer, 0, dataStart / 4);
  for (const [index, view] of views.entries()) {
    const start = starts[index] ?? 0;
    new Uint8Array(buffer, start, view.byteLength).set(
      new Uint8Array(view.buffer, view.byteOffset, view.byteLength),
    );
    head[headLength + index * 2] = start;
    head[headLength + index * 2 + 1] = view.byteLength;
  }
  head[0] = magic;
  head[1] = stamp;
  head[2] = length;
  head[4] = parts.size;
  head[3] = checksum(buffer);
  return buffer;
}

/** The parts of a segment, in place. @throws SegmentDamage */
export function unpackSegment(buffer: ArrayBuffer): SegmentParts {
  if (buffer.byteLength < dataStart || buffer.byteLength % 8 !== 0)
    throw new SegmentDamage('damage', 'The segment is cut off');
  const head = new Uint32Array(buffer, 0, dataStart / 4);
  if (head[0] !== magic) throw new SegmentDamage('damage', 'This is no segment');
  if (head[1] !== stamp) throw new SegmentDamage('version', 'The segment is of another version');
  if (head[2] !== buffer.byteLength) throw new SegmentDamage('damage', 'The segment is cut off');
  if (head[3] !== checksum(buffer)) throw new SegmentDamage('damage', 'The segment is damaged');
  const place = (name: PartName): [ArrayBuffer, number, number] => {
    const index = headLength + partNames.indexOf(name) * 2;
    return [buffer, head[index] ?? 0, head[index + 1] ?? 0];
  };
  const bytes = (name: PartName) => new Uint8Array(...place(name));
  const numbers = (name: PartName) => {
    const [, start, length] = place(name);
    return new Uint32Array(buffer, start, length / 4);
  };
  const dictionary = (name: 'forms' | 'english' | 'french'): DictionaryParts => ({
    shared: bytes(`${name}.shared`),
    suffixLengths: bytes(`${name}.suffixLengths`),
    suffixes: bytes(`${name}.suffixes`),
    suffixStarts: numbers(`${name}.suffixStarts`),
    payloads: bytes(`${name}.payloads`),
    payloadStarts: numbers(`${name}.payloadStarts`),
  });
  const [, start, length] = place('fingerprints');
  return {
    size: head[4] ?? 0,
    ids: bytes('ids'),
    fingerprints: new Float64Array(buffer, start, length / 8),
    languages: bytes('languages'),
    titleLengths: numbers('titleLengths'),
    textLengths: numbers('textLengths'),
    noiseLengths: numbers('noiseLengths'),
    forms: dictionary('forms'),
    english: dictionary('english'),
    french: dictionary('french'),
  };
}

function viewOf(parts: SegmentParts, name: PartName): Uint8Array | Uint32Array | Float64Array {
  const [whole, part] = name.split('.') as [keyof SegmentParts, keyof DictionaryParts | undefined];
  const value = parts[whole];
  if (typeof value === 'number') throw new Error(`${name} is no part of its own`);
  if (part === undefined) return value as Uint8Array | Uint32Array | Float64Array;
  return (value as DictionaryParts)[part];
}

/** Of everything but the checksum itself: two FNV-1a hashes of 32-bit units in turns, mixed. */
function checksum(buffer: ArrayBuffer): number {
  const units = new Uint32Array(buffer);
  let even = 0x811c9dc5;
  let odd = 0x9747b28c;
  for (let at = 4; at + 1 < units.length; at += 2) {
    even = Math.imul(even ^ (units[at] ?? 0), 0x01000193);
    odd = Math.imul(odd ^ (units[at + 1] ?? 0), 0x01000193);
    // A multiplication carries upwards only: without this a flipped top bit would be lost in the end.
    even ^= even >>> 15;
    odd ^= odd >>> 13;
  }
  return (even ^ Math.imul(odd, 0x85ebca6b) ^ (units[0] ?? 0) ^ (units[1] ?? 0) ^ (units[2] ?? 0)) >>> 0;
}
