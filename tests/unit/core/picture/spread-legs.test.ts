import { describe, expect, it } from 'vitest';
import { mostLegs, spreadLegs } from '#core/picture/spread-legs.ts';

const room = 18;

describe('spreadLegs', () => {
  it.each(Array.from({ length: mostLegs }, (_, at) => at + 1))(
    'keeps %i apart from each other and from the point',
    (count) => {
      const legs = spreadLegs(count, room);

      expect(legs).toHaveLength(count);
      for (const [at, { x, y }] of legs.entries()) {
        expect(Math.hypot(x, y)).toBeGreaterThan(room);
        for (const other of legs.slice(at + 1))
          expect(Math.hypot(x - other.x, y - other.y)).toBeGreaterThan(room);
      }
    },
  );

  it('begins in the north', () => {
    const [first] = spreadLegs(4, room);

    expect(first?.x).toBe(0);
    expect(first?.y).toBeLessThan(0);
  });

  it('stays close to the point however many there are', () => {
    for (const { x, y } of spreadLegs(mostLegs, room)) expect(Math.hypot(x, y)).toBeLessThan(room * 6);
  });
});
