import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleId } from '#core/ids.ts';
import { locate } from '#core/search/locate.ts';
import { spellingsOf } from '#core/search/names/alias-registry.ts';
import { parseQuery } from '#core/search/query/parse-query.ts';
import type { Query } from '#core/search/query/query.ts';
import { scanWords } from '#core/search/scan-words.ts';
import { stem } from '#core/search/stemmers.ts';
import { naiveSearch } from './naive-search.ts';
import { seedTruth } from './seed-documents.ts';
import { bundledRegistry, findSeeds, seeds, understand } from './seed-search.ts';

/** What reading every text finds. */
function read(query: Query): string[] {
  return naiveSearch(query, seeds, { scan: scanWords, stem });
}

describe.each(seedTruth.golden_queries)('the golden query $query', (golden) => {
  const literal = parseQuery(golden.query);
  const expansion = understand(golden.query);

  it('finds exactly its articles as it stands', () => {
    expect(findSeeds(literal).sort()).toEqual(golden.expect_literal_whole_word);
    expect(read(literal)).toEqual(golden.expect_literal_whole_word);
  });

  it('finds exactly its articles with the other spellings', () => {
    expect(findSeeds(expansion).sort()).toEqual(golden.expect_with_alias_expansion);
    expect(read(expansion)).toEqual(golden.expect_with_alias_expansion);
  });

  it('says where it stands in each of them', () => {
    for (const seed of seeds.filter(({ id }) => golden.expect_with_alias_expansion.includes(id))) {
      const { title, text } = locate(expansion, seed);

      expect(title.length + text.length).toBeGreaterThan(0);
    }
  });
});

describe('names of the bundled registry', () => {
  const names = bundledRegistry.actors.flatMap(({ id, spellings }) => [
    `actor:${id}`,
    ...spellings.map(({ text }) => text),
  ]);
  const piece = fc.oneof(
    fc.constantFrom(...names),
    fc.constantFrom(
      'Kidal',
      'tri-border area',
      'Tin Zaouatine',
      'attack',
      'OR',
      'NOT',
      '(',
      ')',
      'title:Mali',
    ),
  );

  it('are found wherever a clear spelling stands, though some are left out of what is searched', () => {
    for (const entry of bundledRegistry.actors) {
      const of = spellingsOf(entry).flatMap(({ nodes }) => nodes);
      for (const { text } of entry.spellings.filter(({ isOpen }) => !isOpen)) {
        const document = { id: 'x' as ArticleId, title: '', text, noise: [], language: 'und' as const };
        const query: Query = { root: { kind: 'any', of }, inNoise: false, isCut: false };

        expect([text, naiveSearch(query, [document], { scan: scanWords, stem })]).toEqual([text, ['x']]);
      }
    }
  });

  it('are found together as reading every text finds them', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (pieces) => {
        const query = understand(pieces.join(' '));

        expect(findSeeds(query).sort()).toEqual(read(query));
      }),
      { numRuns: 300 },
    );
  });

  it('are each found as reading every text finds them', { timeout: 60_000 }, () => {
    for (const name of names) {
      const query = understand(name);

      expect([name, findSeeds(query).sort()]).toEqual([name, read(query)]);
    }
  });
});
