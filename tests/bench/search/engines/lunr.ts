import { readFileSync, writeFileSync } from 'node:fs';
import lunr from 'lunr';
import type { BenchQuery } from '#tests/bench/search/article.ts';
import { answerLength, type Engine } from './engine.ts';

/** Plain lunr with its own pipeline, told to keep positions, as it is needed to show where a hit stands. */
export const lunrEngine: Engine = {
  lacks: ['phrase'],
  begin(file) {
    const builder = new lunr.Builder();
    builder.pipeline.add(lunr.trimmer, lunr.stopWordFilter, lunr.stemmer);
    builder.searchPipeline.add(lunr.stemmer);
    builder.ref('id');
    builder.field('title', { boost: 3 });
    builder.field('text');
    builder.metadataWhitelist = ['position'];
    let index: lunr.Index | null = null;
    return {
      add: (articles) => {
        for (const article of articles) builder.add(article);
      },
      finish: () => {
        index = builder.build();
      },
      save: () => writeFileSync(file, JSON.stringify(index)),
    };
  },
  load(file) {
    const index = lunr.Index.load(JSON.parse(readFileSync(file, 'utf8')));
    return {
      search: (query) =>
        index
          .search(written(query))
          .slice(0, answerLength)
          .map(({ ref }) => ref),
      add: null,
    };
  },
};

function written({ kind, words }: BenchQuery): string {
  if (kind === 'prefix') return `${words[0]}*`;
  if (kind === 'fuzzy') return `${words[0]}~1`;
  if (kind === 'field') return `title:${words[0]}`;
  if (kind === 'and3' || kind === 'and3c') return words.map((word) => `+${word}`).join(' ');
  return words.join(' ');
}
