import { buildSegment } from '#core/search/index/build-segment.ts';
import { createSearchIndex, type SearchIndex } from '#core/search/index/create-search-index.ts';
import { mergeSegments } from '#core/search/index/merge-segments.ts';
import { openSegment, type Segment } from '#core/search/index/open-segment.ts';
import type { SearchDocument } from '#core/search/index/search-document.ts';
import { below, pick, type Random } from '#tests/bench/search/random.ts';
import { makeArticle, type Pool } from './random-articles.ts';

/** What an index has been through; whatever it was, it must find the same. */
export const indexStates = [
  'one segment',
  'many segments',
  'one by one',
  'with deletions',
  'merged',
] as const;
export type IndexState = (typeof indexStates)[number];

/** An index of exactly these documents in a state. */
export function indexIn(
  state: IndexState,
  documents: readonly SearchDocument[],
  pool: Pool,
  random: Random,
): SearchIndex {
  const index = createSearchIndex();
  switch (state) {
    case 'one segment':
      index.attach(open(documents));
      break;
    case 'many segments':
      for (const part of inParts(documents, random)) index.attach(open(part));
      break;
    case 'one by one':
      for (const document of documents) index.add([document]);
      break;
    case 'with deletions':
      addWithOthers(index, documents, pool, random);
      break;
    case 'merged':
      addWithOthers(index, documents, pool, random);
      mergeAll(index);
      break;
  }
  return index;
}

/** Put all segments of an index into one, without what is gone. */
export function mergeAll(index: SearchIndex): void {
  const old = [...index.segments];
  index.replace(
    old,
    openSegment(mergeSegments(old.map((segment) => ({ segment, isLive: index.liveTest(segment) })))),
  );
}

/** Documents that are gone again at the end, or were others before, come and go between these. */
function addWithOthers(
  index: SearchIndex,
  documents: readonly SearchDocument[],
  pool: Pool,
  random: Random,
): void {
  const others = Array.from({ length: 1 + below(documents.length + 1, random) }, (_, at) =>
    makeArticle(`gone${at}`, pool, documents[0]?.language ?? 'en', random),
  );
  const older = documents
    .filter(() => random() < 0.4)
    .map(({ id, language }) => makeArticle(id, pool, language, random));
  for (const part of inParts(shuffled([...others, ...older], random), random)) index.attach(open(part));
  if (random() < 0.5) index.remove(others.map(({ id }) => id));
  for (const part of inParts(documents, random)) {
    if (random() < 0.5) index.attach(open(part));
    else index.add(part);
  }
  index.remove(others.map(({ id }) => id));
  const again = documents.length === 0 ? null : pick(documents, random);
  if (again === null) return;
  index.remove([again.id]);
  index.add([again]);
}

function open(documents: readonly SearchDocument[]): Segment {
  return openSegment(buildSegment(documents));
}

function inParts(documents: readonly SearchDocument[], random: Random): SearchDocument[][] {
  const parts: SearchDocument[][] = [];
  for (let from = 0; from < documents.length; ) {
    const length = 1 + below(7, random);
    parts.push(documents.slice(from, from + length));
    from += length;
  }
  return parts;
}

function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
