import { join } from 'node:path';
import { runCommand } from './announce.mjs';
import { runPlaywright } from './playwright.mjs';
import { packageScript, run } from './run.mjs';

/** How many files are imported when nothing is said. */
const usualSizes = '1000,10000,30000';

runCommand(async () => {
  const at = process.argv.indexOf('--sizes');
  process.env.LIPTAKO_IMPORT_SIZES = (at === -1 ? undefined : process.argv[at + 1]) ?? usualSizes;
  const code = await runPlaywright('bench', ['bench-import']);
  const bench = [packageScript('vitest', 'vitest.mjs'), 'bench', '--run', '--config'];
  const formats = join('tests', 'bench', 'import-formats.bench.ts');
  return code || (await run(process.execPath, [...bench, 'tests/vitest.config.ts', formats]));
});
