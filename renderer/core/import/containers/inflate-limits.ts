import { SourceProblem } from '#core/import/file-source.ts';

/** How much something packed may hold before it is refused. */
export type InflateLimits = {
  readonly entries: number;
  /** All it unpacks to, archives within it included. */
  readonly totalBytes: number;
  /** Unpacked to packed size of one entry, from a mebibyte on: small entries of one letter over and over do no harm. */
  readonly ratio: number;
  /** How many archives may lie within one another. */
  readonly depth: number;
};

/** For archives of articles, which are unpacked entry by entry and never as a whole. */
export const archiveLimits: InflateLimits = {
  entries: 100_000,
  totalBytes: 16 * 1024 ** 3,
  ratio: 250,
  depth: 3,
};

/** For documents that are zip files (DOCX, ODT, EPUB), whose parts are in memory together. */
export const documentLimits: InflateLimits = {
  entries: 10_000,
  totalBytes: 256 * 1024 ** 2,
  ratio: 250,
  depth: 0,
};

/** From how many bytes on the ratio counts. */
const ratioFrom = 1_048_576;

/** Keeps account of what is unpacked; shared by an archive and all that lie within it. */
export type InflateBudget = {
  readonly limits: InflateLimits;
  /** @throws SourceProblem `bomb` when an entry that grows from `packed` to `unpacked` bytes grows too much. */
  checkRatio(packed: number, unpacked: number): void;
  /** Count bytes that have been unpacked. @throws SourceProblem `bomb` when it is more than the limit in all. */
  spend(bytes: number): void;
};

/** A fresh account. */
export function createInflateBudget(limits: InflateLimits): InflateBudget {
  let spent = 0;
  return {
    limits,
    checkRatio(packed, unpacked) {
      if (unpacked > ratioFrom && unpacked > packed * limits.ratio)
        throw new SourceProblem('bomb', { limit: 'ratio', ratio: limits.ratio });
    },
    spend(bytes) {
      spent += bytes;
      if (spent > limits.totalBytes)
        throw new SourceProblem('bomb', { limit: 'total', totalBytes: limits.totalBytes });
    },
  };
}
