import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { announce, Obstacle, runCommand } from './announce.mjs';
import { ensurePackages } from './packages.mjs';
import { root } from './paths.mjs';
import { packageScript, run } from './run.mjs';

/** A file may take this much of a processor, and this long where that can't be told or it does nothing. */
const mostCpuMs = 5000;
const mostWaitMs = 120_000;
const lookMs = 2000;
/** What a process that reads one small file after the other may grow to. */
const mostBytes = 900 * 1024 * 1024;

/**
 * Read changed files by the thousand: `npm run fuzz:import -- [--minutes 10] [--seed 1] [--format pdf,docx]`, the minutes
 * for each format. Every fault is told with its format and seed, and the file that did it is left in `out/fuzz-faults`.
 */
runCommand(async () => {
  await ensurePackages();
  const build = [
    packageScript('vite', 'bin/vite.js'),
    'build',
    '--config',
    join('tests', 'fuzz', 'vite.config.ts'),
  ];
  if ((await run(process.execPath, build)) !== 0)
    throw new Obstacle('The fuzzing program could not be built.');
  const minutes = Number(option('minutes', '10'));
  const seed = Number(option('seed', '1'));
  const wanted = option('format', '');
  const formats = wanted === '' ? await listFormats() : wanted.split(',');
  let faults = 0;
  for (const format of formats) faults += await fuzzFormat(format, seed, Date.now() + minutes * 60_000);
  return faults > 0 ? 1 : 0;
});

/** @param {string} name @param {string} otherwise */
function option(name, otherwise) {
  const at = process.argv.indexOf(`--${name}`);
  return at === -1 ? otherwise : (process.argv[at + 1] ?? otherwise);
}

/** @returns {Promise<string[]>} */
function listFormats() {
  return new Promise((resolve, reject) => {
    const child = start(['--formats']);
    child.on('error', reject);
    child.on('message', (/** @type {{ formats: string[] }} */ { formats }) => resolve(formats));
  });
}

/** @param {readonly string[]} args */
function start(args) {
  const program = join(root, 'out', 'fuzz-import', 'main.mjs');
  return fork(program, [root, ...args], { execArgv: ['--max-old-space-size=600', '--no-warnings'] });
}

/**
 * Answers how many mutants did harm. A process that hangs or dies is started again behind the mutant that did it.
 * @param {string} format @param {number} first @param {number} until
 */
async function fuzzFormat(format, first, until) {
  const total = { mutants: 0, slowestMs: 0, slowest: first, largest: 0, faults: 0 };
  /** @param {number} seed @param {string} what */
  const fault = (seed, what) => {
    total.faults += 1;
    process.stdout.write(`  ${format} --seed ${seed}: ${what}\n`);
  };
  for (let seed = first; Date.now() < until; )
    seed = (await runFrom(format, seed, until, { total, fault })) + 1;
  const { mutants, slowestMs, slowest, largest, faults } = total;
  const megabytes = Math.round(largest / 1024 / 1024);
  announce(
    `${format}: ${mutants} files, ${faults} faults, slowest ${Math.round(slowestMs)} ms (seed ${slowest}), most memory ${megabytes} MB`,
  );
  return faults;
}

/**
 * @typedef {{ mutants: number, slowestMs: number, slowest: number, largest: number, faults: number }} Total
 * @typedef {{ kind: 'begin', seed: number, name: string, sizeBytes: number }} Begin
 * @typedef {{ kind: 'done', seed: number, faults: string[], cpuMs: number, rss: number }} Done
 */

/**
 * Answers the seed of the last mutant.
 * @param {string} format @param {number} first @param {number} until
 * @param {{ total: Total, fault: (seed: number, what: string) => void }} told
 * @returns {Promise<number>}
 */
function runFrom(format, first, until, { total, fault }) {
  return new Promise((resolve) => {
    const child = start([format, String(first), String(until)]);
    let seed = first;
    let isBusy = false;
    let isHanging = false;
    /** @type {NodeJS.Timeout | undefined} */
    let watch;
    const look = (/** @type {number} */ since, /** @type {number | null} */ cpuBefore) => {
      const cpu = cpuOf(child.pid);
      const spent = cpu === null || cpuBefore === null ? 0 : cpu - cpuBefore;
      isHanging = spent > mostCpuMs * 2 || Date.now() - since > mostWaitMs;
      if (isHanging) child.kill('SIGKILL');
      else watch = setTimeout(() => look(since, cpuBefore), lookMs);
    };
    child.on('message', (/** @type {Begin | Done} */ message) => {
      clearTimeout(watch);
      seed = message.seed;
      isBusy = message.kind === 'begin';
      if (message.kind === 'begin') {
        const [since, cpu] = [Date.now(), cpuOf(child.pid)];
        watch = setTimeout(() => look(since, cpu), lookMs);
        return;
      }
      total.mutants += 1;
      if (message.cpuMs > total.slowestMs) {
        total.slowestMs = message.cpuMs;
        total.slowest = seed;
      }
      total.largest = Math.max(total.largest, message.rss);
      for (const what of message.faults) fault(seed, what);
      if (message.cpuMs > mostCpuMs) fault(seed, `took ${Math.round(message.cpuMs)} ms`);
      if (message.rss > mostBytes) {
        fault(seed, `memory grew to ${Math.round(message.rss / 1024 / 1024)} MB`);
        child.kill('SIGKILL');
      }
    });
    child.on('close', (code) => {
      clearTimeout(watch);
      if (isHanging) fault(seed, 'hung');
      else if (isBusy) fault(seed, `the process ended with ${code}`);
      resolve(seed);
    });
  });
}

/**
 * What a process has taken of a processor so far in milliseconds; `null` where the system does not tell. On a busy
 * machine a file may wait long without doing harm.
 * @param {number | undefined} pid
 */
function cpuOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1]?.split(' ') ?? [];
    // In hundredths of a second, by the kernel's promise.
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return null;
  }
}
