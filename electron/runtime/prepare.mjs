import { ensureBuilt } from './build.mjs';
import { ensureElectron } from './electron.mjs';
import { ensureLibraries } from './libraries.mjs';
import { requireNode } from './node-version.mjs';
import { ensurePackages } from './packages.mjs';

/** Everything that stands between a bare clone and a program that can be started. */
export async function prepare() {
  await prepareTools();
  await ensureBuilt();
}

/** The same without the build, for what builds by itself. */
export async function prepareTools() {
  requireNode();
  await ensurePackages();
  await ensureElectron();
  ensureLibraries();
}

/** What Electron needs on its command line here: Chromium's sandbox refuses to run as root. */
export function electronFlags() {
  return ['--log-level=3', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
}
