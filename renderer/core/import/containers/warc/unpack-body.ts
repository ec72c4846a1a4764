import { inflateChunks } from '#core/import/containers/inflate.ts';
import type { InflateBudget } from '#core/import/containers/inflate-limits.ts';
import { SourceProblem, sourceOf } from '#core/import/file-source.ts';

/** How the body of an answer was packed for its way. */
export type BodyPacking = 'gzip' | 'zlib' | 'brotli' | 'zstd';

/** How a body is unpacked. */
export type Unpacking = {
  /** What it may unpack to. */
  readonly most: number;
  /** Whether its end is missing: what there is of it is wanted then. */
  readonly isCut: boolean;
  readonly budget: InflateBudget;
};

/**
 * How `body` is packed, by its bytes and by what its header says; `null` when it is not. Only Brotli has no mark of its
 * own.
 */
export function packingOf(body: Uint8Array, said: string): BodyPacking | null {
  const [first = 0, second = 0, third = 0, fourth = 0] = body;
  if (/gzip/.test(said) && first === 0x1f && second === 0x8b) return 'gzip';
  if (/deflate/.test(said) && (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0) return 'zlib';
  if (/zstd/.test(said) && first === 0x28 && second === 0xb5 && third === 0x2f && fourth === 0xfd)
    return 'zstd';
  return /\bbr\b/.test(said) && !looksPlain(body) ? 'brotli' : null;
}

/** Whether bytes begin like markup or text. */
function looksPlain(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 64).every((byte) => byte >= 0x20 || (byte >= 9 && byte <= 13));
}

/**
 * What a body unpacks to, in chunks.
 *
 * @throws SourceProblem `damaged`, `too-large`, `bomb`.
 */
export async function unpackBody(
  body: Uint8Array,
  packing: BodyPacking,
  { most, isCut, budget }: Unpacking,
): Promise<readonly Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const take = (chunk: Uint8Array): void => {
    length += chunk.length;
    if (length > most) throw new SourceProblem('too-large', { sizeBytes: length, largestBytes: most });
    budget.checkRatio(body.length, length);
    budget.spend(chunk.length);
    chunks.push(chunk);
  };
  if (packing === 'brotli') await unpackBrotli(body, take, isCut);
  else if (packing === 'zstd') await unpackZstd(body, take, isCut);
  else await unpackZipped(body, packing, { take, isCut, budget });
  return chunks;
}

type Zipped = {
  readonly take: (chunk: Uint8Array) => void;
  readonly isCut: boolean;
  readonly budget: InflateBudget;
};

async function unpackZipped(
  body: Uint8Array,
  method: 'gzip' | 'zlib',
  { take, isCut, budget }: Zipped,
): Promise<void> {
  const whole = { source: sourceOf('body', body), start: 0, end: body.length, method };
  const packed = isCut ? { ...whole, isCut } : whole;
  // Its account is kept by `take`.
  const free = { ...budget, spend: () => undefined };
  for await (const chunk of inflateChunks(packed, free)) take(chunk);
}

/** One push of it may grow a thousandfold. */
const pushBytes = 4096;
/** The library moves its whole window with every block: no honest page has as many. */
const mostBlocks = 2000;

async function unpackZstd(body: Uint8Array, take: (chunk: Uint8Array) => void, isCut: boolean) {
  const { Decompress } = await import('fzstd');
  let blocks = 0;
  const stream = new Decompress((chunk) => {
    blocks += 1;
    if (blocks > mostBlocks) throw new SourceProblem('bomb', { limit: 'blocks' });
    // The chunk is a view of its window, which is written over.
    if (chunk.length > 0) take(chunk.slice());
  });
  tellingDamage(() => {
    for (let at = 0; at < body.length; at += pushBytes) {
      const isLast = !isCut && at + pushBytes >= body.length;
      stream.push(body.subarray(at, at + pushBytes), isLast);
    }
  });
}

async function unpackBrotli(body: Uint8Array, take: (chunk: Uint8Array) => void, isCut: boolean) {
  const { BrotliDecompress } = await import('brotli/dec/decode.js');
  let read = 0;
  const input = {
    read(into: Uint8Array, at: number, count: number): number {
      const piece = body.subarray(read, read + count);
      into.set(piece, at);
      read += piece.length;
      return piece.length;
    },
  };
  const output = {
    // The library makes room in its output for what a part says it holds; there is room here for anything.
    buffer: { length: Number.POSITIVE_INFINITY },
    write(window: Uint8Array, count: number): number {
      take(window.slice(0, count));
      return count;
    },
  };
  try {
    tellingDamage(() => BrotliDecompress(input, output));
  } catch (error) {
    const isDamaged = error instanceof SourceProblem && error.reason === 'damaged';
    if (!isCut || !isDamaged) throw error;
  }
}

/** What the libraries throw is about the bytes they are given. */
function tellingDamage(work: () => void): void {
  try {
    work();
  } catch (error) {
    throw error instanceof SourceProblem ? error : new SourceProblem('damaged');
  }
}
