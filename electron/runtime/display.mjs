import { spawn } from 'node:child_process';
import { announce, Obstacle } from './announce.mjs';
import { ensureXvfb } from './libraries.mjs';

/**
 * Run `work` with a display: the one there is, or a virtual one for as long as the work takes.
 * @template Result
 * @param {(env: NodeJS.ProcessEnv) => Promise<Result>} work is given the environment to start programs with
 * @returns {Promise<Result>}
 */
export async function withDisplay(work) {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform !== 'linux' || DISPLAY || WAYLAND_DISPLAY) return work(process.env);
  ensureXvfb();
  announce('starting a virtual display (Xvfb)');
  const { display, stop } = await startXvfb();
  try {
    return await work({ ...process.env, DISPLAY: display });
  } finally {
    stop();
  }
}

/** @returns {Promise<{ display: string, stop: () => void }>} */
function startXvfb() {
  return new Promise((resolve, reject) => {
    // The server picks a free number and tells it on the fourth channel.
    const args = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-dpi', '96'];
    const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    server.on('error', () => reject(new Obstacle('Xvfb could not be started.')));
    server.on('exit', (code) => reject(new Obstacle(`Xvfb ended at once with code ${code}.`)));
    server.stdio[3]?.once('data', (number) => {
      resolve({ display: `:${String(number).trim()}`, stop: () => server.kill() });
    });
  });
}
