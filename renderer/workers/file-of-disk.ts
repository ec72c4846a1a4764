import { type FileSource, SourceProblem } from '#core/import/file-source.ts';

/** Files up to this size are read at once: their beginning and the rest would be two ways to the disk. */
const wholeBytes = 1024 * 1024;

/** What the first way through a large file, to tell its hash, is of all the work on it: the rest is reading what it holds. */
const hashShare = 0.05;

/**
 * A file of the disk that was handed over by reference. Rejects when it has gone, is closed to us, or is no longer the
 * file it was when it was handed over.
 *
 * @param readBefore answers the whole file if it was read already, otherwise `null`.
 */
export function sourceOfFile(
  file: File,
  path: string,
  readBefore: () => Promise<Uint8Array | null> = () => Promise.resolve(null),
): FileSource & { readonly bytesRead: () => number } {
  let whole: Promise<Uint8Array> | null = null;
  let bytesRead = 0;

  async function readAll(): Promise<Uint8Array> {
    const bytes = await readBefore();
    if (bytes === null) return readPiece(0, file.size);
    bytesRead = bytes.length;
    return bytes;
  }

  async function readPiece(start: number, end: number): Promise<Uint8Array> {
    const slice = await file.slice(start, end).arrayBuffer().catch(refuseToRead);
    const bytes = new Uint8Array(slice);
    // The browser refuses a file whose time has changed; one cut short within the same moment gives fewer bytes.
    if (bytes.length < Math.min(end, file.size) - start)
      throw new SourceProblem('changed', { sizeBytes: file.size });
    bytesRead += bytes.length;
    return bytes;
  }

  /** The browser says by the same name that a file is closed to us and that it has changed. */
  function refuseToRead(error: unknown): never {
    const isGone = error instanceof DOMException && error.name === 'NotFoundError';
    if (isGone) throw new SourceProblem('unreadable', { sizeBytes: file.size, closed: 'gone' });
    throw new SourceProblem(bytesRead > 0 ? 'changed' : 'unreadable', { sizeBytes: file.size });
  }

  return {
    name: file.name,
    path,
    sizeBytes: file.size,
    bytesRead: () => (file.size > wholeBytes ? progressOf(bytesRead, file.size) : bytesRead),
    async read(start, end) {
      if (file.size > wholeBytes) return readPiece(start, end);
      whole ??= readAll();
      return (await whole).subarray(start, end);
    },
  };
}

/** How far a file is that is read twice, in bytes of it. */
function progressOf(bytesRead: number, sizeBytes: number): number {
  const first = Math.min(bytesRead, sizeBytes);
  const second = Math.min(bytesRead - first, sizeBytes);
  return Math.round(hashShare * first + (1 - hashShare) * second);
}
