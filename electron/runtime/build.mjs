import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
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
  'resources',
  'electron.vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

/** What it makes. */
const products = ['out/main', 'out/preload', 'out/renderer'];

/** Build the program when its sources are not those it was built from, or something else wrote into its place. */
export async function ensureBuilt() {
  const stampFile = join(root, 'out', 'built-from');
  const wanted = contentStamp(root, sources);
  const isFresh = () =>
    existsSync(stampFile) && readFileSync(stampFile, 'utf8') === `${wanted} ${contentStamp(root, products)}`;
  if (isFresh()) return;
  announce('building the program (electron-vite)');
  const script = packageScript('electron-vite', 'bin/electron-vite.js');
  if ((await run(process.execPath, [script, 'build', '--logLevel', 'warn'])) !== 0) {
    throw new Obstacle('The build failed; what it printed above says why.');
  }
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(stampFile, `${wanted} ${contentStamp(root, products)}`);
}

/**
 * What tells one state of some files and folders from another: every file's name and content.
 * @param {string} folder
 * @param {readonly string[]} paths below it; one that is not there counts as empty
 */
export function contentStamp(folder, paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesBelow(folder, path)) {
      const content = readFileSync(join(folder, file));
      // The length keeps the end of one file apart from the beginning of the next.
      hash.update(`${file}\0${content.length}\0`).update(content);
    }
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
