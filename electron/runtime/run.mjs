import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { Obstacle } from './announce.mjs';
import { root } from './paths.mjs';

/**
 * Run a program in the project's folder, its output going where ours goes; answers its exit code.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, quiet?: boolean }} [options]
 * @returns {Promise<number>}
 */
export function run(program, args, { env = process.env, cwd = root, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'inherit'],
    });
    const pass = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    process.on('SIGINT', pass);
    process.on('SIGTERM', pass);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      process.off('SIGINT', pass);
      process.off('SIGTERM', pass);
      resolve(code ?? (signal === null ? 1 : 128));
    });
  });
}

/**
 * Run npm by the very Node that runs us, so that it works the same on every system.
 * @param {readonly string[]} args
 * @param {{ cwd?: string, quiet?: boolean }} [options]
 */
export function runNpm(args, options = {}) {
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('npm-cli.js')) return run(process.execPath, [npm, ...args], options);
  if (process.platform === 'win32') throw new Obstacle('Start this with npm, for instance: npm start');
  return run('npm', args, options);
}

/**
 * A script that an installed package brings.
 * @param {string} name the package
 * @param {string} script the file inside it
 */
export function packageScript(name, script) {
  return join(root, 'node_modules', ...name.split('/'), script);
}
