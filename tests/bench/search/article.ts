import type { Language } from '#core/article.ts';

/** An article as every engine is given it. */
export type BenchArticle = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly language: Language;
};

/** A corpus that lies in a file, an article a line. */
export type Corpus = {
  readonly name: string;
  readonly file: string;
  readonly count: number;
  /** Of all titles and texts, in UTF-8. */
  readonly bytes: number;
};

/** What kinds of queries are timed. */
export const queryKinds = [
  'common',
  'rare',
  'and3',
  'and3c',
  'or3',
  'prefix',
  'fuzzy',
  'phrase',
  'field',
] as const;
export type QueryKind = (typeof queryKinds)[number];

/**
 * What is asked of an engine. `and3` and `and3c`: all three words; `or3`: any of them; `prefix`: what begins so;
 * `fuzzy`: one letter off; `phrase`: one after another; `field`: in the title; otherwise one word.
 */
export type BenchQuery = { readonly kind: QueryKind; readonly words: readonly string[] };
