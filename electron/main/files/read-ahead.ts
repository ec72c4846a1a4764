import type { OpenFile } from './file-system.ts';

const CHUNK_BYTES = 1024 * 1024;

/** Reads a file from front to back in large pieces, and gives out small ones without copying. */
export type ReadAhead = {
  readonly size: number;
  /** The bytes at `position`, when they are in memory already. They hold until the next `load`. */
  peek(position: number, length: number): Buffer | null;
  /** The bytes at `position`, read when needed; fewer than `length` only at the end of the file. */
  load(position: number, length: number): Promise<Buffer>;
};

/** A reader over `file` as long as it is now. */
export async function readAhead(file: OpenFile): Promise<ReadAhead> {
  const size = await file.size();
  let chunk = Buffer.alloc(0);
  let chunkStart = 0;
  const peek = (position: number, length: number): Buffer | null => {
    const from = position - chunkStart;
    return from >= 0 && from + length <= chunk.length ? chunk.subarray(from, from + length) : null;
  };
  return {
    size,
    peek,
    load: async (position, length) => {
      const found = peek(position, length);
      if (found !== null) return found;
      const wanted = Math.min(Math.max(CHUNK_BYTES, length), Math.max(0, size - position));
      const next = Buffer.allocUnsafe(wanted);
      chunk = next.subarray(0, await file.read(next, position));
      chunkStart = position;
      return chunk.subarray(0, length);
    },
  };
}
