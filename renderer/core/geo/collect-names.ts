import type { PlaceId } from '#core/ids.ts';
import { nameKey } from './name-key.ts';
import type { Alias } from './parse-aliases.ts';
import type { Country } from './parse-countries.ts';
import type { GazetteerTable } from './parse-gazetteer.ts';
import type { Place } from './place.ts';
import { isTown, type TownWeights, weighTowns } from './weigh-towns.ts';

/** What the gazetteer is made of. */
export type GazetteerSources = {
  readonly table: GazetteerTable;
  readonly aliases: readonly Alias[];
  readonly countries: readonly Country[];
};

/**
 * All names with the places they may mean. Places are numbered: the rows of the table first, then `extras`.
 */
export type Names = {
  readonly table: GazetteerTable;
  readonly weights: TownWeights;
  readonly byKey: ReadonlyMap<string, readonly number[]>;
  /** Countries, and places only the aliases know. */
  readonly extras: readonly Place[];
  /** What the aliases say otherwise of a row, and the names they add to it. */
  readonly corrections: ReadonlyMap<number, Correction>;
  /** Names of the table of aliases: key to the place they stand for. */
  readonly aliasOf: ReadonlyMap<string, number>;
  /** Keys of aliases written small (“tri-border area”), which need no capital. */
  readonly smallKeys: ReadonlySet<string>;
  readonly notPlaces: ReadonlySet<string>;
  /** Folded words for a country's people to its code. */
  readonly people: ReadonlyMap<string, string>;
};

/** What the table of aliases says of a row; `aliases` are to be added. */
export type Correction = Partial<Place> & { readonly aliases: readonly string[] };

/** Gather names from the table, the list of countries and the aliases. */
export function collectNames({ table, aliases, countries }: GazetteerSources): Names {
  const weights = weighTowns(table);
  const byKey = new Map<string, number[]>();
  const extras: Place[] = [];
  const add = (name: string, place: number) => {
    const key = nameKey(name);
    const places = byKey.get(key);
    if (key.length < 2 || places?.includes(place)) return;
    if (places === undefined) byKey.set(key, [place]);
    else places.push(place);
  };
  const addExtra = (place: Place): number => table.size + extras.push(place) - 1;

  for (let row = 0; row < table.size; row++) {
    if (weights.isDouble[row] === 1 || table.types[row] === 'A0') continue;
    add(table.names[row] ?? '', row);
    for (const name of otherNames(table, row)) add(name, row);
  }
  for (const country of countries) {
    const number = addExtra(countryPlace(country, table));
    for (const name of [country.en, country.fr, ...country.others]) add(name, number);
  }
  const people = new Map(
    countries.flatMap(({ code, people: words }) => words.map((word) => [nameKey(word), code])),
  );
  return { table, weights, byKey, extras, people, ...addAliases(aliases, table, { add, addExtra, extras }) };
}

/** Other spellings of a row, without codes of airports and what only the people of a country are called. */
export function otherNames(table: GazetteerTable, row: number): string[] {
  const names = table.alternates[row]?.split('|') ?? [];
  return names.filter((name) => name !== '' && !/^[A-Z]{2,4}$/.test(name));
}

function countryPlace({ code, en, fr, others }: Country, table: GazetteerTable): Place {
  const row = table.types.findIndex((type, index) => type === 'A0' && table.countries[index] === code);
  const isKnown = row >= 0;
  return {
    id: `c:${code}` as PlaceId,
    name: en,
    aliases: [...new Set([fr, ...others])].filter((name) => name !== en),
    country: code,
    type: 'country',
    lat: isKnown ? (table.lats[row] ?? null) : null,
    lon: isKnown ? (table.lons[row] ?? null) : null,
    precision: isKnown ? 'area' : 'unknown',
    source: isKnown ? `Who’s On First ${table.ids[row]}` : 'Unicode CLDR',
    note: '',
  };
}

type Adders = {
  readonly add: (name: string, place: number) => void;
  readonly addExtra: (place: Place) => number;
  readonly extras: Place[];
};

function addAliases(aliases: readonly Alias[], table: GazetteerTable, { add, addExtra, extras }: Adders) {
  const corrections = new Map<number, Correction>();
  const aliasOf = new Map<string, number>();
  const smallKeys = new Set<string>();
  const notPlaces = new Set<string>();
  const made = new Map<string, number>();

  for (const alias of aliases) {
    const key = nameKey(alias.surface);
    if (alias.kind === 'not-a-place') {
      notPlaces.add(key);
      continue;
    }
    let number = findRow(alias, table) ?? made.get(nameKey(alias.canonical));
    if (number === undefined) {
      number = addExtra(aliasPlace(alias));
      made.set(nameKey(alias.canonical), number);
    }
    if (number < table.size) corrections.set(number, correct(corrections.get(number), alias));
    else extras[number - table.size] = withAlias(extras[number - table.size] ?? aliasPlace(alias), alias);
    add(alias.surface, number);
    add(alias.canonical, number);
    aliasOf.set(key, number);
    if (/^\p{Ll}/u.test(alias.surface)) smallKeys.add(key);
  }
  return { corrections, aliasOf, smallKeys, notPlaces };
}

/** The row an alias speaks of, by the number its source names. */
function findRow({ source }: Alias, table: GazetteerTable): number | undefined {
  const geoNames = /GeoNames (\d+)/.exec(source)?.[1];
  const wof = /WOF (\d+)/.exec(source)?.[1];
  const row =
    geoNames === undefined
      ? -1
      : table.geonames.findIndex((id, index) => id === Number(geoNames) && isTown(table.types[index]));
  const found = row === -1 && wof !== undefined ? table.ids.indexOf(wof) : row;
  return found === -1 ? undefined : found;
}

function aliasPlace(alias: Alias): Place {
  const { canonical, country, kind, lat, lon, source, note, unit } = alias;
  const isLocated = kind !== 'unlocated' && lat !== null && lon !== null;
  return {
    id: `a:${nameKey(canonical)}` as PlaceId,
    name: canonical,
    aliases: [],
    country,
    type: kind === 'region' || kind === 'informal' ? kind : 'P',
    lat: isLocated ? lat : null,
    lon: isLocated ? lon : null,
    precision: isLocated ? precisionOf(alias) : 'unknown',
    source,
    note,
    ...(unit === '' ? {} : { unit }),
  };
}

function withAlias(place: Place, { surface }: Alias): Place {
  const isNew = surface !== place.name && !place.aliases.includes(surface);
  return isNew ? { ...place, aliases: [...place.aliases, surface] } : place;
}

/** Only an alias that is less than sure of its coordinates says them: it has corrected the row's. */
function correct(before: Correction | undefined, alias: Alias): Correction {
  const { surface, confidence, lat, lon, source, unit } = alias;
  const note = alias.note || before?.note || '';
  const aliases = [...(before?.aliases ?? []), surface];
  const said = { ...before, aliases, ...(unit === '' ? {} : { unit }) };
  if (confidence === 'high') return { ...said, ...(note === '' ? {} : { note }) };
  return { ...said, lat, lon, source, note, precision: precisionOf(alias) };
}

function precisionOf({ kind, confidence }: Alias): Place['precision'] {
  if (kind === 'region' || kind === 'informal') return 'area';
  return confidence === 'high' ? 'exact' : 'near';
}
