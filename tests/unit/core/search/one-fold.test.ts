import { describe, expect, it } from 'vitest';
import { findTags } from '#core/codebook/find-tags.ts';
import type { Tag } from '#core/codebook/tag.ts';
import type { Place } from '#core/geo/place.ts';
import type { ArticleId, PlaceId, TagId } from '#core/ids.ts';
import { findWords } from '#core/search/find-words.ts';
import { createSearchIndex } from '#core/search/index/create-search-index.ts';
import { parseQuery } from '#core/search/query/parse-query.ts';
import { scanWords } from '#core/search/scan-words.ts';
import { findFolded } from '#core/text/fold.ts';
import { bundledGazetteer } from '#tests/unit/core/geo/bundled-gazetteer.ts';

const gazetteer = bundledGazetteer();

/** The searches of the program, each asked whether `query` finds what is called or reads `written`. */
const searches: Readonly<Record<string, (written: string, query: string) => boolean>> = {
  'the index': (written, query) => {
    const index = createSearchIndex();
    const id = 'a' as ArticleId;
    index.add([{ id, title: '', text: written, noise: [], language: 'und', fingerprint: 0 }]);
    return index.find(parseQuery(`"${query}"`)).total === 1;
  },
  'the find bar': (written, query) => findFolded(written, query).length > 0,
  'the find bar for whole words': (written, query) => findWords(scanWords(written), query).length > 0,
  'the tag search': (written, query) => {
    const { byName } = findTags(query, [makeTag(written)]);
    return byName.length === 1;
  },
  'the place search': (written, query) => {
    const own = makePlace(written);
    return gazetteer.withPlaces([own]).search(query, 5).includes(own);
  },
};

/** Read alike by all of them. */
const alike: readonly (readonly [written: string, query: string])[] = [
  ['Ménaka', 'Menaka'],
  ['Menaka', 'ménaka'],
  ['MÉNAKA', 'menaka'],
  ['Ménaka', 'Me\u0301naka'],
  ['Me\u0301naka', 'Ménaka'],
  ['l’armée', 'armée'],
  ["l'armée", 'armee'],
  ['l’armée', "l'armée"],
  ["l'armée", 'l’armee'],
  ['cœur', 'coeur'],
  ['Œuvre', 'oeuvre'],
  ['Straße', 'strasse'],
  ['Tin\u00a0Zaouatine', 'tin zaouatine'],
  ['Mé\u00adnaka', 'ménaka'],
  ['أزواد', 'ازواد'],
  ['إياد', 'اياد'],
  ['القاعدة', 'القاعده'],
  ['مالى', 'مالي'],
  ['مـــالي', 'مالي'],
  ['مَالِي', 'مالي'],
  ['کیدال', 'كيدال'],
  ['قطاع ٢٠٢', 'قطاع 202'],
];

/** Kept apart by all of them. */
const apart: readonly (readonly [written: string, query: string])[] = [
  ['Ménaka', 'Monaco'],
  ['armée', 'arma'],
  ['مالي', 'مصر'],
  ['2024', '2023'],
];

describe.each(Object.entries(searches))('%s', (_, finds) => {
  it.each(alike)('finds %j by %j', (written, query) => {
    expect(finds(written, query)).toBe(true);
  });

  it.each(apart)('does not find %j by %j', (written, query) => {
    expect(finds(written, query)).toBe(false);
  });
});

function makeTag(name: string): Tag {
  return { id: 'tag' as TagId, parentId: null, name, description: '', color: 'blue', order: 0 };
}

function makePlace(name: string): Place {
  return {
    id: 'own' as PlaceId,
    name,
    aliases: [],
    country: 'ML',
    type: 'analyst',
    lat: null,
    lon: null,
    precision: 'unknown',
    source: 'analyst',
    note: '',
  };
}
