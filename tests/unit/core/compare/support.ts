import fc from 'fast-check';
import type { ReadArticle } from '#core/compare/compare-texts.ts';
import type { ArticleId } from '#core/ids.ts';

/** An article with this text, without boilerplate unless told. */
export function read(text: string, noise: ReadArticle['article']['noise'] = []): ReadArticle {
  return {
    article: {
      id: 'a' as ArticleId,
      noise,
      language: { value: 'en', basis: 'derived', evidence: null, reason: 'words' },
    },
    text,
  };
}

const word = fc.constantFrom(
  'army',
  'town',
  'the',
  'a',
  'attacked',
  'Ménaka',
  'soldiers',
  'said',
  'on',
  'Monday',
  '42',
);

/** Sentences of few words, so that many are alike. */
export const fewWords = fc
  .array(fc.array(word, { minLength: 1, maxLength: 9 }), { minLength: 0, maxLength: 12 })
  .map((sentences) => sentences.map((words) => `${words.join(' ')}.`).join('\n'));

/** Numbers that look drawn by chance, always the same ones. */
export function createChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
