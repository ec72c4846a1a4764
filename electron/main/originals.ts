import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { KeptFile, KeptKind, KeptPart, WriteProblem } from '#shared/ipc.ts';
import { atOnce } from './files/at-once.ts';
import { type FileSystem, isMissing } from './files/file-system.ts';
import { IMPORT_RESERVE_BYTES, lackOfSpace, writeProblem } from './files/write-problem.ts';
import { placeWhole } from './files/write-whole.ts';

const folders: Record<KeptKind, string> = { original: 'originals', text: 'texts' };

/** Where a kept file lies in a workspace: by its hash, in 256 folders so that none grows too large. */
export function keptPath(
  workspaceFolder: string,
  { kind, sha256 }: { kind: KeptKind; sha256: string },
): string {
  return join(workspaceFolder, folders[kind], sha256.slice(0, 2), sha256);
}

/**
 * Keep files under their hash; answers once they are on the disk. A file that is there and intact is not touched, a
 * damaged one is replaced, and a text that is its original byte for byte is kept once. On failure some may have been
 * kept, which harms nothing.
 */
export async function keepFiles(
  files: FileSystem,
  workspaceFolder: string,
  kept: readonly KeptFile[],
): Promise<{ ok: true } | { ok: false; problem: WriteProblem }> {
  const wrong = kept.find(({ bytes, sha256 }) => sha256Of(bytes) !== sha256);
  if (wrong) {
    return {
      ok: false,
      problem: { kind: 'failed', message: `The bytes do not have the hash ${wrong.sha256}` },
    };
  }
  try {
    const size = kept.reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
    const lack = await lackOfSpace(files, workspaceFolder, size, IMPORT_RESERVE_BYTES);
    if (lack !== null) return { ok: false, problem: lack };
    await placeAll(files, workspaceFolder, withoutTwins(kept));
    return { ok: true };
  } catch (error) {
    return { ok: false, problem: writeProblem(error) };
  }
}

/** A kept file; `null` when it is missing or its bytes no longer have its hash. */
export async function readKept(
  files: FileSystem,
  workspaceFolder: string,
  { kind, sha256 }: { readonly kind: KeptKind; readonly sha256: string },
): Promise<Uint8Array | null> {
  const own = await readWhole(files, keptPath(workspaceFolder, { kind, sha256 }), sha256);
  if (own !== null || kind === 'original') return own;
  // A text that is its original, byte for byte, is kept once.
  return readWhole(files, keptPath(workspaceFolder, { kind: 'original', sha256 }), sha256);
}

/** The bytes of a kept file from `start` up to `end`, fewer at its end; `null` when it is missing. */
export async function readKeptPart(
  files: FileSystem,
  workspaceFolder: string,
  which: { readonly kind: KeptKind; readonly sha256: string },
  { start, end }: KeptPart,
): Promise<Uint8Array | null> {
  try {
    const file = await files.open(keptPath(workspaceFolder, which), 'read');
    try {
      const bytes = new Uint8Array(Math.max(0, Math.min(end, await file.size()) - start));
      return bytes.subarray(0, await file.read(bytes, start));
    } finally {
      await file.close();
    }
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** All but the texts that come with an original of the same bytes. */
function withoutTwins(kept: readonly KeptFile[]): KeptFile[] {
  const originals = new Set(kept.flatMap(({ kind, sha256 }) => (kind === 'original' ? [sha256] : [])));
  return kept.filter(({ kind, sha256 }) => kind === 'original' || !originals.has(sha256));
}

/** Files that are flushed at a time. */
const mostAtOnce = 8;

async function placeAll(
  files: FileSystem,
  workspaceFolder: string,
  kept: readonly KeptFile[],
): Promise<void> {
  // By path, as two requests of one file would write the same neighbour.
  const byPath = new Map(kept.map((file) => [keptPath(workspaceFolder, file), file]));
  await atOnce(mostAtOnce, [...byPath], async ([path, file]) => {
    // Even of a file that is there: its name may not have reached the disk before a crash.
    if ((await readWhole(files, path, file.sha256)) !== null) return;
    await placeInFolder(files, path, file.bytes);
  });
  const touched = new Set([...byPath.keys()].map((path) => dirname(path)));
  const parents = new Set([...touched].map((folder) => dirname(folder)));
  await atOnce(mostAtOnce, [...touched, ...parents, workspaceFolder], (folder) => files.syncFolder(folder));
}

/** Nearly always the folder is there: to make sure of it each time would be one more call of the disk for each file. */
async function placeInFolder(files: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  try {
    await placeWhole(files, path, bytes);
  } catch (error) {
    if (!isMissing(error)) throw error;
    await files.makeFolder(dirname(path));
    await placeWhole(files, path, bytes);
  }
}

/** The bytes at `path`; `null` when they are missing or do not have this hash. */
async function readWhole(files: FileSystem, path: string, sha256: string): Promise<Uint8Array | null> {
  try {
    const bytes = await files.readFile(path);
    return sha256Of(bytes) === sha256 ? bytes : null;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
