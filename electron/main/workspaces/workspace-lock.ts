import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';
import { join } from 'node:path';
import type { DeviceId } from '#core/ids.ts';
import { codeOf, type FileSystem } from '#main/files/file-system.ts';
import { writeProblem } from '#main/files/write-problem.ts';
import { readJson, writeFully, writeJson } from '#main/files/write-whole.ts';
import { isPlainObject } from '#main/parse.ts';

/** Who holds a workspace: enough to tell a running program from one that died, and from a recycled process id. */
export type LockHolder = {
  readonly device: DeviceId;
  readonly pid: number;
  /** The machine's start this process belongs to. */
  readonly bootId: string;
  /** When the process began, as its system tells; `''` where it doesn't. */
  readonly startedAt: string;
};

/** What a lock needs to know about processes; tests pass their own. */
export type Processes = {
  readonly own: Omit<LockHolder, 'device'>;
  /** When the process `pid` began, `''` when it runs but the system doesn't tell, `null` when there is none. */
  startOf(pid: number): string | null;
};

export type WorkspaceLock = { readonly takenOver: boolean; release(): Promise<void> };

/** The holder shows every minute that it is there, for other machines that can't see its process. */
const SIGN_OF_LIFE_MS = 60_000;

/** Another machine's lock without a sign of life for this long counts as left behind. */
const SILENT_MS = 10 * 60_000;

/**
 * Take a workspace for this process. On a full disk it is taken without a file to show for it: reading has to go on.
 *
 * @returns `null` when a program that still runs has it.
 */
export async function lockWorkspace(
  files: FileSystem,
  folder: string,
  who: { readonly device: DeviceId; readonly processes: Processes; readonly now: () => number },
): Promise<WorkspaceLock | null> {
  const path = join(folder, 'lock');
  const holder: LockHolder = { device: who.device, ...who.processes.own };
  const made = await createLock(files, path, holder);
  if (made === 'no-room') return { takenOver: false, release: () => Promise.resolve() };
  if (made === 'exists') {
    if (await isHeld(files, path, who)) return null;
    await writeJson(files, path, holder);
  }
  // Of two programs that take over a dead one's lock at once, the one whose name stands in the file has it.
  if (!sameHolder(await readJson(files, path), holder)) return null;
  return { takenOver: made === 'exists', release: keepAlive(files, path, holder) };
}

/** Show signs of life until the function that this answers is called, which gives the lock back. */
function keepAlive(files: FileSystem, path: string, holder: LockHolder): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  const beat = setInterval(() => {
    last = writeJson(files, path, holder).catch(() => undefined);
  }, SIGN_OF_LIFE_MS);
  beat.unref();
  return async () => {
    clearInterval(beat);
    // A sign that is still being written would bring the file back.
    await last;
    if (sameHolder(await readJson(files, path), holder)) await files.remove(path);
  };
}

/** The processes of this machine. */
export function systemProcesses(): Processes {
  return {
    own: { pid: process.pid, bootId: bootId(), startedAt: startOf(process.pid) ?? '' },
    startOf,
  };
}

async function createLock(
  files: FileSystem,
  path: string,
  holder: LockHolder,
): Promise<'made' | 'exists' | 'no-room'> {
  try {
    const file = await files.open(path, 'create');
    try {
      await writeFully(file, Buffer.from(JSON.stringify(holder)), 0);
    } finally {
      await file.close();
    }
    return 'made';
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return 'exists';
    if (writeProblem(error).kind !== 'disk-full') throw error;
    await files.remove(path);
    return 'no-room';
  }
}

async function isHeld(
  files: FileSystem,
  path: string,
  { device, processes, now }: Parameters<typeof lockWorkspace>[2],
): Promise<boolean> {
  const found = await readJson(files, path);
  // Half a lock: its writer died while writing it.
  if (!isHolder(found)) return false;
  if (found.device !== device) {
    return now() - ((await files.modifiedAt(path)) ?? 0) < SILENT_MS;
  }
  if (found.bootId !== processes.own.bootId) return false;
  const started = processes.startOf(found.pid);
  return started !== null && started === found.startedAt;
}

function isHolder(value: unknown): value is LockHolder {
  return (
    isPlainObject(value) &&
    typeof value.device === 'string' &&
    typeof value.pid === 'number' &&
    typeof value.bootId === 'string' &&
    typeof value.startedAt === 'string'
  );
}

function sameHolder(found: unknown, holder: LockHolder): boolean {
  return (
    isHolder(found) &&
    found.device === holder.device &&
    found.pid === holder.pid &&
    found.bootId === holder.bootId &&
    found.startedAt === holder.startedAt
  );
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    // Elsewhere the moment of the start, to ten seconds, as clocks are corrected while a machine runs.
    return `boot-${Math.round((Date.now() / 1000 - uptime()) / 10)}`;
  }
}

function startOf(pid: number): string | null {
  if (!isRunning(pid)) return null;
  try {
    // Field 22; the name in field 2 may hold spaces, so count from its closing bracket.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
