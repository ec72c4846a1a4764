import { setTimeout as pause } from 'node:timers/promises';
import { formats, loadSamples } from './samples.ts';
import { makeMutant, tryMutant } from './try-mutant.ts';

/**
 * Try mutants of one format from a seed on, until a time: `main.mjs <root> <format> <seed> <until>`. Tells its parent
 * of each before and after, so that it can be ended when it hangs.
 */
async function main([root = '.', format = '', first = '1', until = '0']: readonly string[]): Promise<void> {
  if (format === '--formats') {
    process.send?.({ kind: 'formats', formats });
    return;
  }
  const samples = loadSamples(root).get(format) ?? [];
  for (let seed = Number(first); Date.now() < Number(until); seed++) {
    const mutant = makeMutant(samples, seed);
    process.send?.({ kind: 'begin', seed, name: mutant.name, sizeBytes: mutant.bytes.length });
    const before = process.cpuUsage();
    const faults = await tryMutant(mutant);
    const { user, system } = process.cpuUsage(before);
    process.send?.({
      kind: 'done',
      seed,
      faults,
      cpuMs: (user + system) / 1000,
      rss: process.memoryUsage.rss(),
    });
    // Lets what was sent go out.
    await pause(0);
  }
}

await main(process.argv.slice(2));
process.disconnect?.();
