import type { ArticleId } from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';
import { findStems, type IndexField, type Segment } from './build-segment.ts';
import type { SearchDocument, SearchHit, SearchResult } from './create-search-index.ts';
import { expandFuzzy, expandPattern } from './expand-words.ts';
import { findSequences, inNoise } from './find-sequences.ts';
import type { ParsedQuery, QueryItem } from './parse-items.ts';
import { isStopWord, stem, stemmedLanguages } from './stemmers.ts';

/** What is searched. */
export type Searched = {
  /** The documents as they are now, in the order they were added. */
  readonly documents: ReadonlyMap<string, SearchDocument>;
  /** May also hold documents that have changed or gone. */
  readonly segments: readonly Segment[];
  /** Every folded word that was ever indexed. */
  readonly vocabulary: ReadonlySet<string>;
};

/** What one item of a query found in a document. */
type Found = {
  readonly score: number;
  readonly title: readonly TextSpan[];
  readonly text: readonly TextSpan[];
};

type Asking = Searched & { readonly withNoise: boolean; readonly tooWide: string[] };

/** The documents that have all that `query` asks for. */
export function findAll(query: ParsedQuery, searched: Searched): Pick<SearchResult, 'hits' | 'tooWide'> {
  const asking: Asking = { ...searched, withNoise: query.inNoise, tooWide: [] };
  const nothing: Found = { score: 0, title: [], text: [] };
  let found = new Map([...searched.documents.keys()].map((id) => [id, nothing]));
  for (const item of query.items) {
    if (item.presence === 'required') found = intersect(found, findItem(item, asking));
  }
  for (const item of query.items) {
    if (item.presence === 'prohibited') for (const id of findItem(item, asking).keys()) found.delete(id);
  }
  const hits = [...found]
    .map(
      ([id, { score, title, text }]): SearchHit => ({
        articleId: id as ArticleId,
        score,
        positions: inOrder(text),
        titlePositions: inOrder(title),
      }),
    )
    .sort((a, b) => b.score - a.score);
  return { hits, tooWide: asking.tooWide };
}

function intersect(before: ReadonlyMap<string, Found>, item: ReadonlyMap<string, Found>): Map<string, Found> {
  const both = new Map<string, Found>();
  for (const [id, a] of before) {
    const b = item.get(id);
    if (b !== undefined) both.set(id, join(a, b));
  }
  return both;
}

function join(a: Found, b: Found): Found {
  return { score: a.score + b.score, title: [...a.title, ...b.title], text: [...a.text, ...b.text] };
}

function findItem(item: QueryItem, asking: Asking): Map<string, Found> {
  switch (item.kind) {
    case 'phrase':
      return findPhrase(item, asking);
    case 'either':
      return item.of
        .map((one) => findItem(one, asking))
        .reduce((before, next) => {
          for (const [id, found] of next) before.set(id, join(before.get(id) ?? emptyFound, found));
          return before;
        });
    case 'word':
      return withStopWords(item, findWords([item.word], item, asking), asking);
    default:
      return findWords(expand(item, asking), item, asking);
  }
}

const emptyFound: Found = { score: 0, title: [], text: [] };

function expand(item: Extract<QueryItem, { kind: 'pattern' | 'fuzzy' }>, asking: Asking): string[] {
  const { words, isCut } =
    item.kind === 'pattern'
      ? expandPattern(item.pattern, asking.vocabulary)
      : expandFuzzy(item.word, item.distance, asking.vocabulary);
  if (isCut) asking.tooWide.push(item.kind === 'pattern' ? item.pattern : `${item.word}~${item.distance}`);
  return words;
}

type Where = Pick<QueryItem, 'field' | 'boost'>;

/** The documents that hold one of `words`, or a word of the same stem. */
function findWords(words: readonly string[], where: Where, asking: Asking): Map<string, Found> {
  const stems = new Set(
    words.flatMap((word) => [word, ...stemmedLanguages.map((language) => stem(word, language))]),
  );
  const fields: IndexField[] = where.field === null ? ['title', 'text'] : [where.field];
  if (asking.withNoise && where.field !== 'title') fields.push('noise');
  const found = new Map<string, Found>();
  if (stems.size === 0) return found;
  for (const segment of asking.segments) {
    for (const [id, { weight, title, text }] of findStems(stems, fields, segment)) {
      if (segment.documents.get(id) !== asking.documents.get(id)) continue;
      found.set(id, { score: weight, title, text });
    }
  }
  const weight = rarity(found.size, asking.documents.size) * where.boost;
  for (const [id, one] of found) found.set(id, { ...one, score: one.score * weight });
  return found;
}

/** The inverse document frequency of BM25, never below zero. */
function rarity(having: number, all: number): number {
  return Math.log(1 + (all - having + 0.5) / (having + 0.5));
}

/**
 * A word too common in a language to be indexed is in every text of that language, so that it empties no result. It
 * excludes nothing; and one typed in capitals (US, WHO) means the name, as long as that occurs at all.
 */
function withStopWords(
  item: Extract<QueryItem, { kind: 'word' }>,
  found: Map<string, Found>,
  { documents }: Asking,
): Map<string, Found> {
  if (item.presence === 'prohibited' || (item.isName && found.size > 0)) return found;
  for (const { id, language } of documents.values())
    if (!found.has(id) && isStopWord(item.word, language)) found.set(id, emptyFound);
  return found;
}

/** A phrase is looked for in the texts that have all its words. */
function findPhrase(item: Extract<QueryItem, { kind: 'phrase' }>, asking: Asking): Map<string, Found> {
  const wide: Asking = { ...asking, withNoise: true };
  const byWord = item.words.map((word) => {
    const asked: QueryItem = { ...item, presence: 'required', kind: 'word', word, isName: false };
    return findItem(asked, wide);
  });
  const found = new Map<string, Found>();
  for (const [id, { score }] of byWord.reduce(intersect)) {
    const document = asking.documents.get(id);
    if (document === undefined) continue;
    const places = item.words.map((word, at) =>
      isStopWord(word, document.language) ? null : (byWord[at]?.get(id)?.text ?? []),
    );
    const title = item.field === 'text' ? [] : findSequences(document.title, item.words);
    const inText = item.field === 'title' ? [] : findSequences(document.text, item.words, places);
    const text = asking.withNoise ? inText : inText.filter((span) => !inNoise(span, document.noise));
    if (title.length + text.length > 0) found.set(id, { score, title, text });
  }
  return found;
}

function inOrder(spans: readonly TextSpan[]): TextSpan[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: TextSpan[] = [];
  for (const span of sorted) if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  return kept;
}
