import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { announce, Obstacle } from './announce.mjs';
import { downloadOfficial, officialVersion } from './official.mjs';
import { electronFolder } from './paths.mjs';
import { installStandIn, standInVersion } from './stand-in.mjs';

const wishes = /** @type {const} */ (['auto', 'official', 'fallback']);

/** @typedef {(typeof wishes)[number]} Wish */

/**
 * Make sure that there is an Electron to run: what is there is kept; otherwise the official binary is downloaded, and
 * where that can't be (linux x64 only) the stand-in for building and testing is taken.
 *
 * LIPTAKO_ELECTRON = official | fallback insists on one of them.
 */
export async function ensureElectron() {
  const wish = parseWish(process.env.LIPTAKO_ELECTRON);
  if (satisfies(wish, installedVersion())) return;
  const reason = wish === 'fallback' ? null : tryOfficial();
  if (wish !== 'fallback' && reason === null) return;
  const hasStandIn = process.platform === 'linux' && process.arch === 'x64';
  if (wish === 'official' || !hasStandIn) throw noElectron(reason ?? 'not tried', hasStandIn);
  await installStandIn();
}

/** The version of the Electron in place; `null` when there is none. */
export function installedVersion() {
  const version = join(electronFolder, 'dist', 'version');
  if (!existsSync(join(electronFolder, 'path.txt')) || !existsSync(version)) return null;
  return existsSync(electronBinary()) ? readFileSync(version, 'utf8').trim().replace(/^v/, '') : null;
}

/** The binary of the Electron in place. */
export function electronBinary() {
  return join(electronFolder, 'dist', readFileSync(join(electronFolder, 'path.txt'), 'utf8'));
}

/**
 * Which Electron LIPTAKO_ELECTRON asks for.
 * @param {string | undefined} text
 * @returns {Wish}
 */
export function parseWish(text) {
  const wish = wishes.find((known) => known === (text || 'auto'));
  if (wish === undefined)
    throw new Obstacle(`LIPTAKO_ELECTRON is "${text}"; it can be ${wishes.join(', ')}.`);
  return wish;
}

/**
 * Whether the Electron in place will do.
 * @param {Wish} wish
 * @param {string | null} version
 */
export function satisfies(wish, version) {
  if (version === null || wish === 'auto') return version !== null;
  return (version === standInVersion) === (wish === 'fallback');
}

/** Try to get the official Electron; answers why it could not be had, or `null`. */
function tryOfficial() {
  announce(`looking for the official Electron ${officialVersion()}`);
  const reason = downloadOfficial();
  return reason === null && installedVersion() === null ? 'its files were not found afterwards' : reason;
}

/**
 * @param {string} reason
 * @param {boolean} hasStandIn
 */
function noElectron(reason, hasStandIn) {
  return new Obstacle(
    `The official Electron ${officialVersion()} could not be downloaded: ${reason}.\n` +
      'When there is a network, try again. Behind a mirror, set ELECTRON_MIRROR to its address first.\n' +
      (hasStandIn
        ? 'To build and test without it: LIPTAKO_ELECTRON=fallback npm start'
        : 'There is no stand-in for this system (only for 64-bit Linux on x86).'),
  );
}
