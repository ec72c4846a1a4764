import { join } from 'node:path';
import { Obstacle, runCommand } from './announce.mjs';
import { ensureSqlite } from './native-sqlite.mjs';
import { ensurePackages } from './packages.mjs';
import { root } from './paths.mjs';
import { packageScript, run } from './run.mjs';

runCommand(async () => {
  await ensurePackages();
  const noSqlite = await ensureSqlite();
  const config = join('tests', 'bench', 'search', 'vite.config.ts');
  const build = [packageScript('vite', 'bin/vite.js'), 'build', '--config', config];
  if ((await run(process.execPath, build)) !== 0) throw new Obstacle('The bench could not be built.');
  const program = join(root, 'out', 'bench-search', 'program', 'main.mjs');
  const missing = noSqlite === null ? [] : ['--missing', JSON.stringify({ fts5: noSqlite })];
  return run(process.execPath, ['--max-old-space-size=8000', program, ...missing, ...process.argv.slice(2)]);
});
