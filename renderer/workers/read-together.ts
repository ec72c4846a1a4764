import { within } from '#storage/within.ts';
import type { HandedFile } from './read-handed.ts';

/** Files that are read together: as many as are quickly read, and no more than is easily held. */
const groupFiles = 32;
const groupBytes = 1024 * 1024;

/** Larger files are read by themselves. */
const smallBytes = 256 * 1024;

/** One that hangs must not be taken for the one whose turn it is: each is then waited for by itself. */
const patienceMs = 5_000;

/** Small files that are read before their turn. */
export type ReadTogether = {
  /**
   * The bytes of the file with this number, or `null` when it has to be read by itself: it is large, or one of those
   * that were read with it has gone, is closed to us, has changed or hangs. Files are taken in order; some may be left out.
   */
  take(at: number): Promise<Uint8Array | null>;
};

/**
 * Read small files many at once: for the browser each by itself is as much work as several together. While one group is
 * being worked off, the next one is read.
 */
export function readTogether(files: readonly HandedFile[]): ReadTogether {
  let current: Group = { from: 0, until: 0, bytes: Promise.resolve(null) };
  let next = beginGroup(files, 0);
  return {
    async take(at) {
      while (at >= current.until) {
        current = next;
        next = beginGroup(files, current.until);
      }
      return (await current.bytes)?.[at - current.from] ?? null;
    },
  };
}

/** Files from one number to before another; `bytes` is `null` when they have to be read by themselves. */
type Group = {
  readonly from: number;
  readonly until: number;
  readonly bytes: Promise<readonly Uint8Array[] | null>;
};

function beginGroup(files: readonly HandedFile[], from: number): Group {
  const group: File[] = [];
  let sizeBytes = 0;
  for (const { file } of files.slice(from, from + groupFiles)) {
    if (file === null || file.size > smallBytes || sizeBytes + file.size > groupBytes) break;
    group.push(file);
    sizeBytes += file.size;
  }
  const until = from + Math.max(1, group.length);
  if (group.length < 2) return { from, until, bytes: Promise.resolve(null) };
  const read = within(patienceMs, `reading ${group.length} files`, readGroup(group, sizeBytes));
  return { from, until, bytes: read.catch(() => null) };
}

async function readGroup(files: readonly File[], sizeBytes: number): Promise<readonly Uint8Array[] | null> {
  // The browser refuses all of them when the time of one has changed.
  const bytes = new Uint8Array(await new Blob([...files]).arrayBuffer());
  // One was cut short within the same moment: where the others begin is not known.
  if (bytes.length !== sizeBytes) return null;
  let end = 0;
  return files.map(({ size }) => {
    end += size;
    return bytes.subarray(end - size, end);
  });
}
