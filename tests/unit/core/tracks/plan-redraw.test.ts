import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planRedraw, type Redraw } from '#core/tracks/plan-redraw.ts';

type Shape = { readonly id: string; readonly look: number };

const isSame = (a: Shape, b: Shape) => a.look === b.look;
const asDrawn = (shapes: readonly Shape[]) => new Map(shapes.map((shape) => [shape.id, shape]));

/** Do to a pile of drawn shapes, lowest first, what the plan says. */
function carryOut(drawn: readonly Shape[], { gone, made }: Redraw<Shape>): Shape[] {
  const pile = drawn.filter(({ id }) => !gone.includes(id));
  for (const { shape, below } of made) {
    const at = pile.findIndex(({ id }) => id === below);
    if (below !== null && at === -1) throw new Error(`${below} is not drawn yet`);
    pile.splice(below === null ? pile.length : at, 0, shape);
  }
  return pile;
}

describe('planRedraw', () => {
  it('leaves a thousand shapes alone where one of them changed', () => {
    const before = Array.from({ length: 1_000 }, (_, at) => ({ id: `track ${at}`, look: 0 }));
    const now = before.map((shape) => (shape.id === 'track 500' ? { ...shape, look: 1 } : { ...shape }));

    expect(planRedraw(asDrawn(before), now, isSame)).toEqual({
      gone: ['track 500'],
      made: [{ shape: { id: 'track 500', look: 1 }, below: 'track 501' }],
    });
  });

  it('takes away what is narrowed out without making anything', () => {
    const before = ['a', 'b', 'c', 'd'].map((id) => ({ id, look: 0 }));

    expect(
      planRedraw(
        asDrawn(before),
        before.filter(({ id }) => id > 'b'),
        isSame,
      ),
    ).toEqual({ gone: ['a', 'b'], made: [] });
  });

  const pile = fc.uniqueArray(
    fc.record({ id: fc.constantFrom(...'abcdefghij'), look: fc.integer({ min: 0, max: 1 }) }),
    { selector: ({ id }) => id },
  );

  it('makes what is wanted of what is drawn, in its order', () => {
    fc.assert(
      fc.property(pile, pile, (before, now) => {
        expect(carryOut(before, planRedraw(asDrawn(before), now, isSame))).toEqual(now);
      }),
    );
  });
});
