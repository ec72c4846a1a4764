import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readFuses } from '#runtime/fuses.mjs';
import { root } from '#runtime/paths.mjs';
import { electronFlags } from '#runtime/prepare.mjs';
import { listAsar } from '#runtime/read-asar.mjs';
import { toPng } from './support/write-png.mjs';
import { openDisplay } from './support/x-display.mjs';

// The packed program refuses every debugger, as it must; so it is looked at from outside: its bytes, what it writes
// into its folder, and what it shows on the display.

const wantedFuses = {
  runAsNode: false,
  cookieEncryption: true,
  nodeOptions: false,
  nodeCliInspect: false,
  embeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
};

/** More than the menu takes, which is there even when the page is not. */
const MENU_HEIGHT = 40;

const { folder, program, binary, resources } = findPacked();

const checks = {
  'its fuses are set': () => {
    const { wasmTrapHandlers: _, ...fuses } = readFuses(readFileSync(binary));
    assert.deepEqual(fuses, wantedFuses);
  },
  'it holds the program and the seeds, and nothing else': () => {
    const files = listAsar(readFileSync(join(resources, 'app.asar')));
    for (const file of [
      'package.json',
      'out/main/index.js',
      'out/preload/index.cjs',
      'out/renderer/index.html',
    ])
      assert.ok(files.includes(file), `${file} is not packed`);
    assert.deepEqual(namesBelow(files, 'seeds'), readdirSync(join(root, 'seeds')).sort());
    const foreign = files.filter(
      (file) => !/^(out\/(main|preload|renderer)|seeds|resources)\/|^package\.json$/.test(file),
    );
    assert.deepEqual(foreign, [], 'foreign files are packed');
    assert.deepEqual(
      files.filter((file) => file.endsWith('.map')),
      [],
      'source maps are packed',
    );
    assert.ok(!existsSync(join(resources, 'default_app.asar')), 'the default app is still there');
  },
  'it refuses to start for a debugger': async () => {
    const app = startPacked(['--remote-debugging-port=0']);
    assert.equal(await ended(app, 20_000), 1, app.said());
    assert.match(app.said(), /does not start with --remote-debugging-port/);
  },
  'it starts, shows its window and opens a workspace, whatever the environment says of Node': async () => {
    const env = { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--require=/nowhere.cjs' };
    const app = startPacked([], env);
    try {
      await until('a workspace is open', app, () => existsSync(join(app.userData, 'workspaces.json')));
      if (process.platform === 'linux') await lookAtWindow(app);
    } finally {
      app.child.kill('SIGTERM');
    }
    assert.equal(await ended(app, 20_000), process.platform === 'win32' ? null : 0, app.said());
  },
};

let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  try {
    await check();
    process.stdout.write(`  ✓ ${name}\n`);
  } catch (error) {
    failed++;
    process.stdout.write(`  ✗ ${name}\n${error instanceof Error ? error.stack : error}\n`);
  }
}
process.stdout.write(`${folder}: ${Object.keys(checks).length - failed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;

/** Where electron-builder puts things, by system. */
function findPacked() {
  const dist = join(root, 'dist');
  const { platform } = process;
  const suffix =
    platform === 'darwin' ? /^mac/ : platform === 'win32' ? /^win.*-unpacked$/ : /^linux.*-unpacked$/;
  const name = existsSync(dist) ? readdirSync(dist).find((found) => suffix.test(found)) : undefined;
  if (name === undefined) throw new Error('there is no packed program; run: npm run dist');
  const folder = join(dist, name);
  if (platform === 'darwin') {
    const contents = join(folder, 'Liptako.app', 'Contents');
    const framework = join(contents, 'Frameworks', 'Electron Framework.framework', 'Electron Framework');
    const resources = join(contents, 'Resources');
    return { folder, program: join(contents, 'MacOS', 'Liptako'), binary: framework, resources };
  }
  const program = join(folder, platform === 'win32' ? 'Liptako.exe' : 'liptako');
  return { folder, program, binary: program, resources: join(folder, 'resources') };
}

/**
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
function startPacked(args, env = {}) {
  const userData = mkdtempSync(join(tmpdir(), 'liptako-packed-'));
  const child = spawn(program, [...electronFlags(), `--user-data-dir=${userData}`, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => {
      said += data;
    });
  child.on('close', () => rmSync(userData, { recursive: true, force: true, maxRetries: 5 }));
  return { child, userData, said: () => said };
}

/** @typedef {ReturnType<typeof startPacked>} Packed */

/**
 * The exit code of a program that is to end within `timeoutMs`; one that does not is ended, and answers `null`.
 * @param {Packed} app
 * @param {number} timeoutMs
 */
async function ended({ child }, timeoutMs) {
  const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  clearTimeout(timer);
  return child.exitCode;
}

/** @param {Packed} app */
async function lookAtWindow(app) {
  const display = await openDisplay(process.env.DISPLAY ?? '');
  try {
    await until('the window shows something', app, async () => {
      const window = (await display.windows()).find(({ title }) => title.includes('Liptako'));
      if (window === undefined) return false;
      const picture = await display.picture(window);
      writeFileSync(join(root, 'out', 'packaged.png'), toPng(picture, window.width, window.height));
      return countColours(picture.subarray(MENU_HEIGHT * window.width * 4)) > 40;
    });
  } finally {
    display.close();
  }
}

/** How many colours there are: a page with text has many (the edges of its letters), an empty one a few. @param {Buffer} picture */
function countColours(picture) {
  const colours = new Set();
  for (let at = 0; at < picture.length; at += 4) colours.add(picture.readUInt32LE(at) & 0xffffff);
  return colours.size;
}

/**
 * @param {string} what
 * @param {Packed} app
 * @param {() => boolean | Promise<boolean>} holds
 */
async function until(what, app, holds) {
  for (const end = Date.now() + 60_000; Date.now() < end; await pause(250)) {
    if (await holds()) return;
    assert.equal(app.child.exitCode, null, `the program ended before ${what}: ${app.said()}`);
  }
  assert.fail(`${what}: not within a minute. ${app.said()}`);
}

/**
 * @param {readonly string[]} files
 * @param {string} folderName
 */
function namesBelow(files, folderName) {
  return files
    .filter((file) => file.startsWith(`${folderName}/`))
    .map((file) => file.slice(folderName.length + 1))
    .sort();
}
