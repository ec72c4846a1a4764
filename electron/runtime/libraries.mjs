import { spawnSync } from 'node:child_process';
import { Obstacle } from './announce.mjs';
import { hasDisplay, hasXvfb } from './display.mjs';
import { electronBinary } from './electron.mjs';
import { displayPackages, installSystemPackages, libraryPackages } from './system-packages.mjs';

/** Make sure that the system has what Electron needs, on Linux: its libraries, and a display or a virtual one. */
export function ensureLibraries() {
  if (process.platform !== 'linux') return;
  const missing = missingLibraries();
  const needsXvfb = !hasDisplay() && !hasXvfb();
  if (missing.length === 0 && !needsXvfb) return;
  installSystemPackages(lacking(missing, needsXvfb), [
    ...(missing.length > 0 ? libraryPackages : []),
    ...(needsXvfb ? displayPackages : []),
  ]);
  const still = missingLibraries();
  if (still.length > 0) throw new Obstacle(`Electron still lacks system libraries: ${still.join(', ')}.`);
}

/**
 * The libraries that `ldd` says are not found.
 * @param {string} output
 */
export function parseMissing(output) {
  return [...output.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '');
}

/**
 * What is missing, in words.
 * @param {readonly string[]} libraries
 * @param {boolean} display
 */
export function lacking(libraries, display) {
  return [
    ...(libraries.length > 0 ? [`Electron lacks system libraries (${libraries.join(', ')})`] : []),
    ...(display ? ['there is no display, and no Xvfb to stand in for one'] : []),
  ].join('; ');
}

function missingLibraries() {
  const { stdout } = spawnSync('ldd', [electronBinary()], { encoding: 'utf8' });
  return parseMissing(stdout ?? '');
}
