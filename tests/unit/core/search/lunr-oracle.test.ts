import { describe, expect, it } from 'vitest';
import type { Language } from '#core/article.ts';
import { fromLunrQuery } from '#core/search/query/from-lunr-query.ts';
import { below, pick, seeded } from '#tests/bench/search/random.ts';
import { indexIn, indexStates } from './index-states.ts';
import { askLunr, describeLunr, lunrOracle, makeLunrQuery } from './lunr-oracle.ts';
import { makeArticles, makePool } from './random-articles.ts';

/** `npm run bench:search -- --proofs` asks many more. */
const queries = Number(process.env.LIPTAKO_PROOFS ?? 800);
const queriesPerCorpus = 40;

describe('whatever lunr finds and nothing else', () => {
  it.each(indexStates)('%s', (state) => {
    let hits = 0;
    for (let corpus = 0; corpus * queriesPerCorpus < queries; corpus++) {
      const random = seeded(1_000 + corpus);
      const language = pick<Language>(['en', 'fr', 'und'], random);
      const pool = makePool(language, random);
      const articles = makeArticles(pool, language, 1 + below(25, random), random);
      const oracle = lunrOracle(articles, language);
      const index = indexIn(state, articles, pool, random);
      const asking = seeded(50_000 + corpus);
      for (let at = 0; at < queriesPerCorpus; at++) {
        const query = makeLunrQuery(pool, asking);
        const expected = askLunr(oracle, query, language);
        const { slots, total } = index.find(fromLunrQuery(query));
        const found = [...slots].map((slot) => index.idAt(slot)).sort();
        expect(found, `${language}, corpus ${corpus}: ${describeLunr(query)}`).toEqual(expected);
        expect(total).toBe(expected.length);
        hits += expected.length;
      }
    }
    // The queries do find something.
    expect(hits).toBeGreaterThan(queries);
  });
});
