import { announce, runCommand } from './announce.mjs';
import { withDisplay } from './display.mjs';
import { electronBinary } from './electron.mjs';
import { root } from './paths.mjs';
import { electronFlags, prepare } from './prepare.mjs';
import { run } from './run.mjs';

runCommand(async () => {
  await prepare();
  return withDisplay((env) => {
    announce('starting Liptako');
    return run(electronBinary(), [...electronFlags(), root, ...process.argv.slice(2)], { env });
  });
});
