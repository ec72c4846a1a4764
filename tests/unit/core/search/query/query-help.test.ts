import { describe, expect, it } from 'vitest';
import { describeQuery } from '#core/search/query/describe-query.ts';
import { parseQuery } from '#core/search/query/parse-query.ts';
import type { QueryNode } from '#core/search/query/query.ts';
import { addToQuery, queryHelp } from '#core/search/query/query-help.ts';
import { filterKeys } from '#core/search/query/read-filter.ts';

/** What each thing explained has to be understood as; a filter of its key where nothing is said. */
const kinds: Readonly<Record<string, QueryNode['kind']>> = {
  word: 'word',
  all: 'all',
  any: 'any',
  not: 'all',
  group: 'all',
  phrase: 'phrase',
  near: 'phrase',
  pattern: 'pattern',
  fuzzy: 'fuzzy',
  field: 'word',
  name: 'word',
  boost: 'any',
  actor: 'actor',
  noise: 'word',
};

const entries = queryHelp.flatMap(({ code, examples }) =>
  examples.map((example) => [example, code] as const),
);

describe('the help for queries', () => {
  it.each(entries)('%s is an example for %s', (example, code) => {
    const { root, inNoise } = parseQuery(example);

    expect(root?.kind).toBe(kinds[code] ?? 'filter');
    expect(inNoise).toBe(code === 'noise');
    if (code === 'name') expect(root).toMatchObject({ isName: true });
    if (code === 'near') expect(root).toMatchObject({ slack: 5 });
    if (code === 'not') expect(root).toMatchObject({ of: [{ kind: 'word' }, { kind: 'not' }] });
  });

  it('explains every filter', () => {
    const explained = entries.map(([example]) => /^(\w+):/.exec(example)?.[1]);

    expect(explained).toEqual(expect.arrayContaining([...filterKeys, 'title', 'text', 'actor']));
  });
});

describe('addToQuery', () => {
  it.each([
    ['', 'is:unread', 'is:unread'],
    ['gold', 'is:unread', 'gold AND is:unread'],
    ['gold', 'Mali OR Niger', 'gold AND (mali OR niger)'],
    ['Mali OR Niger', 'gold', '(mali OR niger) AND gold'],
    ['(Mali OR Niger) army', 'gold', '(mali OR niger) AND army AND gold'],
  ])('%s and %s', (query, added, expected) => {
    expect(describeQuery(parseQuery(addToQuery(query, added)))).toBe(expected);
  });
});
