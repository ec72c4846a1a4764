import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { newUserData, root } from './support/launch.ts';

const electron: string = createRequire(import.meta.url)('electron');

type Start = {
  /** What to run before the program itself, such as `unshare -n`. */
  readonly before?: readonly string[];
  readonly without?: string;
  readonly userData: string;
};

/** Start the program as a user does, without a debugger, with a log of Chromium's network. */
function start({ before = [], without = '', userData }: Start): ChildProcess {
  const needsNoSandbox = process.getuid?.() === 0 && !before.includes('setpriv');
  const [command = '', ...rest] = [
    ...[...before, electron, '.'],
    ...(needsNoSandbox ? ['--no-sandbox'] : []),
    ...[`--log-net-log=${logOf(userData)}`, '--net-log-capture-mode=Everything'],
  ];
  const env = { ...process.env, HOME: userData, LIPTAKO_USER_DATA: userData, LIPTAKO_WITHOUT_LAYER: without };
  return spawn(command, rest, { cwd: root, env, stdio: 'ignore' });
}

const logOf = (userData: string) => join(userData, 'net.json');

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const impatience = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await gone;
  clearTimeout(impatience);
}

/** The page has been loaded, and Chromium has had time for errands of its own. */
async function idle(userData: string): Promise<void> {
  await expect.poll(() => existsSync(join(userData, 'device.json'))).toBe(true);
  await new Promise((go) => setTimeout(go, 6_000));
}

/** What Chromium wrote of its network: the addresses asked for, without the list of constants at the beginning. */
function addressesIn(log: string): string[] {
  const text = readFileSync(log, 'utf8');
  const events = text.slice(text.indexOf('"events"'));
  return [...events.matchAll(/"((?:https?|wss?|quic):\/\/[^"]*)"/g)].map((match) => match[1] ?? '');
}

/** The addresses that an idle start asks for. */
async function addressesOfIdleStart(how: Omit<Start, 'userData'>): Promise<string[]> {
  const userData = newUserData();
  const child = start({ ...how, userData });
  try {
    await idle(userData);
    expect(child.exitCode).toBeNull();
  } finally {
    await stop(child);
  }
  return addressesIn(logOf(userData));
}

test('an idle start asks for no address', async () => {
  expect(await addressesOfIdleStart({})).toEqual([]);
});

test('without the layer against it, it asks for a spelling dictionary', async () => {
  const addresses = await addressesOfIdleStart({ without: 'spelling' });

  expect(addresses.filter((address) => address.includes('/chrome/dict/'))).not.toEqual([]);
});

test('it starts where there is no network at all', async () => {
  const alone = spawnSync('unshare', ['-n', 'true']);
  test.skip(alone.status !== 0, 'this machine gives no empty network namespace');

  expect(await addressesOfIdleStart({ before: ['unshare', '-n'] })).toEqual([]);
});

test.describe('for an ordinary user', () => {
  const nobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];
  const [command = '', ...rest] = nobody;

  /** The state of the page's process: its filter of system calls, and whether every page has to have one. */
  async function pageProcess(without: string) {
    const userData = newUserData();
    chownSync(userData, 65534, 65534);
    const child = start({ before: nobody, without, userData });
    try {
      await idle(userData);
      const processes = descendants(child.pid ?? 0);
      const page = processes.find(({ line }) => line.includes('--type=renderer'));
      // The page's own process is told so for its own preferences too; the others only when all are meant.
      const service = processes.find(({ line }) => line.includes('--type=utility'));
      return {
        filtered: /^Seccomp:\t2$/m.test(page?.status ?? ''),
        all: service?.line.includes('--enable-sandbox'),
      };
    } finally {
      await stop(child);
    }
  }

  test.beforeEach(() => {
    const may = spawnSync(command, [...rest, electron, '--version']);
    test.skip(may.status !== 0, 'no other user can be had here, or none that may read this folder');
  });

  test('the page runs in the sandbox, and so would any other', async () => {
    expect(await pageProcess('')).toEqual({ filtered: true, all: true });
  });

  test('that any other would is missed when it is taken away', async () => {
    expect(await pageProcess('sandbox')).toEqual({ filtered: true, all: false });
  });
});

/** The processes below `pid`: command line and state. */
function descendants(pid: number): { line: string; status: string }[] {
  // A child belongs to the thread that started it.
  const children = readdirSync(`/proc/${pid}/task`)
    .flatMap((thread) => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' '))
    .filter(Boolean)
    .map(Number);
  return children.flatMap((child) => [
    {
      line: readFileSync(`/proc/${child}/cmdline`, 'utf8').replaceAll('\0', ' '),
      status: readFileSync(`/proc/${child}/status`, 'utf8'),
    },
    ...descendants(child),
  ]);
}
