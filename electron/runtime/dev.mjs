import { runCommand } from './announce.mjs';
import { withDisplay } from './display.mjs';
import { electronFlags, prepareTools } from './prepare.mjs';
import { packageScript, run } from './run.mjs';

// The program with hot reload: electron-vite builds main and preload, serves the window's page, and starts Electron.
runCommand(async () => {
  await prepareTools();
  const script = packageScript('electron-vite', 'bin/electron-vite.js');
  return withDisplay((env) =>
    run(process.execPath, [script, 'dev', '--', ...electronFlags(), ...process.argv.slice(2)], { env }),
  );
});
