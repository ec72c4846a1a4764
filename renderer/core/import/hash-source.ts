import { type FileSource, readWhole } from './file-source.ts';
import { createSha256 } from './sha256.ts';
import type { Tools } from './tools.ts';

/** Up to this much is in memory at once. */
const blockBytes = 1024 * 1024;

/** The SHA-256 of a whole file in lower-case hexadecimal, however large it is. */
export async function hashSource(source: FileSource, tools: Tools, signal: AbortSignal): Promise<string> {
  const { sizeBytes } = source;
  if (sizeBytes <= blockBytes) return tools.sha256(await readWhole(source, 0, sizeBytes));
  const hash = createSha256();
  for (let at = 0; at < sizeBytes; at += blockBytes) {
    signal.throwIfAborted();
    hash.add(await readWhole(source, at, Math.min(at + blockBytes, sizeBytes)));
  }
  return hash.finish();
}
