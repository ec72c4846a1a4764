import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseActors } from '#core/actors/parse-actors.ts';
import { openPlaceNames } from '#core/geo/place-names.ts';
import { expandQuery } from '#core/search/alias-expansion.ts';
import { createAliasRegistry } from '#core/search/alias-registry.ts';
import { createSearchIndex } from '#core/search/create-search-index.ts';
import { locate } from '#core/search/locate.ts';
import { parseQuery } from '#core/search/parse-query.ts';
import type { Query } from '#core/search/query.ts';
import { scanWords } from '#core/search/scan-words.ts';
import { stem } from '#core/search/stemmers.ts';
import { naiveSearch } from './naive-search.ts';
import { importSeeds, seedTruth } from './seed-documents.ts';

const actors = parseActors(JSON.parse(readFileSync('resources/actors.json', 'utf8')));
const places = openPlaceNames(readFileSync('resources/geo/place-names.tsv', 'utf8'));
const registry = createAliasRegistry(actors, places);
const seeds = await importSeeds();

function expanded(text: string): Query {
  return expandQuery(parseQuery(text), registry, { expands: true, withoutAliases: [] }).query;
}

const index = createSearchIndex();
index.add(seeds);

/** What the index finds. */
function find(query: Query): string[] {
  const { slots } = index.find(query);
  return [...slots].flatMap((slot) => index.idAt(slot) ?? []).sort();
}

/** What reading every text finds. */
function read(query: Query): string[] {
  return naiveSearch(query, seeds, { scan: scanWords, stem });
}

describe.each(seedTruth.golden_queries)('the golden query $query', (golden) => {
  const literal = parseQuery(golden.query);
  const expansion = expanded(golden.query);

  it('finds exactly its articles as it stands', () => {
    expect(find(literal)).toEqual(golden.expect_literal_whole_word);
    expect(read(literal)).toEqual(golden.expect_literal_whole_word);
  });

  it('finds exactly its articles with the other spellings', () => {
    expect(find(expansion)).toEqual(golden.expect_with_alias_expansion);
    expect(read(expansion)).toEqual(golden.expect_with_alias_expansion);
  });

  it('says where it stands in each of them', () => {
    for (const seed of seeds.filter(({ id }) => golden.expect_with_alias_expansion.includes(id))) {
      const { title, text } = locate(expansion, seed);

      expect(title.length + text.length).toBeGreaterThan(0);
    }
  });
});
