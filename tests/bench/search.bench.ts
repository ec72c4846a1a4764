import { readdirSync, readFileSync } from 'node:fs';
import { bench, describe } from 'vitest';
import type { Language } from '#core/article.ts';
import type { ArticleId } from '#core/ids.ts';
import { createSearchIndex, fullSegment, type SearchDocument } from '#core/search/create-search-index.ts';
import { snippets } from '#core/search/snippets.ts';

// The sentences of the seeds shuffled with made-up words, 5 KB an article, a quarter of them French.
const sentences = readdirSync('seeds').flatMap((file) =>
  readFileSync(`seeds/${file}`, 'utf8').split(/(?<=[.!?])\s+/),
);
const random = seeded(20_240_924);
const words = Array.from({ length: 20_000 }, makeWord);
const documents = Array.from({ length: 1_000 }, (_, at) => makeDocument(at));

const index = createSearchIndex();
for (let from = 0; from < documents.length; from += fullSegment)
  index.add(documents.slice(from, from + fullSegment));

describe('1,000 articles of 5 KB', () => {
  bench(
    `index ${fullSegment} of them`,
    () => {
      createSearchIndex().add(documents.slice(0, fullSegment));
    },
    { iterations: 3, warmupIterations: 1, time: 0 },
  );
  bench('take in one that has changed', () => {
    index.add([{ ...makeDocument(7), title: `changed ${random()}` }]);
  });
  for (const query of [
    'menaka',
    'mali army',
    'kidal OR gao',
    '"islamic state"',
    'con*',
    'wagnr~1',
    'the',
    '-mali',
  ])
    bench(`search ${query}`, () => {
      index.search(query);
    });
  bench('cut the lines for 500 hits', () => {
    for (const { articleId, positions } of index.search('mali').hits.slice(0, 500))
      snippets(documents[Number(articleId)]?.text ?? '', positions, 3);
  });
});

function makeDocument(at: number): SearchDocument {
  let text = '';
  while (text.length < 5_000)
    text += `${pick(sentences)} ${Array.from({ length: 8 }, () => pick(words, 3)).join(' ')}. `;
  const language: Language = at % 4 === 0 ? 'fr' : 'en';
  return { id: String(at) as ArticleId, title: text.slice(0, 60), text, noise: [], language };
}

function makeWord(): string {
  const syllables = Array.from({ length: 3 }, () => `${pick([...'bdfglmnprst'])}${pick([...'aeiou'])}`);
  return syllables.join('');
}

/** One of `list`; with `skew`, the first ones more often. */
function pick(list: readonly string[], skew = 1): string {
  return list[Math.floor(random() ** skew * list.length)] ?? '';
}

/** A small generator (mulberry32), so that every run measures the same. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
