import lunr from 'lunr';
import { describe, expect, it } from 'vitest';
import type { ArticleId } from '#core/ids.ts';
import { createSearchIndex } from '#core/search/index/create-search-index.ts';
import { describeQuery } from '#core/search/query/describe-query.ts';
import { fromLunrQuery } from '#core/search/query/from-lunr-query.ts';
import { scanWords } from '#core/search/scan-words.ts';
import { stem } from '#core/search/stemmers.ts';
import { type NaiveDocument, naiveSearch } from '#tests/unit/core/search/naive-search.ts';

// The documents of lunr's own tests (MIT licence), which its documentation speaks of.
const documents: NaiveDocument[] = [
  make(
    'a',
    'Mr. Green kills Colonel Mustard',
    'Mr. Green killed Colonel Mustard in the study with the candlestick. Mr. Green is not a very nice fellow.',
  ),
  make('b', 'Plumb waters plant', 'Professor Plumb has a green plant in his study'),
  make(
    'c',
    'Scarlett helps Professor',
    'Miss Scarlett watered Professor Plumbs green plant while he was away from his office last week.',
  ),
];

const index = lunr(function build(this: lunr.Builder) {
  this.ref('id');
  this.field('title');
  this.field('text');
  for (const document of documents) this.add(document);
});

function make(id: string, title: string, text: string): NaiveDocument {
  return { id: id as ArticleId, language: 'en', title, text, noise: [] };
}

type WithParser = typeof lunr & {
  readonly QueryParser: new (text: string, query: lunr.Query) => { parse(): lunr.Query };
};

function lunrQuery(build: (query: lunr.Query) => void): lunr.Query {
  const query = new lunr.Query(['title', 'text']);
  build(query);
  return query;
}

const typed = (text: string) =>
  lunrQuery((query) => {
    new (lunr as WithParser).QueryParser(text, query).parse();
  });

const engine = createSearchIndex();
engine.add(documents.map((document, fingerprint) => ({ ...document, fingerprint })));

/** What the engine finds, best first. */
function ranked(query: lunr.Query): string[] {
  const { slots, scoreOf } = engine.find(query);
  return [...slots].sort((a, b) => scoreOf(b) - scoreOf(a)).map((slot) => engine.idAt(slot) ?? '');
}

const found = (query: lunr.Query) => ranked(query).sort();

const foundByReading = (query: lunr.Query) =>
  naiveSearch(fromLunrQuery(query), documents, { scan: scanWords, stem }).sort();

/** What lunr finds by the same clauses; it changes what it is given. */
const foundByLunr = (query: lunr.Query) =>
  index
    .query((asked) => {
      for (const clause of query.clauses) asked.clause({ ...clause });
    })
    .map(({ ref }) => ref)
    .sort();

describe('a query of lunr’s finds what lunr finds', () => {
  it.each([
    // One term, several, none
    'green',
    'foo',
    'plant candlestick',
    'foo plant',
    '',
    // Presence
    '+green',
    '+green +plant',
    '+green +foo',
    '+plant green',
    '+green candlestick foo',
    '-plant',
    '-green',
    '-foo',
    '-plant -candlestick',
    'green -plant',
    '+green -plant',
    '+green plant -scarlett',
    '+plant -plant',
    // Fields
    'title:plant',
    'text:plant',
    'title:green',
    'title:plant candlestick',
    '+title:professor -text:week',
    '-title:green',
    // Boosts
    'green^10 plant',
    '+title:plant^3 +green^2',
    // Wildcards
    'pl*',
    'plant*',
    '*ant',
    'p*nt',
    'mus*rd',
    '+pl* -scarl*',
    'title:pl*',
    'foo*',
    '*',
    // Edit distance
    'grene~1',
    'grene~2',
    'plont~1',
    'plnt~1',
    'candlestock~1',
    '+studi~1 -plant',
    'foo~1',
    'title:gren~1',
    // Stems
    'plants',
    'watering',
    '+helping +professors',
  ])('%s', (text) => {
    expect(found(typed(text))).toEqual(foundByLunr(typed(text)));
    expect(foundByReading(typed(text))).toEqual(foundByLunr(typed(text)));
  });

  const { LEADING, TRAILING, NONE } = lunr.Query.wildcard;
  const { OPTIONAL, REQUIRED, PROHIBITED } = lunr.Query.presence;

  it.each<[string, (query: lunr.Query) => void]>([
    ['a term', (query) => query.term('green', {})],
    ['several terms at once', (query) => query.term(['plant', 'candlestick'], {})],
    ['several terms that are required', (query) => query.term(['green', 'plant'], { presence: REQUIRED })],
    ['terms of a tokenizer', (query) => query.term(lunr.tokenizer('green plant'), { presence: OPTIONAL })],
    ['a trailing wildcard', (query) => query.term('plu', { wildcard: TRAILING })],
    ['a leading wildcard', (query) => query.term('ant', { wildcard: LEADING })],
    ['both', (query) => query.term('lan', { wildcard: LEADING | TRAILING })],
    ['both where they stand already', (query) => query.term('*lan*', { wildcard: LEADING | TRAILING })],
    ['no wildcard', (query) => query.term('lan', { wildcard: NONE })],
    ['a field', (query) => query.term('plant', { fields: ['title'] })],
    ['both fields by name', (query) => query.term('plant', { fields: ['text', 'title'] })],
    ['an edit distance', (query) => query.term('plamt', { editDistance: 1 })],
    ['what is prohibited', (query) => query.term('plant', { presence: PROHIBITED })],
    [
      'what is prohibited beside what is optional',
      (query) => query.term('green', {}).term('plant', { presence: PROHIBITED, fields: ['title'] }),
    ],
    [
      'a clause',
      (query) => query.clause({ term: 'plant', fields: ['title'], boost: 10 } as lunr.Query.Clause),
    ],
  ])('%s', (_, build) => {
    expect(found(lunrQuery(build))).toEqual(foundByLunr(lunrQuery(build)));
  });
});

describe('fromLunrQuery', () => {
  const { REQUIRED, PROHIBITED } = lunr.Query.presence;
  const understood = (query: lunr.Query) => describeQuery(fromLunrQuery(query));

  it('looks a term up in one form alone when it does not go through the pipeline', () => {
    expect(found(lunrQuery((query) => query.term('waters', {})))).toEqual(['b', 'c']);
    expect(found(lunrQuery((query) => query.term('waters', { usePipeline: false })))).toEqual(['b']);
  });

  it.each([
    ['mali niger', 'mali OR niger'],
    ['+mali +niger', 'mali AND niger'],
    ['+mali niger', 'mali AND (niger OR *)'],
    ['+mali niger -gao', '(mali AND (niger OR *)) AND NOT gao'],
    ['-gao -kidal', 'NOT gao AND NOT kidal'],
    ['', '*'],
  ])('%s is described as %s', (text, expected) => {
    expect(understood(typed(text))).toBe(expected);
  });

  it('folds terms and takes several words of one for a phrase', () => {
    expect(understood(lunrQuery((query) => query.term('Ménaka', { presence: REQUIRED })))).toBe('menaka');
    expect(understood(lunrQuery((query) => query.term('tri-border', { presence: PROHIBITED })))).toBe(
      'NOT tri-border',
    );
  });

  it('finds nothing in a field there is not', () => {
    expect(found(lunrQuery((query) => query.term('plant', { fields: ['body'] })))).toEqual([]);
    expect(found(lunrQuery((query) => query.term(['plant'], {}).term('x', { fields: ['body'] })))).toEqual([
      'b',
      'c',
    ]);
  });

  it('bounds boosts and distances', () => {
    const query = lunrQuery((asked) => asked.term('plant', { boost: 1e9, editDistance: 9 }));

    expect(fromLunrQuery(query).root).toMatchObject({ kind: 'fuzzy', boost: 1_000, distance: 2 });
  });
});

describe('the order, as lunr documents it', () => {
  it('has the article first in which a term counts more', () => {
    // The examples of "Boosts": a match of the boosted term counts for more.
    expect(ranked(typed('candlestick week^10'))).toEqual(['c', 'a']);
    expect(ranked(typed('candlestick^10 week'))).toEqual(['a', 'c']);
  });

  it('has the article first that has the term in the title', () => {
    expect(ranked(typed('plant'))[0]).toBe('b');
    expect(ranked(typed('green'))[0]).toBe('a');
  });

  it('has the article first that has more of what is optional', () => {
    expect(ranked(typed('+green candlestick'))[0]).toBe('a');
    expect(ranked(typed('+green week'))[0]).toBe('c');
    expect(ranked(typed('green study nice'))[0]).toBe('a');
  });

  it('does not have articles better for what is prohibited', () => {
    expect(ranked(typed('plant -week'))).toEqual(['b']);
  });
});
