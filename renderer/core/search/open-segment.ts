import type { ArticleId } from '#core/ids.ts';
import { unpackIds } from './article-ids.ts';
import { type Dictionary, openDictionary } from './dictionary.ts';
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
};

/** Read a segment in place: only its checksum and its ids are gone through. @throws SegmentDamage */
export function openSegment(bytes: ArrayBuffer): Segment {
  const parts = unpackSegment(bytes);
  return {
    size: parts.size,
    bytes,
    parts,
    ids: unpackIds(parts.ids, parts.size),
    fingerprintOf: (document) => parts.fingerprints[document] ?? 0,
    forms: openDictionary(parts.forms),
    stems: { en: openDictionary(parts.english), fr: openDictionary(parts.french) },
    postings: new PostingsReader(parts.forms.payloads),
  };
}
