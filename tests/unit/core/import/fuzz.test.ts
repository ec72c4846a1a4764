import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formats, loadSamples } from '#tests/fuzz/samples.ts';
import { makeMutant, tryMutant } from '#tests/fuzz/try-mutant.ts';

const samples = loadSamples(resolve(import.meta.dirname, '../../../..'));

/** A short run of what `npm run fuzz:import` does for long; the same every time. */
describe('files with a few places changed are read or refused, never more', () => {
  it.each(formats)(
    '%s',
    async (format) => {
      const own = samples.get(format) ?? [];
      expect(own.length).toBeGreaterThan(0);
      for (let seed = 1; seed <= 12; seed++) {
        const mutant = makeMutant(own, seed);
        expect({ seed, name: mutant.name, faults: await tryMutant(mutant) }).toEqual({
          seed,
          name: mutant.name,
          faults: [],
        });
      }
    },
    120_000,
  );
});
