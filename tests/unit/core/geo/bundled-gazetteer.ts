import { readFileSync } from 'node:fs';
import { createGazetteer, type Gazetteer } from '#core/geo/create-gazetteer.ts';
import { parseAliases } from '#core/geo/parse-aliases.ts';
import { parseCountries } from '#core/geo/parse-countries.ts';
import { parseGazetteer } from '#core/geo/parse-gazetteer.ts';

const read = (name: string) => readFileSync(`resources/geo/${name}`, 'utf8');

/** The gazetteer that comes with the program. */
export function bundledGazetteer(): Gazetteer {
  return createGazetteer({
    table: parseGazetteer(read('gazetteer.tsv')),
    aliases: parseAliases(read('aliases_seed.csv')),
    countries: parseCountries(read('countries.tsv')),
  });
}
