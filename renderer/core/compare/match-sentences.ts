import type { Sentence } from './sentences.ts';

/** Two sentences that say the same in (nearly) the same words. */
export type SentencePair = {
  /** Numbers of the sentences. */
  readonly left: number;
  readonly right: number;
  /** `same`: word for word once folded. `near`: at least `nearThreshold` alike. */
  readonly kind: 'same' | 'near';
  /** From `nearThreshold` to 1. */
  readonly likeness: number;
  /** It stands elsewhere in the order of the texts than its neighbours: scrolling together passes over it. */
  readonly isMoved: boolean;
};

/**
 * How alike two sentences must be to be linked: Dice's coefficient of their pairs of neighbouring words, beginning and
 * end counted as words. One other word in a sentence of ten leaves 9 of 11 pairs (0.82), two that stand apart 7 (0.64).
 */
export const nearThreshold = 0.6;

/** Shorter sentences are linked only when they are the same: "He said so" is near too much. */
export const leastWords = 5;

/** Sentences that share their rarest pairs of words with more than these are not all looked at. */
const mostCandidates = 400;

/**
 * Link the sentences of two texts, each to at most one: first those that are the same, then the nearest first. In the
 * order of the left text.
 *
 * To find what is near without comparing all with all, only sentences that share one of their rarest word pairs are
 * looked at: whoever is as alike as the threshold asks must share one of the first few (prefix filtering, Chaudhuri,
 * Ganti & Kaushik 2006).
 */
export function matchSentences(left: readonly Sentence[], right: readonly Sentence[]): SentencePair[] {
  const found = matchSame(left, right);
  const [isTakenLeft, isTakenRight] = [
    new Set(found.map((one) => one.left)),
    new Set(found.map((one) => one.right)),
  ];
  const near = listNear(left, right, { isTakenLeft, isTakenRight });
  const place = (index: number, all: readonly Sentence[]) => index / Math.max(1, all.length);
  const distance = (one: Link) => Math.abs(place(one.left, left) - place(one.right, right));
  near.sort(
    (a, b) => b.likeness - a.likeness || distance(a) - distance(b) || a.left - b.left || a.right - b.right,
  );
  for (const link of near) {
    if (isTakenLeft.has(link.left) || isTakenRight.has(link.right)) continue;
    isTakenLeft.add(link.left);
    isTakenRight.add(link.right);
    found.push({ ...link, kind: 'near' });
  }
  found.sort((a, b) => a.left - b.left);
  const inOrder = longestInOrder(found);
  return found.map((link) => ({ ...link, isMoved: !inOrder.has(link.left) }));
}

/** How alike two sentences are, from 0 to 1. */
export function likenessOf(a: Pick<Sentence, 'words'>, b: Pick<Sentence, 'words'>): number {
  const [first, second] = [wordPairs(a.words), new Set(wordPairs(b.words))];
  const shared = first.filter((pair) => second.has(pair)).length;
  return (2 * shared) / (first.length + second.size);
}

type Link = Pick<SentencePair, 'left' | 'right' | 'likeness'>;
type KindLink = Omit<SentencePair, 'isMoved'>;

/** Same sentences, the first with the first, the second with the second … */
function matchSame(left: readonly Sentence[], right: readonly Sentence[]): KindLink[] {
  const waiting = new Map<string, number[]>();
  for (const [index, { words }] of right.entries()) {
    const key = words.join(' ');
    const known = waiting.get(key);
    if (known === undefined) waiting.set(key, [index]);
    else known.push(index);
  }
  const next = new Map<string, number>();
  return left.flatMap(({ words }, index): KindLink[] => {
    const key = words.join(' ');
    const at = next.get(key) ?? 0;
    const partner = waiting.get(key)?.[at];
    if (partner === undefined) return [];
    next.set(key, at + 1);
    return [{ left: index, right: partner, kind: 'same', likeness: 1 }];
  });
}

type Taken = { readonly isTakenLeft: ReadonlySet<number>; readonly isTakenRight: ReadonlySet<number> };

/** Every link at or above the threshold among the sentences that have none yet. */
function listNear(left: readonly Sentence[], right: readonly Sentence[], taken: Taken): Link[] {
  const open = (all: readonly Sentence[], isTaken: ReadonlySet<number>) =>
    all.flatMap(({ words }, index) =>
      words.length < leastWords || isTaken.has(index) ? [] : [{ index, pairs: wordPairs(words) }],
    );
  const [lefts, rights] = [open(left, taken.isTakenLeft), open(right, taken.isTakenRight)];
  const counts = new Map<string, number>();
  for (const { pairs } of [...lefts, ...rights])
    for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  const rarest = (pairs: readonly string[]) =>
    [...pairs]
      .sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || (a < b ? -1 : 1))
      .slice(0, pairs.length - leastShared(pairs.length) + 1);
  const holders = new Map<string, { index: number; pairs: ReadonlySet<string> }[]>();
  for (const { index, pairs } of rights) {
    const holder = { index, pairs: new Set(pairs) };
    for (const pair of rarest(pairs)) holders.set(pair, [...(holders.get(pair) ?? []), holder]);
  }
  return lefts.flatMap(({ index, pairs }) => {
    const candidates = new Map<number, ReadonlySet<string>>();
    for (const pair of rarest(pairs))
      for (const holder of holders.get(pair) ?? [])
        if (candidates.size < mostCandidates) candidates.set(holder.index, holder.pairs);
    return Array.from(candidates, ([partner, theirs]) => {
      const shared = pairs.filter((pair) => theirs.has(pair)).length;
      return { left: index, right: partner, likeness: (2 * shared) / (pairs.length + theirs.size) };
    }).filter(({ likeness }) => likeness >= nearThreshold);
  });
}

/** Of `count` word pairs, how many any sentence must share that is as alike as the threshold asks. */
function leastShared(count: number): number {
  return Math.max(1, Math.ceil((nearThreshold / (2 - nearThreshold)) * count - 1e-9));
}

/** The pairs of neighbouring words, beginning and end counted as words; one met again is another one. */
function wordPairs(words: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return Array.from({ length: words.length + 1 }, (_, at) => {
    const pair = `${words[at - 1] ?? '\u0002'} ${words[at] ?? '\u0003'}`;
    const before = seen.get(pair) ?? 0;
    seen.set(pair, before + 1);
    return before === 0 ? pair : `${pair} ${before}`;
  });
}

/** The left numbers of the longest run of links, by left, whose right numbers go up too (patience sorting). */
function longestInOrder(links: readonly Pick<SentencePair, 'left' | 'right'>[]): Set<number> {
  const tops: number[] = [];
  const before: number[] = [];
  for (const [index, { right }] of links.entries()) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((links[tops[middle] ?? 0]?.right ?? 0) < right) low = middle + 1;
      else high = middle;
    }
    before[index] = tops[low - 1] ?? -1;
    tops[low] = index;
  }
  const kept = new Set<number>();
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) kept.add(links[at]?.left ?? -1);
  return kept;
}
