import lunr from 'lunr';
import type { Language } from '#core/article.ts';
import type { ArticleId } from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';
import { analyse, foldedWords, type Term } from './analyse.ts';
import { expandFuzzy, expandPattern } from './expand-words.ts';
import { describeQuery, type ParsedQuery, parseQuery, type QueryItem } from './parse-query.ts';
import { isStopWord, stem, stemmedLanguages } from './stemmers.ts';

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
};

/** A full-text index over articles, whatever engine is behind it. */
export type SearchIndex = {
  /** Take articles in, or take in again those that have changed. */
  add(documents: readonly SearchDocument[]): void;
  remove(ids: readonly ArticleId[]): void;
  /** Nothing for a query that asks for nothing. Never throws, whatever was typed. */
  search(query: string): SearchResult;
  readonly size: number;
};

/**
 * An index that lunr fills. lunr's indexes can't be changed, so the first search after a change builds a new one:
 * about six seconds for a thousand articles of 5 KB.
 */
export function createSearchIndex(): SearchIndex {
  const documents = new Map<string, SearchDocument>();
  let built: Built | null = null;
  return {
    add(added) {
      for (const document of added) documents.set(document.id, document);
      built = null;
    },
    remove(ids) {
      for (const id of ids) documents.delete(id);
      built = null;
    },
    search(text) {
      const query = parseQuery(text);
      if (query.items.length === 0) return { understood: '', hits: [] };
      built ??= build(documents);
      return { understood: describeQuery(query), hits: run(query, built) };
    },
    get size() {
      return documents.size;
    },
  };
}

type Built = {
  readonly index: lunr.Index;
  readonly documents: ReadonlyMap<string, SearchDocument>;
  /** Every folded word that is indexed. */
  readonly vocabulary: ReadonlySet<string>;
};

/** What one item of a query found in an article. */
type Found = { score: number; readonly title: TextSpan[]; readonly text: TextSpan[] };

const titleBoost = 3;

function build(documents: ReadonlyMap<string, SearchDocument>): Built {
  const vocabulary = new Set<string>();
  const index = lunr(function setUp(this: lunr.Builder) {
    this.ref('id');
    this.field('title', { boost: titleBoost });
    this.field('text');
    this.field('noise');
    this.pipeline.reset();
    this.searchPipeline.reset();
    this.metadataWhitelist = ['position'];
    // The fields arrive as terms already.
    this.tokenizer = ((terms: readonly Term[]) => terms.map(toToken)) as unknown as typeof lunr.tokenizer;
    for (const document of documents.values()) this.add(fieldsOf(document, vocabulary));
  });
  return { index, documents, vocabulary };
}

function fieldsOf({ id, title, text, noise, language }: SearchDocument, vocabulary: Set<string>): object {
  const inText = analyse(text, language);
  const inTitle = analyse(title, language);
  for (const { word } of [...inText, ...inTitle]) vocabulary.add(word);
  const isNoise = (term: TextSpan) => noise.some((span) => span.start <= term.start && term.end <= span.end);
  return {
    id,
    title: inTitle,
    text: inText.filter((term) => !isNoise(term)),
    noise: noise.length === 0 ? [] : inText.filter(isNoise),
  };
}

function toToken({ stem: text, start, end }: Term): lunr.Token {
  return new lunr.Token(text, { position: [start, end - start] });
}

function run(query: ParsedQuery, built: Built): SearchHit[] {
  const required = query.items.filter((item) => item.presence === 'required');
  let found: Map<string, Found> = new Map(
    [...built.documents.keys()].map((id) => [id, { score: 0, title: [], text: [] }]),
  );
  for (const item of required) found = intersect(found, findItem(item, query.inNoise, built));
  for (const item of query.items) {
    if (item.presence === 'required') continue;
    for (const id of findItem(item, query.inNoise, built).keys()) found.delete(id);
  }
  return [...found]
    .map(([id, { score, title, text }]) => ({
      articleId: id as ArticleId,
      score,
      positions: inOrder(text),
      titlePositions: inOrder(title),
    }))
    .sort((a, b) => b.score - a.score);
}

function intersect(before: ReadonlyMap<string, Found>, item: ReadonlyMap<string, Found>): Map<string, Found> {
  const both = new Map<string, Found>();
  for (const [id, a] of before) {
    const b = item.get(id);
    if (b === undefined) continue;
    both.set(id, { score: a.score + b.score, title: [...a.title, ...b.title], text: [...a.text, ...b.text] });
  }
  return both;
}

function findItem(item: QueryItem, inNoise: boolean, built: Built): Map<string, Found> {
  if (item.kind === 'phrase') return findPhrase(item, inNoise, built);
  const words = wordsOf(item, built.vocabulary);
  const stems = new Set(
    words.flatMap((word) => [word, ...stemmedLanguages.map((language) => stem(word, language))]),
  );
  const fields = item.field === null ? ['title', 'text'] : [item.field];
  if (inNoise && item.field !== 'title') fields.push('noise');
  const found = findStems(stems, fields, item.boost, built.index);
  // A word that is too common in a language to be indexed is in every text of that language.
  for (const { id, language } of built.documents.values()) {
    if (!found.has(id) && words.some((word) => isStopWord(word, language)))
      found.set(id, { score: 0, title: [], text: [] });
  }
  return found;
}

function wordsOf(item: Exclude<QueryItem, { kind: 'phrase' }>, vocabulary: ReadonlySet<string>): string[] {
  if (item.kind === 'pattern') return expandPattern(item.pattern, vocabulary);
  return item.kind === 'fuzzy' ? expandFuzzy(item.word, item.distance, vocabulary) : [item.word];
}

function findStems(
  stems: ReadonlySet<string>,
  fields: string[],
  boost: number,
  index: lunr.Index,
): Map<string, Found> {
  const results = index.query((query) => {
    for (const term of stems) query.term(term, { fields, boost, usePipeline: false });
  });
  return new Map(
    results.map(({ ref, score, matchData }) => {
      const found: Found = { score, title: [], text: [] };
      for (const byField of Object.values(matchData.metadata as Metadata)) collect(byField, found);
      return [ref, found];
    }),
  );
}

type Positions = { readonly position: readonly (readonly [number, number])[] };
type Metadata = Readonly<Record<string, Readonly<Record<string, Positions>>>>;

function collect(byField: Readonly<Record<string, Positions>>, found: Found): void {
  for (const [field, { position }] of Object.entries(byField)) {
    const spans = position.map(([start, length]) => ({ start, end: start + length }));
    (field === 'title' ? found.title : found.text).push(...spans);
  }
}

/** A phrase is looked for word by word in the texts that have all its words. */
function findPhrase(
  item: Extract<QueryItem, { kind: 'phrase' }>,
  inNoise: boolean,
  built: Built,
): Map<string, Found> {
  const candidates = item.words
    .map((word) => findItem({ ...item, kind: 'word', word }, inNoise, built))
    .reduce((before, next) => intersect(before, next));
  const found = new Map<string, Found>();
  for (const [id, { score }] of candidates) {
    const document = built.documents.get(id);
    if (document === undefined) continue;
    const title = item.field === 'text' ? [] : sequences(document.title, item.words);
    const inText = item.field === 'title' ? [] : sequences(document.text, item.words);
    const text = inNoise
      ? inText
      : inText.filter(
          (span) => !document.noise.some((noise) => noise.start <= span.start && span.end <= noise.end),
        );
    if (title.length + text.length > 0) found.set(id, { score, title, text });
  }
  return found;
}

/** Where the folded words of `text` run like `wanted`. */
function sequences(text: string, wanted: readonly string[]): TextSpan[] {
  const words = foldedWords(text);
  const found: TextSpan[] = [];
  for (let at = 0; at + wanted.length <= words.length; at++) {
    if (!wanted.every((word, offset) => words[at + offset]?.word === word)) continue;
    found.push({ start: words[at]?.start ?? 0, end: words[at + wanted.length - 1]?.end ?? 0 });
  }
  return found;
}

function inOrder(spans: readonly TextSpan[]): TextSpan[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: TextSpan[] = [];
  for (const span of sorted) if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  return kept;
}
