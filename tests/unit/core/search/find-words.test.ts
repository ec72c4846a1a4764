import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findWords } from '#core/search/find-words.ts';
import { scanWords } from '#core/search/scan-words.ts';

function find(text: string, query: string): string[] {
  return findWords(scanWords(text), query).map(({ start, end }) => text.slice(start, end));
}

it.each([
  ['L’armée malienne, les armées', 'armée', ['armée']],
  ['L’armée malienne', "l'armee", ['armée']],
  ['The U.N. and the UN; unknown', 'un', ['U.N', 'UN']],
  ['In Mali, Malians of mali', 'Mali', ['Mali', 'mali']],
  ['Tin Zaouatine, tin-zaouatine, Tin of Zaouatine', 'tin zaouatine', ['Tin Zaouatine', 'tin-zaouatine']],
  ['a a a a', 'a a', ['a a', 'a a']],
  ['anything', ' -’ ', []],
  ['', 'word', []],
])('finds in “%s” the words “%s”', (text, query, expected) => {
  expect(find(text, query)).toEqual(expected);
});

it('agrees with looking for the words in a line of them', () => {
  const word = fc.constantFrom('gao', 'Gao', 'mali', 'Ménaka', 'mena');
  fc.assert(
    fc.property(
      fc.array(word, { maxLength: 12 }),
      fc.array(word, { minLength: 1, maxLength: 2 }),
      (text, query) => {
        const fold = (words: readonly string[]) =>
          ` ${words.map((one) => one.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()).join('  ')} `;
        const places = fold(text).split(fold(query)).length - 1;

        expect(find(text.join(' '), query.join(' '))).toHaveLength(places);
      },
    ),
  );
});
