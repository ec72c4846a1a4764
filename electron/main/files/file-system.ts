import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat, statfs } from 'node:fs/promises';

/** An open file. Positions are bytes from its beginning. */
export type OpenFile = {
  /** Fills `into` from `position` and answers how many bytes there were; fewer only at the end of the file. */
  read(into: Uint8Array, position: number): Promise<number>;
  /** May write less than asked, as the system may. */
  write(bytes: Uint8Array, position: number): Promise<number>;
  /** Answers once what was written, and the length, are on the disk. */
  sync(): Promise<void>;
  truncate(length: number): Promise<void>;
  size(): Promise<number>;
  close(): Promise<void>;
};

/**
 * `read` needs a file that is there; `write` makes it when missing; `replace` makes it or empties it; `create` fails
 * when there is one.
 */
export type OpenMode = 'read' | 'write' | 'replace' | 'create';

/**
 * What the record of a workspace needs from a disk, and no more: tests put a disk in its place that fails, writes
 * short or loses power at any call.
 */
export type FileSystem = {
  open(path: string, mode: OpenMode): Promise<OpenFile>;
  readFile(path: string): Promise<Uint8Array>;
  /** Names in a folder; none when there is no such folder. */
  list(folder: string): Promise<readonly string[]>;
  makeFolder(folder: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Milliseconds since 1970 of the last write; `null` when there is no such file. */
  modifiedAt(path: string): Promise<number | null>;
  /** Answers once the names in a folder are on the disk. */
  syncFolder(folder: string): Promise<void>;
  freeBytes(folder: string): Promise<number>;
};

const flags = { read: 'r', write: null, replace: 'w+', create: 'wx+' } as const;

/** The disk of this machine. */
export const disk: FileSystem = {
  open: async (path, mode) => openFile(await openHandle(path, mode)),
  readFile: (path) => readFile(path),
  list: (folder) => orWhenMissing(readdir(folder), []),
  makeFolder: async (folder) => {
    await mkdir(folder, { recursive: true });
  },
  rename: (from, to) => rename(from, to),
  remove: (path) => rm(path, { force: true }),
  modifiedAt: (path) =>
    orWhenMissing(
      stat(path).then((found) => found.mtimeMs),
      null,
    ),
  syncFolder,
  freeBytes: async (folder) => {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  },
};

/** Whether `error` says that a file or folder is not there. */
export function isMissing(error: unknown): boolean {
  return codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR';
}

/** The system's name for an error (`ENOSPC`), or an empty string. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

async function openHandle(path: string, mode: OpenMode): Promise<FileHandle> {
  const chosen = flags[mode];
  if (chosen !== null) return open(path, chosen);
  // Neither "r+" (fails when missing) nor "a+" (ignores positions) nor "w+" (empties) will do.
  return open(path, 'r+').catch((error: unknown) => {
    if (!isMissing(error)) throw error;
    return open(path, 'wx+');
  });
}

function openFile(handle: FileHandle): OpenFile {
  return {
    read: async (into, position) => {
      let filled = 0;
      while (filled < into.length) {
        const { bytesRead } = await handle.read(into, filled, into.length - filled, position + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return filled;
    },
    write: async (bytes, position) => (await handle.write(bytes, 0, bytes.length, position)).bytesWritten,
    // On Linux this flushes the new length too; Node maps it to F_FULLFSYNC on macOS.
    sync: () => handle.datasync(),
    truncate: (length) => handle.truncate(length),
    size: async () => (await handle.stat()).size,
    close: () => handle.close(),
  };
}

async function syncFolder(folder: string): Promise<void> {
  // Windows can't open a folder; NTFS journals its names by itself.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function orWhenMissing<Value>(value: Promise<Value>, otherwise: Value): Promise<Value> {
  try {
    return await value;
  } catch (error) {
    if (isMissing(error)) return otherwise;
    throw error;
  }
}
