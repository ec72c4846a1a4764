import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { announce } from './announce.mjs';
import { root } from './paths.mjs';
import { run } from './run.mjs';

const folder = join(root, 'node_modules', 'better-sqlite3');

/**
 * Compile better-sqlite3, which the installation leaves uncompiled, unless that was done before. Answers why it can't be
 * used here, or `null`.
 * @returns {Promise<string | null>}
 */
export async function ensureSqlite() {
  if (existsSync(join(folder, 'build', 'Release', 'better_sqlite3.node'))) return null;
  const nodeGyp = findNodeGyp();
  if (nodeGyp === null) return 'npm’s node-gyp was not found; start this with npm';
  announce('compiling SQLite (node-gyp), which takes a minute or two');
  const headers = process.env.npm_config_nodedir ?? (await npmConfig('nodedir'));
  const env = headers === '' ? process.env : { ...process.env, npm_config_nodedir: headers };
  const args = [nodeGyp, 'rebuild', '--release', '--silent', '--jobs', 'max'];
  const code = await run(process.execPath, args, { cwd: folder, env, quiet: true });
  return code === 0 ? null : 'SQLite could not be compiled; what node-gyp printed above says why';
}

/** The node-gyp that comes with npm. */
function findNodeGyp() {
  const npm = process.env.npm_execpath;
  const inNpm =
    npm === undefined ? '' : join(dirname(npm), '..', 'node_modules', 'node-gyp', 'bin', 'node-gyp.js');
  return (
    [process.env.npm_config_node_gyp ?? '', inNpm].find((file) => file !== '' && existsSync(file)) ?? null
  );
}

/**
 * What npm's own settings say; '' when nothing.
 * @param {string} key
 * @returns {Promise<string>}
 */
function npmConfig(key) {
  const npm = process.env.npm_execpath;
  if (npm === undefined) return Promise.resolve('');
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [npm, 'config', 'get', key], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let said = '';
    child.stdout.on('data', (data) => {
      said += data;
    });
    child.on('error', () => resolve(''));
    child.on('close', () => resolve(said.trim() === 'undefined' ? '' : said.trim()));
  });
}
