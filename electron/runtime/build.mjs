import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { announce, Obstacle } from './announce.mjs';
import { root } from './paths.mjs';
import { packageScript, run } from './run.mjs';

/** What the build is made from. */
const sources = [
  'electron/main',
  'electron/preload',
  'electron/shared',
  'renderer',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];

/** Build the program when its sources are not those it was built from. */
export async function ensureBuilt() {
  const stampFile = join(root, 'out', 'built-from');
  const stamp = sourceStamp(root);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  announce('building');
  const script = packageScript('electron-vite', 'bin/electron-vite.js');
  if ((await run(process.execPath, [script, 'build', '--logLevel', 'warn'])) !== 0) {
    throw new Obstacle('The build failed; what it printed above says why.');
  }
  writeFileSync(stampFile, stamp);
}

/**
 * What tells one state of the sources from another: every file's name and content.
 * @param {string} folder the project
 */
export function sourceStamp(folder) {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of filesBelow(folder, source))
      hash
        .update(file)
        .update('\0')
        .update(readFileSync(join(folder, file)));
  }
  return hash.digest('hex');
}

/**
 * @param {string} folder
 * @param {string} path
 * @returns {string[]}
 */
function filesBelow(folder, path) {
  const full = join(folder, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesBelow(folder, `${path}/${name}`));
}
