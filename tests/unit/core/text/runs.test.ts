import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endWithout, tightenTabs } from '#core/text/runs.ts';

const text = fc.string({ unit: fc.constantFrom(' ', '\t', 'a', ',', 'é') });

describe('what takes patterns a square of the time', () => {
  it('gives what the patterns give', () => {
    fc.assert(
      fc.property(text, (one) => {
        expect(one.slice(0, endWithout(one, /[\s,]/))).toBe(one.replace(/[\s,]+$/, ''));
        expect(tightenTabs(one)).toBe(one.replace(/ *\t */g, '\t'));
      }),
    );
  });

  it('takes hardly any for a million spaces', () => {
    const spaces = `${' '.repeat(1_000_000)}a`;
    expect(endWithout(spaces, /\s/)).toBe(1_000_001);
    expect(tightenTabs(spaces)).toBe(spaces);
  });
});
