import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createShapeGatherer, type RawPosition } from '#core/layers/layer-shapes.ts';
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
