import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createShapeGatherer, type RawPosition } from '#core/layers/layer-shapes.ts';
import { createShapeLevels } from '#core/layers/shape-levels.ts';
import { shapesAt } from '#core/layers/shapes-at.ts';

type Kind = 'point' | 'line' | 'area';

function shape(kind: Kind, ...rings: RawPosition[][]) {
  const gatherer = createShapeGatherer();
  gatherer.add({ name: 'a', text: '', kind, rings });
  return gatherer.shapes;
}

const reach = [0.1, 0.1] as const;
const square = (from: number, to: number): RawPosition[] => [
  [from, from],
  [to, from],
  [to, to],
  [from, to],
  [from, from],
];

describe('shapesAt', () => {
  it('means an area inside of it, not in its holes', () => {
    const shapes = shape('area', square(0, 10), square(4, 6));
    expect(shapesAt(shapes, { lon: 2, lat: 2, reach }, 5)).toHaveLength(1);
    expect(shapesAt(shapes, { lon: 5, lat: 5, reach }, 5)).toHaveLength(0);
    expect(shapesAt(shapes, { lon: 11, lat: 5, reach }, 5)).toHaveLength(0);
  });

  it('means a line by the way to the nearest of many points along it', () => {
    const coordinate = fc.double({ min: -5, max: 5, noNaN: true });
    const position = fc.tuple(coordinate, coordinate);
    fc.assert(
      fc.property(position, position, position, (from, to, [lon, lat]) => {
        const along = Array.from({ length: 2_001 }, (_, step) => {
          const part = step / 2_000;
          const [x, y] = [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
          return Math.hypot((x - lon) / reach[0], (y - lat) / reach[1]);
        });
        const nearest = Math.min(...along);
        // Closer than the points lie to one another nothing can be said.
        fc.pre(Math.abs(nearest - 1) > 0.05);
        expect(shapesAt(shape('line', [from, to]), { lon, lat, reach }, 5)).toHaveLength(nearest < 1 ? 1 : 0);
      }),
    );
  });

  it('names what was drawn last first, and no more than asked', () => {
    const shapes = [
      ...shape('area', square(0, 10)),
      ...shape('area', square(1, 9)),
      ...shape('point', [[2, 2]]),
    ];
    expect(shapesAt(shapes, { lon: 2, lat: 2, reach }, 2)).toEqual([shapes[2], shapes[1]]);
  });
});

describe('createShapeLevels', () => {
  it('leaves out only points that cannot be told apart, and keeps both ends', () => {
    const position = fc.tuple(
      fc.double({ min: -17, max: 15, noNaN: true }),
      fc.double({ min: 4, max: 37, noNaN: true }),
    );
    fc.assert(
      fc.property(
        fc.array(position, { minLength: 2, maxLength: 40 }),
        fc.integer({ min: 0, max: 9 }),
        (line, z) => {
          const size = 256;
          const pixels = size * 2 ** z;
          const project = ([lon, lat]: RawPosition) => {
            const sine = Math.sin((lat * Math.PI) / 180);
            return [
              ((lon + 180) / 360) * pixels,
              (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * pixels,
            ];
          };
          const drawn = createShapeLevels(shape('line', line));
          const whole = { size: pixels, margin: 0 };
          const [found] = drawn.within({ x: 0, y: 0, z: 0 }, whole);
          const ring = [...(found?.rings[0] ?? [])];
          const kept = Array.from({ length: ring.length / 2 }, (_, at) => [
            ring[at * 2] ?? 0,
            ring[at * 2 + 1] ?? 0,
          ]);

          for (const point of line) {
            const [x = 0, y = 0] = project(point);
            expect(
              Math.min(...kept.map(([kx = 0, ky = 0]) => Math.max(Math.abs(kx - x), Math.abs(ky - y)))),
            ).toBeLessThan(0.61);
          }
          for (const [end, at] of [
            [line[0], 0],
            [line.at(-1), -1],
          ] as const) {
            const [x = 0, y = 0] = project(end ?? [0, 0]);
            expect(kept.at(at)?.[0]).toBeCloseTo(x, 6);
            expect(kept.at(at)?.[1]).toBeCloseTo(y, 6);
          }
        },
      ),
    );
  });

  it('finds a shape on the tiles that it touches and on no others', () => {
    const drawn = createShapeLevels(shape('area', square(0, 1)));
    const onTile = (x: number, y: number, z: number) =>
      drawn.within({ x, y, z }, { size: 256, margin: 0 }).length;
    expect(onTile(0, 0, 0)).toBe(1);
    expect(onTile(1, 0, 1)).toBe(1);
    expect(onTile(0, 1, 2)).toBe(0);
    expect(onTile(32, 31, 6)).toBe(1);
    expect(onTile(33, 31, 6)).toBe(0);
  });
});
