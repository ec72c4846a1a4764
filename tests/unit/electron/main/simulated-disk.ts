import { dirname } from 'node:path';
import type { FileSystem, OpenFile } from '#main/files/file-system.ts';

/** What goes wrong at a call: an error, a write of half the bytes, an error after the work was done, or the end of power. */
export type Fault = 'ENOSPC' | 'EIO' | 'short' | 'late-EIO' | 'crash';

/** Whole numbers from 0 up to, not including, `limit`. */
export type Random = (limit: number) => number;

/** A full disk refuses what makes it fuller; a broken one refuses every change. */
type Deed = 'look' | 'grow' | 'change';

type Content = { live: Uint8Array; durable: Uint8Array };

/**
 * A disk in memory that remembers what has been flushed. At a `crash` everything that was not flushed may be there,
 * not there, or there in part: names and bytes alike.
 */
export type SimulatedDisk = {
  readonly files: FileSystem;
  /** Let the `call`-th call from now (1 is the next) go wrong; `lasting`: and what follows, as on a full or broken disk. */
  failAt(call: number, fault: Fault, lasting?: boolean): void;
  /** How many calls there were. */
  calls(): number;
  /** Whether the fault that was asked for has happened. */
  failed(): boolean;
  heal(): void;
  /** Power off: open files are dead, and what was not flushed becomes a matter of luck. */
  crash(random: Random): void;
  setFreeBytes(bytes: number): void;
  /** The bytes of a file now; throws when there is none. */
  bytesOf(path: string): Uint8Array;
  /** Put bytes in a file as somebody else would, flushed. */
  put(path: string, bytes: Uint8Array): void;
  paths(): string[];
};

export function createSimulatedDisk(): SimulatedDisk {
  const live = new Map<string, Content>();
  let durable = new Map<string, Content>();
  let calls = 0;
  let fault: { at: number; kind: Fault; lasting: boolean } | null = null;
  let failed = false;
  let dead = false;
  let epoch = 0;
  let free = 1e12;

  /** Count a call that changes the disk (or asks it something), and let it fail when its turn has come. */
  async function act<Answer>(does: Deed, work: (short: boolean) => Answer): Promise<Answer> {
    await Promise.resolve();
    if (dead) throw new Error('power is off');
    calls += 1;
    const goesOn = fault?.kind === 'ENOSPC' ? does === 'grow' : does !== 'look';
    const due = fault !== null && (calls === fault.at || (fault.lasting && calls > fault.at && goesOn));
    if (!due || fault === null) return work(false);
    failed = true;
    switch (fault.kind) {
      case 'crash':
        dead = true;
        throw new Error('power went off');
      case 'short':
        return work(true);
      case 'late-EIO':
        work(false);
        throw Object.assign(new Error('EIO'), { code: 'EIO' });
      default:
        throw Object.assign(new Error(fault.kind), { code: fault.kind });
    }
  }

  function missing(path: string): never {
    throw Object.assign(new Error(`ENOENT ${path}`), { code: 'ENOENT' });
  }

  function openFile(content: Content): OpenFile {
    const opened = epoch;
    const guard = () => {
      if (opened !== epoch) throw new Error('a file of before the crash');
    };
    return {
      read: (into, position) =>
        act('look', () => {
          guard();
          const piece = content.live.subarray(position, position + into.length);
          into.set(piece);
          return piece.length;
        }),
      write: (bytes, position) =>
        act('grow', (short) => {
          guard();
          const taken = bytes.subarray(0, short ? bytes.length >> 1 : bytes.length);
          const next = new Uint8Array(Math.max(content.live.length, position + taken.length));
          next.set(content.live);
          next.set(taken, position);
          content.live = next;
          return taken.length;
        }),
      sync: () =>
        act('change', () => {
          guard();
          content.durable = content.live.slice();
        }),
      truncate: (length) =>
        act('change', () => {
          guard();
          content.live = content.live.slice(0, length);
        }),
      size: () => act('look', () => content.live.length),
      close: async () => undefined,
    };
  }

  const files: FileSystem = {
    open: (path, mode) =>
      act(mode === 'create' || mode === 'replace' ? 'grow' : 'look', () => {
        const found = live.get(path);
        if (found && mode === 'create') throw Object.assign(new Error('EEXIST'), { code: 'EEXIST' });
        if (!found && mode === 'read') return missing(path);
        const content = found ?? { live: new Uint8Array(), durable: new Uint8Array() };
        if (mode === 'replace') content.live = new Uint8Array();
        live.set(path, content);
        return openFile(content);
      }),
    readFile: (path) => act('look', () => (live.get(path) ?? missing(path)).live.slice()),
    list: (folder) =>
      act('look', () => {
        const below = [...live.keys()].filter((path) => path.startsWith(`${folder}/`));
        return [...new Set(below.map((path) => path.slice(folder.length + 1).split('/')[0] ?? ''))];
      }),
    makeFolder: () => act('grow', () => undefined),
    rename: (from, to) =>
      act('change', () => {
        const content = live.get(from) ?? missing(from);
        live.delete(from);
        live.set(to, content);
      }),
    remove: (path) =>
      act('change', () => {
        live.delete(path);
      }),
    modifiedAt: (path) => act('look', () => (live.has(path) ? 0 : null)),
    syncFolder: (folder) =>
      act('change', () => {
        for (const path of new Set([...live.keys(), ...durable.keys()])) {
          if (dirname(path) !== folder) continue;
          const content = live.get(path);
          if (content) durable.set(path, content);
          else durable.delete(path);
        }
      }),
    freeBytes: () => act('look', () => free),
  };

  return {
    files,
    calls: () => calls,
    failed: () => failed,
    failAt: (call, kind, lasting = false) => {
      fault = { at: calls + call, kind, lasting };
      failed = false;
    },
    heal: () => {
      fault = null;
    },
    crash: (random) => {
      epoch += 1;
      dead = false;
      fault = null;
      const after = new Map<string, Content>();
      for (const path of new Set([...live.keys(), ...durable.keys()])) {
        const content = random(2) === 0 ? live.get(path) : durable.get(path);
        if (content) after.set(path, content);
      }
      for (const content of new Set(after.values())) {
        content.live = afterCrash(content, random);
        content.durable = content.live.slice();
      }
      live.clear();
      for (const [path, content] of after) live.set(path, content);
      durable = new Map(after);
    },
    setFreeBytes: (bytes) => {
      free = bytes;
    },
    bytesOf: (path) => (live.get(path) ?? missing(path)).live.slice(),
    put: (path, bytes) => {
      const content = { live: bytes.slice(), durable: bytes.slice() };
      live.set(path, content);
      durable.set(path, content);
    },
    paths: () => [...live.keys()].sort(),
  };
}

/** What may be found of a file whose last changes were not flushed. */
function afterCrash({ live, durable }: Content, random: Random): Uint8Array {
  const same = commonLength(live, durable);
  // Appended: the flushed part and any number of the new bytes, at times with zeros where their block never arrived.
  if (same === durable.length) {
    const kept = same + random(live.length - same + 1);
    const bytes = live.slice(0, kept);
    if (random(4) === 0 && kept > same) bytes.fill(0, same + random(kept - same));
    return bytes;
  }
  // Cut back, or cut back and written again.
  return (random(2) === 0 ? live : durable).slice();
}

function commonLength(a: Uint8Array, b: Uint8Array): number {
  const limit = Math.min(a.length, b.length);
  for (let index = 0; index < limit; index += 1) if (a[index] !== b[index]) return index;
  return limit;
}

/** A repeatable source of luck (mulberry32). */
export function luck(seed: number): Random {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}
