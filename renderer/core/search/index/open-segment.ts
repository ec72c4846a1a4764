import type { ArticleId } from '#core/ids.ts';
import { unpackIds } from './article-ids.ts';
import { blockSize, type Dictionary, openDictionary } from './dictionary.ts';
import { PostingsReader } from './postings-reader.ts';
import { type SegmentParts, unpackSegment } from './segment-layout.ts';

/** Some documents that are indexed. It never changes: what comes or changes later goes into another segment. */
export type Segment = {
  /** How many documents. */
  readonly size: number;
  readonly bytes: ArrayBuffer;
  readonly parts: SegmentParts;
  readonly ids: readonly ArticleId[];
  /** Of each document as it was indexed. */
  fingerprintOf(document: number): number;
  readonly forms: Dictionary;
  readonly stems: { readonly en: Dictionary; readonly fr: Dictionary };
  readonly postings: PostingsReader;
  /** Words of each text with its boilerplate: below these are the positions in it. */
  readonly bodyLengths: Uint32Array;
  /** For each block of `forms` the fewest units that one of its words shares with the one before. */
  readonly leastShared: Uint8Array;
};

/** Read a segment in place: only its checksum and its ids are gone through. @throws SegmentDamage */
export function openSegment(bytes: ArrayBuffer): Segment {
  const parts = unpackSegment(bytes);
  let leastShared: Uint8Array | null = null;
  return {
    size: parts.size,
    bytes,
    parts,
    ids: unpackIds(parts.ids, parts.size),
    fingerprintOf: (document) => parts.fingerprints[document] ?? 0,
    forms: openDictionary(parts.forms),
    stems: { en: openDictionary(parts.english), fr: openDictionary(parts.french) },
    postings: new PostingsReader(parts.forms.payloads),
    bodyLengths: parts.textLengths.map((words, document) => words + (parts.noiseLengths[document] ?? 0)),
    get leastShared() {
      leastShared ??= leastOfBlocks(parts.forms.shared);
      return leastShared;
    },
  };
}

function leastOfBlocks(shared: Uint8Array): Uint8Array {
  const least = new Uint8Array(Math.ceil(shared.length / blockSize)).fill(255);
  for (let word = 0; word < shared.length; word++) {
    const block = Math.floor(word / blockSize);
    least[block] = Math.min(least[block] ?? 0, shared[word] ?? 0);
  }
  return least;
}
