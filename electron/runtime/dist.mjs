import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { announce, Obstacle, runCommand } from './announce.mjs';
import { withDisplay } from './display.mjs';
import { installedVersion } from './electron.mjs';
import { root } from './paths.mjs';
import { prepare } from './prepare.mjs';
import { packageScript, run } from './run.mjs';
import { standInVersion } from './stand-in.mjs';

// Makes an unpacked, fused production build in dist/, offline, and looks whether it is sound and starts.
runCommand(async () => {
  await prepare();
  await pack(installedVersion() ?? '');
  announce('looking at the packed program');
  return withDisplay((env) => run(process.execPath, [join('tests', 'e2e', 'packaged.mjs')], { env }));
});

/** @param {string} version */
async function pack(version) {
  announce(`packing with Electron ${version} (electron-builder)`);
  if (version === standInVersion)
    announce('this Electron is the stand-in: good for testing the package, not for handing it out');
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  const args = ['--dir', '--publish', 'never', `--config.electronVersion=${version}`];
  const script = packageScript('electron-builder', 'cli.js');
  const electron = '--config.electronDist=node_modules/electron/dist';
  if ((await run(process.execPath, [script, ...args, electron])) === 0) return;
  throw new Obstacle('Packing failed; what it printed above says why.');
}
