import type { PlaceId } from '#core/ids.ts';
import {
  type Correction,
  collectNames,
  type GazetteerSources,
  type Names,
  otherNames,
} from './collect-names.ts';
import { createKeyFilter } from './key-filter.ts';
import { nameKey, nameWords } from './name-key.ts';
import type { Place } from './place.ts';
import { createPlaceSearch, type PlaceSearch } from './search-places.ts';
import { isTown } from './weigh-towns.ts';
import { createWordBook, type WordBook } from './word-book.ts';

/** A place with what makes it likely to be meant by a name. */
export type Candidate = {
  readonly place: Place;
  /** 0 for a village of which only the name is known, 8 for a capital. */
  readonly importance: number;
  readonly spelling: 'name' | 'other-spelling' | 'alias' | 'own-place';
};

/** Degrees, WGS 84. */
export type Bounds = {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
};

/** A town to be labelled on the map. */
export type Town = {
  readonly id: PlaceId;
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  readonly importance: number;
};

/** The places that are known, by their names. */
export type Gazetteer = {
  /** Every place that goes by this name, the most important first. */
  lookup(name: string): Place[];
  /** The same for a key of `nameKey`, in no order; nothing for a name that is known not to be a place. */
  candidates(key: string): readonly Candidate[];
  /** Places whose names are, begin with, hold or nearly are `text`, best first. */
  search(text: string, limit: number): Place[];
  has(key: string): boolean;
  /**
   * Whether a key of this hash may be one of `has` or `isNotAPlace`, or, when it does not begin with a capital, of
   * `needsNoCapital` or `isNotAPlace`; `false` is sure. Far cheaper than asking with the key.
   */
  mayKnow(hash: number, isCapital: boolean): boolean;
  /** What is known of a word of a text. */
  readonly readWord: WordBook;
  isNotAPlace(key: string): boolean;
  /** Whether a name is written small, as “tri-border area” is. */
  needsNoCapital(key: string): boolean;
  /** The country whose people a folded word names; `null` for any other word. */
  countryOfPeople(word: string): string | null;
  /** The most important towns in a box. */
  townsIn(bounds: Bounds, limit: number): Town[];
  /** The same with the analyst's own places. Cheap. */
  withPlaces(places: readonly Place[]): Gazetteer;
};

/** The three countries the program is made for: where a name leaves it open, they are likelier. */
export const coreCountries: readonly string[] = ['ML', 'NE', 'BF'];

const unitImportance: Readonly<Record<string, number>> = { A1: 3, A2: 1.5 };
const extraImportance = { country: 9, other: 5 } as const;
const ownImportance = 7;
/** Other spellings kept with a place: enough to recognise it, not forty languages. */
const aliasesKept = 8;

/** Make the gazetteer; takes a few tenths of a second for 58,000 places. */
export function createGazetteer(sources: GazetteerSources): Gazetteer {
  const base = createBase(collectNames(sources));
  return overlay(base, []);
}

type Base = ReturnType<typeof createBase>;

function createBase(names: Names) {
  const { table, weights, extras, corrections, byKey, aliasOf } = names;
  const places = new Map<number, Place>();
  const met = new Map<string, readonly Candidate[]>();
  const smallKeys = [...names.smallKeys, ...names.notPlaces];
  const mayBeSmall = createKeyFilter(smallKeys);
  const mayBeCapital = createKeyFilter([...byKey.keys(), ...names.notPlaces]);
  let searchNumbers: PlaceSearch | null = null;

  function placeAt(number: number): Place {
    const known = places.get(number);
    if (known !== undefined) return known;
    const made =
      extras[number - table.size] ?? withCorrection(rowPlace(names, number), corrections.get(number));
    places.set(number, made);
    return made;
  }

  function importanceOf(number: number): number {
    if (number < table.size)
      return unitImportance[table.types[number] ?? ''] ?? weights.importance[number] ?? 0;
    return placeAt(number).type === 'country' ? extraImportance.country : extraImportance.other;
  }

  /** The same names come again and again: what they stand for is worked out once. Bounded by the names there are. */
  function candidates(key: string): readonly Candidate[] {
    const known = met.get(key);
    if (known !== undefined) return known;
    const found = findCandidates(key);
    if (found.length > 0) met.set(key, found);
    return found;
  }

  function findCandidates(key: string): readonly Candidate[] {
    return (byKey.get(key) ?? []).map((number) => {
      const place = placeAt(number);
      const spelling =
        aliasOf.get(key) === number ? 'alias' : nameKey(place.name) === key ? 'name' : 'other-spelling';
      return { place, importance: importanceOf(number), spelling };
    });
  }

  function search(key: string, limit: number): Place[] {
    const count = table.size + extras.length;
    const weightOf = (_: unknown, number: number) => importanceOf(number) + (isCore(names, number) ? 1 : 0);
    searchNumbers ??= createPlaceSearch({ byKey, weights: Float32Array.from({ length: count }, weightOf) });
    return searchNumbers(key, limit).map(placeAt);
  }

  return { names, placeAt, importanceOf, candidates, search, smallKeys, mayBeSmall, mayBeCapital };
}

function isCore({ table, extras }: Names, number: number): boolean {
  return coreCountries.includes(table.countries[number] ?? extras[number - table.size]?.country ?? '');
}

function rowPlace({ table }: Names, row: number): Place {
  const type = table.types[row] ?? 'P';
  const geoNames = table.geonames[row] ?? 0;
  const latin = otherNames(table, row).filter((name) => /^[\p{Script=Latin}\P{L}]+$/u.test(name));
  return {
    id: `g:${table.ids[row]}` as PlaceId,
    name: table.names[row] ?? '',
    aliases: latin.slice(0, aliasesKept),
    country: table.countries[row] ?? '',
    type: type === 'L' ? 'P' : type,
    lat: table.lats[row] ?? null,
    lon: table.lons[row] ?? null,
    precision: type === 'A1' || type === 'A2' ? 'area' : 'exact',
    source: geoNames > 0 ? `GeoNames ${geoNames}` : `Who’s On First ${table.ids[row]}`,
    note: '',
  };
}

function withCorrection(place: Place, correction: Correction | undefined): Place {
  if (correction === undefined) return place;
  const added = correction.aliases.filter((name) => name !== place.name);
  return { ...place, ...correction, aliases: [...new Set([...added, ...place.aliases])] };
}

/** The base with the analyst's own places before its own, and with what they say of its own. */
function overlay(base: Base, own: readonly Place[]): Gazetteer {
  const { names } = base;
  const corrected = new Map(own.map((place) => [place.id, place]));
  const mine = indexOwn(own);
  const now = (place: Place) => corrected.get(place.id) ?? place;
  const ownCandidates = (key: string, known: readonly Candidate[]): Candidate[] =>
    mine
      .called(key)
      .filter(({ id }) => !known.some(({ place }) => place.id === id))
      .map((place) => ({ place, importance: ownImportance, spelling: 'own-place' }));
  const has = (key: string) => names.byKey.has(key) || mine.keys.has(key);
  // What the analyst calls a place is one, whatever the table says.
  const isNotAPlace = (key: string) => names.notPlaces.has(key) && !mine.keys.has(key);
  const candidates = (key: string): readonly Candidate[] => {
    if (isNotAPlace(key)) return [];
    const known = base.candidates(key);
    if (own.length === 0) return known;
    const kept = known
      .filter(({ place }) => !isTakenName(corrected.get(place.id), key))
      .map((one) => ({ ...one, place: now(one.place) }));
    return [...ownCandidates(key, kept), ...kept];
  };
  const countryOfPeople = (word: string) => names.people.get(word) ?? null;
  const mayBeOwn = createKeyFilter([...mine.keys.keys()]);

  return {
    has,
    isNotAPlace,
    candidates,
    lookup: (name) =>
      [...candidates(nameKey(name))].sort((a, b) => b.importance - a.importance).map(({ place }) => place),
    search(text, limit) {
      const key = nameKey(text);
      if (key === '') return [];
      const { holding, nearly } = mine.search(key, limit);
      return [...new Set([...holding, ...base.search(key, limit).map(now), ...nearly])].slice(0, limit);
    },
    needsNoCapital: (key) => names.smallKeys.has(key),
    mayKnow: (hash, isCapital) =>
      isCapital ? base.mayBeCapital(hash) || mayBeOwn(hash) : base.mayBeSmall(hash),
    readWord: createWordBook({ candidates, countryOfPeople, smallKeys: base.smallKeys }),
    countryOfPeople,
    townsIn: (bounds, limit) =>
      townsIn(base, bounds, limit).flatMap((town) => nowTown(town, corrected.get(town.id))),
    withPlaces: (places) => overlay(base, places),
  };
}

/** The analyst's places by the keys of their names. The search is made ready when it is first asked for. */
function indexOwn(own: readonly Place[]) {
  const byKey = new Map<string, number[]>();
  for (const [number, place] of own.entries())
    for (const key of new Set([place.name, ...place.aliases].map(nameKey))) {
      const namesakes = byKey.get(key);
      if (key === '') continue;
      if (namesakes === undefined) byKey.set(key, [number]);
      else namesakes.push(number);
    }
  const called = (key: string) => (byKey.get(key) ?? []).flatMap((number) => own[number] ?? []);
  let find: PlaceSearch | null = null;

  /** Best first: those with `key` in a name, and those with something nearly like it. */
  function search(key: string, limit: number): { readonly holding: Place[]; readonly nearly: Place[] } {
    if (own.length === 0) return { holding: [], nearly: [] };
    find ??= createPlaceSearch({ byKey, weights: new Float32Array(own.length) });
    const found = find(key, limit).flatMap((number) => own[number] ?? []);
    const holds = ({ name, aliases }: Place) => [name, ...aliases].some((one) => nameKey(one).includes(key));
    // Another number is another place, not a mistake.
    const nearly = /\d/.test(key) ? [] : found.filter((place) => !holds(place));
    return { holding: found.filter(holds), nearly };
  }

  return { keys: byKey, called, search };
}

/** Whether the analyst took a name of the program's from a place. */
function isTakenName(place: Place | undefined, key: string): boolean {
  if (place?.original === undefined) return false;
  const isNamed = ({ name, aliases }: Pick<Place, 'name' | 'aliases'>) =>
    [name, ...aliases].some((one) => nameKey(one) === key);
  return isNamed(place.original) && !isNamed(place);
}

/** A town as the analyst has it; none when they say that nobody has located it. */
function nowTown(town: Town, place: Place | undefined): Town[] {
  if (place === undefined) return [town];
  const { name, lat, lon } = place;
  return lat === null || lon === null ? [] : [{ ...town, name, lat, lon }];
}

function townsIn({ names, placeAt, importanceOf }: Base, bounds: Bounds, limit: number): Town[] {
  const { table, weights } = names;
  const rows: number[] = [];
  for (let row = 0; row < table.size; row++) {
    const lat = table.lats[row] ?? 0;
    const lon = table.lons[row] ?? 0;
    if (lat < bounds.south || lat > bounds.north || lon < bounds.west || lon > bounds.east) continue;
    if (weights.isDouble[row] === 0 && isTown(table.types[row]) && table.types[row] !== 'N') rows.push(row);
  }
  return rows
    .sort((a, b) => importanceOf(b) - importanceOf(a) || a - b)
    .slice(0, limit)
    .map((row) => {
      // Through the place, which knows of corrected coordinates.
      const { id, name, lat, lon } = placeAt(row);
      return { id, name, lat: lat ?? 0, lon: lon ?? 0, importance: importanceOf(row) };
    });
}

/** Whether one of the names of a place has exactly these folded words. */
export function hasWords(place: Place, folded: readonly string[]): boolean {
  return [place.name, ...place.aliases].some((name) => {
    const own = nameWords(name);
    return own.length === folded.length && own.every((word, at) => word === folded[at]);
  });
}
