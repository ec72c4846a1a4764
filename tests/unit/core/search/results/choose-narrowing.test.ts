import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listChosen, toggleValue } from '#core/search/results/choose-narrowing.ts';
import type { Narrowing } from '#core/search/results/search-answer.ts';

const anyValue = fc.record({
  facet: fc.constantFrom('source', 'year', 'tag'),
  value: fc.constantFrom('', 'a', 'b', '2024'),
});

describe('toggleValue', () => {
  it('keeps what was chosen an odd number of times, each facet once, and none without a value', () => {
    fc.assert(
      fc.property(fc.array(anyValue), (presses) => {
        const narrowing = presses.reduce<readonly Narrowing[]>((now, press) => toggleValue(now, press), []);

        const times = new Map<string, number>();
        for (const { facet, value } of presses)
          times.set(`${facet} ${value}`, (times.get(`${facet} ${value}`) ?? 0) + 1);
        const odd = [...times].filter(([, count]) => count % 2 === 1).map(([key]) => key);
        expect(new Set(listChosen(narrowing).map(({ facet, value }) => `${facet} ${value}`))).toEqual(
          new Set(odd),
        );
        expect(new Set(narrowing.map(({ facet }) => facet)).size).toBe(narrowing.length);
        expect(narrowing.every(({ values }) => values.length > 0)).toBe(true);
      }),
    );
  });
});
