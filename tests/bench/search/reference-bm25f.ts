import type { Language } from '#core/article.ts';
import { scanWords } from '#core/search/scan-words.ts';
import { stem } from '#core/search/stemmers.ts';
import type { BenchArticle, BenchQuery } from './article.ts';

/** What BM25F is to reckon with. */
export type Weights = {
  /** From here on more occurrences hardly count. */
  readonly k1: number;
  /** How much a long field takes from its words: 0 nothing, 1 all. */
  readonly b: number;
  readonly titleBoost: number;
};

/** What a query finds, by the id of each article. */
export type Scores = ReadonlyMap<string, number>;

/** Part of a query that counts as one word. */
type Leaf = {
  /** What it stands for: forms of a word, what begins so, what is one letter off, or what a phrase begins with. */
  readonly kind: 'stem' | 'prefix' | 'fuzzy' | 'phrase';
  readonly word: string;
  /** All words of a phrase. */
  readonly words: readonly string[];
  readonly inTitleOnly: boolean;
  readonly postings: Posting[];
};

type Posting = { readonly doc: number; readonly title: number; readonly text: number };
type Lengths = { readonly title: number; readonly text: number };

/**
 * The scores of every article that answers each of `queries`, reckoned by reading every article from end to end: BM25F
 * as it was published (Robertson, Zaragoza, Taylor 2004), words counted by their stem in the language of the article,
 * what a prefix, a fuzzy word or a phrase stands for counted as one word.
 */
export function referenceScores(
  batches: Iterable<readonly BenchArticle[]>,
  queries: readonly BenchQuery[],
  weights: Weights,
): Scores[] {
  const leaves = queries.map(leavesOf);
  const ids: string[] = [];
  const lengths: Lengths[] = [];
  const fitting = createFitting(leaves.flat());
  for (const articles of batches) {
    for (const { id, title, text, language } of articles) {
      const words = { title: wordsOf(title), text: wordsOf(text) };
      countLeaves(fitting(language), words, ids.length);
      ids.push(id);
      lengths.push({ title: words.title.length, text: words.text.length });
    }
  }
  const mean = {
    title: lengths.reduce((sum, { title }) => sum + title, 0) / lengths.length,
    text: lengths.reduce((sum, { text }) => sum + text, 0) / lengths.length,
  };
  return queries.map((query, at) => scoresOf(query, leaves[at] ?? [], { ids, lengths, mean, weights }));
}

function leavesOf({ kind, words: asked }: BenchQuery): Leaf[] {
  const words = asked.map((word) => wordsOf(word).join(''));
  const leaf = (of: Leaf['kind'], word: string): Leaf => ({
    kind: of,
    word,
    words,
    inTitleOnly: kind === 'field',
    postings: [],
  });
  const isOne = kind === 'prefix' || kind === 'fuzzy' || kind === 'phrase';
  return isOne ? [leaf(kind, words[0] ?? '')] : words.map((word) => leaf('stem', word));
}

type Fitting = (word: string) => readonly Leaf[];

/** Answers for a language which leaves a word counts for; each word is looked at once. */
function createFitting(leaves: readonly Leaf[]): (language: Language) => Fitting {
  const known = new Map<Language, Fitting>();
  return (language) => {
    const fitting = known.get(language) ?? fittingIn(language, leaves);
    known.set(language, fitting);
    return fitting;
  };
}

function fittingIn(language: Language, leaves: readonly Leaf[]): Fitting {
  const known = new Map<string, readonly Leaf[]>();
  const byStem = new Map<string, Leaf[]>();
  for (const leaf of leaves) {
    const key = stem(leaf.word, language);
    if (leaf.kind === 'stem') byStem.set(key, [...(byStem.get(key) ?? []), leaf]);
  }
  const others = leaves.filter(({ kind }) => kind !== 'stem');
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const found = [...(byStem.get(stem(word, language)) ?? []), ...others.filter((leaf) => fits(leaf, word))];
    known.set(word, found);
    return found;
  };
}

function fits({ kind, word: wanted }: Leaf, word: string): boolean {
  if (kind === 'prefix') return word.startsWith(wanted);
  return kind === 'fuzzy' ? isOneOff(wanted, word) : word === wanted;
}

function countLeaves(
  fitting: (word: string) => readonly Leaf[],
  words: Readonly<Record<'title' | 'text', readonly string[]>>,
  doc: number,
): void {
  const counts = new Map<Leaf, { doc: number; title: number; text: number }>();
  for (const field of ['title', 'text'] as const) {
    for (const [at, word] of words[field].entries()) {
      for (const leaf of fitting(word)) {
        if (leaf.inTitleOnly && field !== 'title') continue;
        if (leaf.kind === 'phrase' && !standsAt(leaf.words, words[field], at)) continue;
        const count = counts.get(leaf) ?? { doc, title: 0, text: 0 };
        count[field]++;
        counts.set(leaf, count);
      }
    }
  }
  for (const [leaf, count] of counts) leaf.postings.push(count);
}

function standsAt(wanted: readonly string[], words: readonly string[], at: number): boolean {
  return wanted.every((word, offset) => words[at + offset] === word);
}

type Known = {
  readonly ids: readonly string[];
  readonly lengths: readonly Lengths[];
  readonly mean: Lengths;
  readonly weights: Weights;
};

function scoresOf({ kind }: BenchQuery, leaves: readonly Leaf[], known: Known): Scores {
  const { ids, lengths, mean, weights } = known;
  const { k1, b, titleBoost } = weights;
  const scores = new Map<string, number>();
  const having = new Map<string, number>();
  for (const { postings } of leaves) {
    const idf = Math.log(1 + (ids.length - postings.length + 0.5) / (postings.length + 0.5));
    for (const { doc, title, text } of postings) {
      const length = lengths[doc] ?? mean;
      const weighed =
        (titleBoost * title) / (1 - b + (b * length.title) / mean.title) +
        text / (1 - b + (b * length.text) / mean.text);
      const id = ids[doc] ?? '';
      scores.set(id, (scores.get(id) ?? 0) + (idf * weighed * (k1 + 1)) / (k1 + weighed));
      having.set(id, (having.get(id) ?? 0) + 1);
    }
  }
  if (kind === 'or3') return scores;
  return new Map([...scores].filter(([id]) => having.get(id) === leaves.length));
}

/** The share of the ten best (or of all, if there are fewer) that are also the reference's; which of equals, is free. */
export function overlapAtTen(found: readonly string[], reference: Scores): number {
  const best = [...reference.values()].sort((a, b) => b - a);
  const wanted = Math.min(10, best.length);
  if (wanted === 0) return found.length === 0 ? 1 : 0;
  const least = (best[wanted - 1] ?? 0) * (1 - 1e-6);
  return found.slice(0, wanted).filter((id) => (reference.get(id) ?? -1) >= least).length / wanted;
}

/** Whether one letter put in, left out, changed or swapped makes `other` of `word`, or none. */
function isOneOff(word: string, other: string): boolean {
  let start = 0;
  while (start < word.length && word[start] === other[start]) start++;
  const [a, b] = [word.slice(start), other.slice(start)];
  return (
    a === b ||
    a === b.slice(1) ||
    a.slice(1) === b ||
    a.slice(1) === b.slice(1) ||
    (a.length > 1 && b === `${a[1]}${a[0]}${a.slice(2)}`)
  );
}

function wordsOf(text: string): string[] {
  return scanWords(text).map(({ word }) => word);
}
