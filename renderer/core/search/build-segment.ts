import lunr from 'lunr';
import type { TextSpan } from '#core/text/span.ts';
import { analyse, type Term } from './analyse.ts';
import type { SearchDocument } from './create-search-index.ts';

/** Some documents in one lunr index. It never changes: what comes or changes later goes into another segment. */
export type Segment = {
  readonly index: lunr.Index;
  readonly documents: ReadonlyMap<string, SearchDocument>;
};

/** The fields of the index; `noise` holds the words of the text that are boilerplate. */
export type IndexField = 'title' | 'text' | 'noise';

/** Where terms stand in a document, and how well it answers before the rarity of the terms is weighed. */
export type Matched = { readonly weight: number; readonly title: TextSpan[]; readonly text: TextSpan[] };

const titleBoost = 3;

/** A position is one number, as a pair of numbers each would double what the index takes. Longer words are cut. */
const longestWord = 1_024;

// How rare a term is depends on all segments: it is weighed when a query is answered, not when a segment is built.
(lunr as typeof lunr & { idf: () => number }).idf = () => 1;

/** Index `documents`; every folded word met is added to `vocabulary`. About 4 ms for a text of 5 KB. */
export function buildSegment(documents: readonly SearchDocument[], vocabulary: Set<string>): Segment {
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
    for (const document of documents) this.add(fieldsOf(document, vocabulary));
  });
  return { index, documents: new Map(documents.map((document) => [document.id, document])) };
}

/** The documents of `segment` that hold one of `stems` in one of `fields`. */
export function findStems(
  stems: ReadonlySet<string>,
  fields: IndexField[],
  { index }: Segment,
): Map<string, Matched> {
  const results = index.query((query) => {
    for (const stem of stems) query.term(stem, { fields, usePipeline: false });
  });
  return new Map(
    results.map(({ ref, score, matchData }) => {
      const matched: Matched = { weight: score, title: [], text: [] };
      for (const byField of Object.values(matchData.metadata as Metadata)) collect(byField, matched);
      return [ref, matched];
    }),
  );
}

function fieldsOf({ id, title, text, noise, language }: SearchDocument, vocabulary: Set<string>): object {
  const inText = analyse(text, language);
  const inTitle = analyse(title, language);
  for (const { word } of inTitle) vocabulary.add(word);
  for (const { word } of inText) vocabulary.add(word);
  const isNoise = (term: TextSpan) => noise.some((span) => span.start <= term.start && term.end <= span.end);
  return {
    id,
    title: inTitle,
    text: noise.length === 0 ? inText : inText.filter((term) => !isNoise(term)),
    noise: noise.length === 0 ? [] : inText.filter(isNoise),
  };
}

function toToken({ stem, start, end }: Term): lunr.Token {
  return new lunr.Token(stem, { position: start * longestWord + Math.min(end - start, longestWord - 1) });
}

type Metadata = Readonly<Record<string, Readonly<Record<string, { readonly position: readonly number[] }>>>>;

function collect(byField: Metadata[string], matched: Matched): void {
  for (const [field, { position }] of Object.entries(byField)) {
    const spans = field === 'title' ? matched.title : matched.text;
    for (const packed of position) {
      const start = Math.floor(packed / longestWord);
      spans.push({ start, end: start + (packed % longestWord) });
    }
  }
}
