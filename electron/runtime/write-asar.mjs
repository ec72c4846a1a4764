/**
 * An asar archive of a few files at its top: a pickled JSON header, then the contents.
 * @param {Record<string, string>} files
 */
export function writeAsar(files) {
  const contents = Object.entries(files).map(([name, text]) => ({ name, bytes: Buffer.from(text) }));
  let offset = 0;
  /** @type {Record<string, { size: number, offset: string }>} */
  const listed = {};
  for (const { name, bytes } of contents) {
    listed[name] = { size: bytes.length, offset: String(offset) };
    offset += bytes.length;
  }
  const json = Buffer.from(JSON.stringify({ files: listed }));
  const padded = Math.ceil(json.length / 4) * 4;
  const head = Buffer.alloc(16 + padded);
  head.writeUInt32LE(4, 0);
  head.writeUInt32LE(padded + 8, 4);
  head.writeUInt32LE(padded + 4, 8);
  head.writeUInt32LE(json.length, 12);
  json.copy(head, 16);
  return Buffer.concat([head, ...contents.map(({ bytes }) => bytes)]);
}
