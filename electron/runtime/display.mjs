import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { delimiter, join } from 'node:path';
import { announce, Obstacle } from './announce.mjs';

/**
 * Run `work` with a display: the one there is, or a virtual one for as long as the work takes.
 * @template Result
 * @param {(env: NodeJS.ProcessEnv) => Promise<Result>} work is given the environment to start programs with
 * @returns {Promise<Result>}
 */
export async function withDisplay(work) {
  if (process.platform !== 'linux') return work(process.env);
  if (hasDisplay()) {
    await requireServer(process.env.DISPLAY);
    // Electron before 38 asks for X11 unless told otherwise.
    return work({ ...process.env, ...(process.env.DISPLAY ? {} : { ELECTRON_OZONE_PLATFORM_HINT: 'auto' }) });
  }
  const { display, stop } = await startXvfb();
  announce(`no screen here: using a virtual display (Xvfb ${display})`);
  process.once('exit', stop);
  try {
    return await work({ ...process.env, DISPLAY: display });
  } finally {
    stop();
  }
}

/** Whether the environment names a display. */
export function hasDisplay() {
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Whether a virtual display can be had. */
export function hasXvfb() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.some((folder) => folder !== '' && existsSync(join(folder, 'Xvfb')));
}

/**
 * The socket of an X server on this machine; `null` for one elsewhere.
 * @param {string} display
 */
export function displaySocket(display) {
  const number = /^(?:unix)?:(\d+)(?:\.\d+)?$/.exec(display)?.[1];
  return number === undefined ? null : `/tmp/.X11-unix/X${number}`;
}

/**
 * Electron meets a display that does not answer with a crash; say it in words instead.
 * @param {string | undefined} display
 * @returns {Promise<void>}
 */
export async function requireServer(display) {
  const socket = display ? displaySocket(display) : null;
  // A server may listen on an abstract socket only, which Node can't reach: no file, no judgement.
  if (socket === null || !existsSync(socket)) return;
  await new Promise((resolve, reject) => {
    const line = connect(socket, () => {
      line.destroy();
      resolve(undefined);
    });
    line.on('error', () =>
      reject(
        new Obstacle(
          `DISPLAY is ${display}, but no X server answers there.\n` +
            'Correct it, or take a virtual display: unset DISPLAY',
        ),
      ),
    );
  });
}

/** @returns {Promise<{ display: string, stop: () => void }>} */
function startXvfb() {
  return new Promise((resolve, reject) => {
    // The server picks a free number and tells it on the fourth channel. Without -noreset it would start anew, and
    // refuse calls, whenever the last program has gone.
    const args = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-dpi', '96'];
    const server = spawn('Xvfb', [...args, '-nolisten', 'tcp', '-noreset'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      // In a group of its own, so that Ctrl+C reaches the program first: one that loses its display crashes.
      detached: true,
    });
    server.on('error', () =>
      reject(new Obstacle('Xvfb could not be started; is the package xvfb installed?')),
    );
    server.on('exit', (code) => reject(new Obstacle(`Xvfb ended at once with code ${code}.`)));
    server.stdio[3]?.once('data', (number) => {
      resolve({ display: `:${String(number).trim()}`, stop: () => server.kill() });
    });
  });
}
