import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createShapeGatherer, type RawPosition } from '#core/layers/layer-shapes.ts';
import { createShapeTiles, type Square } from '#core/layers/shape-tiles.ts';

type Kind = 'point' | 'line' | 'area';

function shape(kind: Kind, ...rings: RawPosition[][]) {
  const gatherer = createShapeGatherer();
  gatherer.add({ name: 'a', text: '', kind, rings });
  return gatherer.shapes;
}

const size = 256;

const square = (from: number, to: number): RawPosition[] => [
  [from, from],
  [to, from],
  [to, to],
  [from, to],
  [from, from],
];

/** Web Mercator by the sine of the latitude, in pixels of the whole map. */
function project([lon, lat]: RawPosition, z: number): [number, number] {
  const pixels = size * 2 ** z;
  const sine = Math.sin((lat * Math.PI) / 180);
  return [((lon + 180) / 360) * pixels, (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * pixels];
}

function pairs(flat: readonly number[]): [number, number][] {
  return Array.from({ length: flat.length / 2 }, (_, at) => [flat[at * 2] ?? 0, flat[at * 2 + 1] ?? 0]);
}

const position = fc.tuple(
  fc.double({ min: -17, max: 15, noNaN: true }),
  fc.double({ min: 4, max: 37, noNaN: true }),
);

/** In the middle of a pixel at zoom 8, so that it is on no edge of a pixel at any lower zoom. */
const offEdges = fc
  .tuple(fc.integer({ min: 28_000, max: 36_000 }), fc.integer({ min: 27_000, max: 32_000 }))
  .map(
    ([x, y]): RawPosition => [
      ((x + 0.5) / size / 2 ** 8) * 360 - 180,
      (Math.atan(Math.sinh(Math.PI * (1 - (2 * (y + 0.5)) / size / 2 ** 8))) * 180) / Math.PI,
    ],
  );

describe('createShapeTiles', () => {
  it('leaves out only points that cannot be told apart, and keeps both ends', () => {
    fc.assert(
      fc.property(
        fc.array(position, { minLength: 2, maxLength: 40 }),
        fc.integer({ min: 0, max: 9 }),
        (line, z) => {
          const all = line.map((one) => project(one, z));
          const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)];
          fc.pre(Math.max(...xs) - Math.min(...xs) > 1 || Math.max(...ys) - Math.min(...ys) > 1);
          // One square as large as the whole map at that zoom.
          const whole = { size: size * 2 ** z, margin: 0 };
          const [found] = createShapeTiles(shape('line', line)).within({ x: 0, y: 0, z: 0 }, whole);
          const kept = pairs(found?.lines[0]?.points ?? []);

          for (const [x, y] of all)
            expect(
              Math.min(...kept.map(([kx, ky]) => Math.max(Math.abs(kx - x), Math.abs(ky - y)))),
            ).toBeLessThan(0.61);
          for (const at of [0, -1]) {
            expect(kept.at(at)?.[0]).toBeCloseTo(all.at(at)?.[0] ?? 0, 6);
            expect(kept.at(at)?.[1]).toBeCloseTo(all.at(at)?.[1] ?? 0, 6);
          }
        },
      ),
    );
  });

  it('finds a shape on the tiles that it touches and on no others, whatever was asked before', () => {
    fc.assert(
      fc.property(
        fc.array(offEdges, { minLength: 1, maxLength: 30 }),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 8 }), fc.nat(), fc.nat()), {
          minLength: 1,
          maxLength: 20,
        }),
        (places, asked) => {
          const tiles = createShapeTiles(places.flatMap((place) => shape('point', [place])));
          for (const [z, nx, ny] of asked) {
            const ask: Square = { z, x: nx % 2 ** z, y: ny % 2 ** z };
            const expected = places
              .map((place) => project(place, z))
              .filter(([x, y]) => Math.floor(x / size) === ask.x && Math.floor(y / size) === ask.y);
            const found = tiles.within(ask, { size, margin: 0 }).flatMap(({ dots }) => pairs(dots));
            // Of several on one pixel the first stands for all.
            const pixels = new Set(expected.map(([x, y]) => `${Math.floor(x)},${Math.floor(y)}`));
            expect(
              new Set(
                found.map(([x, y]) => `${Math.floor(x) + ask.x * size},${Math.floor(y) + ask.y * size}`),
              ),
            ).toEqual(pixels);
            expect(found).toHaveLength(pixels.size);
          }
        },
      ),
    );
  });

  it('shows an area that is smaller than a pixel as that pixel, many on one pixel once', () => {
    const many = Array.from({ length: 500 }, (_, at) => {
      const [lon, lat] = [1 + at / 1e6, 15 + at / 1e6];
      return shape('area', [
        [lon, lat],
        [lon + 1e-4, lat],
        [lon, lat + 1e-4],
      ]);
    }).flat();
    const tiles = createShapeTiles(many);
    const far = tiles.within({ x: 0, y: 0, z: 0 }, { size, margin: 8 });
    expect(far).toHaveLength(1);
    const [x, y] = project([1, 15], 0);
    expect(far[0]?.dots).toEqual([Math.floor(x) + 0.5, Math.floor(y) + 0.5]);

    const z = 22;
    const [px, py] = project([1.0001, 15.0001], z);
    const near = tiles.within({ x: Math.floor(px / size), y: Math.floor(py / size), z }, { size, margin: 8 });
    expect(near.length).toBeGreaterThan(1);
    expect(near.every(({ dots }) => dots.length === 0)).toBe(true);
  });

  it('lets a broken line go on in the next tile where it stopped in this one', () => {
    const road: RawPosition[] = Array.from({ length: 400 }, (_, at) => [
      -5 + at / 40,
      15 + Math.sin(at / 9) / 4 + at / 200,
    ]);
    const tiles = createShapeTiles(shape('line', road));
    const z = 9;
    const columns = [...new Set(road.map((one) => Math.floor(project(one, z)[0] / size)))];
    const rows = [...new Set(road.map((one) => Math.floor(project(one, z)[1] / size)))];
    const pieces = columns.flatMap((x) =>
      rows.flatMap((y) =>
        tiles
          .within({ x, y, z }, { size, margin: 0 })
          .flatMap(({ lines }) =>
            lines.map(({ points, from }) => ({ from, length: lengthOf(pairs(points)) })),
          ),
      ),
    );
    pieces.sort((a, b) => a.from - b.from);
    expect(pieces.length).toBeGreaterThan(3);
    let until = 0;
    for (const { from, length } of pieces) {
      expect(from).toBeCloseTo(until, 4);
      until = from + length;
    }
  });

  it('closes an area whose outline does not come back, with its last side drawn', () => {
    const open = square(0, 10).slice(0, -1);
    const [found] = createShapeTiles(shape('area', open)).within({ x: 0, y: 0, z: 0 }, { size, margin: 8 });
    const points = pairs(found?.lines[0]?.points ?? []);
    expect(points.at(-1)).toEqual(points[0]);
    expect(points).toHaveLength(5);
  });

  it('hands a tile little of a large file', () => {
    const coast: RawPosition[] = Array.from({ length: 500_000 }, (_, at) => {
      const angle = (at / 500_000) * 2 * Math.PI;
      const radius = 9 + Math.sin(at / 7) / 100;
      return [radius * Math.cos(angle), 15 + radius * Math.sin(angle)];
    });
    const tiles = createShapeTiles(shape('area', coast));
    const count = (ask: Square) =>
      tiles
        .within(ask, { size, margin: 8 })
        .reduce(
          (sum, { rings, lines }) =>
            sum + rings.flat().length + lines.reduce((more, { points }) => more + points.length, 0),
          0,
        );
    const z = 14;
    const [x, y] = project([9, 15], z).map((pixel) => Math.floor(pixel / size)) as [number, number];
    expect(count({ x, y, z })).toBeGreaterThan(10);
    expect(count({ x, y, z })).toBeLessThan(2_000);
    // Inside of it, far from its edge: only the square itself is filled.
    const [mx, my] = project([0, 15], z).map((pixel) => Math.floor(pixel / size)) as [number, number];
    expect(count({ x: mx, y: my, z })).toBeLessThan(20);
    for (let zoom = 0; zoom < z; zoom++)
      expect(count({ x: x >> (z - zoom), y: y >> (z - zoom), z: zoom })).toBeLessThan(40_000);
  });
});

function lengthOf(points: readonly (readonly [number, number])[]): number {
  return points.reduce((sum, [x, y], at) => {
    const [bx, by] = points[at - 1] ?? [x, y];
    return sum + Math.hypot(x - bx, y - by);
  }, 0);
}
