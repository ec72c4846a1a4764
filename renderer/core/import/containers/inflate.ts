import { Gunzip, Inflate } from 'fflate';
import { type FileSource, readWhole, SourceProblem } from '#core/import/file-source.ts';
import type { InflateBudget } from './inflate-limits.ts';

/** A run of packed bytes in a file. */
export type Packed = {
  readonly source: FileSource;
  readonly start: number;
  readonly end: number;
  readonly method: 'stored' | 'deflate' | 'gzip';
};

/** One push may grow a thousandfold, so pushes are small; reads are larger, as each costs time. */
const pushBytes = 16_384;
const readBytes = 262_144;

/**
 * Unpack piece by piece: what could be had comes first, then the problem is thrown. `budget` is charged as the bytes
 * come out, so that a bomb is noticed long before it has gone off.
 *
 * @throws SourceProblem `damaged`, `bomb`, or what the file's reader throws.
 */
export async function* inflateChunks(packed: Packed, budget: InflateBudget): AsyncGenerator<Uint8Array> {
  const out: Uint8Array[] = [];
  const push = pusher(packed.method, out);
  let taken = 0;
  let given = 0;
  for await (const { slice, isLast } of slicesOf(packed)) {
    taken += slice.length;
    const isWhole = push(slice, isLast);
    for (const chunk of out.splice(0)) {
      given += chunk.length;
      if (packed.method !== 'stored') budget.checkRatio(taken, given);
      budget.spend(chunk.length);
      if (chunk.length > 0) yield chunk;
    }
    if (!isWhole) throw new SourceProblem('damaged', { unpackedBytes: given });
  }
}

/** At least one slice, even of nothing: the unpacker has to be told of the end. */
async function* slicesOf({
  source,
  start,
  end,
}: Packed): AsyncGenerator<{ slice: Uint8Array; isLast: boolean }> {
  if (start === end) yield { slice: new Uint8Array(0), isLast: true };
  for (let at = start; at < end; at += readBytes) {
    const input = await readWhole(source, at, Math.min(at + readBytes, end));
    for (let from = 0; from < input.length; from += pushBytes)
      yield { slice: input.subarray(from, from + pushBytes), isLast: at + from + pushBytes >= end };
  }
}

type Push = (slice: Uint8Array, isLast: boolean) => boolean;

/** A function that unpacks into `out` and says whether all is well so far. */
function pusher(method: Packed['method'], out: Uint8Array[]): Push {
  if (method === 'stored')
    return (slice) => {
      out.push(slice);
      return true;
    };
  const stream =
    method === 'gzip' ? new Gunzip((chunk) => out.push(chunk)) : new Inflate((chunk) => out.push(chunk));
  return (slice, isLast) => {
    try {
      stream.push(slice, isLast);
      return true;
    } catch {
      return false;
    }
  };
}

/**
 * All that `packed` unpacks to.
 *
 * @param sizeBytes What it is said to unpack to. @throws SourceProblem also when it is more or less than that.
 */
export async function inflateAll(
  packed: Packed,
  sizeBytes: number,
  budget: InflateBudget,
): Promise<Uint8Array> {
  if (packed.method !== 'stored') budget.checkRatio(packed.end - packed.start, sizeBytes);
  const all = new Uint8Array(sizeBytes);
  let length = 0;
  for await (const chunk of inflateChunks(packed, budget)) {
    if (length + chunk.length > sizeBytes) throw new SourceProblem('damaged', { sizeBytes });
    all.set(chunk, length);
    length += chunk.length;
  }
  if (length !== sizeBytes) throw new SourceProblem('damaged', { sizeBytes });
  return all;
}
