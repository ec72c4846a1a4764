/** @typedef {{ files: Record<string, Entry> } | { size: number }} Entry */

/**
 * The paths of the files that an asar archive lists.
 * @param {Buffer} asar
 * @returns {string[]}
 */
export function listAsar(asar) {
  const length = asar.readUInt32LE(12);
  return listEntry(JSON.parse(asar.toString('utf8', 16, 16 + length)), '');
}

/**
 * @param {Entry} entry
 * @param {string} path
 * @returns {string[]}
 */
function listEntry(entry, path) {
  if (!('files' in entry)) return [path];
  return Object.entries(entry.files).flatMap(([name, inside]) =>
    listEntry(inside, path === '' ? name : `${path}/${name}`),
  );
}
