import type { Language } from '#core/article.ts';
import type { ArticleId } from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';
import { buildSegment, type Segment } from './build-segment.ts';
import { findAll } from './find-items.ts';
import { describeQuery, parseQuery } from './parse-items.ts';

/** What the index is told of an article. */
export type SearchDocument = {
  readonly id: ArticleId;
  readonly title: string;
  /** The canonical text. */
  readonly text: string;
  readonly noise: readonly TextSpan[];
  readonly language: Language;
};

/** An article that has all a query asks for. */
export type SearchHit = {
  readonly articleId: ArticleId;
  /** Higher is better; only good for comparing the hits of one result. */
  readonly score: number;
  /** Where in the canonical text, in order, not overlapping. */
  readonly positions: readonly TextSpan[];
  /** Where in the title. */
  readonly titlePositions: readonly TextSpan[];
};

export type SearchResult = {
  /** The query as it was understood; empty when it asked for nothing. */
  readonly understood: string;
  /** Best first; a tie goes to the article added first. */
  readonly hits: readonly SearchHit[];
  /** Patterns that stand for more words than are looked up: what only the others hold is not found. */
  readonly tooWide: readonly string[];
};

/** A full-text index over articles, whatever engine is behind it. */
export type SearchIndex = {
  /** Take articles in, or take in again those that have changed. Many are best added `fullSegment` at a time. */
  add(documents: readonly SearchDocument[]): void;
  remove(ids: readonly ArticleId[]): void;
  /** Nothing for a query that asks for nothing. Never throws, whatever was typed. */
  search(query: string): SearchResult;
  readonly size: number;
};

/** The most documents in a segment: building one must not keep a search waiting for long. */
const largestSegment = 500;

/** Documents that are enough for a segment of their own: taking such ones in anew would only cost time. */
export const fullSegment = 250;

/**
 * An index that lunr fills. A lunr index can't be changed, so there are several: a few new documents make a new one,
 * which takes in those before it that are no larger (each document is indexed anew a few times only); what was removed or
 * changed is passed over in the old ones until half of them is such.
 */
export function createSearchIndex(): SearchIndex {
  const documents = new Map<string, SearchDocument>();
  const vocabulary = new Set<string>();
  let segments: Segment[] = [];

  const isCurrent = (document: SearchDocument) => documents.get(document.id) === document;
  const currentOf = (segment: Segment) => [...segment.documents.values()].filter(isCurrent);

  /** Drop the segments of which half or more is out of date; answers what of them is to be indexed anew. */
  function takeOutdated(): SearchDocument[] {
    const kept: Segment[] = [];
    const left: SearchDocument[] = [];
    for (const segment of segments) {
      const current = currentOf(segment);
      if (current.length * 2 > segment.documents.size) kept.push(segment);
      else left.push(...current);
    }
    segments = kept;
    return left;
  }

  function append(added: readonly SearchDocument[]): void {
    let block = [...added];
    while (block.length > 0 && block.length < fullSegment) {
      const before = segments.at(-1);
      if (before === undefined || before.documents.size > block.length) break;
      const joined = [...currentOf(before), ...block];
      if (joined.length > largestSegment) break;
      segments.pop();
      block = joined;
    }
    for (let from = 0; from < block.length; from += largestSegment)
      segments.push(buildSegment(block.slice(from, from + largestSegment), vocabulary));
  }

  return {
    add(added) {
      const last = new Map(added.map((document) => [document.id, document]));
      for (const document of last.values()) documents.set(document.id, document);
      append([...takeOutdated(), ...last.values()]);
    },
    remove(ids) {
      for (const id of ids) documents.delete(id);
      append(takeOutdated());
    },
    search(text) {
      const query = parseQuery(text);
      if (query.items.length === 0) return { understood: '', hits: [], tooWide: [] };
      return { understood: describeQuery(query), ...findAll(query, { documents, segments, vocabulary }) };
    },
    get size() {
      return documents.size;
    },
  };
}
