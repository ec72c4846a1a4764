import { isStopWord } from '#core/search/stemmers.ts';
import type { BenchArticle, BenchQuery, QueryKind } from './article.ts';
import { below, pick, type Random, seeded } from './random.ts';

/** How many queries of each kind are asked. */
export const queriesPerKind = 80;

/** A few articles of a corpus, and in how many of all its articles each word occurs. */
type Known = {
  readonly count: number;
  readonly having: ReadonlyMap<string, number>;
  readonly sample: readonly BenchArticle[];
};

/** Queries of all kinds about a corpus, chosen by how common its words are; always the same. */
export function makeQueries(batches: Iterable<readonly BenchArticle[]>, count: number): BenchQuery[] {
  const known = survey(batches, count);
  const random = seeded(4_711);
  const makers: Readonly<Record<QueryKind, () => readonly string[] | null>> = {
    common: () => wordsOfOne(known, random, { count: 1, from: 0.08, to: 0.6 }),
    rare: () => wordsOfOne(known, random, { count: 1, from: 0.02, to: 0.08 }),
    and3: () => wordsOfOne(known, random, { count: 3, from: 0.004, to: 0.12 }),
    and3c: () => wordsOfOne(known, random, { count: 3, from: 0.06, to: 0.6 }),
    or3: () => wordsOfOne(known, random, { count: 3, from: 0.004, to: 0.12 }),
    prefix: () =>
      first(wordsOfOne(known, random, { count: 1, from: 0.0005, to: 0.6 }), (word) => word.slice(0, 3)),
    fuzzy: () =>
      first(wordsOfOne(known, random, { count: 1, from: 0.002, to: 0.6, length: 6 }), (word) =>
        mistype(word, random),
      ),
    phrase: () => phraseOf(pick(known.sample, random).text, random),
    field: () =>
      wordsIn(pick(known.sample, random).title, known, random, { count: 1, from: 0.0005, to: 0.6 }),
  };
  return Object.entries(makers).flatMap(([kind, make]) => {
    const queries = new Map<string, BenchQuery>();
    for (let tries = 0; queries.size < queriesPerKind && tries < 20_000; tries++) {
      const words = make();
      if (words !== null) queries.set(words.join(' '), { kind: kind as QueryKind, words });
    }
    return [...queries.values()];
  });
}

function survey(batches: Iterable<readonly BenchArticle[]>, count: number): Known {
  const having = new Map<string, number>();
  const sample: BenchArticle[] = [];
  const every = Math.max(1, Math.floor(count / 600));
  let index = 0;
  for (const articles of batches) {
    for (const article of articles) {
      for (const word of new Set(wordsOf(`${article.title}\n${article.text}`)))
        having.set(word, (having.get(word) ?? 0) + 1);
      if (index++ % every === 0) sample.push(article);
    }
  }
  return { count, having, sample };
}

type Wanted = {
  readonly count: number;
  readonly from: number;
  readonly to: number;
  readonly length?: number;
};

/** Words that occur together in one article, each in such a share of all. */
function wordsOfOne(known: Known, random: Random, wanted: Wanted): readonly string[] | null {
  return wordsIn(pick(known.sample, random).text, known, random, wanted);
}

function wordsIn(text: string, known: Known, random: Random, wanted: Wanted): readonly string[] | null {
  const fit = [...new Set(wordsOf(text))].filter((word) => {
    const share = (known.having.get(word) ?? 0) / known.count;
    const isPlain = word.length >= (wanted.length ?? 4) && /^\p{L}+$/u.test(word);
    return isPlain && share >= wanted.from && share <= wanted.to && !isCommon(word);
  });
  if (fit.length < wanted.count) return null;
  const chosen = new Set<string>();
  while (chosen.size < wanted.count) chosen.add(pick(fit, random));
  return [...chosen];
}

/** Three words one after another, not all of them stop words. */
function phraseOf(text: string, random: Random): readonly string[] | null {
  const runs = [...text.matchAll(/(?<![\p{L}\p{N}'’.-])\p{L}{2,} \p{L}{2,} \p{L}{2,}(?![\p{L}\p{N}'’-])/gu)];
  if (runs.length === 0) return null;
  const words = pick(runs, random)[0].toLowerCase().split(' ');
  return words.every(isCommon) ? null : words;
}

/** The word with one letter put in, left out, changed or swapped; its first one stays. */
function mistype(word: string, random: Random): string {
  const at = 1 + below(word.length - 2, random);
  const letter = pick([...'aeinorst'], random);
  const forms = [
    () => word.slice(0, at) + letter + word.slice(at),
    () => word.slice(0, at) + word.slice(at + 1),
    () => word.slice(0, at) + letter + word.slice(at + 1),
    () => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
  ];
  return pick(forms, random)();
}

function first(words: readonly string[] | null, change: (word: string) => string): readonly string[] | null {
  const [word] = words ?? [];
  return word === undefined ? null : [change(word)];
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function isCommon(word: string): boolean {
  return isStopWord(word, 'en') || isStopWord(word, 'fr');
}
