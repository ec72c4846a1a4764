import { readFileSync, writeFileSync } from 'node:fs';
import { create, insert, load, type RawData, search, save as toRaw } from '@orama/orama';
import type { BenchQuery } from '#tests/bench/search/article.ts';
import { answerLength, type Engine } from './engine.ts';

const schema = { title: 'string', text: 'string' } as const;

/** Orama as it comes; it keeps the articles themselves in its index. */
export const oramaEngine: Engine = {
  lacks: ['phrase'],
  begin(file) {
    const index = create({ schema });
    return {
      add: (articles) => {
        for (const { id, title, text } of articles) atOnce(insert(index, { id, title, text }));
      },
      finish: () => {},
      save: () => writeFileSync(file, JSON.stringify(toRaw(index))),
    };
  },
  load(file) {
    const index = create({ schema });
    load(index, JSON.parse(readFileSync(file, 'utf8')) as RawData);
    return {
      search: (query) => atOnce(search(index, paramsFor(query))).hits.map(({ id }) => id),
      add: ({ id, title, text }) => {
        atOnce(insert(index, { id, title, text }));
      },
    };
  },
};

function paramsFor({ kind, words }: BenchQuery) {
  return {
    term: words.join(' '),
    limit: answerLength,
    boost: { title: 3 },
    // 0: all the words; 1: any.
    threshold: kind === 'and3' || kind === 'and3c' ? 0 : 1,
    ...(kind === 'fuzzy' ? { tolerance: 1 } : {}),
    ...(kind === 'field' ? { properties: ['title' as const] } : {}),
  };
}

/** Without hooks Orama answers at once, though its types leave that open. */
function atOnce<Answer>(answer: Answer | Promise<Answer>): Answer {
  if (answer instanceof Promise) throw new Error('Orama answers late');
  return answer;
}
