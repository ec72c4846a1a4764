import { statfsSync } from 'node:fs';
import { Obstacle } from './announce.mjs';

/**
 * Stop before a disk is filled up half-way.
 * @param {string} folder where the room is needed
 * @param {number} neededMegabytes
 * @param {(folder: string) => number} [measure] the free megabytes
 */
export function requireRoom(folder, neededMegabytes, measure = freeMegabytes) {
  const free = measure(folder);
  if (free >= neededMegabytes) return;
  throw new Obstacle(
    `Only ${free} MB are free on the disk of ${folder}; about ${neededMegabytes} MB are needed.\n` +
      'Make room and try again.',
  );
}

/** @param {string} folder */
function freeMegabytes(folder) {
  const { bavail, bsize } = statfsSync(folder);
  return Math.floor((bavail * bsize) / 1024 ** 2);
}
