import { runCommand } from './announce.mjs';
import { withDisplay } from './display.mjs';
import { prepareTools } from './prepare.mjs';
import { packageScript, run } from './run.mjs';

runCommand(async () => {
  await prepareTools();
  const script = packageScript('electron-vite', 'bin/electron-vite.js');
  const noSandbox = process.getuid?.() === 0 ? ['--noSandbox'] : [];
  return withDisplay((env) => run(process.execPath, [script, 'dev', ...noSandbox], { env }));
});
