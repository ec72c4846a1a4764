import { describe, expect, it } from 'vitest';
import { distanceKm } from '#core/geo/distance.ts';
import { findMentions } from '#core/geo/find-mentions.ts';
import { nameKey } from '#core/geo/name-key.ts';
import { parseAliases } from '#core/geo/parse-aliases.ts';
import { parseGazetteer } from '#core/geo/parse-gazetteer.ts';
import type { Place } from '#core/geo/place.ts';
import type { PlaceId } from '#core/ids.ts';
import { bundledGazetteer } from './bundled-gazetteer.ts';

const gazetteer = bundledGazetteer();

describe('distanceKm', () => {
  it('agrees with distances measured by others', () => {
    // From Ansongo to Tessit with the longitude as GeoNames has it and with its sign turned; from Kidal to Aguelhok.
    const ansongo = { lat: 15.6597, lon: 0.5022 };
    expect(Math.round(distanceKm(ansongo, { lat: 15.2167, lon: -0.3 }))).toBe(99);
    expect(Math.round(distanceKm(ansongo, { lat: 15.2167, lon: 0.3 }))).toBe(54);
    expect(Math.round(distanceKm({ lat: 18.4411, lon: 1.4078 }, { lat: 19.4549, lon: 0.8564 }))).toBe(127);
    // A quarter of the way round.
    expect(distanceKm({ lat: 0, lon: 0 }, { lat: 90, lon: 12 })).toBeCloseTo(10_007.5, 0);
    expect(distanceKm({ lat: 12, lon: 3 }, { lat: 12, lon: 3 })).toBe(0);
  });
});

describe('parseGazetteer', () => {
  it('reads every sound line of the bundled file', () => {
    const table = parseGazetteer(
      '1\t9\tML\tP\t12.5\t-8.25\t100\t4\tBamako \tBamaco|Bammaco\n2\t0\tNE\tP\tx\t1\t\t\tNowhere\t\n3\tshort\n4\t0\tNE\tP\t0\t1\t\t0\tNull Island\t',
    );
    expect(table.size).toBe(2);
    expect(table.names).toEqual(['Bamako', 'Null Island']);
    expect([table.lats[0], table.lons[0], table.populations[0], table.ranks[0]]).toEqual([
      12.5, -8.25, 100, 4,
    ]);
    // Rank 0 is a world city, not “no rank”.
    expect([table.lats[1], table.ranks[1], table.populations[1]]).toEqual([0, 0, 0]);
    expect(table.alternates).toEqual(['Bamaco|Bammaco', '']);
  });
});

describe('parseAliases', () => {
  it('reads quoted cells with commas and quotes, and leaves unknown kinds out', () => {
    const csv =
      'surface,canonical,cc,type,lat,lon,source,confidence,note\r\nA,B,ML,locality,1,2,src,high,"one, ""two"""\r\nX,,,star,,,,,\r\nY,,NE,unlocated,,,press,none,\r\n';
    const [a, y, none] = parseAliases(csv);
    expect(a).toMatchObject({ surface: 'A', canonical: 'B', lat: 1, lon: 2, note: 'one, "two"' });
    expect(y).toMatchObject({ surface: 'Y', canonical: 'Y', kind: 'unlocated', lat: null, lon: null });
    expect(none).toBeUndefined();
  });
});

describe('nameKey', () => {
  it.each([
    ['Ti-n-Zaouâtene', 'Tinzaouatene'],
    ['Tin Zaouatine', 'TIN-ZAOUATINE'],
    ["Aguel'hoc", 'Aguelhoc'],
    ['N’Guigmi', "N'Guigmi"],
    ['Ménaka', 'Menaka'],
  ])('%s and %s are one name', (a, b) => {
    expect(nameKey(a)).toBe(nameKey(b));
  });
});

describe('the bundled gazetteer', () => {
  it.each([
    ['Tessit', 'ML', 15.21667, 0.3],
    ['Tesit', 'ML', 15.21667, 0.3],
    ['Talataye', 'ML', 16.53153, 1.51528],
    ['Tinzaouaten', 'ML', 19.95427, 2.96732],
    ['Barsalogho', 'BF', 13.41389, -1.05583],
    ['gao', 'ML', 16.27167, -0.04472],
    ['OUAGADOUGOU', 'BF', 12.3657, -1.5339],
    ['Aguelhok', 'ML', 19.4549, 0.8564],
  ])('finds %s first where the research has it', (name, country, lat, lon) => {
    const [place] = gazetteer.lookup(name);
    expect(place?.country).toBe(country);
    expect(distanceKm({ lat: place?.lat ?? 0, lon: place?.lon ?? 0 }, { lat, lon })).toBeLessThan(2);
  });

  it('shows the corrected point of Tessit as near, with the reason', () => {
    const [tessit] = gazetteer.lookup('Tessit');
    expect(tessit).toMatchObject({ precision: 'near' });
    expect(tessit?.source).toContain('longitude sign corrected');
    expect(tessit?.note).not.toBe('');
    // One and the same place under both spellings.
    expect(gazetteer.lookup('Tesit')[0]?.id).toBe(tessit?.id);
  });

  it.each(['Intazayene', 'Bakoarate', 'Wistane', 'Inafarak', 'Woursanat'])(
    'knows %s without pretending to know where it is',
    (name) => {
      const [place] = gazetteer.lookup(name);
      expect(place).toMatchObject({ lat: null, lon: null, precision: 'unknown' });
    },
  );

  it.each(['Left-handed', 'left handed', 'France 24', 'ActuNiger', 'FAMa', 'Al-Qaida'])(
    'does not take %s for a place',
    (name) => {
      expect(gazetteer.lookup(name)).toEqual([]);
    },
  );

  it('knows countries in both languages, and does not take people for one', () => {
    expect(gazetteer.lookup('Algérie')[0]).toMatchObject({ id: 'c:DZ', type: 'country' });
    expect(gazetteer.lookup("Cote d'Ivoire")[0]).toMatchObject({ id: 'c:CI' });
    expect(gazetteer.lookup('Nigerian')).toEqual([]);
    expect(gazetteer.lookup('Malian')).toEqual([]);
  });

  it('enters a town once', () => {
    const gaos = gazetteer.lookup('Gao').filter(({ country, type }) => country === 'ML' && type === 'P');
    for (const [at, a] of gaos.entries())
      for (const b of gaos.slice(at + 1))
        expect(
          distanceKm({ lat: a.lat ?? 0, lon: a.lon ?? 0 }, { lat: b.lat ?? 0, lon: b.lon ?? 0 }),
        ).toBeGreaterThan(10);
  });
});

describe('search', () => {
  it.each([
    ['kid', 'Kidal'],
    ['Tin zaouat', 'Tin Zaouatine'],
    ['menaca', 'Ménaka'],
    ['ouagadugu', 'Ouagadougou'],
    ['tilaberi', 'Tillabéri'],
    ['tombouctou', 'Tombouctou'],
    ['trois front', 'Liptako-Gourma'],
    // Two letters exchanged; a beginning with a mistake in it; Arabic letters.
    ['kidla', 'Kidal'],
    ['tumbuct', 'Tombouctou'],
    ['Timbuktu', 'Tombouctou'],
    ['تمبكتو', 'Tombouctou'],
    ['باماكو', 'Bamako'],
  ])('%s finds %s first', (text, name) => {
    expect(gazetteer.search(text, 8)[0]?.name).toBe(name);
  });

  it('finds names that only hold what was typed', () => {
    expect(gazetteer.search('zaouatine', 8).map(({ name }) => name)).toContain('Tin Zaouatine');
  });

  it('finds nothing for nothing, and no more than asked for', () => {
    expect(gazetteer.search('', 8)).toEqual([]);
    expect(gazetteer.search(' -’ ', 8)).toEqual([]);
    expect(gazetteer.search('a', 8)).toHaveLength(8);
    expect(gazetteer.search('qxqxqxqx', 8)).toEqual([]);
  });
});

describe('townsIn', () => {
  it('gives the most important towns of a box and none outside', () => {
    const box = { west: -1, south: 15, east: 2, north: 19 };
    const towns = gazetteer.townsIn(box, 6);
    expect(towns.map(({ name }) => name)).toEqual(expect.arrayContaining(['Gao', 'Kidal', 'Ansongo']));
    for (const { lat, lon } of gazetteer.townsIn(box, 1000)) {
      expect(lat).toBeGreaterThanOrEqual(box.south);
      expect(lon).toBeLessThanOrEqual(box.east);
    }
  });
});

describe('withPlaces', () => {
  it('finds the analyst’s own by a beginning, a part or a mistake, before and after the program’s', () => {
    const base = gazetteer.search('kidal', 1)[0];
    if (base === undefined) throw new Error('Kidal is gone');
    const own = (id: string, name: string): Place => ({ ...base, id: id as PlaceId, name, aliases: [] });
    const mine = gazetteer.withPlaces([own('a', 'Camp de Kidal'), own('b', 'Kidel'), own('c', 'Elsewhere')]);
    const found = mine.search('kidal', 40).map(({ id }) => id);
    expect(found[0]).toBe('a');
    expect(found.indexOf(base.id)).toBeGreaterThan(0);
    expect(found).toContain('b');
    expect(found.indexOf('b' as PlaceId)).toBeGreaterThan(found.indexOf(base.id));
    expect(found).not.toContain('c');
    expect(mine.search('camp de', 3)[0]?.id).toBe('a');
  });

  const own: Place = {
    id: 'own' as PlaceId,
    name: 'Camp Nord',
    aliases: ['Left-handed'],
    country: 'ML',
    type: 'analyst',
    lat: 18.5,
    lon: 1.4,
    precision: 'near',
    source: 'analyst',
    note: '',
  };

  it("puts the analyst's places before all others, under all their names", () => {
    const mine = gazetteer.withPlaces([own]);
    expect(mine.lookup('camp-nord')[0]).toBe(own);
    expect(mine.search('camp n', 5)[0]).toBe(own);
    // What the table holds for no place is one when the analyst says so.
    expect(mine.lookup('Left-handed')).toEqual([own]);
    expect(gazetteer.lookup('camp-nord')).toEqual([]);
  });

  it('has a place of the program where the analyst says it is, once, under its old and new names', () => {
    const [kidal] = gazetteer.lookup('Kidal');
    if (kidal === undefined) throw new Error('no Kidal');
    const { aliases } = kidal;
    const said: Place = {
      ...kidal,
      aliases: [...aliases, 'Left-handed'],
      lat: 18.5,
      lon: 1.5,
      original: kidal,
    };
    const mine = gazetteer.withPlaces([said]);
    expect(mine.lookup('Kidal').filter(({ id }) => id === kidal.id)).toEqual([said]);
    expect(mine.lookup('Kidal')[0]).toBe(said);
    expect(mine.lookup('Left-handed')).toEqual([said]);
    expect(mine.search('kida', 8).filter(({ id }) => id === kidal.id)).toEqual([said]);
    const box = { west: 1, south: 18, east: 2, north: 19 };
    expect(mine.townsIn(box, 9).find(({ id }) => id === kidal.id)).toMatchObject({ lat: 18.5, lon: 1.5 });
    // What it is known by weighs as before: other towns of the name come after it.
    expect(mine.candidates('kidal')[0]?.importance).toBe(gazetteer.candidates('kidal')[0]?.importance);
  });

  it('says of a place the analyst corrected that it was, where a text names it', () => {
    const [kidal] = gazetteer.lookup('Kidal');
    if (kidal === undefined) throw new Error('no Kidal');
    const text = 'The convoy reached Kidal on Thursday.';
    const before = findMentions(text, [], gazetteer);
    expect(before.map(({ reasons }) => reasons.includes('corrected'))).toEqual([false]);
    const mine = gazetteer.withPlaces([{ ...kidal, lat: 18.5, original: kidal }]);
    const [after] = findMentions(text, [], mine);
    expect(after?.candidates[0]).toMatchObject({ id: kidal.id, lat: 18.5 });
    expect(after?.reasons).toContain('corrected');
  });

  it('no longer finds a place under a name the analyst took from it', () => {
    const [telatai] = gazetteer.lookup('Talataye');
    if (telatai === undefined) throw new Error('no Telatai');
    const mine = gazetteer.withPlaces([{ ...telatai, aliases: [], original: telatai }]);
    expect(mine.lookup('Talataye')).toEqual([]);
    expect(mine.lookup('Telatai')[0]?.id).toBe(telatai.id);
  });
});
