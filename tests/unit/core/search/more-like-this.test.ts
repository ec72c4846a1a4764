import { describe, expect, it } from 'vitest';
import type { Language } from '#core/article.ts';
import type { ArticleId } from '#core/ids.ts';
import { createSearchIndex, type SearchIndex } from '#core/search/index/create-search-index.ts';
import type { SearchDocument } from '#core/search/index/search-document.ts';
import { likeQuery, likeTerms, sharedTerms } from '#core/search/more-like-this.ts';
import { importSeeds } from './seed-documents.ts';

function indexOf(documents: readonly SearchDocument[]): SearchIndex {
  const index = createSearchIndex();
  index.add(documents);
  return index;
}

/** The other articles that are like one, best first. */
function rank(of: SearchDocument, index: SearchIndex): ArticleId[] {
  const { slots, scoreOf } = index.find(likeQuery(likeTerms(of, index)));
  return [...slots]
    .sort((a, b) => scoreOf(b) - scoreOf(a))
    .flatMap((slot) => index.idAt(slot) ?? [])
    .filter((id) => id !== of.id);
}

function makeDocument(id: string, title: string, text: string, language: Language = 'en'): SearchDocument {
  return { id: id as ArticleId, title, text, language, noise: [], fingerprint: 0 };
}

/** Numbers from 0 to 1, always the same (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Articles of some topics: a fifth of their words is of the topic, the rest of a vocabulary all share, by Zipf's law. */
function makeTopics(topics: number, each: number): (SearchDocument & { readonly topic: number })[] {
  const random = createRandom(20261121);
  const made = new Map<number, string>();
  const wordOf = (number: number) => {
    const known = made.get(number);
    if (known !== undefined) return known;
    const syllables = ['ka', 'mo', 'ti', 'sou', 'ber', 'nal', 'dri', 'fu', 'gao', 'ze', 'lip', 'wan'];
    let word = '';
    for (let left = number + 200; left > 0; left = Math.floor(left / syllables.length))
      word += syllables[left % syllables.length];
    made.set(number, word);
    return word;
  };
  const zipf = (size: number) => Math.floor(size ** random()) - 1;
  return Array.from({ length: topics * each }, (_, at) => {
    const topic = at % topics;
    const words = Array.from({ length: 300 }, () =>
      wordOf(random() < 0.2 ? 10_000 + topic * 60 + zipf(60) : zipf(4_000)),
    );
    return { ...makeDocument(`${at}`, words.slice(0, 6).join(' '), words.slice(6).join(' ')), topic };
  });
}

describe('the terms of an article', () => {
  const others = [
    makeDocument('1', 'Convoys', 'A convoy from Ménaka. Convoys and a truck. Menu Menu'),
    makeDocument('2', 'Market', 'The market of Gao, 2024, and the truck of a trader.'),
    makeDocument('3', 'Rain', 'It rained on the market. A truck stood there in 2024.'),
  ];
  const text = 'Menu. The convoy left Ménaka in 2024; the convoys of Menaka, a truck. Zyxw.';
  const article = { ...makeDocument('0', 'Ménaka', text), noise: [{ start: 0, end: 5 }] };
  const counts = indexOf([article, ...others]);

  it('are its rare and frequent words, those of the title first, in the form it has most often', () => {
    expect(likeTerms(article, counts).map(({ word, shown, articles }) => [word, shown, articles])).toEqual([
      ['menaka', 'Ménaka', 2],
      ['convoy', 'convoy', 2],
      ['truck', 'truck', 4],
    ]);
  });

  it('weigh at most 1, and less and less', () => {
    const weights = likeTerms(article, counts).map(({ weight }) => weight);
    expect(weights[0]).toBe(1);
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
  });

  it('are no more than asked for, and none of an empty article', () => {
    expect(likeTerms(article, counts, 1)).toHaveLength(1);
    expect(likeTerms(makeDocument('9', '', ''), counts)).toEqual([]);
    expect(likeQuery([])).toEqual({ root: null, inNoise: false, isCut: false });
  });
});

it('counts an article of another language that has the word', () => {
  const english = makeDocument('en', 'Wagner in Kidal', 'Wagner left Kidal.');
  const french = makeDocument('fr', 'Le départ', 'Les hommes de Wagner sont partis.', 'fr');

  expect(likeTerms(english, indexOf([english, french])).map(({ shown }) => shown)).toEqual(['Wagner']);
});

it('says which of the terms another article has, in whatever form', () => {
  const terms = [{ word: 'convoy' }, { word: 'menaka' }, { word: 'truck' }];
  const other = makeDocument('1', 'Convoys', 'From Ménaka.');

  expect(sharedTerms(terms, other).map(({ word }) => word)).toEqual(['convoy', 'menaka']);
});

it('finds the articles of the same topic first', () => {
  const documents = makeTopics(12, 10);
  const index = indexOf(documents);
  const topicOf = new Map(documents.map(({ id, topic }) => [id, topic]));
  const overlaps = documents.map((document) => {
    const first = rank(document, index).slice(0, 9);
    return first.filter((id) => topicOf.get(id) === document.topic).length / 9;
  });

  expect(overlaps.reduce((sum, overlap) => sum + overlap, 0) / overlaps.length).toBeGreaterThanOrEqual(0.9);
});

it('finds on the seeds what a reader would call alike', async () => {
  const seeds = await importSeeds();
  const index = indexOf(seeds);
  const nearest = Object.fromEntries(seeds.map((seed) => [seed.id, rank(seed, index)]));

  // 000 and 002: the Islamic State around Menaka. 001 and 004: Mali's army and its setbacks of July to September 2024.
  expect(nearest['000']?.[0]).toBe('002');
  expect(nearest['002']?.slice(0, 2)).toContain('000');
  expect(nearest['001']?.[0]).toBe('004');
  expect(nearest['004']?.[0]).toBe('001');
  // The French article, on the EIGS and on Wagner in the place of Barkhane: the same paper's on the EIGS, and the one on
  // Wagner.
  expect(new Set(nearest['003']?.slice(0, 2))).toEqual(new Set(['000', '004']));
});
