import type { Refusal, RefusalReason } from './refusal.ts';

/** A file on its way in, read piece by piece, so that a large one need not be in memory. */
export type FileSource = {
  /** Its own name, without folders. */
  readonly name: string;
  /** Its name with the folders it was dropped or picked with, `/` between them; the name when there are none. */
  readonly path: string;
  readonly sizeBytes: number;
  /** Set when its end is missing, as what it was packed in was cut short: it is as long as what is left. */
  readonly isCut?: true;
  /**
   * The bytes from `start` up to `end`, fewer past the end. Rejects when the file cannot be read or has changed, with
   * a `SourceProblem` where it is known which.
   */
  read(start: number, end: number): Promise<Uint8Array>;
};

/** Why bytes could not be had, told by what reads them: thrown, as it may come up many layers below the refusal. */
export class SourceProblem extends Error {
  readonly reason: RefusalReason;
  readonly detail: Refusal['detail'];

  constructor(reason: RefusalReason, detail: Refusal['detail'] = {}) {
    super(reason);
    this.name = 'SourceProblem';
    this.reason = reason;
    this.detail = detail;
  }
}

/** Bytes in memory as a file. */
export function sourceOf(name: string, bytes: Uint8Array, path = name): FileSource {
  return {
    name,
    path,
    sizeBytes: bytes.length,
    read: async (start, end) => bytes.subarray(start, end),
  };
}

/**
 * The bytes from `start` to `end`, all of them.
 *
 * @throws SourceProblem `changed` when the file has become shorter than it was said to be.
 */
export async function readWhole(source: FileSource, start: number, end: number): Promise<Uint8Array> {
  const bytes = await source.read(start, end);
  if (bytes.length !== end - start) throw new SourceProblem('changed', { sizeBytes: source.sizeBytes });
  return bytes;
}

/**
 * The same file, read in large blocks of which the last is kept: for readers that ask for many small pieces one after
 * the other, as each question to a file on disk costs far more than its bytes.
 */
export function readAhead(source: FileSource, blockBytes = 1_048_576): FileSource {
  let from = 0;
  let block: Uint8Array = new Uint8Array(0);
  return {
    ...source,
    async read(start, end) {
      const until = Math.min(end, source.sizeBytes);
      if (until - start >= blockBytes) return source.read(start, until);
      if (start < from || until > from + block.length) {
        block = await source.read(start, Math.min(start + blockBytes, source.sizeBytes));
        from = start;
      }
      return block.subarray(start - from, Math.max(0, until - from));
    },
  };
}
