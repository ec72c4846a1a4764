import { runCommand } from './announce.mjs';
import { runPlaywright } from './playwright.mjs';
import { packageScript, run } from './run.mjs';

runCommand(async () => {
  const code = await runPlaywright('bench', process.argv.slice(2));
  const script = packageScript('vitest', 'vitest.mjs');
  const pure = await run(process.execPath, [script, 'bench', '--run', '--config', 'tests/vitest.config.ts']);
  return code || pure;
});
