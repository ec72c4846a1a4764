import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { announce, Obstacle } from './announce.mjs';
import { root } from './paths.mjs';
import { requireRoom } from './room.mjs';
import { runNpm } from './run.mjs';

/** @typedef {Record<string, { version?: string, optional?: boolean, extraneous?: boolean }>} LockedPackages */

/** The packages, npm's cache of them, and the Electron that goes between them. */
const neededMegabytes = 1800;

/**
 * Install the packages of package-lock.json when they are missing or from another lock.
 * @param {string} [folder] the project
 */
export async function ensurePackages(folder = root) {
  const wanted = lockStamp(folder);
  if (readStamp(folder) === wanted) return;
  if (!installedByHand(folder)) {
    announce('installing the packages (npm ci), which takes a minute');
    requireRoom(folder, neededMegabytes);
    const code = await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder });
    if (code !== 0) {
      throw new Obstacle(
        'The packages could not be installed; what npm printed above says why.\n' +
          'When the npm registry can be reached, try again: npm ci',
      );
    }
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

/**
 * Whether everything that the lock asks for is what npm noted as installed; optional packages are for some systems
 * only and may be absent.
 * @param {LockedPackages} wanted
 * @param {LockedPackages} installed
 */
export function isInstalled(wanted, installed) {
  return Object.entries(wanted).every(([path, { version, optional, extraneous }]) => {
    const found = installed[path];
    if (path === '') return true;
    return found === undefined ? optional === true || extraneous === true : found.version === version;
  });
}

/** @param {string} folder */
function installedByHand(folder) {
  const note = join(folder, 'node_modules', '.package-lock.json');
  return existsSync(note) && isInstalled(readPackages(join(folder, 'package-lock.json')), readPackages(note));
}

/**
 * @param {string} file
 * @returns {LockedPackages}
 */
function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}

/** @param {string} folder */
function readStamp(folder) {
  return existsSync(stampFile(folder)) ? readFileSync(stampFile(folder), 'utf8') : null;
}

/** @param {string} folder */
function stampFile(folder) {
  return join(folder, 'node_modules', '.liptako-lock');
}
