import fc from 'fast-check';
import lunr from 'lunr';
import { expect, test } from 'vitest';
import { isNear, NearWord } from '#core/search/index/near-word.ts';

/** Missing from lunr's types. */
const { TokenSet } = lunr as unknown as {
  TokenSet: {
    fromArray(words: readonly string[]): Tokens;
    fromFuzzyString(word: string, distance: number): Tokens;
  };
};
type Tokens = { intersect(other: Tokens): Tokens; toArray(): string[] };

const word = fc.stringMatching(/^[abc]{1,9}$/);

test.each([1, 2])('words %i letters off are those lunr finds', (distance) => {
  fc.assert(
    fc.property(word, fc.array(word, { minLength: 1, maxLength: 30 }), (wanted, others) => {
      const known = TokenSet.fromArray([...new Set(others)].sort());
      const found = new Set(known.intersect(TokenSet.fromFuzzyString(wanted, distance)).toArray());
      const near = new NearWord(wanted, distance);
      for (const other of others) expect([other, isNear(other, near)]).toEqual([other, found.has(other)]);
    }),
    { numRuns: 400 },
  );
});

test('what neighbours share is compared once', () => {
  fc.assert(
    fc.property(word, fc.array(word, { minLength: 2, maxLength: 30 }), (wanted, others) => {
      const near = new NearWord(wanted, 2);
      let before = '';
      let good = 0;
      for (const other of others.sort()) {
        let at = 0;
        while (at < good && before[at] === other[at]) at++;
        while (at < other.length && near.push(at, other.charCodeAt(at))) at++;
        good = at;
        before = other;
        const isFound = at === other.length && near.accepts(other.length);
        expect(isFound).toBe(isNear(other, new NearWord(wanted, 2)));
      }
    }),
  );
});
