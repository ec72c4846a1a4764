/**
 * What a bare Electron runs to start the app named on its command line. It understands `path [args]`, `-r module`
 * (by which Playwright attaches), `--app=` and `--version`. An ES module, so that what the app does before `ready`
 * still comes before it.
 */
const main = `
import { createRequire } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const preloaded = [];
let path = null;
const args = process.argv.slice(1);
for (let index = 0; index < args.length && path === null; index++) {
  const arg = args[index];
  if (arg === '-r' || arg === '--require') preloaded.push(args[++index]);
  else if (arg === '-v' || arg === '--version') {
    console.log('v' + process.versions.electron);
    process.exit(0);
  } else if (arg.startsWith('--app=')) path = arg.slice(6);
  else if (!arg.startsWith('-')) path = arg;
}
if (path === null) {
  console.error('Give the folder of an app.');
  process.exit(2);
}

const require = createRequire(import.meta.url);
for (const module of preloaded) require(module);

process.defaultApp = true;
const folder = resolve(path);
const description = join(folder, 'package.json');
let entry = folder;
if (existsSync(description)) {
  const { name, productName, version, main: file, desktopName } = JSON.parse(readFileSync(description, 'utf8'));
  if (version) app.setVersion(version);
  if (productName || name) app.setName(productName || name);
  app.setDesktopName(desktopName || app.getName() + '.desktop');
  app.setPath('userData', join(app.getPath('appData'), app.getName()));
  app.setAppPath(folder);
  entry = join(folder, file || 'index.js');
}
await import(pathToFileURL(entry).href);
`;

/** The files of Electron's default app. */
export const defaultApp = {
  'package.json': JSON.stringify({
    name: 'electron',
    productName: 'Electron',
    main: 'main.mjs',
    type: 'module',
  }),
  'main.mjs': main,
};
