import { Obstacle } from './announce.mjs';

/** The oldest Node that the build tools support. */
const oldest = [20, 19];

/**
 * Stop where Node is too old for the tools, which would fail later in words nobody understands.
 * @param {string} [version]
 */
export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldest;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new Obstacle(
    `Liptako is built with Node ${oldest.join('.')} or newer; this is Node ${version}.\n` +
      "Install a newer one from https://nodejs.org or by your system's package tool, then try again.",
  );
}
