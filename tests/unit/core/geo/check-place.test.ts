import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkPlace, type PlaceDoubt, smallestUnitAt, unitsNamed } from '#core/geo/check-place.ts';
import { parseGazetteer } from '#core/geo/parse-gazetteer.ts';
import type { Place } from '#core/geo/place.ts';
import type { PlaceId } from '#core/ids.ts';
import { bundledGazetteer } from './bundled-gazetteer.ts';
import { bundledUnits } from './bundled-units.ts';

const units = bundledUnits();
const gazetteer = bundledGazetteer();

function place(name: string, country: string, lat: number | null, lon: number | null, unit = ''): Place {
  return {
    id: `test ${name}` as PlaceId,
    name,
    aliases: [],
    country,
    type: 'P',
    lat,
    lon,
    precision: lat === null ? 'unknown' : 'exact',
    source: 'test',
    note: '',
    ...(unit === '' ? {} : { unit }),
  };
}

describe('checkPlace', () => {
  it('finds that Tessit, where GeoNames has it, does not lie in the cercle of Ansongo', () => {
    const doubt = checkPlace(place('Tessit', 'ML', 15.21667, -0.3, 'cercle of Ansongo'), units);
    expect(doubt).toMatchObject({ kind: 'outside', stated: 'cercle of Ansongo', inside: 'Gao' });
    // Measured on the same outlines by another program.
    expect((doubt as Extract<PlaceDoubt, { kind: 'outside' }>).km).toBeCloseTo(11.1, 1);
  });

  it('finds nothing against Tessit as it is corrected', () => {
    const [tessit] = gazetteer.lookup('Tessit');
    expect(tessit).toMatchObject({ unit: 'cercle of Ansongo', lon: 0.3 });
    expect(tessit && checkPlace(tessit, units)).toBeNull();
  });

  it.each([
    ['Ansongo', 'ML', 15.6597, 0.5022, 'Ansongo'],
    ['Ansongo', 'ML', 15.6597, 0.5022, 'Cercle d’Ansongo'],
    ['Kidal', 'ML', 18.4411, 1.4078, 'region of Kidal'],
    ['Ménaka', 'ML', 15.9182, 2.4022, 'Ménaka'],
    ['Aguelhok', 'ML', 19.4549, 0.8564, 'Kidal region'],
    ['Talataye', 'ML', 16.5315, 1.5153, 'cercle d’Ansongo'],
    ['Djibo', 'BF', 14.0994, -1.6255, 'Soum'],
    ['Dori', 'BF', 14.0354, -0.0345, 'Sahel'],
    ['Timbuktu', 'ML', 16.7735, -3.0074, 'Timbuktu'],
    ['Tillia', 'NE', 16.1233, 4.7897, 'Tahoua'],
    ['Niamey', 'NE', 13.5137, 2.1098, ''],
  ])('finds nothing against %s (%s)', (name, country, lat, lon, unit) => {
    expect(checkPlace(place(name, country, lat, lon, unit), units)).toBeNull();
  });

  it.each([
    ['Kidal', 'ML', 18.4411, 1.4078, 'Mopti', 'Kidal'],
    ['Gao', 'ML', 16.2717, -0.0447, 'cercle de Bourem', 'Gao'],
    ['Djibo', 'BF', 14.0994, -1.6255, 'Oudalan', 'Soum'],
    // The sign of the longitude turned.
    ['Niamey', 'NE', 13.5137, -2.1098, '', 'Sourou'],
  ])('doubts %s (%s) at %f, %f in %s', (name, country, lat, lon, unit, _inside) => {
    const doubt = checkPlace(place(name, country, lat, lon, unit), units);
    expect(doubt).toMatchObject({ kind: 'outside', stated: unit === '' ? country : unit });
    if (name !== 'Niamey') expect(doubt).toMatchObject({ inside: _inside });
  });

  it('says that a unit is not on the base rather than nothing', () => {
    expect(checkPlace(place('X', 'ML', 18.4, 1.4, 'cercle of Nowhere'), units)).toEqual({
      kind: 'unknown-unit',
      stated: 'cercle of Nowhere',
    });
  });

  it('has nothing to say of places nobody has located, of areas and of countries without units', () => {
    for (const name of ['Intazayene', 'Bakoarate', 'Wistane', 'Inafarak']) {
      const [unlocated] = gazetteer.lookup(name);
      expect(unlocated).toMatchObject({ precision: 'unknown', unit: expect.stringMatching(/Tahoua|Kidal/) });
      expect(unlocated && checkPlace(unlocated, units)).toBeNull();
    }
    expect(checkPlace({ ...place('X', 'ML', 50, 8), precision: 'area' }, units)).toBeNull();
    expect(checkPlace(place('Algiers', 'DZ', 36.744, 3.0836), units)).toBeNull();
  });

  it('flags a handful of the bundled places, which lie outside their country', () => {
    const table = parseGazetteer(readFileSync('resources/geo/gazetteer.tsv', 'utf8'));
    const flagged: string[] = [];
    let checked = 0;
    for (let row = 0; row < table.size; row++) {
      const country = table.countries[row] ?? '';
      if (!['ML', 'NE', 'BF'].includes(country) || !/^[PLN]$/.test(table.types[row] ?? '')) continue;
      checked++;
      const name = table.names[row] ?? '';
      const doubt = checkPlace(place(name, country, table.lats[row] ?? 0, table.lons[row] ?? 0), units);
      if (doubt?.kind === 'outside') flagged.push(`${country} ${name} ${Math.round(doubt.km)} km`);
    }
    expect(checked).toBe(36_895);
    // The same, and no others, as another program finds on the same outlines.
    expect(flagged.toSorted()).toEqual(
      [
        'BF Dionouga 6 km',
        'ML Babougou 45 km',
        'ML Findeli 13 km',
        'ML Kourouma 196 km',
        'ML Serotandi 254 km',
        'ML Talako 13 km',
        'ML Tiourebougou 199 km',
        'NE Bomboko 25 km',
        'NE Garin Malam 28 km',
        'NE Guidan Dabo 83 km',
        'NE Koundoukoundou 74 km',
        'NE Niagane 1068 km',
        'NE Samia 31 km',
      ].toSorted(),
    );
  });
});

describe('unitsNamed', () => {
  it('keeps the level that is said, and takes every level where none is', () => {
    const levels = (name: string) => unitsNamed(name, 'ML', units).map(({ level }) => level);
    expect(levels('Gao')).toEqual([1, 2]);
    expect(levels('Gao region')).toEqual([1]);
    expect(levels('cercle de Gao')).toEqual([2]);
    expect(levels('')).toEqual([]);
    expect(unitsNamed('Gao', 'NE', units)).toEqual([]);
  });
});

describe('unitAt', () => {
  it('says the smallest unit around a point', () => {
    expect(smallestUnitAt({ lat: 15.6597, lon: 0.5022 }, units)).toMatchObject({
      name: "Cercle d'Ansongo",
      level: 2,
    });
    expect(smallestUnitAt({ lat: 0, lon: -30 }, units)).toBeNull();
  });
});
