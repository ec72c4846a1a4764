import { SourceProblem } from '#core/import/file-source.ts';

/** Bytes that come in chunks, taken line by line or by number. */
export type ByteQueue = {
  /** The next line without its end, one character a byte, an endless one in pieces; `null` at the end. */
  line(): Promise<string | null>;
  /** The next `length` bytes, fewer at the end. */
  take(length: number): Promise<Uint8Array>;
  /** @throws SourceProblem `damaged` when there are fewer. */
  skip(length: number): Promise<void>;
};

const longestLine = 65_536;
const lineEnd = 10;

/** A queue of `chunks`. */
export function queueOf(chunks: AsyncIterator<Uint8Array>): ByteQueue {
  let buffer: Uint8Array = new Uint8Array(0);

  async function more(): Promise<boolean> {
    const { done, value } = await chunks.next();
    if (done) return false;
    const joined = new Uint8Array(buffer.length + value.length);
    joined.set(buffer);
    joined.set(value, buffer.length);
    buffer = buffer.length === 0 ? value : joined;
    return true;
  }

  return {
    async line() {
      let end = buffer.indexOf(lineEnd);
      while (end === -1 && buffer.length < longestLine) {
        const searched = buffer.length;
        if (!(await more())) break;
        end = buffer.indexOf(lineEnd, searched);
      }
      if (buffer.length === 0) return null;
      const isEndless = end === -1 || end > longestLine;
      const length = isEndless ? Math.min(longestLine, buffer.length) : end;
      const line = textOf(buffer.subarray(0, length));
      buffer = buffer.subarray(isEndless ? length : length + 1);
      return line.replace(/\r$/, '');
    },
    async take(length) {
      const taken = new Uint8Array(length);
      let filled = 0;
      for (;;) {
        const piece = buffer.subarray(0, length - filled);
        taken.set(piece, filled);
        filled += piece.length;
        buffer = buffer.subarray(piece.length);
        if (filled === length) return taken;
        if (!(await more())) return taken.subarray(0, filled);
      }
    },
    async skip(length) {
      let left = length;
      for (;;) {
        const some = Math.min(left, buffer.length);
        buffer = buffer.subarray(some);
        left -= some;
        if (left === 0) return;
        if (!(await more())) throw new SourceProblem('damaged');
      }
    },
  };
}

function textOf(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}
