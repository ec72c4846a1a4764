import { readFileSync, writeFileSync } from 'node:fs';
import MiniSearch, { type SearchOptions } from 'minisearch';
import type { BenchArticle, BenchQuery } from '#tests/bench/search/article.ts';
import { answerLength, type Engine } from './engine.ts';

const fields = { fields: ['title', 'text'] };

/** MiniSearch as it comes. */
export const miniSearchEngine: Engine = {
  lacks: ['phrase'],
  begin(file) {
    const index = new MiniSearch<BenchArticle>(fields);
    return {
      add: (articles) => index.addAll(articles),
      finish: () => {},
      save: () => writeFileSync(file, JSON.stringify(index)),
    };
  },
  load(file) {
    const index = MiniSearch.loadJSON<BenchArticle>(readFileSync(file, 'utf8'), fields);
    return {
      search: (query) =>
        index
          .search(query.words.join(' '), optionsFor(query))
          .slice(0, answerLength)
          .map(({ id }) => id),
      add: (article) => index.add(article),
    };
  },
};

function optionsFor({ kind }: BenchQuery): SearchOptions {
  return {
    boost: { title: 3 },
    combineWith: kind === 'and3' || kind === 'and3c' ? 'AND' : 'OR',
    prefix: kind === 'prefix',
    ...(kind === 'fuzzy' ? { fuzzy: 1 } : {}),
    ...(kind === 'field' ? { fields: ['title'] } : {}),
  };
}
