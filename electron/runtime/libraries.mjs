import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { announce, Obstacle } from './announce.mjs';
import { electronBinary } from './electron.mjs';

/** Debian 12's packages that a bare system lacks; newer releases call some of them by the second name. */
const packages = [
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3'],
  ['libasound2', 'libasound2t64'],
  ['libgbm1'],
  ['xvfb'],
  ['fonts-dejavu-core'],
];

/** Make sure that the system libraries of Electron are there, on Linux. */
export function ensureLibraries() {
  if (process.platform !== 'linux') return;
  const missing = missingLibraries();
  if (missing.length > 0) {
    installPackages(`Electron needs system libraries (${missing.join(', ')})`);
    const still = missingLibraries();
    if (still.length > 0) throw new Obstacle(`Electron still lacks system libraries: ${still.join(', ')}`);
  }
}

/** Make sure that there is a virtual display to be had. */
export function ensureXvfb() {
  if (hasXvfb()) return;
  installPackages('there is no display, and no Xvfb to stand in for one');
  if (!hasXvfb()) throw new Obstacle('Xvfb could not be found after installing it.');
}

function hasXvfb() {
  return ['/usr/bin/Xvfb', '/usr/local/bin/Xvfb', '/usr/X11R6/bin/Xvfb'].some(existsSync);
}

/** The libraries the dynamic linker does not find for the Electron in place. */
function missingLibraries() {
  const { stdout } = spawnSync('ldd', [electronBinary()], { encoding: 'utf8' });
  return parseMissing(stdout ?? '');
}

/**
 * The libraries that `ldd` says are not found.
 * @param {string} output
 */
export function parseMissing(output) {
  return [...output.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '');
}

/** @param {string} why */
function installPackages(why) {
  const names = packages
    .map(([first, second]) => (isKnown(first ?? '') || !second ? first : second))
    .join(' ');
  const line = `apt-get install -y --no-install-recommends ${names}`;
  if (process.getuid?.() !== 0 || !isDebian()) {
    throw new Obstacle(
      `${why}.\nInstall them with your system's package tool; on Debian or Ubuntu:\n  sudo ${line}`,
    );
  }
  announce(`${why}: ${line}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
  const done = spawnSync('apt-get', [...line.split(' ').slice(1), '-qq'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  });
  if (done.status !== 0) throw new Obstacle(`Installing failed. Try by hand:\n  apt-get update && ${line}`);
}

/** @param {string} name */
function isKnown(name) {
  return spawnSync('apt-cache', ['show', '--no-all-versions', name], { stdio: 'ignore' }).status === 0;
}

function isDebian() {
  if (!existsSync('/etc/os-release')) return false;
  return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));
}
