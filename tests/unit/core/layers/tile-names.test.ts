import { describe, expect, it } from 'vitest';
import { namesOn, type TileFeature } from '#core/layers/tile-names.ts';

const size = 256;
const square = { x: 10, y: 7, z: 5 };

function point(dx: number, dy: number, properties: TileFeature['properties']): TileFeature {
  return { kind: 'point', properties, parts: [[{ x: square.x * size + dx, y: square.y * size + dy }]] };
}

function line(...steps: (readonly [number, number])[]): TileFeature {
  const part = steps.map(([dx, dy]) => ({ x: square.x * size + dx, y: square.y * size + dy }));
  return { kind: 'line', properties: { name: 'RN18' }, parts: [part.slice(0, 2), part] };
}

describe('namesOn', () => {
  it.each([
    [{ name: 'Gao' }, 'Gao', 'Gao'],
    [{ name: 'تمبكتو', 'name:fr': 'Tombouctou', 'name:en': 'Timbuktu' }, 'Timbuktu', 'Tombouctou'],
    [{ name: 'Kidal', name_fr: 'Kidal (ville)' }, 'Kidal', 'Kidal (ville)'],
    [{ 'name:fr': 'Tessalit' }, 'Tessalit', 'Tessalit'],
    [{ name: ' two\n lines ' }, 'two lines', 'two lines'],
  ])('reads %o', (properties, en, fr) => {
    expect(namesOn(square, size, [point(5, 5, properties)])).toMatchObject([{ en, fr, kind: 'point' }]);
  });

  it('leaves out what has no name that is text', () => {
    const features = [{}, { name: 7 }, { name: '  ' }, { name: null }].map((one) => point(1, 1, one));
    expect(namesOn(square, size, features)).toEqual([]);
  });

  it('says where on the earth: the middle of the map is 0, 0 and its corner 85° north, 180° west', () => {
    const whole = { x: 0, y: 0, z: 0 };
    const at = (x: number, y: number) =>
      namesOn(whole, size, [{ kind: 'point', properties: { name: 'a' }, parts: [[{ x, y }]] }])[0];
    expect(at(128, 128)?.lat).toBeCloseTo(0, 9);
    expect(at(128, 128)?.lon).toBeCloseTo(0, 9);
    expect(at(0, 0)?.lat).toBeCloseTo(85.0511287798, 6);
    expect(at(0, 0)?.lon).toBeCloseTo(-180, 9);
    // Gao, 16.2717 N 0.0447 W, by the sine of the latitude.
    const sine = Math.sin((16.2717 * Math.PI) / 180);
    const gao = at(
      ((-0.0447 + 180) / 360) * 256,
      (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 256,
    );
    expect(gao?.lat).toBeCloseTo(16.2717, 6);
    expect(gao?.lon).toBeCloseTo(-0.0447, 6);
  });

  it('writes a road at the middle of its longest part, on one square only', () => {
    const road = line([200, 10], [200, 110], [400, 110]);
    // 300 long: the middle is 50 to the right of the bend, on this square.
    expect(namesOn(square, size, [road])).toHaveLength(1);
    expect(namesOn({ ...square, x: square.x + 1 }, size, [road])).toEqual([]);
    const pixels = size * 2 ** square.z;
    expect(namesOn(square, size, [road])[0]?.lon).toBeCloseTo(
      ((square.x * size + 250) / pixels) * 360 - 180,
      9,
    );
    expect(namesOn(square, size, [line([0, 0], [30, 0], [60, 0])])).toEqual([]);
  });

  it('has the largest places when there are too many', () => {
    const many = Array.from({ length: 100 }, (_, at) =>
      point(at, at, { name: `place ${at}`, population: (at * 37) % 100 }),
    );
    const names = namesOn(square, size, many).map(({ en }) => en);
    expect(names).toHaveLength(40);
    const largest = [...many].sort(
      (a, b) => Number(b.properties.population) - Number(a.properties.population),
    );
    expect(names).toEqual(largest.slice(0, 40).map(({ properties }) => properties.name));
  });
});
