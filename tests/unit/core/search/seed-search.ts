import { readFileSync } from 'node:fs';
import { parseActors } from '#core/actors/parse-actors.ts';
import { openPlaceNames } from '#core/geo/place-names.ts';
import { createSearchIndex } from '#core/search/index/create-search-index.ts';
import { expandQuery } from '#core/search/names/alias-expansion.ts';
import { createAliasRegistry } from '#core/search/names/alias-registry.ts';
import { parseQuery } from '#core/search/query/parse-query.ts';
import type { Query } from '#core/search/query/query.ts';
import { importSeeds } from './seed-documents.ts';

/** The bundled registry: actors and places. */
export const bundledRegistry = createAliasRegistry(
  parseActors(JSON.parse(readFileSync('resources/actors.json', 'utf8'))),
  openPlaceNames(readFileSync('resources/geo/place-names.tsv', 'utf8')),
);

/** The starter articles. */
export const seeds = await importSeeds();

const index = createSearchIndex();
index.add(seeds);

/** A query as the program searches for it, other spellings of names included. */
export function understand(text: string): Query {
  return expandQuery(parseQuery(text), bundledRegistry, { expands: true, withoutAliases: [] }).query;
}

/** The starter articles the index finds, the best first. */
export function findSeeds(query: Query): string[] {
  const { slots, scoreOf } = index.find(query);
  const best = [...slots].sort((a, b) => scoreOf(b) - scoreOf(a) || a - b);
  return best.flatMap((slot) => index.idAt(slot) ?? []);
}
