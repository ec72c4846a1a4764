/** A file on its way in, read piece by piece, so that a large one need not be in memory. */
export type FileSource = {
  /** Its own name, without folders. */
  readonly name: string;
  /** Its name with the folders it was dropped or picked with, `/` between them; the name when there are none. */
  readonly path: string;
  readonly sizeBytes: number;
  /** The bytes from `start` up to `end`, fewer past the end. Rejects when the file cannot be read or has changed. */
  read(start: number, end: number): Promise<Uint8Array>;
};

/** Bytes in memory as a file. */
export function sourceOf(name: string, bytes: Uint8Array, path = name): FileSource {
  return {
    name,
    path,
    sizeBytes: bytes.length,
    read: async (start, end) => bytes.subarray(start, end),
  };
}
