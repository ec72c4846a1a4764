import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LabelBox, placeAround, placeCentred } from '#core/geo/place-labels.ts';

const frame: LabelBox = { left: 0, top: 0, right: 400, bottom: 300 };

function share(a: LabelBox, b: LabelBox): boolean {
  return (
    Math.min(a.right, b.right) > Math.max(a.left, b.left) &&
    Math.min(a.bottom, b.bottom) > Math.max(a.top, b.top)
  );
}

describe('placeAround', () => {
  const size = { width: 60, height: 14 };

  it('prefers the right side, then the left', () => {
    const spot = { x: 200, y: 150, radius: 4 };
    const right = placeAround(spot, size, { frame, taken: [] });
    expect(right?.left).toBeGreaterThan(204);
    const wall = { left: 210, top: 0, right: 400, bottom: 300 };
    expect(placeAround(spot, size, { frame, taken: [wall] })?.right).toBeLessThan(196);
  });

  it('stays within the frame at its edges', () => {
    expect(placeAround({ x: 395, y: 150, radius: 4 }, size, { frame, taken: [] })?.right).toBeLessThan(391);
    expect(
      placeAround({ x: 20, y: 20, radius: 4 }, { width: 500, height: 14 }, { frame, taken: [] }),
    ).toBeNull();
  });

  it('never lays a label over another one or off the map', () => {
    const spots = fc.array(
      fc.record({ x: fc.integer({ min: 0, max: 400 }), y: fc.integer({ min: 0, max: 300 }) }),
      {
        maxLength: 60,
      },
    );
    fc.assert(
      fc.property(spots, fc.integer({ min: 10, max: 120 }), (points, width) => {
        const taken: LabelBox[] = [];
        for (const point of points) {
          const room = { frame, taken };
          const box =
            point.x % 2 === 0
              ? placeAround({ ...point, radius: 3 }, { width, height: 12 }, room)
              : placeCentred(point, { width, height: 12 }, room);
          if (box === null) continue;
          expect(taken.some((other) => share(other, box))).toBe(false);
          expect(box.left >= 0 && box.top >= 0 && box.right <= 400 && box.bottom <= 300).toBe(true);
          taken.push(box);
        }
      }),
    );
  });
});
