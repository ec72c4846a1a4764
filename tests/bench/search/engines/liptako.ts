import { readFileSync, writeFileSync } from 'node:fs';
import type { ArticleId } from '#core/ids.ts';
import { buildSegment } from '#core/search/index/build-segment.ts';
import { createSearchIndex, type SearchIndex } from '#core/search/index/create-search-index.ts';
import { mergeSegments } from '#core/search/index/merge-segments.ts';
import { openSegment, type Segment } from '#core/search/index/open-segment.ts';
import type { SearchDocument } from '#core/search/index/search-document.ts';
import { parseQuery } from '#core/search/query/parse-query.ts';
import type { BenchArticle, BenchQuery } from '#tests/bench/search/article.ts';
import { answerLength, type Engine } from './engine.ts';

/** So many segments of about one size are merged into one, as the program does in the background. */
const mergeFactor = 8;

/** Our own engine with all articles in one segment. */
export const liptakoEngine: Engine = {
  lacks: [],
  begin: (file) => begin(file, (segments) => (segments.length > 1 ? [merge(segments)] : segments)),
  load,
};

/** As it is while articles still come in: with the segments that merging in tiers leaves. */
export const unmergedEngine: Engine = {
  ...liptakoEngine,
  begin: (file) => begin(file, (segments) => segments),
};

function begin(file: string, atTheEnd: (segments: readonly Segment[]) => readonly Segment[]) {
  let segments: readonly Segment[] = [];
  return {
    add: (articles: readonly BenchArticle[]) => {
      segments = inTiers([...segments, openSegment(buildSegment(articles.map(toDocument)))]);
    },
    finish: () => {
      segments = atTheEnd(segments);
    },
    save: () => {
      const lengths = segments.map(({ bytes }) => bytes.byteLength);
      const head = Buffer.alloc(8 * 64);
      head.writeDoubleLE(lengths.length, 0);
      for (const [at, length] of lengths.entries()) head.writeDoubleLE(length, 8 * (at + 1));
      writeFileSync(file, Buffer.concat([head, ...segments.map(({ bytes }) => Buffer.from(bytes))]));
    },
  };
}

/** The last segments become one while there are enough of a size. */
function inTiers(segments: readonly Segment[]): readonly Segment[] {
  const last = segments.slice(-mergeFactor);
  const least = Math.min(...last.map(({ size }) => size));
  const isTier = last.length === mergeFactor && last.every(({ size }) => size < least * mergeFactor);
  return isTier ? inTiers([...segments.slice(0, -mergeFactor), merge(last)]) : segments;
}

function merge(segments: readonly Segment[]): Segment {
  return openSegment(mergeSegments(segments.map((segment) => ({ segment, isLive: () => true }))));
}

function load(file: string) {
  const bytes = readFileSync(file);
  const index = createSearchIndex();
  let from = 8 * 64;
  for (let at = 1; at <= bytes.readDoubleLE(0); at++) {
    const to = from + bytes.readDoubleLE(8 * at);
    index.attach(openSegment(new Uint8Array(bytes.subarray(from, to)).buffer));
    from = to;
  }
  return {
    search: (query: BenchQuery) => best(index, written(query)),
    add: (article: BenchArticle) => {
      index.add([toDocument(article)]);
    },
  };
}

/** The best of what is found, as the first page of a result shows them. */
function best(index: SearchIndex, query: string): string[] {
  const { slots, scoreOf } = index.find(parseQuery(query));
  const top: { slot: number; score: number }[] = [];
  for (const slot of slots) {
    const score = scoreOf(slot);
    if (top.length === answerLength && score <= (top[answerLength - 1]?.score ?? 0)) continue;
    let at = top.length;
    while (at > 0 && (top[at - 1]?.score ?? 0) < score) at--;
    top.splice(at, 0, { slot, score });
    if (top.length > answerLength) top.pop();
  }
  return top.map(({ slot }) => index.idAt(slot) ?? '');
}

function written({ kind, words }: BenchQuery): string {
  if (kind === 'prefix') return `${words[0]}*`;
  if (kind === 'fuzzy') return `${words[0]}~1`;
  if (kind === 'field') return `title:${words[0]}`;
  if (kind === 'phrase') return `"${words.join(' ')}"`;
  return words.join(kind === 'or3' ? ' OR ' : ' ');
}

function toDocument({ id, title, text, language }: BenchArticle): SearchDocument {
  return { id: id as ArticleId, title, text, noise: [], language, fingerprint: 0 };
}
