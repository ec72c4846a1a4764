import type { BenchArticle, BenchQuery, QueryKind } from '#tests/bench/search/article.ts';

/** How many articles an answer names. */
export const answerLength = 20;

/** An engine that is measured. Fields are title (counting three times) and text everywhere. */
export type Engine = {
  /** What it can't be asked. */
  readonly lacks: readonly QueryKind[];
  begin(file: string): Building;
  load(file: string): Loaded;
};

export type Building = {
  add(articles: readonly BenchArticle[]): void;
  /** Make searchable what was added. */
  finish(): void;
  /** Write the index to the file. */
  save(): void;
};

export type Loaded = {
  /** The ids of the best, best first. */
  search(query: BenchQuery): readonly string[];
  /** Take in one article so that it can be found; `null` when the whole index would have to be built anew. */
  readonly add: ((article: BenchArticle) => void) | null;
};
