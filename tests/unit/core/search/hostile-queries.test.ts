import { describe, expect, it } from 'vitest';
import type { ArticleId } from '#core/ids.ts';
import { createSearchIndex } from '#core/search/index/create-search-index.ts';
import { parseQuery } from '#core/search/query/parse-query.ts';
import { createGenerator } from '#tests/bench/search/generated-corpus.ts';

const queries: Readonly<Record<string, string>> = {
  'like a regular expression': '(a+)+$ ^(([a-z])+.)+[A-Z]([a-z])+$ .*.*.*=.* [^]]*',
  'of ten thousand letters': 'a'.repeat(10_000),
  'of ten thousand words': Array.from({ length: 10_000 }, (_, at) => `word${at}`).join(' '),
  'of ten thousand stars': '*'.repeat(10_000),
  'of stars and letters': 'a*'.repeat(2_000),
  'of all beginnings': [...'abcdefghijklmnopqrstuvwxyz'].map((letter) => `${letter}*`).join(' OR '),
  'of ten thousand parentheses': '('.repeat(10_000),
  'of nested parentheses': `${'('.repeat(3_000)}mali${')'.repeat(3_000)}`,
  'of ten thousand minus signs': '-'.repeat(10_000),
  'of ten thousand NOTs': `${'NOT '.repeat(10_000)}mali`,
  'of ten thousand ORs': Array.from({ length: 5_000 }, () => 'mali OR niger').join(' OR '),
  'of ten thousand quotation marks': '"'.repeat(10_000),
  'a phrase of ten thousand words': `"${'mali '.repeat(10_000)}"`,
  'near one another, very many': `"${'mali niger '.repeat(500)}"~1000000000`,
  'with a null byte': 'mali\0niger \0',
  'with a right-to-left override': 'ma\u202eli nig\u202cer \u2066x\u2069',
  'of emoji': '🔥👩‍👩‍👧‍👦🇲🇱'.repeat(500),
  'of lone surrogates': '\ud800\udc00\ud800 \udfff*',
  'of marks': `e${'\u0301'.repeat(10_000)}`,
  'of fuzzy words': Array.from({ length: 200 }, (_, at) => `mali${at}~2`).join(' OR '),
  'boosted beyond numbers': 'mali^1e309 niger^-1 gao^NaN',
  'of keys of objects': '__proto__ constructor:toString hasOwnProperty* __proto__~1',
};

describe('a query', () => {
  const generate = createGenerator();
  const index = createSearchIndex();
  index.add(
    Array.from({ length: 300 }, (_, at) => {
      const { id, title, text, language } = generate(at);
      return { id: id as ArticleId, title, text, noise: [], language, fingerprint: at };
    }),
  );

  it.each(Object.keys(queries))('%s is answered at once', (name) => {
    const query = queries[name] ?? '';
    const took = [true, false].flatMap((isTyping) =>
      // The faster of two: in the first the functions are still being compiled.
      Math.min(...[1, 2].map(() => timeOf(() => index.find(parseQuery(query, { isTyping }))))),
    );
    expect(Math.max(...took)).toBeLessThan(100);
  });
});

/** Milliseconds of the processor: what else the machine does is not the query's fault. */
function timeOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
