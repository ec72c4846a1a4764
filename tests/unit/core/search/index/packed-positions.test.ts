import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  BitWriter,
  bitsOfPositions,
  hasPosition,
  readPositions,
} from '#core/search/index/packed-positions.ts';

/** Lists of different numbers below a bound, ascending. */
const lists = fc.array(
  fc
    .integer({ min: 1, max: 200_000 })
    .chain((universe) =>
      fc
        .uniqueArray(fc.integer({ min: 0, max: universe - 1 }), { minLength: 1, maxLength: 60 })
        .map((positions) => ({ universe, positions: positions.sort((a, b) => a - b) })),
    ),
);

test('positions come back, and take as many bits as was said', () => {
  fc.assert(
    fc.property(lists, (given) => {
      const writer = new BitWriter();
      const starts = given.map(({ universe, positions }) => {
        const start = writer.length;
        writer.positions(Uint32Array.from(positions), 0, positions.length, universe);
        expect(writer.length - start).toBe(bitsOfPositions(positions.length, universe));
        return start;
      });
      const copy = new BitWriter();
      copy.bits(5, 3);
      copy.copy(writer.bytes, 0, writer.length);
      for (const [at, { universe, positions }] of given.entries()) {
        const out = new Uint32Array(positions.length);
        readPositions(writer.bytes, starts[at] ?? 0, [positions.length, universe], out);
        expect([...out]).toEqual(positions);
        for (const wanted of positions.flatMap((position) => [position, position + 1, 0]))
          if (wanted < universe)
            expect(hasPosition(writer.bytes, starts[at] ?? 0, [positions.length, universe], wanted)).toBe(
              positions.includes(wanted),
            );
        readPositions(copy.bytes, 3 + (starts[at] ?? 0), [positions.length, universe], out);
        expect([...out]).toEqual(positions);
      }
    }),
  );
});

test('many positions take little more than the logarithm of the number of their choices', () => {
  const positions = Uint32Array.from({ length: 100 }, (_, at) => at * 10 + (at % 7));
  // log2 of 1,000 over 100 is about 464.
  expect(bitsOfPositions(positions.length, 1_000)).toBeLessThan(464 * 1.3);
});
