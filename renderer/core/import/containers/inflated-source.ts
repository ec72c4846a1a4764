import { type FileSource, SourceProblem } from '#core/import/file-source.ts';
import { crc32 } from './crc32.ts';
import { inflateAll, inflateChunks, type Packed } from './inflate.ts';
import type { InflateBudget } from './inflate-limits.ts';

/** A packed file, with what its archive says of it. */
export type PackedFile = {
  readonly name: string;
  readonly path: string;
  readonly packed: Packed;
  readonly sizeBytes: number;
  /** The CRC-32 of what it unpacks to; `null` when nothing tells. */
  readonly crc: number | null;
};

/** What fits in memory with ease is unpacked at once; of the rest a window is kept. */
const wholeBytes = 32 * 1024 * 1024;
const windowBytes = 4 * 1024 * 1024;
/** Times a large file may be unpacked from its start again: looking at its head, its end, and then reading it. */
const mostRestarts = 8;

/**
 * A packed file as one that can be read, unpacked when it is first asked for. Reading rejects with a `SourceProblem`
 * when the file is damaged or unpacks to too much.
 */
export function inflatedSource(file: PackedFile, budget: InflateBudget): FileSource {
  const { name, path, sizeBytes, packed } = file;
  const about = { name, path, sizeBytes, ...(packed.isCut === true ? { isCut: true as const } : {}) };
  if (sizeBytes <= wholeBytes) return { ...about, read: readInMemory(file, budget) };
  if (packed.method === 'stored') {
    const read: FileSource['read'] = (start, end) =>
      packed.source.read(packed.start + start, packed.start + Math.min(end, sizeBytes));
    return { ...about, read };
  }
  return { ...about, read: readForward(file, budget) };
}

function readInMemory({ packed, sizeBytes, crc }: PackedFile, budget: InflateBudget): FileSource['read'] {
  let whole: Promise<Uint8Array> | null = null;
  async function unpack(): Promise<Uint8Array> {
    const bytes = await inflateAll(packed, sizeBytes, budget);
    if (crc !== null && crc32(bytes) !== crc) throw new SourceProblem('damaged', { sizeBytes });
    return bytes;
  }
  return async (start, end) => {
    whole ??= unpack();
    return (await whole).subarray(start, end);
  };
}

/** Reading on is cheap; to read what lies before the window, the file is unpacked again from its start. */
function readForward({ packed, sizeBytes, crc }: PackedFile, budget: InflateBudget): FileSource['read'] {
  let chunks: AsyncGenerator<Uint8Array> | null = null;
  let kept: Uint8Array[] = [];
  let keptFrom = 0;
  let reached = 0;
  let runningCrc = 0;
  let starts = 0;

  function restart(): AsyncGenerator<Uint8Array> {
    starts += 1;
    if (starts > mostRestarts) throw new SourceProblem('bomb', { limit: 'restarts' });
    budget.checkRatio(packed.end - packed.start, sizeBytes);
    kept = [];
    keptFrom = 0;
    reached = 0;
    runningCrc = 0;
    return inflateChunks(packed, budget);
  }

  async function advance(from: AsyncGenerator<Uint8Array>): Promise<void> {
    const { done, value } = await from.next();
    if (done || reached + value.length > sizeBytes) throw new SourceProblem('damaged', { sizeBytes });
    kept.push(value);
    reached += value.length;
    runningCrc = crc32(value, runningCrc);
    if (reached === sizeBytes && crc !== null && runningCrc !== crc)
      throw new SourceProblem('damaged', { sizeBytes });
  }

  function forget(before: number): void {
    for (let first = kept[0]; first && keptFrom + first.length < before; first = kept[0]) {
      keptFrom += first.length;
      kept.shift();
    }
  }

  return async (start, end) => {
    const until = Math.min(end, sizeBytes);
    if (chunks === null || start < keptFrom) chunks = restart();
    while (reached < until) {
      await advance(chunks);
      forget(Math.min(start, reached) - windowBytes);
    }
    return join(kept, start - keptFrom, Math.max(0, until - start));
  };
}

/** `length` bytes of `chunks` laid end to end, from `start` on. */
function join(chunks: readonly Uint8Array[], start: number, length: number): Uint8Array {
  const joined = new Uint8Array(length);
  let at = -start;
  for (const chunk of chunks) {
    const piece = chunk.subarray(Math.max(0, -at), Math.max(0, length - at));
    if (at < length && piece.length > 0) joined.set(piece, Math.max(0, at));
    at += chunk.length;
  }
  return joined;
}
