import { describe, expect, it } from 'vitest';
import type { ArticleId } from '#core/ids.ts';
import type { PhraseNode, QueryNode, WordNode } from '#core/search/query/query.ts';
import { scanWords } from '#core/search/scan-words.ts';
import { stem } from '#core/search/stemmers.ts';
import { isNear, type NaiveDocument, naiveSearch } from './naive-search.ts';

const chain = { scan: scanWords, stem };

const documents: NaiveDocument[] = [
  make('en', 'en', 'Attack in Menaka', 'The US soldiers attacked two villages near Ménaka. Read also: Gao', [
    'Read also: Gao',
  ]),
  make('fr', 'fr', 'Les émirs du désert', "L'armée malienne a attaqué Gao et s'est repliée.", []),
  make('und', 'und', 'Gao', 'attacks who', []),
];

function make(
  id: string,
  language: NaiveDocument['language'],
  title: string,
  text: string,
  noise: string[],
): NaiveDocument {
  const spans = noise.map((piece) => ({
    start: text.indexOf(piece),
    end: text.indexOf(piece) + piece.length,
  }));
  return { id: id as ArticleId, language, title, text, noise: spans };
}

const usual = { field: null, boost: 1 } as const;
const word = (text: string, more: Partial<WordNode> = {}): WordNode => ({
  ...usual,
  kind: 'word',
  word: text,
  how: 'stem',
  isName: false,
  ...more,
});
const phrase = (words: string, slack: number | null = null): PhraseNode => ({
  ...usual,
  kind: 'phrase',
  words: words.split(' '),
  slack,
});

describe('naiveSearch', () => {
  it.each<[string, QueryNode, string[]]>([
    ['a word in its forms by the language of the text', word('attack'), ['en']],
    ['the same in French', word('attaquer'), ['fr']],
    ['a word in one form alone', word('attacks', { how: 'exact' }), ['und']],
    ['a word that is still being typed', word('attaq', { how: 'typed' }), ['fr']],
    ['a word in one field', word('gao', { field: 'title' }), ['und']],
    ['a name in capitals', word('us', { isName: true }), ['en']],
    ['no name in small letters', word('who', { isName: true }), []],
    ['no boilerplate', word('gao'), ['fr', 'und']],
    ['a pattern', { ...usual, kind: 'pattern', pattern: 'v*ges' }, ['en']],
    ['a word one letter off', { ...usual, kind: 'fuzzy', word: 'menakka', distance: 1 }, ['en']],
    ['a phrase', phrase('armee malienne'), ['fr']],
    ['no phrase the other way round', phrase('malienne armee'), []],
    ['words near one another in any order', phrase('menaka villages', 1), ['en']],
    ['no words that are too far apart', phrase('menaka soldiers', 3), []],
    ['all', { kind: 'all', of: [word('gao'), word('armee')] }, ['fr']],
    ['any', { kind: 'any', of: [word('menaka'), word('armee')] }, ['en', 'fr']],
    ['not', { kind: 'not', of: word('gao') }, ['en']],
    [
      'what is preferred but not needed',
      { kind: 'prefer', of: word('gao'), also: [word('menaka')] },
      ['fr', 'und'],
    ],
    [
      'another spelling',
      { kind: 'alias', entry: 'a', name: 'A', typed: word('x'), also: [phrase('armee malienne')] },
      ['fr'],
    ],
    ['an actor no registry has put spellings to', { kind: 'actor', name: phrase('armee malienne') }, ['fr']],
    ['everything', { kind: 'everything' }, ['en', 'fr', 'und']],
  ])('finds %s', (_, root, expected) => {
    expect(naiveSearch({ root, inNoise: false, isCut: false }, documents, chain)).toEqual(expected);
  });

  it('reads boilerplate when asked to', () => {
    expect(naiveSearch({ root: word('gao'), inNoise: true, isCut: false }, documents, chain)).toEqual([
      'en',
      'fr',
      'und',
    ]);
  });

  it('finds nothing when nothing is asked for', () => {
    expect(naiveSearch({ root: null, inNoise: false, isCut: false }, documents, chain)).toEqual([]);
  });
});

describe('isNear', () => {
  it.each([
    ['mali', 'mali', 1, true],
    ['mali', 'malli', 1, true],
    ['mali', 'mal', 1, true],
    ['mali', 'mami', 1, true],
    ['mali', 'mlai', 1, true],
    ['mali', 'mlaix', 1, false],
    ['ab', 'bxa', 2, true],
    ['mali', 'gao', 2, false],
  ])('%s to %s with %i letters: %s', (a, b, edits, expected) => {
    expect(isNear(a, b, edits)).toBe(expected);
  });
});
