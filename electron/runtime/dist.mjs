import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { announce, Obstacle, runCommand } from './announce.mjs';
import { installedVersion } from './electron.mjs';
import { readFuses } from './fuses.mjs';
import { root } from './paths.mjs';
import { prepare } from './prepare.mjs';
import { packageScript, run } from './run.mjs';
import { standInVersion } from './stand-in.mjs';

// Makes an unpacked, fused production build in dist/, offline, and reads its fuses back.
runCommand(async () => {
  await prepare();
  const version = installedVersion();
  announce(`packing with Electron ${version}`);
  if (version === standInVersion)
    announce('this is the stand-in: for testing the package, not for handing out');
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  const args = [
    '--dir',
    '--publish',
    'never',
    '--config.electronVersion',
    version ?? '',
    '--config.electronDist',
    'node_modules/electron/dist',
  ];
  if ((await run(process.execPath, [packageScript('electron-builder', 'cli.js'), ...args])) !== 0) {
    throw new Obstacle('Packing failed; what it printed above says why.');
  }
  tellFuses();
});

function tellFuses() {
  const binary = join(root, 'dist', 'linux-unpacked', 'liptako');
  if (!existsSync(binary)) return;
  const fuses = readFuses(readFileSync(binary));
  announce(
    `fuses: ${Object.entries(fuses)
      .map(([name, on]) => `${name} ${on ? 'on' : 'off'}`)
      .join(', ')}`,
  );
}
