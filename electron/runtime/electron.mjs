import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { announce, Obstacle } from './announce.mjs';
import { electronFolder, root } from './paths.mjs';
import { installStandIn, standInVersion } from './stand-in.mjs';

/** @typedef {'auto' | 'official' | 'fallback'} Wish */

/**
 * Make sure that there is an Electron to run: what is there is kept; otherwise the official binary is downloaded, and
 * where that can't be (linux x64 only) the stand-in for building and testing is taken.
 *
 * LIPTAKO_ELECTRON = official | fallback insists on one of them.
 */
export async function ensureElectron() {
  const wish = /** @type {Wish} */ (process.env.LIPTAKO_ELECTRON ?? 'auto');
  if (isWished(wish, installedVersion())) return;
  if (wish !== 'fallback' && downloadOfficial()) return;
  if (wish === 'official' || process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Obstacle(
      'The official Electron could not be downloaded, and there is no stand-in for this system.\n' +
        'With a network, run: npx install-electron\n' +
        'Behind a mirror, set ELECTRON_MIRROR to its address first.',
    );
  }
  await installStandIn();
}

/** The version of the Electron in place; `null` when there is none. */
export function installedVersion() {
  const pathFile = join(electronFolder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  if (!existsSync(join(electronFolder, 'dist', readFileSync(pathFile, 'utf8')))) return null;
  return readFileSync(join(electronFolder, 'dist', 'version'), 'utf8')
    .trim()
    .replace(/^v/, '');
}

/** The binary of the Electron in place. */
export function electronBinary() {
  return join(electronFolder, 'dist', readFileSync(join(electronFolder, 'path.txt'), 'utf8'));
}

/**
 * @param {Wish} wish
 * @param {string | null} version
 */
function isWished(wish, version) {
  if (version === null || wish === 'auto') return version !== null;
  return (version === standInVersion) === (wish === 'fallback');
}

function downloadOfficial() {
  const { version } = JSON.parse(readFileSync(join(electronFolder, 'package.json'), 'utf8'));
  announce(`looking for the official Electron ${version}`);
  const done = spawnSync(process.execPath, [join(electronFolder, 'install.js')], {
    cwd: root,
    stdio: 'ignore',
    timeout: 10 * 60_000,
  });
  return done.status === 0 && installedVersion() !== null;
}
