import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { announce, Obstacle } from './announce.mjs';
import { root } from './paths.mjs';
import { runNpm } from './run.mjs';

const neededBytes = 2 * 1024 ** 3;

/**
 * Install the packages of package-lock.json when they are missing or from another lock.
 * @param {string} [folder] the project
 */
export async function ensurePackages(folder = root) {
  const wanted = lockStamp(folder);
  if (readStamp(folder) === wanted) return;
  announce('installing packages (npm ci)');
  requireRoom(folder);
  if ((await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder })) !== 0) {
    throw new Obstacle(
      'The packages could not be installed.\nCheck that the npm registry can be reached, then run: npm ci',
    );
  }
  writeFileSync(stampFile(folder), wanted);
}

/**
 * What identifies the lock file's content.
 * @param {string} folder
 */
export function lockStamp(folder) {
  return createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
}

/** @param {string} folder */
function readStamp(folder) {
  return existsSync(stampFile(folder)) ? readFileSync(stampFile(folder), 'utf8') : null;
}

/** @param {string} folder */
function stampFile(folder) {
  return join(folder, 'node_modules', '.liptako-lock');
}

/** @param {string} folder */
function requireRoom(folder) {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize >= neededBytes) return;
  const free = Math.floor((bavail * bsize) / 1024 ** 2);
  throw new Obstacle(
    `Only ${free} MB are free on this disk; setting up needs about 2,000 MB.\nMake room and try again.`,
  );
}
