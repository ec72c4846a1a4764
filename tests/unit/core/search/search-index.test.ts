import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Language } from '#core/article.ts';
import type { ArticleId } from '#core/ids.ts';
import { foldedWords } from '#core/search/analyse.ts';
import { createSearchIndex, type SearchDocument } from '#core/search/create-search-index.ts';
import { stem } from '#core/search/stemmers.ts';
import { fold } from '#core/text/fold.ts';

type Truth = {
  readonly articles: readonly { readonly id: string; readonly file: string }[];
  readonly golden_queries: readonly {
    readonly query: string;
    readonly expect_literal_whole_word: readonly string[];
  }[];
};
const truth: Truth = JSON.parse(readFileSync('tests/fixtures/seed-truth.json', 'utf8'));
const seeds = truth.articles.map(({ id, file }) =>
  makeDocument(id, readFileSync(`seeds/${file}`, 'utf8').normalize('NFC'), id === '003' ? 'fr' : 'en'),
);

describe('the golden queries on the seeds', () => {
  const index = createSearchIndex();
  index.add(seeds);

  it.each(truth.golden_queries)(
    'finds $query in exactly its articles',
    ({ query, expect_literal_whole_word }) => {
      // A name of several words is one thing to find.
      const asked = query.includes(' ') ? `"${query}"` : query;

      expect(found(index.search(asked))).toEqual([...expect_literal_whole_word]);
    },
  );

  it('answers positions that read like the query', () => {
    const [hit] = index.search('menaka').hits;
    const document = seeds.find(({ id }) => id === hit?.articleId);
    const words = hit?.positions.map(({ start, end }) => fold(document?.text.slice(start, end) ?? ''));

    expect(new Set(words)).toEqual(new Set(['menaka']));
  });
});

// The rows of the language table that a chain with folding, elision and two stemmers can answer.
describe('languages', () => {
  it.each<[Language, string, string]>([
    ['fr', 'L’armée malienne a repris la ville.', 'armée'],
    ['fr', "l'armée malienne", 'armée'],
    ['fr', 'Les forces de sécurité', 'sécurité'],
    ['fr', 'L’État islamique au Sahel', 'état'],
    ['fr', 'État islamique', 'état'],
    ['fr', 'émirs du désert', 'émir'],
    ['fr', 'Ménaka', 'menaka'],
    ['en', 'Menaka', 'ménaka'],
    ['en', '“Islamic State” attacks', 'islamic'],
    ['en', 'the group’s leader', 'group'],
    ['en', "the group's leader", 'group'],
    ['en', 'jihadist-controlled town', 'jihadist'],
    ['fr', 'Le cheval court', 'chevaux'],
    ['fr', 'attaqué à Gao', 'attaquer'],
    ['fr', 'opérations militaires', 'opération'],
    ['en', 'AK-47 rifles', 'ak-47'],
    ['fr', '«terroristes» armés', 'terroriste'],
    ['en', 'The attack,', 'attack,'],
    ['fr', 'cœur du pays', 'coeur'],
    ['ar', 'مالي النيجر', 'مالي'],
    ['fr', 'Me\u0301naka', 'Ménaka'],
    ['fr', 'L’armee', 'l’armée'],
  ])('%s: %s is found by %s', (language, text, query) => {
    const index = createSearchIndex();
    index.add([makeDocument('a', text, language)]);

    expect(found(index.search(query))).toEqual(['a']);
  });
});

describe('the query language', () => {
  const index = createSearchIndex();
  index.add([
    makeDocument('1', 'The army took Gao. Armed men fled north.', 'en', 'Army takes Gao'),
    makeDocument('2', 'Men who were armed came to Gao and Ansongo.', 'en', 'Attack'),
    makeDocument('3', "L'armée a quitté Ménaka pour son camp.", 'fr', 'Retrait'),
    makeDocument('4', 'His son was seen. Share this page', 'en', 'Son', [{ start: 18, end: 33 }]),
  ]);

  it.each([
    ['gao army', ['1'], 'gao AND army'],
    ['+gao -ansongo', ['1'], 'gao AND NOT ansongo'],
    ['"armed men"', ['1'], '"armed men"'],
    ['-gao', ['3', '4'], 'NOT gao'],
    ['title:attack', ['2'], 'title:attack'],
    ['title:gao', ['1'], 'title:gao'],
    ['an*go', ['2'], 'an*go'],
    ['arm*', ['1', '2', '3'], 'arm*'],
    ['menakka~1', ['3'], 'menakka~1'],
    ['the gao', ['1', '2'], 'the AND gao'],
    ['+the +gao', ['1', '2'], 'the AND gao'],
    ['son armée', ['3'], 'son AND armee'],
    ['son seen', ['4'], 'son AND seen'],
    ['share', [], 'share'],
    ['share in:noise', ['4'], 'share in:noise'],
    ['"share this" in:noise', ['4'], '"share this" in:noise'],
    ['"who were armed"', ['2'], '"who were armed"'],
    ['gao^3 army', ['1'], 'gao^3 AND army'],
  ])('reads %s', (query, ids, understood) => {
    const result = index.search(query);

    expect(found(result)).toEqual(ids);
    expect(result.understood).toBe(understood);
  });

  it.each([
    '12:30',
    'http://x.org/a',
    'a:b',
    'foo^',
    '-',
    '+',
    '*',
    '"',
    '"unclosed',
    'mali~',
    '^',
    'title:',
    '()',
    '\u0000',
  ])('searches %s as words instead of throwing', (query) => {
    expect(() => index.search(query)).not.toThrow();
  });

  it('finds what was pasted with signs in it', () => {
    const pasted = createSearchIndex();
    pasted.add([makeDocument('1', 'At 12:30 see http://x.org/a today', 'en')]);

    expect(found(pasted.search('12:30'))).toEqual(['1']);
    expect(found(pasted.search('http://x.org/a'))).toEqual(['1']);
    expect(pasted.search('12:30').understood).toBe('"12 30"');
  });

  it('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (query) => void index.search(query)));
    const signs = fc
      .array(fc.constantFrom('+', '-', '"', ':', '^', '~', '*', 'gao', ' ', 'title', '1', '('))
      .map((parts) => parts.join(''));
    fc.assert(fc.property(signs, (query) => void index.search(query)));
  });
});

describe('changes', () => {
  it('forgets what was removed and knows what was added or changed', () => {
    const index = createSearchIndex();
    index.add([makeDocument('1', 'gao', 'en'), makeDocument('2', 'gao', 'en')]);
    expect(found(index.search('gao'))).toEqual(['1', '2']);
    index.remove(['1' as ArticleId]);
    index.add([makeDocument('2', 'kidal', 'en'), makeDocument('3', 'gao', 'en')]);

    expect(found(index.search('gao'))).toEqual(['3']);
    expect(index.size).toBe(2);
  });

  it('agrees with a plain scan of every text', () => {
    const word = fc.constantFrom(
      'attaque',
      'attaques',
      'gao',
      'l’armée',
      'army',
      'armies',
      'x47',
      '47x',
      'son',
      'état',
    );
    const texts = fc.array(
      fc.record({ words: fc.array(word, { maxLength: 8 }), language: fc.constantFrom<Language>('en', 'fr') }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(texts, fc.array(word, { minLength: 1, maxLength: 3 }), (list, query) => {
        const index = createSearchIndex();
        const documents = list.map(({ words, language }, at) =>
          makeDocument(String(at), words.join(' '), language),
        );
        index.add(documents);

        const expected = documents.filter((document) => query.every((asked) => holds(document, asked)));
        expect(found(index.search(query.join(' ')))).toEqual(expected.map(({ id }) => id));
      }),
      { numRuns: 150 },
    );
  });

  it('finds every one of many terms with digits, which plain lunr loses', () => {
    const terms = Array.from({ length: 3_000 }, (_, at) => ((at * 2_654_435_761) % 2 ** 32).toString(16));
    const index = createSearchIndex();
    index.add(terms.map((term, at) => makeDocument(String(at), term, 'ar')));

    const lost = terms.filter(
      (term) => index.search(`text:${term}`).hits.length === 0 && index.search(term).hits.length === 0,
    );
    expect(lost).toEqual([]);
  });
});

/** Whether a text holds a word, or one of the same stem, in its own language; a common word is in every text. */
function holds({ text, language }: SearchDocument, asked: string): boolean {
  const wanted = foldedWords(asked).map(({ word }) => word);
  const words = foldedWords(text).map(({ word }) => word);
  return wanted.every((word) => {
    if (language === 'fr' && word === 'son') return true;
    const stems = new Set([word, stem(word, 'en'), stem(word, 'fr')]);
    return words.some((other) => stems.has(stem(other, language)));
  });
}

function found({ hits }: { readonly hits: readonly { readonly articleId: string }[] }): string[] {
  return hits.map(({ articleId }) => articleId as string).sort();
}

function makeDocument(
  id: string,
  text: string,
  language: Language,
  title = '',
  noise: SearchDocument['noise'] = [],
): SearchDocument {
  return { id: id as ArticleId, title, text, noise, language };
}
