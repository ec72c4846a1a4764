import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleId } from '#core/ids.ts';
import type { SearchDocument } from '#core/search/index/search-document.ts';
import { locate } from '#core/search/locate.ts';
import { parseQuery } from '#core/search/query/parse-query.ts';
import type { LeafNode, Query } from '#core/search/query/query.ts';
import { scanWords } from '#core/search/scan-words.ts';
import { stem } from '#core/search/stemmers.ts';
import { naiveSearch } from './naive-search.ts';

function make(text: string, more: Partial<SearchDocument> = {}): SearchDocument {
  return { id: 'a' as ArticleId, title: '', text, noise: [], language: 'en', fingerprint: 0, ...more };
}

const printed = (query: string, document: SearchDocument) => {
  const { title, text } = locate(parseQuery(query), document);
  return {
    title: title.map(({ start, end }) => document.title.slice(start, end)),
    text: text.map(({ start, end }) => document.text.slice(start, end)),
  };
};

describe('where a query’s words stand', () => {
  const document = make(
    'US soldiers attacked two villages. They told us of attacks near Ménaka. Share the attack',
    {
      title: 'Attack in Menaka',
      noise: [{ start: 72, end: 88 }],
    },
  );

  it.each([
    ['attack', ['Attack'], ['attacked', 'attacks']],
    ['"attack"', ['Attack'], []],
    ['"attacks"', [], ['attacks']],
    ['title:attack', ['Attack'], []],
    ['text:attack', [], ['attacked', 'attacks']],
    ['attack in:noise', ['Attack'], ['attacked', 'attacks', 'attack']],
    ['men*', ['Menaka'], ['Ménaka']],
    ['menakka~1', ['Menaka'], ['Ménaka']],
    ['US', [], ['US']],
    ['"us"', [], ['US', 'us']],
    ['"two villages"', [], ['two villages']],
    ['"villages soldiers"~2', [], ['soldiers', 'villages']],
    ['attack villages OR told', ['Attack'], ['attacked', 'villages', 'told', 'attacks']],
    ['attack "attacked two"', ['Attack'], ['attacked two', 'attacks']],
    ['villages -told', [], ['villages']],
    ['tag:told villages', [], ['villages']],
    ['*', [], []],
  ])('%s', (query, title, text) => {
    expect(printed(query, document)).toEqual({ title, text });
  });

  it('are the words that alone would be found', () => {
    const word = fc.constantFrom(
      'attack',
      'attacks',
      'attaqué',
      'gao',
      'goa',
      'us',
      'US',
      'the',
      'menaka',
      'men',
      'état',
    );
    const leaf = fc.constantFrom(
      'attack',
      '"attack"',
      'at*',
      '*k*',
      'gao~1',
      'US',
      'us',
      'state',
      'etats',
      'me',
      'zz',
    );
    const language = fc.constantFrom('en' as const, 'fr' as const, 'und' as const);
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 12 }),
        leaf,
        language,
        fc.boolean(),
        (words, asked, of, isTyping) => {
          // Elsewhere it is no stop word, and its capitals are not told apart.
          fc.pre(asked !== 'US' || of === 'en');
          const query = parseQuery(asked, { isTyping });
          const text = words.join(' ');
          const found = scanWords(text).filter(({ start, end }) =>
            isFound(query, make(text.slice(start, end), { language: of })),
          );

          expect(locate(query, make(text, { language: of })).text).toEqual(
            found.map(({ start, end }) => ({ start, end })),
          );
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('are looked up once however long the query is', () => {
    const words = Array.from({ length: 256 }, (_, at) => `w${at}`);
    const { root } = parseQuery(words.join(' '));

    expect(root?.kind === 'all' && root.of.every((node): node is LeafNode => node.kind === 'word')).toBe(
      true,
    );
    expect(printed(words.join(' '), make(words.join(' '))).text).toEqual(words);
  });
});

function isFound(query: Query, document: SearchDocument): boolean {
  return naiveSearch(query, [document], { scan: scanWords, stem }).length > 0;
}
