import type lunr from 'lunr';
import type { ArticleId } from '#core/ids.ts';
import { asQuery } from '#core/search/query/from-lunr-query.ts';
import type { Query } from '#core/search/query/query.ts';
import { buildSegment } from './build-segment.ts';
import { type FilterTest, type Found, findArticles } from './find-articles.ts';
import { openSegment, type Segment } from './open-segment.ts';
import type { SearchDocument } from './search-document.ts';
import { type Attached, createWorkspace, type Searched } from './searched.ts';

/**
 * A full-text index over articles. Each article has a slot, a small number it keeps while the index lives, by which
 * everything that is known of it can be held in arrays.
 */
export type SearchIndex = {
  /** Take a segment in; its documents take the place of older ones with the same id. */
  attach(segment: Segment): void;
  /** Put what was merged of `old` in their place. What has changed or gone since counts as before. */
  replace(old: readonly Segment[], merged: Segment): void;
  /** Take documents in at once, in a segment of their own. About a millisecond for one of 5 KB. */
  add(documents: readonly SearchDocument[]): Segment;
  remove(ids: readonly ArticleId[]): void;
  /** Whether a document of a segment still counts, by its number. */
  liveTest(segment: Segment): (document: number) => boolean;
  liveCount(segment: Segment): number;
  readonly segments: readonly Segment[];
  /** Articles that count. */
  readonly size: number;
  /** Of an article as it was indexed; `null` when it is not in the index. */
  fingerprintOf(id: ArticleId): number | null;
  /** -1 when the article was never in the index. */
  slotOf(id: ArticleId): number;
  idAt(slot: number): ArticleId | null;
  /** Slots given out so far. */
  readonly slotCount: number;
  /** `test` answers for filters; without it every article passes every filter. */
  find(query: Query | lunr.Query, test?: FilterTest): Found;
  /** How many articles hold a folded word in any of its forms, each by its own language. */
  countArticles(word: string): number;
};

/** What an occurrence in each field counts, in the order of `fieldNumbers`. */
export const fieldWeights = [3, 1, 1] as const;
/** How much longer articles count for less (BM25's b). */
export const lengthNormalisation = 0.75;

/** An index without articles. */
export function createSearchIndex(): SearchIndex {
  const slotById = new Map<ArticleId, number>();
  const ids: ArticleId[] = [];
  /** By slot: where the article that counts is; `null` when it was removed. */
  const homes: ({ readonly part: Attached; readonly document: number } | null)[] = [];
  let parts: Attached[] = [];
  let size = 0;
  let searched: Searched | null = null;

  function slotFor(id: ArticleId): number {
    const known = slotById.get(id);
    if (known !== undefined) return known;
    slotById.set(id, ids.length);
    homes.push(null);
    return ids.push(id) - 1;
  }

  function leave(slot: number): void {
    const home = homes[slot];
    if (!home) return;
    home.part.slots[home.document] = -1;
    homes[slot] = null;
    size--;
  }

  function settle(part: Attached, document: number, slot: number): void {
    leave(slot);
    part.slots[document] = slot;
    homes[slot] = { part, document };
    size++;
  }

  function change(): void {
    searched = null;
    parts = parts.filter(({ slots }) => slots.some((slot) => slot >= 0));
  }

  function attach(segment: Segment): void {
    const part: Attached = { segment, slots: new Int32Array(segment.size).fill(-1) };
    for (const [document, id] of segment.ids.entries()) settle(part, document, slotFor(id));
    parts.push(part);
    change();
  }

  const partOf = (segment: Segment) => parts.find((part) => part.segment === segment);

  function prepare(): Searched {
    searched ??= gather(parts, ids.length, size);
    return searched;
  }

  const find: SearchIndex['find'] = (query, test = () => () => true) =>
    findArticles(asQuery(query), prepare(), test);

  return {
    attach,
    add(documents) {
      const segment = openSegment(buildSegment(documents));
      attach(segment);
      return segment;
    },
    replace(old, merged) {
      const part: Attached = { segment: merged, slots: new Int32Array(merged.size).fill(-1) };
      for (const [document, id] of merged.ids.entries()) {
        const slot = slotById.get(id) ?? -1;
        const home = homes[slot];
        const wasMerged = home && old.includes(home.part.segment);
        // The same article may have been indexed anew since, in a segment that was not merged.
        const isSame =
          wasMerged && home.part.segment.fingerprintOf(home.document) === merged.fingerprintOf(document);
        if (isSame) settle(part, document, slot);
      }
      parts.push(part);
      change();
    },
    remove(removed) {
      for (const id of removed) leave(slotById.get(id) ?? -1);
      change();
    },
    liveTest(segment) {
      const slots = partOf(segment)?.slots;
      return (document) => (slots?.[document] ?? -1) >= 0;
    },
    liveCount(segment) {
      return partOf(segment)?.slots.reduce((count, slot) => count + (slot >= 0 ? 1 : 0), 0) ?? 0;
    },
    get segments() {
      return parts.map(({ segment }) => segment);
    },
    get size() {
      return size;
    },
    fingerprintOf(id) {
      const home = homes[slotById.get(id) ?? -1];
      return home ? home.part.segment.fingerprintOf(home.document) : null;
    },
    slotOf: (id) => slotById.get(id) ?? -1,
    idAt: (slot) => ids[slot] ?? null,
    get slotCount() {
      return ids.length;
    },
    find,
    countArticles(word) {
      const leaf = { kind: 'word', word, how: 'stem', isName: false, field: null, boost: 1 } as const;
      return find({ root: leaf, inNoise: false, isCut: false }).total;
    },
  };
}

/** What can be searched of `parts`. */
function gather(parts: readonly Attached[], slotCount: number, size: number): Searched {
  const languages = new Uint8Array(slotCount);
  for (const { segment, slots } of parts) {
    const numbers = segment.parts.languages;
    for (let document = 0; document < slots.length; document++) {
      const slot = slots[document] ?? -1;
      if (slot >= 0) languages[slot] = 1 << (numbers[document] ?? 0);
    }
  }
  const weights = fieldWeights.map((weight, field) => weigh(parts, slotCount, size, [weight, field]));
  return { parts, slotCount, size, languages, weights, workspace: createWorkspace(slotCount) };
}

/** What an occurrence in a field counts, by slot: less in an article that is longer there. */
function weigh(
  parts: readonly Attached[],
  slotCount: number,
  size: number,
  [weight, field]: readonly [number, number],
): Float32Array {
  const lengths = new Uint32Array(slotCount);
  let total = 0;
  for (const { segment, slots } of parts) {
    const { titleLengths, textLengths, noiseLengths } = segment.parts;
    const of = [titleLengths, textLengths, noiseLengths][field] ?? textLengths;
    for (let document = 0; document < slots.length; document++) {
      const slot = slots[document] ?? -1;
      if (slot < 0) continue;
      lengths[slot] = of[document] ?? 0;
      total += of[document] ?? 0;
    }
  }
  const mean = Math.max(1, total) / Math.max(1, size);
  const weights = new Float32Array(slotCount);
  for (let slot = 0; slot < slotCount; slot++)
    weights[slot] = weight / (1 - lengthNormalisation + (lengthNormalisation * (lengths[slot] ?? 0)) / mean);
  return weights;
}
