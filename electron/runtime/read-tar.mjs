/**
 * The files of a tar archive (POSIX ustar): name and content, in order. Links and other entries are left out.
 * @param {Buffer} tar
 * @returns {Generator<{ name: string, content: Buffer }>}
 */
export function* readTar(tar) {
  for (let at = 0; at + 512 <= tar.length; ) {
    const head = tar.subarray(at, at + 512);
    if (head.every((byte) => byte === 0)) return;
    const size = Number.parseInt(text(head, 124, 12), 8) || 0;
    const type = String.fromCharCode(head[156] ?? 0);
    const prefix = text(head, 345, 155);
    const name = prefix === '' ? text(head, 0, 100) : `${prefix}/${text(head, 0, 100)}`;
    if (type === '0' || type === '\0') yield { name, content: tar.subarray(at + 512, at + 512 + size) };
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

/**
 * @param {Buffer} head
 * @param {number} start
 * @param {number} length
 */
function text(head, start, length) {
  const field = head.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end === -1 ? length : end).trim();
}
