import { type FileSource, readWhole } from '#core/import/file-source.ts';

const blockBytes = 65_536;
/** Eight mebibytes of the file. */
const mostBlocks = 128;

/**
 * The same file, read in blocks of which the latest used are held: readers of archives ask for the same few pages again
 * and again.
 */
export function holdBlocks(source: FileSource): FileSource {
  const held = new Map<number, Promise<Uint8Array>>();

  function block(number: number): Promise<Uint8Array> {
    const start = number * blockBytes;
    const there =
      held.get(number) ?? readWhole(source, start, Math.min(start + blockBytes, source.sizeBytes));
    // The newest is last.
    held.delete(number);
    held.set(number, there);
    there.catch(() => held.delete(number));
    const [oldest] = held.keys();
    if (held.size > mostBlocks && oldest !== undefined) held.delete(oldest);
    return there;
  }

  return {
    ...source,
    async read(start, end) {
      const until = Math.min(end, source.sizeBytes);
      if (until - start > blockBytes * 8) return source.read(start, until);
      const bytes = new Uint8Array(Math.max(0, until - start));
      for (let at = start; at < until; ) {
        const number = Math.floor(at / blockBytes);
        const piece = (await block(number)).subarray(at - number * blockBytes, until - number * blockBytes);
        bytes.set(piece, at - start);
        at += piece.length;
      }
      return bytes;
    },
  };
}
