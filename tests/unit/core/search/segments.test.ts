import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Language } from '#core/article.ts';
import type { ArticleId } from '#core/ids.ts';
import { foldedWords, isInCapitals } from '#core/search/analyse.ts';
import {
  createSearchIndex,
  type SearchDocument,
  type SearchIndex,
} from '#core/search/create-search-index.ts';
import { isStopWord, stem } from '#core/search/stemmers.ts';

const vocabulary = [
  'gao',
  'attaque',
  'attaques',
  'l’armée',
  'the',
  'of',
  'son',
  'US',
  'armed',
  'men',
  'x47',
  'é',
];
const word = fc.constantFrom(...vocabulary);
const text = fc.array(word, { maxLength: 10 }).map((words) => words.join(' '));
const document = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
  title: fc.array(word, { maxLength: 3 }).map((words) => words.join(' ')),
  text,
  language: fc.constantFrom<Language>('en', 'fr', 'ar'),
});
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ add: fc.array(document, { minLength: 1, maxLength: 4 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({ remove: fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 3 }) }),
  },
);

describe('an index that has changed many times', () => {
  it('answers like a plain scan of what it holds, phrases and alternatives included', () => {
    const phrase = fc.array(word, { minLength: 2, maxLength: 4 }).map((words) => `"${words.join(' ')}"`);
    const term = fc.oneof(word, phrase);
    const query = fc.oneof(
      term,
      fc.tuple(term, term).map((pair) => pair.join(' ')),
      fc.tuple(term, term).map((pair) => pair.join(' OR ')),
      fc.tuple(term, term).map((pair) => pair.join(' NOT ')),
    );
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 12 }),
        fc.array(query, { minLength: 1, maxLength: 4 }),
        (steps, queries) => {
          const index = createSearchIndex();
          const held = new Map<string, SearchDocument>();
          for (const one of steps) apply(one, index, held);

          expect(index.size).toBe(held.size);
          for (const asked of queries) {
            const expected = [...held.values()].filter((candidate) =>
              scan(asked, candidate, [...held.values()]),
            );
            expect(ids(index.search(asked))).toEqual(expected.map(({ id }) => id).sort());
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('gives the places of the texts as they are now', () => {
    const index = createSearchIndex();
    index.add([make('a', 'gao first'), make('b', 'nothing')]);
    index.add([make('a', 'moved to gao')]);

    expect(index.search('gao').hits.map(({ positions }) => positions)).toEqual([[{ start: 9, end: 12 }]]);
  });

  it('keeps ranking when articles come one by one', () => {
    const documents = Array.from({ length: 40 }, (_, at) =>
      make(String(at), `${at === 7 ? 'convoy convoy ' : ''}${at % 2 === 0 ? 'army ' : ''}village`),
    );
    const atOnce = createSearchIndex();
    atOnce.add(documents);
    const oneByOne = createSearchIndex();
    for (const one of documents) oneByOne.add([one]);

    for (const query of ['army', 'village', 'convoy OR army'])
      expect(ids(oneByOne.search(query))).toEqual(ids(atOnce.search(query)));
    expect(oneByOne.search('convoy OR village').hits[0]?.articleId).toBe('7');
  });
});

describe('what comes first', () => {
  it.each([
    ['a title before a text', 'gao', ['Gao', 'x'], ['x', 'x gao']],
    ['the rarer word', 'kidal OR mali', ['x', 'kidal x x'], ['x', 'mali x x']],
    ['the text that says it more often', 'gao', ['x', 'gao x gao x'], ['x', 'gao x x x']],
    ['the shorter text', 'gao', ['x', 'gao x'], ['x', `gao ${'x '.repeat(80)}`]],
    ['the boosted word', 'kidal^9 OR gao', ['x', 'kidal'], ['x', 'gao']],
  ])('%s', (_, query, first, second) => {
    const index = createSearchIndex();
    const rest = Array.from({ length: 9 }, (_unused, at) => make(`rest-${at}`, 'mali x', 'x'));
    index.add([make('second', second[1] ?? '', second[0]), make('first', first[1] ?? '', first[0]), ...rest]);

    expect(index.search(query).hits[0]?.articleId).toBe('first');
  });
});

describe('common words in capitals', () => {
  const index = createSearchIndex();
  index.add([make('1', 'The US and the WHO sent aid.'), make('2', 'Who told us of it?')]);

  it('are names when they are typed in capitals', () => {
    expect(ids(index.search('US'))).toEqual(['1']);
    expect(index.search('US').hits[0]?.positions).toEqual([{ start: 4, end: 6 }]);
    expect(ids(index.search('us'))).toEqual(['1', '2']);
  });

  it('still empty no result when no text has them in capitals', () => {
    expect(ids(index.search('THE AID'))).toEqual(['1']);
  });
});

it('says when a pattern stands for more words than are looked up', () => {
  const index = createSearchIndex();
  const words = Array.from({ length: 2_001 }, (_, at) => `x${at.toString(36)}`);
  index.add([make('1', words.join(' '))]);

  expect(index.search('x*').tooWide).toEqual(['x*']);
  expect(index.search('x1*').tooWide).toEqual([]);
});

it('finds words that are also names of what every object has', () => {
  const index = createSearchIndex();
  index.add([make('1', 'constructor __proto__ toString hasOwnProperty')]);

  for (const query of ['constructor', '__proto__', 'proto', 'tostring', 'hasownproperty', 'constructor~1'])
    expect(ids(index.search(query))).toEqual(['1']);
});

type Step = { add: { id: string; title: string; text: string; language: Language }[] } | { remove: string[] };

function apply(one: Step, index: SearchIndex, held: Map<string, SearchDocument>): void {
  if ('remove' in one) {
    index.remove(one.remove as ArticleId[]);
    for (const id of one.remove) held.delete(id);
    return;
  }
  const documents = one.add.map((fields) => ({ ...fields, id: fields.id as ArticleId, noise: [] }));
  index.add(documents);
  for (const added of documents) held.set(added.id, added);
}

/** Whether `candidate` answers a query of one or two terms, worked out by reading it. */
function scan(query: string, candidate: SearchDocument, all: readonly SearchDocument[]): boolean {
  const [, a = '', operator = '', b = ''] = /^("[^"]*"|\S+)(?: (OR |NOT |)("[^"]*"|\S+))?$/.exec(query) ?? [];
  const has = (term: string, isExcluded = false) => hasTerm(term, candidate, all, isExcluded);
  if (b === '') return has(a);
  if (operator === 'OR ') return has(a) || has(b);
  return operator === 'NOT ' ? has(a) && !has(b, true) : has(a) && has(b);
}

function hasTerm(
  term: string,
  candidate: SearchDocument,
  all: readonly SearchDocument[],
  isExcluded: boolean,
): boolean {
  const wanted = foldedWords(term).map((found) => found.word);
  if (wanted.length > 1) return [candidate.title, candidate.text].some((field) => runsIn(field, wanted));
  const only = wanted[0] ?? '';
  const isName = term === 'US' || term === '"US"';
  const indexed = (one: SearchDocument) => hasIndexed(only, one);
  if (indexed(candidate)) return true;
  if (isExcluded || (isName && all.some(indexed))) return false;
  return isStopWord(only, candidate.language);
}

function hasIndexed(asked: string, { title, text: body, language }: SearchDocument): boolean {
  const stems = new Set([asked, stem(asked, 'en'), stem(asked, 'fr')]);
  return [title, body].some((field) =>
    foldedWords(field).some((found) => {
      if (!isStopWord(found.word, language)) return stems.has(stem(found.word, language));
      return isInCapitals(field.slice(found.start, found.end)) && stems.has(found.word);
    }),
  );
}

function runsIn(field: string, wanted: readonly string[]): boolean {
  const words = foldedWords(field).map((found) => found.word);
  return ` ${words.join(' ')} `.includes(` ${wanted.join(' ')} `);
}

function ids({ hits }: { readonly hits: readonly { readonly articleId: string }[] }): string[] {
  return hits.map(({ articleId }) => articleId as string).sort();
}

function make(id: string, body: string, title = ''): SearchDocument {
  return { id: id as ArticleId, title, text: body, noise: [], language: 'en' };
}
