import { connect } from 'node:net';
import { endianness } from 'node:os';

const WM_NAME = 39;
const VIEWABLE = 2;

/**
 * A client of an X server on this machine, as small as it can be: it tells which windows are to be seen and what the
 * screen shows (X Window System Protocol, version 11). It looks from outside, so the program looked at needs no door.
 * @param {string} display such as `:1`
 */
export async function openDisplay(display) {
  const server = connect(`/tmp/.X11-unix/X${display.replace(/^:|\..*$/g, '')}`);
  const read = createReader(server);
  server.write(Buffer.from([endianness() === 'LE' ? 0x6c : 0x42, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
  const head = await read(8);
  const setup = await read(head.readUInt16LE(6) * 4);
  if (head[0] !== 1) throw new Error('the X server refuses the connection');
  const screen = 32 + Math.ceil(setup.readUInt16LE(16) / 4) * 4 + (setup[21] ?? 0) * 8;
  const root = setup.readUInt32LE(screen);

  /** @param {Buffer} request */
  const ask = async (request) => {
    server.write(request);
    for (;;) {
      const reply = await read(32);
      if (reply[0] === 0) throw new XError(reply[1] ?? 0);
      if (reply[0] === 1) return Buffer.concat([reply, await read(reply.readUInt32LE(4) * 4)]);
    }
  };
  return {
    /** The title and place of every window that can be seen. */
    async windows() {
      const found = [];
      const tree = await ask(request(15, 0, [root]));
      for (let index = 0; index < tree.readUInt16LE(16); index++) {
        const window = await windowAt(ask, tree.readUInt32LE(32 + index * 4));
        if (window !== null) found.push(window);
      }
      return found;
    },
    /**
     * What the screen shows there: four bytes a pixel, blue first.
     * @param {{ x: number, y: number, width: number, height: number }} place
     */
    async picture({ x, y, width, height }) {
      const place = [(x & 0xffff) | (y << 16), width | (height << 16)];
      const reply = await ask(request(73, 2, [root, ...place, 0xffffffff]));
      return reply.subarray(32, 32 + width * height * 4);
    },
    close: () => server.destroy(),
  };
}

class XError extends Error {
  /** @param {number} code */
  constructor(code) {
    super(`the X server answers with error ${code}`);
  }
}

/**
 * @param {(request: Buffer) => Promise<Buffer>} ask
 * @param {number} id
 */
async function windowAt(ask, id) {
  try {
    const attributes = await ask(request(3, 0, [id]));
    if (attributes[26] !== VIEWABLE) return null;
    const name = await ask(request(20, 0, [id, WM_NAME, 0, 0, 256]));
    const shape = await ask(request(14, 0, [id]));
    return {
      title: name.toString('utf8', 32, 32 + name.readUInt32LE(16)),
      x: shape.readInt16LE(12),
      y: shape.readInt16LE(14),
      width: shape.readUInt16LE(16),
      height: shape.readUInt16LE(18),
    };
  } catch (error) {
    // It was closed while we asked.
    if (error instanceof XError) return null;
    throw error;
  }
}

/**
 * @param {number} opcode
 * @param {number} detail
 * @param {readonly number[]} words
 */
function request(opcode, detail, words) {
  const buffer = Buffer.alloc(4 + words.length * 4);
  buffer[0] = opcode;
  buffer[1] = detail;
  buffer.writeUInt16LE(buffer.length / 4, 2);
  for (const [index, word] of words.entries()) buffer.writeUInt32LE(word >>> 0, 4 + index * 4);
  return buffer;
}

/**
 * Read a stream by exact lengths.
 * @param {import('node:stream').Readable} stream
 */
function createReader(stream) {
  /** @type {Buffer[]} */
  let chunks = [];
  let held = 0;
  let wake = () => {};
  /** @type {Error | null} */
  let failure = null;
  stream.on('data', (chunk) => {
    chunks.push(chunk);
    held += chunk.length;
    wake();
  });
  stream.on('error', (error) => {
    failure = error;
    wake();
  });
  stream.on('close', () => {
    failure ??= new Error('the X server hung up');
    wake();
  });
  return async (/** @type {number} */ length) => {
    while (held < length) {
      if (failure !== null) throw failure;
      await new Promise((resolve) => {
        wake = () => resolve(undefined);
      });
    }
    const all = Buffer.concat(chunks);
    chunks = [all.subarray(length)];
    held -= length;
    return all.subarray(0, length);
  };
}
