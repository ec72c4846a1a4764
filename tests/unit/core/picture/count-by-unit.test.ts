import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlaceId } from '#core/ids.ts';
import { type AdminUnit, countByUnit, countClasses, createUnitFinder } from '#core/picture/count-by-unit.ts';
import { boxShape, drawShape, outlineOf } from '#core/picture/draw-shape.ts';
import type { ItemPlace, PictureItem } from '#core/picture/picture-item.ts';
import { shapeHolds } from '#core/picture/shape-holds.ts';

/** A square of one degree with its corner at these degrees. */
function unit(lat: number, lon: number): AdminUnit {
  const shape = boxShape({ south: lat, north: lat + 1, west: lon, east: lon + 1 });
  if (shape.kind !== 'polygon') throw new Error('a box is a polygon');
  return { id: `g:${lat}:${lon}`, name: `${lat}/${lon}`, country: 'ML', shape };
}

const units = [0, 1, 2].flatMap((lat) => [0, 1, 2].map((lon) => unit(lat, lon)));
const [corner] = units;

function at(place: Partial<ItemPlace> | null): PictureItem {
  return {
    id: 'mention:1',
    kind: 'mention',
    recordId: '1',
    title: '',
    place:
      place === null
        ? null
        : { id: 'p' as PlaceId, name: '', lat: null, lon: null, precision: 'exact', ...place },
    when: null,
    published: null,
    articleId: null,
    span: null,
    actorIds: [],
    tagIds: [],
    source: '',
    grade: null,
  };
}

describe('countByUnit', () => {
  it('counts every item once, in the square its whole degrees name', () => {
    const degree = fc.double({ min: -1, max: 4, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(degree, degree), { maxLength: 60 }), (points) => {
        const { byUnit, beyond } = countByUnit(
          points.map(([lat, lon]) => at({ lat, lon })),
          createUnitFinder(units),
          new Map(),
        );
        const wanted = new Map<string, number>();
        for (const [lat, lon] of points) {
          const id = `g:${Math.floor(lat)}:${Math.floor(lon)}`;
          if (units.some((one) => one.id === id)) wanted.set(id, (wanted.get(id) ?? 0) + 1);
        }
        expect(byUnit).toEqual(wanted);
        expect(beyond + [...byUnit.values()].reduce((sum, count) => sum + count, 0)).toBe(points.length);
      }),
    );
  });

  it('counts apart what is only known by an area, unless the area lies in one unit', () => {
    if (corner === undefined) throw new Error('no unit');
    const inside = { lat: 0.5, lon: 0.5 };
    const counts = countByUnit(
      [
        at({ ...inside, precision: 'area' }),
        at({ ...inside, precision: 'area', id: 'g:0:0' as PlaceId }),
        at({ ...inside, precision: 'near' }),
        at({ lat: 9, lon: 9 }),
        at({}),
        at(null),
      ],
      createUnitFinder(units),
      new Map([['g:0:0' as PlaceId, corner]]),
    );
    expect(counts).toEqual({ byUnit: new Map([['g:0:0', 2]]), areaOnly: 1, beyond: 1, unlocated: 2 });
  });
});

describe('countClasses', () => {
  it('puts every count in one class, in at most five, none empty of numbers', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 60_000 }), { minLength: 1, maxLength: 40 }),
        (counts) => {
          const classes = countClasses(counts);
          expect(classes.length).toBeLessThanOrEqual(5);
          for (const { from, until } of classes) expect(from).toBeLessThanOrEqual(until);
          for (const count of counts)
            expect(classes.filter(({ from, until }) => from <= count && count <= until)).toHaveLength(1);
        },
      ),
    );
  });

  it('begins classes with round numbers', () => {
    expect(countClasses([])).toEqual([]);
    expect(countClasses([1, 1])).toEqual([{ from: 1, until: 1 }]);
    expect(countClasses([3, 1])).toEqual([
      { from: 1, until: 1 },
      { from: 2, until: 2 },
      { from: 3, until: 3 },
    ]);
    expect(countClasses([1, 100_000]).map(({ from }) => from)).toEqual([1, 10, 100, 1_000, 10_000]);
  });
});

describe('drawShape', () => {
  const gao = { lat: 16.27, lon: -0.04 };
  const menaka = { lat: 15.92, lon: 2.4 };

  it('makes the same rectangle from whichever two corners', () => {
    const shapes = [
      [gao, menaka],
      [menaka, gao],
      [
        { lat: gao.lat, lon: menaka.lon },
        { lat: menaka.lat, lon: gao.lon },
      ],
    ].map((points) => drawShape('rectangle', points));
    expect(shapes[1]).toEqual(shapes[0]);
    expect(shapes[2]).toEqual(shapes[0]);
    expect(shapes[0] !== null && shapes[0] !== undefined && shapeHolds(shapes[0], { lat: 16, lon: 1 })).toBe(
      true,
    );
  });

  it('reaches with a circle as far as the second point', () => {
    const circle = drawShape('circle', [gao, menaka]);
    // Gao to Ménaka is about 264 km as the crow flies.
    expect(circle).toMatchObject({ kind: 'circle', ...gao });
    expect(circle?.kind === 'circle' && Math.abs(circle.radiusKm - 264) < 3).toBe(true);
  });

  it('is drawn where it holds: just inside its outline, not just outside', () => {
    for (const shape of [drawShape('circle', [gao, menaka]), drawShape('rectangle', [gao, menaka])]) {
      if (shape === null) throw new Error('two points make a shape');
      const middle = shape.kind === 'circle' ? shape : { lat: 16.095, lon: 1.18 };
      for (const { lat, lon } of outlineOf(shape)[0] ?? []) {
        const along = (share: number) => ({
          lat: middle.lat + (lat - middle.lat) * share,
          lon: middle.lon + (lon - middle.lon) * share,
        });
        expect([along(0.99), along(1.01)].map((at) => shapeHolds(shape, at))).toEqual([true, false]);
      }
    }
  });

  it('answers null for what has no surface', () => {
    expect(drawShape('rectangle', [gao])).toBeNull();
    expect(drawShape('rectangle', [gao, { lat: gao.lat, lon: 3 }])).toBeNull();
    expect(drawShape('circle', [gao, gao])).toBeNull();
    expect(drawShape('polygon', [gao, menaka])).toBeNull();
  });
});
