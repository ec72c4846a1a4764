import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { formats, loadSamples } from './samples.ts';
import { makeMutant, tryMutant } from './try-mutant.ts';

/** As in the program that watches. */
const mostCpuMs = 5000;

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
  const faults = join(root, 'out', 'fuzz-faults');
  mkdirSync(faults, { recursive: true });
  for (let seed = Number(first); Date.now() < Number(until); seed++) {
    const mutant = makeMutant(samples, seed);
    // Stays there when the process does not live to take it away.
    const kept = join(faults, `${format}-${seed}-${mutant.name}`);
    writeFileSync(kept, mutant.bytes);
    process.send?.({ kind: 'begin', seed, name: mutant.name, sizeBytes: mutant.bytes.length });
    const before = process.cpuUsage();
    const found = await tryMutant(mutant);
    const { user, system } = process.cpuUsage(before);
    const cpuMs = (user + system) / 1000;
    if (found.length === 0 && cpuMs < mostCpuMs) rmSync(kept);
    process.send?.({ kind: 'done', seed, faults: found, cpuMs, rss: process.memoryUsage.rss() });
    // Lets what was sent go out.
    await pause(0);
  }
}

await main(process.argv.slice(2));
process.disconnect?.();
