import { describe, expect, it } from 'vitest';
import type { Language } from '#core/article.ts';
import { buildSegment } from '#core/search/index/build-segment.ts';
import { createSearchIndex, type SearchIndex } from '#core/search/index/create-search-index.ts';
import { openSegment } from '#core/search/index/open-segment.ts';
import type { SearchDocument } from '#core/search/index/search-document.ts';
import type { PhraseNode, Query } from '#core/search/query/query.ts';
import { scanWords } from '#core/search/scan-words.ts';
import { isStopWord, stem } from '#core/search/stemmers.ts';
import { below, pick, type Random, seeded } from '#tests/bench/search/random.ts';
import { indexIn, indexStates, mergeAll } from './index-states.ts';
import { naiveSearch } from './naive-search.ts';
import { makeArticle, makeArticles, makePool, type Pool } from './random-articles.ts';
import { makeQuery } from './random-queries.ts';

/** `npm run bench:search -- --proofs` asks many more. */
const corpora = Math.ceil(Number(process.env.LIPTAKO_PROOFS ?? 600) / 20);
const queriesPerCorpus = 20;

const chain = { scan: scanWords, stem, isStopWord };

type Asked = {
  readonly pool: Pool;
  readonly articles: readonly SearchDocument[];
  readonly queries: readonly Query[];
};

describe('an index, whatever it has been through', () => {
  it.each(indexStates)('finds what reading every text finds: %s', (state) => {
    eachCorpus(({ pool, articles, queries }, random) => {
      const index = indexIn(state, articles, pool, random);
      for (const query of queries) {
        const expected = naiveSearch(query, articles, chain).sort();
        expect(idsOf(index, query), JSON.stringify(query.root)).toEqual(expected);
      }
    });
  });

  it('finds phrases and words near one another where they stand, and nowhere else', () => {
    let hits = 0;
    eachCorpus(({ pool, articles }, random) => {
      const index = indexIn(pick(indexStates, random), articles, pool, random);
      for (let at = 0; at < 30; at++) {
        const query = phraseIn(pick(articles, random), random);
        const expected = naiveSearch(query, articles, chain).sort();
        expect(idsOf(index, query), JSON.stringify(query.root)).toEqual(expected);
        hits += expected.length;
      }
    });
    expect(hits).toBeGreaterThan(corpora);
  });

  it('scores as one made afresh does', () => {
    eachCorpus(({ pool, articles, queries }, random) => {
      const fresh = indexIn('one segment', articles, pool, random);
      for (const state of indexStates) {
        const other = indexIn(state, articles, pool, random);
        for (const query of queries) expectSameScores(scoresOf(other, query), scoresOf(fresh, query));
      }
    });
  });

  it('is after a merge what one segment of the same documents is, to the last bit of a score', () => {
    eachCorpus(({ pool, articles, queries }, random) => {
      const merged = indexIn('merged', articles, pool, random);
      expect(merged.segments).toHaveLength(1);
      expect(merged.size).toBe(articles.length);
      // One built of the same documents in the order the merge has them.
      const order = merged.segments[0]?.ids ?? [];
      const byId = new Map(articles.map((article) => [article.id, article]));
      const built = buildSegment(order.flatMap((id) => byId.get(id) ?? []));
      const once = createSearchIndex();
      once.attach(openSegment(built));
      for (const query of queries) expect(scoresOf(merged, query)).toEqual(scoresOf(once, query));
      expect(merged.segments[0]?.bytes).toEqual(built);
    });
  });

  it('is the same after additions and removals in any order', () => {
    eachCorpus(({ pool, articles, queries }, random) => {
      const now = new Map<string, SearchDocument>();
      const index = createSearchIndex();
      for (let step = 0; step < 40; step++) changeSomething(index, now, { pool, random, articles });
      const fresh = createSearchIndex();
      if (now.size > 0) fresh.attach(openSegment(buildSegment([...now.values()])));
      expect(index.size).toBe(now.size);
      for (const article of articles)
        expect(index.fingerprintOf(article.id)).toBe(now.get(article.id)?.fingerprint ?? null);
      for (const query of queries) {
        expect(idsOf(index, query)).toEqual(naiveSearch(query, [...now.values()], chain).sort());
        expectSameScores(scoresOf(index, query), scoresOf(fresh, query));
      }
    });
  });
});

function eachCorpus(check: (asked: Asked, random: Random) => void): void {
  for (let corpus = 0; corpus < corpora; corpus++) {
    const random = seeded(7_000 + corpus);
    const language = pick<Language | 'mixed'>(['en', 'fr', 'und', 'mixed', 'mixed'], random);
    const pool = makePool(language === 'mixed' ? 'en' : language, random);
    if (language === 'mixed') Object.assign(pool, [...pool, ...makePool('fr', random)]);
    const articles = makeArticles(
      pool,
      language === 'mixed' ? 'en' : language,
      1 + below(20, random),
      random,
    ).map((article) => ({
      ...withNoise(article, random),
      ...(language === 'mixed' ? { language: pick<Language>(['en', 'fr', 'ar', 'und'], random) } : {}),
    }));
    const queries = Array.from({ length: queriesPerCorpus }, () => makeQuery(pool, random));
    check({ pool, articles, queries }, random);
  }
}

/** Some stretch of the text is boilerplate. */
function withNoise(article: SearchDocument, random: Random): SearchDocument {
  if (random() < 0.6 || article.text.length < 4) return article;
  const starts = scanWords(article.text);
  const from = below(starts.length, random);
  const to = from + below(starts.length - from, random);
  const [first, last] = [starts[from], starts[to]];
  if (first === undefined || last === undefined) return article;
  return { ...article, noise: [{ start: first.start, end: last.end }] };
}

/** Words of the article as they stand, or mixed up, or with one that stands elsewhere. */
function phraseIn(article: SearchDocument, random: Random): Query {
  const words = scanWords(random() < 0.2 ? article.title : article.text).map(({ word }) => word);
  const from = below(words.length, random);
  const taken = words.slice(from, from + 2 + below(3, random));
  if (random() < 0.3) taken.reverse();
  if (random() < 0.2 && words.length > 0) taken.push(pick(words, random));
  const root: PhraseNode = {
    kind: 'phrase',
    words: taken.length === 0 ? ['none'] : taken,
    slack: random() < 0.5 ? null : below(5, random),
    field: pick([null, null, 'title', 'text'] as const, random),
    boost: 1,
  };
  return { root, inNoise: random() < 0.3, isCut: false };
}

type Changing = {
  readonly pool: Pool;
  readonly random: Random;
  readonly articles: readonly SearchDocument[];
};

function changeSomething(
  index: SearchIndex,
  now: Map<string, SearchDocument>,
  { pool, random, articles }: Changing,
): void {
  const chance = random();
  const some = articles.filter(() => random() < 0.2);
  if (chance < 0.4) {
    const added = some.map(({ id, language }) => makeArticle(id, pool, language, random));
    index.add(added);
    for (const article of added) now.set(article.id, article);
  } else if (chance < 0.6) {
    const added = some.map(({ id, language }) => makeArticle(id, pool, language, random));
    if (added.length > 0) index.attach(openSegment(buildSegment(added)));
    for (const article of added) now.set(article.id, article);
  } else if (chance < 0.9) {
    index.remove(some.map(({ id }) => id));
    for (const { id } of some) now.delete(id);
  } else if (index.segments.length > 0) mergeAll(index);
}

function idsOf(index: SearchIndex, query: Query): string[] {
  const { slots, total } = index.find(query);
  expect(slots).toHaveLength(total);
  return [...slots].map((slot) => index.idAt(slot) ?? '').sort();
}

function scoresOf(index: SearchIndex, query: Query): Record<string, number> {
  const { slots, scoreOf } = index.find(query);
  return Object.fromEntries([...slots].map((slot) => [index.idAt(slot) ?? '', scoreOf(slot)]));
}

function expectSameScores(some: Record<string, number>, others: Record<string, number>): void {
  expect(Object.keys(some).sort()).toEqual(Object.keys(others).sort());
  for (const [id, score] of Object.entries(some))
    expect(Math.abs(score - (others[id] ?? 0))).toBeLessThan(1e-6);
}
