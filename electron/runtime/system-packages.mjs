import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { announce, Obstacle } from './announce.mjs';

/** The libraries of Electron that a bare Debian 12 lacks; newer releases call some of them by the second name. */
export const libraryPackages = [
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3'],
  ['libasound2', 'libasound2t64'],
  ['libgbm1'],
  ['fonts-dejavu-core'],
];

/** The virtual display. */
export const displayPackages = [['xvfb']];

/**
 * Install packages of the system, announced, where we may (root on Debian or Ubuntu); say how to, where we may not.
 * @param {string} why what is missing, as the beginning of a sentence
 * @param {readonly (readonly string[])[]} wanted each by its possible names
 */
export function installSystemPackages(why, wanted) {
  if (process.getuid?.() !== 0 || !isDebian()) throw new Obstacle(advice(why, pickNames(wanted, isKnown)));
  announce(`${why}: asking apt-get`);
  apt(['update', '-qq']);
  // Only now is it known what the packages are called here.
  const names = pickNames(wanted, isKnown);
  announce(installLine(names));
  if (apt(['install', '-y', '-qq', '--no-install-recommends', ...names]) !== 0) {
    throw new Obstacle(`Installing failed. Try by hand:\n  apt-get update && ${installLine(names)}`);
  }
}

/**
 * Of each package the first name that this system knows; its first name when it knows none.
 * @param {readonly (readonly string[])[]} wanted
 * @param {(name: string) => boolean} knows
 */
export function pickNames(wanted, knows) {
  return wanted.map((names) => names.find(knows) ?? names[0] ?? '');
}

/**
 * What to do by hand.
 * @param {string} why
 * @param {readonly string[]} names
 */
export function advice(why, names) {
  return (
    `${why}.\nOn Debian or Ubuntu, run:\n  sudo apt-get update && sudo ${installLine(names)}\n` +
    'On another Linux, install what your system calls these; then try again.'
  );
}

/** @param {readonly string[]} names */
function installLine(names) {
  return `apt-get install -y --no-install-recommends ${names.join(' ')}`;
}

/** @param {readonly string[]} args */
function apt(args) {
  // Another apt-get may be at work; waiting beats failing.
  return spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status;
}

/** @param {string} name */
function isKnown(name) {
  return spawnSync('apt-cache', ['show', '--no-all-versions', name], { stdio: 'ignore' }).status === 0;
}

function isDebian() {
  if (!existsSync('/etc/os-release')) return false;
  return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));
}
