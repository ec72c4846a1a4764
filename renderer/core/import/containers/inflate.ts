import { Gunzip, Inflate, Unzlib } from 'fflate';
import { type FileSource, readWhole, SourceProblem } from '#core/import/file-source.ts';
import { crc32 } from './crc32.ts';
import type { InflateBudget } from './inflate-limits.ts';

/** A run of packed bytes in a file. */
export type Packed = {
  readonly source: FileSource;
  readonly start: number;
  readonly end: number;
  readonly method: 'stored' | 'deflate' | 'gzip' | 'zlib';
  /** Set when it is known to have lost its end, and what is left is wanted. */
  readonly isCut?: true | undefined;
  /** Told where each member of a gzip file ends that was sound, counted from `start`. */
  readonly onMember?: (at: number) => void;
};

/** One push may grow a thousandfold, so pushes are small; reads are larger, as each costs time. */
const pushBytes = 16_384;
const readBytes = 262_144;

/**
 * Unpack piece by piece: what could be had comes first, then the problem is thrown. `budget` is charged as the bytes
 * come out, so that a bomb is noticed long before it has gone off. The members of a gzip file are held against their
 * checksums: of one that fails, at most what was more than a push is handed on. Of one that ends before its end
 * everything is handed on: nothing says that it is wrong.
 *
 * @throws SourceProblem `damaged` (with `cut` for what ends before its end), `bomb`, or what the file's reader throws.
 */
export async function* inflateChunks(packed: Packed, budget: InflateBudget): AsyncGenerator<Uint8Array> {
  const check = packed.method === 'gzip' ? checkMembers(packed) : passOn;
  for await (const event of unpack(packed, budget)) {
    const chunk = await check(event);
    if (typeof event === 'number') packed.onMember?.(event);
    if (chunk !== null) yield chunk;
    if (event === 'cut' && packed.isCut !== true) throw new SourceProblem('damaged', { cut: 1 });
  }
}

/** Unpacked bytes, the place behind the end of a gzip member, or that nothing follows though its end is not there. */
type Event = Uint8Array | number | 'cut';

async function* unpack(packed: Packed, budget: InflateBudget): AsyncGenerator<Event> {
  const unpacking = startUnpacking(packed);
  let taken = 0;
  let given = 0;
  for await (const { slice, isLast } of slicesOf(packed)) {
    taken += slice.length;
    const isWhole = unpacking.push(slice, isLast);
    for (const event of unpacking.events()) {
      const length = typeof event === 'object' ? event.length : 0;
      given += length;
      if (packed.method !== 'stored') budget.checkRatio(taken, given);
      budget.spend(length);
      yield event;
    }
    if (!isWhole) throw new SourceProblem('damaged', { unpackedBytes: given });
  }
  yield unpacking.isOver() ? packed.end - packed.start : 'cut';
}

async function passOn(event: Event): Promise<Uint8Array | null> {
  return typeof event !== 'object' || event.length === 0 ? null : event;
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

type Unpacking = {
  /** Whether all is well so far. */
  push(slice: Uint8Array, isLast: boolean): boolean;
  /** What has come out since it was last asked for. */
  events(): Event[];
  /** Asked once, at the end: whether nothing is wanting. */
  isOver(): boolean;
};

function startUnpacking({ method }: Packed): Unpacking {
  const out: Event[] = [];
  const events = () => out.splice(0);
  if (method === 'stored') return { push: (slice) => out.push(slice) > 0, events, isOver: () => true };
  if (method === 'gzip') return startGunzip(out);
  const stream = method === 'zlib' ? new Unzlib() : new Inflate();
  stream.ondata = (chunk) => {
    out.push(chunk);
  };
  return { push: (slice, isLast) => succeeds(() => stream.push(slice, isLast)), events, isOver: () => true };
}

/** The first bytes of a gzip member. */
const memberHead = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff);

function startGunzip(out: Event[]): Unpacking {
  const stream = new Gunzip((chunk) => {
    out.push(chunk);
  });
  stream.onmember = (at) => {
    out.push(at);
  };
  return {
    // It is never told of the last slice: of one that breaks off it would then keep back what it has unpacked.
    push: (slice) => succeeds(() => stream.push(slice)),
    events: () => out.splice(0),
    isOver() {
      let isOver = false;
      stream.onmember = () => {
        isOver = true;
      };
      // Where the last member has ended, and only there, another one could begin.
      return succeeds(() => stream.push(memberHead)) && isOver;
    },
  };
}

function succeeds(work: () => void): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}

/**
 * Takes the chunks of gzip members and their ends in turn, and gives each chunk back once what follows it is sound: at a
 * member's end its length and checksum are those that stand there. The unpacker itself does not notice a file cut short.
 */
function checkMembers({ source, start }: Packed): (event: Event) => Promise<Uint8Array | null> {
  let held: Uint8Array | null = null;
  let length = 0;
  let crc = 0;
  return async (event) => {
    const before = held;
    if (event === 'cut') return before;
    if (typeof event !== 'number') {
      if (event.length === 0) return null;
      held = event;
      length += event.length;
      crc = crc32(event, crc);
      return before;
    }
    const trailer = await readWhole(source, Math.max(start, start + event - 8), start + event);
    const view = new DataView(trailer.buffer, trailer.byteOffset, trailer.byteLength);
    const isSound =
      trailer.length === 8 && view.getUint32(0, true) === crc && view.getUint32(4, true) === length % 2 ** 32;
    if (!isSound) throw new SourceProblem('damaged');
    held = null;
    length = 0;
    crc = 0;
    return before;
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
