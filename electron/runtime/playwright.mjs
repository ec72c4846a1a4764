import { withDisplay } from './display.mjs';
import { prepare } from './prepare.mjs';
import { packageScript, run } from './run.mjs';

/**
 * Run one of the Playwright projects of tests/e2e on the real program; answers its exit code.
 * @param {'e2e' | 'shots' | 'bench'} project
 * @param {readonly string[]} [args]
 */
export async function runPlaywright(project, args = []) {
  await prepare();
  const script = packageScript('@playwright/test', 'cli.js');
  const config = 'tests/e2e/playwright.config.ts';
  return withDisplay((env) =>
    run(process.execPath, [script, 'test', '-c', config, `--project=${project}`, ...args], { env }),
  );
}
