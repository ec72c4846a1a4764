import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastWords, likenessOf, matchSentences, nearThreshold } from '#core/compare/match-sentences.ts';
import { listSentences, type Sentence } from '#core/compare/sentences.ts';
import { createChance, fewWords } from './support.ts';

const list = (text: string) => listSentences(text, { noise: [], language: 'en' });

/** Dice's coefficient of neighbouring words, written down the plain way. */
function plainLikeness(a: readonly string[], b: readonly string[]): number {
  const grams = (words: readonly string[]) => {
    const all = ['<', ...words, '>'];
    return all.slice(1).map((word, at) => [all[at], word].join('|'));
  };
  const rest = grams(b);
  let shared = 0;
  for (const gram of grams(a)) {
    const at = rest.indexOf(gram);
    if (at === -1) continue;
    rest.splice(at, 1);
    shared++;
  }
  return (2 * shared) / (a.length + 1 + b.length + 1);
}

it('measures how alike two sentences are as the plain count does', () => {
  fc.assert(
    fc.property(fewWords, fewWords, (first, second) => {
      for (const a of list(first))
        for (const b of list(second))
          expect(likenessOf(a, b)).toBeCloseTo(plainLikeness(a.words, b.words), 10);
    }),
  );
});

it('says how much one other word costs', () => {
  const base = 'one two three four five six seven eight nine ten'.split(' ');
  const with1 = base.with(4, 'x');
  const with2 = with1.with(7, 'y');

  expect(likenessOf({ words: base }, { words: with1 })).toBeCloseTo(9 / 11, 10);
  expect(likenessOf({ words: base }, { words: with2 })).toBeCloseTo(7 / 11, 10);
});

describe('every link', () => {
  it('holds what comparing all with all says', () => {
    fc.assert(
      fc.property(fewWords, fewWords, (first, second) => {
        const [left, right] = [list(first), list(second)];
        const pairs = matchSentences(left, right);

        // Each sentence at most once, in the order of the left text.
        expect(new Set(pairs.map((pair) => pair.right)).size).toBe(pairs.length);
        expect(pairs.map((pair) => pair.left)).toEqual(
          [...new Set(pairs.map((pair) => pair.left))].sort((a, b) => a - b),
        );
        for (const { left: at, right: there, kind, likeness } of pairs) {
          const [a, b] = [left[at]?.words ?? [], right[there]?.words ?? []];
          expect(likeness).toBeCloseTo(plainLikeness(a, b), 10);
          expect(kind === 'same').toBe(a.join(' ') === b.join(' '));
          expect(likeness).toBeGreaterThanOrEqual(nearThreshold);
        }
        // As many of the same as there are of each on the poorer side.
        const tally = (sentences: readonly Sentence[], key: string) =>
          sentences.filter(({ words }) => words.join(' ') === key).length;
        const keys = new Set(left.map(({ words }) => words.join(' ')));
        const sameWanted = [...keys].reduce(
          (sum, key) => sum + Math.min(tally(left, key), tally(right, key)),
          0,
        );
        expect(pairs.filter(({ kind }) => kind === 'same')).toHaveLength(sameWanted);
        // Nothing near is left over: two free sentences are never as alike as the threshold.
        const [freeLeft, freeRight] = [
          left.filter((_, at) => !pairs.some((pair) => pair.left === at)),
          right.filter((_, at) => !pairs.some((pair) => pair.right === at)),
        ];
        for (const a of freeLeft)
          for (const b of freeRight)
            if (a.words.length >= leastWords && b.words.length >= leastWords)
              expect(plainLikeness(a.words, b.words)).toBeLessThan(nearThreshold);
      }),
      { numRuns: 400 },
    );
  });

  it('is the same seen from the other side', () => {
    fc.assert(
      fc.property(fewWords, fewWords, (first, second) => {
        const [left, right] = [list(first), list(second)];
        const count = (a: Sentence[], b: Sentence[]) =>
          matchSentences(a, b).filter(({ kind }) => kind === 'same').length;
        expect(count(left, right)).toBe(count(right, left));
      }),
    );
  });
});

it('tells what was moved: the links outside of the longest run that goes up on both sides', () => {
  const [a, b, c, d] = [
    'The army entered the town of Tesit at dawn.',
    'Forty soldiers were killed in the fight there.',
    'Nobody has claimed the attack until now, officials say.',
    'The road to the north is closed again.',
  ];
  const pairs = matchSentences(list([a, b, c, d].join('\n')), list([d, a, b, c].join('\n')));

  expect(pairs.map(({ right, isMoved }) => [right, isMoved])).toEqual([
    [1, false],
    [2, false],
    [3, false],
    [0, true],
  ]);
});

it('finds a wire copy in other boilerplate, reworded here and there, in 100,000 words in a moment', () => {
  const chance = createChance(7);
  const vocabulary = Array.from({ length: 8_000 }, (_, at) => `w${at.toString(36)}`);
  const draw = () => vocabulary[Math.floor(chance() ** 2 * vocabulary.length)] ?? '';
  const sentence = () => Array.from({ length: 8 + Math.floor(chance() * 24) }, draw);
  const wire = Array.from({ length: 3_000 }, sentence);
  const reworded = wire.map((words, at) =>
    at % 3 === 0 ? words.with(Math.floor(words.length / 2), `changed${at}`) : words,
  );
  const write = (sentences: string[][]) => sentences.map((words) => `${words.join(' ')}.`).join('\n');
  const own = () => Array.from({ length: 2_000 }, sentence);
  const left = list(write([...own(), ...wire]));
  const right = list(write([...reworded, ...own()]));

  const began = performance.now();
  const pairs = matchSentences(left, right);
  const tookMs = performance.now() - began;

  expect(left.reduce((sum, { words }) => sum + words.length, 0)).toBeGreaterThan(90_000);
  const truth = new Map(wire.map((_, at) => [2_000 + at, at]));
  expect(pairs.filter((pair) => truth.get(pair.left) === pair.right)).toHaveLength(3_000);
  expect(pairs).toHaveLength(3_000);
  expect(pairs.filter(({ kind }) => kind === 'near')).toHaveLength(1_000);
  // The square would be 25 million comparisons; the limit is wide for a busy machine.
  expect(tookMs).toBeLessThan(4_000);
});
