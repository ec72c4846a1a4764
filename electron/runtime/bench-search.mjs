import { join } from 'node:path';
import { Obstacle, runCommand } from './announce.mjs';
import { ensureSqlite } from './native-sqlite.mjs';
import { ensurePackages } from './packages.mjs';
import { root } from './paths.mjs';
import { runPlaywright } from './playwright.mjs';
import { packageScript, run } from './run.mjs';

/** As many queries as are asked of every state of the index when it is to be proved. */
const proofs = 12_000;

runCommand(async () => {
  await ensurePackages();
  if (process.argv.includes('--proofs')) return proveAll();
  const noSqlite = await ensureSqlite();
  const config = join('tests', 'bench', 'search', 'vite.config.ts');
  const build = [packageScript('vite', 'bin/vite.js'), 'build', '--config', config];
  if ((await run(process.execPath, build)) !== 0) throw new Obstacle('The bench could not be built.');
  const program = join(root, 'out', 'bench-search', 'program', 'main.mjs');
  const missing = noSqlite === null ? [] : ['--missing', JSON.stringify({ fts5: noSqlite })];
  const args = process.argv.slice(2).filter((arg) => arg !== '--app');
  const code = await run(process.execPath, ['--max-old-space-size=8000', program, ...missing, ...args]);
  return code === 0 && process.argv.includes('--app') ? runPlaywright('bench', ['bench-search']) : code;
});

/** The tests that compare the index with lunr and with a naive search, with many more queries than every day. */
function proveAll() {
  const tests = ['lunr-oracle', 'index-states'].map((name) => `tests/unit/core/search/${name}.test.ts`);
  return run(
    process.execPath,
    [
      packageScript('vitest', 'vitest.mjs'),
      'run',
      '--config',
      'tests/vitest.config.ts',
      '--testTimeout=3600000',
      ...tests,
    ],
    { env: { ...process.env, LIPTAKO_PROOFS: String(proofs) } },
  );
}
