import { coreCountries } from '#core/geo/create-gazetteer.ts';
import type { Alias } from '#core/geo/parse-aliases.ts';
import type { Country } from '#core/geo/parse-countries.ts';
import { type PlaceName, spellingKey } from '#core/geo/place-names.ts';
import { scanWords } from '#core/search/scan-words.ts';

/** Where names of places come from. */
export type PlaceNameSources = {
  /** The bundled gazetteer as it is stored: see `parseGazetteer`. */
  readonly gazetteer: string;
  readonly aliases: readonly Alias[];
  readonly countries: readonly Country[];
};

/**
 * The places that have several spellings, each spelling with one place only: first what our own table says, then
 * countries, then regions and towns, then villages. In the gazetteer some other spellings are translations of a word that
 * looks like the name (a village Temps is also “Zeit” there): only those are taken that resemble the name, and Arabic ones
 * of regions and towns.
 */
export function listPlaceNames({ gazetteer, aliases, countries }: PlaceNameSources): PlaceName[] {
  const notPlaces = aliases.flatMap(({ kind, surface }) => (kind === 'not-a-place' ? [surface] : []));
  const places = createPlaces([...notPlaces, ...wordsThatArePlaces]);
  const rows = readRows(gazetteer);
  const byNumber = new Map(rows.flatMap((row) => row.numbers.map((number) => [number, row] as const)));
  for (const { kind, surface, canonical, source } of aliases) {
    if (kind === 'not-a-place') continue;
    const row = byNumber.get(/(?:GeoNames|WOF) \d+/.exec(source)?.[0] ?? '');
    const id = row === undefined ? `a:${spellingKey(canonical)}` : `g:${row.id}`;
    const others = row === undefined ? [] : [row.name, ...row.others];
    places.add({ id, name: canonical, spellings: [canonical, surface, ...others] });
  }
  for (const { code, en, fr, others } of countries)
    places.add({ id: `c:${code}`, name: en, spellings: [en, fr, ...others] });
  const weighty = rows.filter(({ isWeighty }) => isWeighty);
  for (const { id, name } of weighty) places.add({ id: `g:${id}`, name, spellings: [name] });
  for (const row of weighty) {
    const spellings = [row.name, ...row.others.filter((other) => isSpelling(other, row))];
    places.add({ id: `g:${row.id}`, name: row.name, spellings });
  }
  const counts = countKeys(rows);
  for (const row of rows.filter((one) => isVillage(one) && counts.get(spellingKey(one.name)) === 1)) {
    const spellings = row.others.filter((other) => isLatin(other) && counts.get(spellingKey(other)) === 1);
    places.add({ id: `g:${row.id}`, name: row.name, spellings: [row.name, ...spellings] });
  }
  return places.list();
}

/** Words and first names that are also places: who types one hardly means the place. */
const wordsThatArePlaces = `
  atlantique banana banane car central centrale centre chili come demon dire dominique eau est fenian gonna grenade jumbo
  kabul karma manila maritime maurice minima nord ouest save say session sud tasker tone
`
  .trim()
  .split(/\s+/);

/** Gather places; a spelling stays with the first place that has it, and a place with a known name joins that one. */
function createPlaces(refused: readonly string[]) {
  const owners = new Map<string, string>(refused.map((name) => [spellingKey(name), '']));
  const byId = new Map<string, { id: string; name: string; spellings: string[] }>();

  function add({ id, name, spellings }: PlaceName): void {
    const owner = owners.get(spellingKey(name)) ?? byId.get(id)?.id ?? id;
    if (owner === '') return;
    const place = byId.get(owner) ?? { id, name, spellings: [] };
    byId.set(owner, place);
    for (const text of spellings) {
      const key = spellingKey(text);
      const holder = owners.get(key);
      if (key.length < 2 || (holder !== undefined && holder !== owner)) continue;
      owners.set(key, owner);
      if (!place.spellings.some((one) => sameWords(one, text))) place.spellings.push(text);
    }
  }

  return { add, list: () => [...byId.values()].filter(({ spellings }) => spellings.length > 1) };
}

function sameWords(a: string, b: string): boolean {
  const [left, right] = [scanWords(a), scanWords(b)];
  return left.length === right.length && left.every(({ word }, at) => word === right[at]?.word);
}

/** A line of the gazetteer. */
type Row = {
  readonly id: string;
  /** As sources name it: `GeoNames 2449990`, `WOF 1259472925`. */
  readonly numbers: readonly string[];
  readonly type: string;
  readonly name: string;
  readonly others: readonly string[];
  /** A region or district of the core countries, or a town of some size. */
  readonly isWeighty: boolean;
};

function readRows(tsv: string): Row[] {
  return tsv.split('\n').flatMap((line) => {
    const [id = '', geoNames = '', country = '', type = '', , , population, rank, name = '', alternates] =
      line.split('\t');
    if (name === '' || type === 'A0') return [];
    const others = (alternates ?? '')
      .split('|')
      .filter((other) => other !== '' && !/^[A-Z]{2,4}$/.test(other));
    const isUnit = (type === 'A1' || type === 'A2') && coreCountries.includes(country);
    const isTown = (type === 'P' || type === 'L') && (Number(population) >= 1_000 || rank !== '');
    return [
      { id, numbers: [`GeoNames ${geoNames}`, `WOF ${id}`], type, name, others, isWeighty: isUnit || isTown },
    ];
  });
}

function isSpelling(other: string, { name }: Row): boolean {
  if (isLatin(other)) return resembles(name, other);
  // One word, since regions are “region of …” in Arabic; letters of Persian and Urdu are left out.
  return /^[\u0621-\u064a]+$/.test(other);
}

function isVillage({ type, name, others, isWeighty }: Row): boolean {
  const latin = others.filter(isLatin);
  return (
    !isWeighty &&
    (type === 'P' || type === 'N') &&
    latin.length > 0 &&
    latin.every((one) => resembles(name, one))
  );
}

function isLatin(text: string): boolean {
  return /^[\p{Script=Latin}\P{L}]+$/u.test(text);
}

/** Shorter names resemble too many words. */
const shortest = 5;

/** Whether at most two letters in five differ. */
function resembles(name: string, other: string): boolean {
  const [a, b] = [spellingKey(name), spellingKey(other)];
  const allowed = Math.floor(Math.max(a.length, b.length) * 0.4);
  return Math.min(a.length, b.length) >= shortest && mistakesBetween(a, b, allowed) <= allowed;
}

/** How many rows have a spelling. */
function countKeys(rows: readonly Row[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { name, others } of rows) {
    for (const key of new Set([name, ...others].map(spellingKey)))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Levenshtein's distance, or anything above `allowed` as soon as it must be more. */
function mistakesBetween(a: string, b: string, allowed: number): number {
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const value = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      row.push(value);
      least = Math.min(least, value);
    }
    if (least > allowed) return least;
    previous = row;
  }
  return previous[b.length] ?? allowed + 1;
}
