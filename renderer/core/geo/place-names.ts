import { scanWords } from '#core/search/scan-words.ts';
import { fold } from '#core/text/fold.ts';

/** A place with all its spellings, its name mostly among them. */
export type PlaceName = {
  readonly id: string;
  readonly name: string;
  readonly spellings: readonly string[];
};

/** The names of places that have other spellings. */
export type PlaceNames = {
  /** The place that goes by this key (`spellingKey`); `null`: none, several, or one that is spelled in one way only. */
  find(key: string): PlaceName | null;
  readonly size: number;
};

/** What a spelling is found by: its words as a text is searched for them, joined. */
export function spellingKey(text: string): string {
  return scanWords(text)
    .map(({ word }) => word)
    .join('');
}

/**
 * Open the bundled list of places with several spellings: id, name and spellings (parted by `|`), by tabs. The names that
 * begin with a letter are only read when one of them is asked for, and a place is unpacked each time: what is kept beside
 * the list are some numbers.
 */
export function openPlaceNames(tsv: string): PlaceNames {
  const lines = lineStarts(tsv);
  const placeAt = (line: number) => readLine(tsv, lines[line] ?? 0);
  const byInitial = new Map<string, Keys>();
  let initials: Map<string, number[]> | null = null;

  function keysOf(initial: string): Keys {
    const known = byInitial.get(initial);
    if (known !== undefined) return known;
    initials ??= groupByInitial(tsv, lines);
    const numbers = initials.get(initial) ?? [];
    initials.delete(initial);
    const keys = sortKeys(numbers.map((line) => ({ line, spellings: placeAt(line).spellings })));
    byInitial.set(initial, keys);
    return keys;
  }

  return {
    size: lines.length,
    find(key) {
      const { hashes, owners } = keysOf(key.charAt(0));
      const hash = hashOf(key);
      for (let at = firstOf(hashes, hash); hashes[at] === hash; at++) {
        const place = placeAt(owners[at] ?? 0);
        if (place.spellings.some((text) => spellingKey(text) === key)) return place;
      }
      return null;
    },
  };
}

/** The hashes of keys in order, and the line each belongs to. */
type Keys = { readonly hashes: Uint32Array; readonly owners: Uint32Array };

function sortKeys(places: readonly { readonly line: number; readonly spellings: readonly string[] }[]): Keys {
  const pairs = places.flatMap(({ line, spellings }) =>
    spellings.map((text) => ({ hash: hashOf(spellingKey(text)), line })),
  );
  pairs.sort((a, b) => a.hash - b.hash);
  return {
    hashes: Uint32Array.from(pairs, ({ hash }) => hash),
    owners: Uint32Array.from(pairs, ({ line }) => line),
  };
}

/** The lines that have a spelling whose key may begin with a letter. */
function groupByInitial(tsv: string, lines: Uint32Array): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  const add = (letter: string, line: number) => {
    const initial = fold(letter).charAt(0);
    const group = groups.get(initial);
    if (group === undefined) groups.set(initial, [line]);
    else if (group.at(-1) !== line) group.push(line);
  };
  for (const [line, start] of lines.entries()) {
    for (const text of readLine(tsv, start).spellings) {
      add(text.charAt(0), line);
      // An elided `N'` is left out of keys.
      const elided = text.search(apostrophe);
      if (elided >= 0 && elided < longestElision) add(text.charAt(elided + 1), line);
    }
  }
  return groups;
}

const apostrophe = /['\u2018\u2019\u02bc]/;
const longestElision = 8;

/** Where the lines begin that are not empty. */
function lineStarts(text: string): Uint32Array {
  const starts: number[] = [];
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const next = end === -1 ? text.length : end;
    if (next > at) starts.push(at);
    at = next + 1;
  }
  return Uint32Array.from(starts);
}

function readLine(text: string, start: number): PlaceName {
  const end = text.indexOf('\n', start);
  const [id = '', name = '', spellings = ''] = text.slice(start, end === -1 ? text.length : end).split('\t');
  return { id, name, spellings: spellings.split('|') };
}

/** FNV-1a over UTF-16 units. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Where the first of the sorted `hashes` stands that is not below `hash`. */
function firstOf(hashes: Uint32Array, hash: number): number {
  let low = 0;
  let high = hashes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((hashes[middle] ?? 0) < hash) low = middle + 1;
    else high = middle;
  }
  return low;
}
