import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { KeptFile, KeptKind, WriteProblem } from '#shared/ipc.ts';
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
 * damaged one is replaced. On failure those before the failing one may have been kept, which harms nothing.
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
    await placeAll(files, workspaceFolder, kept);
    return { ok: true };
  } catch (error) {
    return { ok: false, problem: writeProblem(error) };
  }
}

/** A kept file; `null` when it is missing or its bytes no longer have its hash. */
export async function readKept(
  files: FileSystem,
  workspaceFolder: string,
  which: { readonly kind: KeptKind; readonly sha256: string },
): Promise<Uint8Array | null> {
  try {
    const bytes = await files.readFile(keptPath(workspaceFolder, which));
    return sha256Of(bytes) === which.sha256 ? bytes : null;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

async function placeAll(
  files: FileSystem,
  workspaceFolder: string,
  kept: readonly KeptFile[],
): Promise<void> {
  const touched = new Set<string>();
  for (const file of kept) {
    // Even a file that is there: its name may not have reached the disk before a crash.
    const path = keptPath(workspaceFolder, file);
    touched.add(dirname(path));
    if ((await readKept(files, workspaceFolder, file)) !== null) continue;
    await files.makeFolder(dirname(path));
    await placeWhole(files, path, file.bytes);
  }
  const parents = new Set([...touched].map((folder) => dirname(folder)));
  for (const folder of [...touched, ...parents, workspaceFolder]) await files.syncFolder(folder);
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
