import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseAliases } from '#core/geo/parse-aliases.ts';
import { parseCountries } from '#core/geo/parse-countries.ts';
import { openPlaceNames, spellingKey } from '#core/geo/place-names.ts';
import { listPlaceNames } from './list-place-names.ts';

const file = 'resources/geo/place-names.tsv';

describe('the bundled list of places with several spellings', () => {
  const places = listPlaceNames({
    gazetteer: readFileSync('resources/geo/gazetteer.tsv', 'utf8'),
    aliases: parseAliases(readFileSync('resources/geo/aliases_seed.csv', 'utf8')),
    countries: parseCountries(readFileSync('resources/geo/countries.tsv', 'utf8')),
  });
  const tsv = places.map(({ id, name, spellings }) => `${id}\t${name}\t${spellings.join('|')}\n`).join('');
  // After a change of the gazetteer, the aliases or the scanner: WRITE_PLACE_NAMES=1 with this test writes the list anew.
  if (process.env.WRITE_PLACE_NAMES === '1') writeFileSync(file, tsv);

  it('is what the gazetteer, the aliases and the countries give', () => {
    expect(readFileSync(file, 'utf8') === tsv).toBe(true);
  });

  it('finds each place by each of its spellings, and has each spelling once', () => {
    const names = openPlaceNames(readFileSync(file, 'utf8'));
    const keys = places.map(({ spellings }) => [...new Set(spellings.map(spellingKey))]);

    for (const [at, place] of places.entries())
      for (const key of keys[at] ?? []) expect(names.find(key)).toEqual(place);
    expect(new Set(keys.flat()).size).toBe(keys.flat().length);
  });
});

describe('openPlaceNames', () => {
  const names = openPlaceNames(readFileSync(file, 'utf8'));
  const spellings = (name: string) => names.find(spellingKey(name))?.spellings ?? [];

  it.each([
    ['Tessit', 'Tesit'],
    ['tri-border area', 'three borders'],
    ['tri-border area', 'Liptako-Gourma'],
    ['Tin Zaouatine', 'Tinzawatène'],
    ['Tinzaouatine', 'Ti-n-Zaouatene'],
    ['Barsalogho', 'Barsalogo'],
    ['Timbuktu', 'Tombouctou'],
    ['Menaka', 'ميناكا'],
    ['Burkina', 'Burkina Faso'],
    ['Tchad', 'Chad'],
    ['Ivory Coast', 'Côte d’Ivoire'],
  ])('knows that %s is also %s', (name, other) => {
    expect(spellings(name)).toContain(other);
  });

  it.each(['FAMa', 'Wagner', 'session', 'time', 'say', 'you', 'grenade', 'nowhere at all', ''])(
    'knows no place %s',
    (name) => {
      expect(spellings(name)).toEqual([]);
    },
  );

  it('finds nothing in an empty list', () => {
    expect(openPlaceNames('').find('kidal')).toBeNull();
  });
});
