import { join } from 'node:path';
import { Obstacle, runCommand } from './announce.mjs';
import { ensurePackages } from './packages.mjs';
import { root } from './paths.mjs';
import { packageScript, run } from './run.mjs';

/** Measures what is found of damage that is done on purpose, on a folder of texts or of Readability's test pages. */
runCommand(async () => {
  await ensurePackages();
  const config = join('tests', 'bench', 'damage', 'vite.config.ts');
  const build = [packageScript('vite', 'bin/vite.js'), 'build', '--logLevel', 'warn', '--config', config];
  if ((await run(process.execPath, build)) !== 0) throw new Obstacle('The bench could not be built.');
  const program = join(root, 'out', 'bench-damage', 'main.mjs');
  return run(process.execPath, [program, ...process.argv.slice(2)]);
});
