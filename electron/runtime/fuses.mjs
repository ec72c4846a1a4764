/** Where Electron keeps its fuses: after this text come a version byte, a length byte and one ASCII digit a fuse. */
const sentinel = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');

/** The fuses by their place (electron/fuses, version 1 of the wire). */
export const fuseNames = /** @type {const} */ ([
  'runAsNode',
  'cookieEncryption',
  'nodeOptions',
  'nodeCliInspect',
  'embeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
  'wasmTrapHandlers',
]);

/** @typedef {(typeof fuseNames)[number]} FuseName */

/**
 * Which fuses an Electron binary has set.
 * @param {Buffer} binary
 * @returns {Partial<Record<FuseName, boolean>>}
 */
export function readFuses(binary) {
  const { start, length } = findWire(binary);
  return Object.fromEntries(
    fuseNames.slice(0, length).map((name, index) => [name, binary[start + index] === 0x31]),
  );
}

/**
 * Set fuses in an Electron binary, in place.
 * @param {Buffer} binary
 * @param {Partial<Record<FuseName, boolean>>} wanted
 */
export function setFuses(binary, wanted) {
  const { start, length } = findWire(binary);
  for (const [index, name] of fuseNames.entries()) {
    const on = wanted[name];
    if (on === undefined) continue;
    if (index >= length) throw new Error(`this Electron has no fuse ${name}`);
    binary[start + index] = on ? 0x31 : 0x30;
  }
}

/** @param {Buffer} binary */
function findWire(binary) {
  const at = binary.indexOf(sentinel);
  if (at === -1) throw new Error('no fuse wire in this binary');
  const version = binary[at + sentinel.length];
  if (version !== 1) throw new Error(`the fuse wire has version ${version}, not 1`);
  return { start: at + sentinel.length + 2, length: binary[at + sentinel.length + 1] ?? 0 };
}
