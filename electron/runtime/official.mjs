import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { electronFolder } from './paths.mjs';

const timeoutMs = 10 * 60_000;

/** The version of the electron package, whose binary is the official one. */
export function officialVersion() {
  return String(JSON.parse(readFileSync(join(electronFolder, 'package.json'), 'utf8')).version);
}

/**
 * Let the electron package download its binary. What was in its place before is put back on failure.
 * @returns {string | null} why it failed; `null` when it did not
 */
export function downloadOfficial() {
  const dist = join(electronFolder, 'dist');
  const before = join(electronFolder, 'dist-before');
  const pathFile = join(electronFolder, 'path.txt');
  const path = existsSync(pathFile) ? readFileSync(pathFile) : null;
  // Aside, or the new files would be mixed with the old.
  rmSync(before, { recursive: true, force: true });
  if (existsSync(dist)) renameSync(dist, before);

  const done = spawnSync(process.execPath, [join(electronFolder, 'install.js')], {
    cwd: electronFolder,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    timeout: timeoutMs,
  });
  if (done.status === 0) {
    rmSync(before, { recursive: true, force: true });
    return null;
  }
  rmSync(dist, { recursive: true, force: true });
  if (existsSync(before)) renameSync(before, dist);
  if (path !== null) writeFileSync(pathFile, path);
  return done.error?.message ?? (firstLine(done.stderr) || `its installer ended with ${done.status}`);
}

/** @param {string} text */
function firstLine(text) {
  return (text.trim().split('\n')[0] ?? '').replace(/\.$/, '');
}
