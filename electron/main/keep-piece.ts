import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import type { KeptPiece, WriteProblem } from '#shared/ipc.ts';
import type { FileSystem } from './files/file-system.ts';
import { IMPORT_RESERVE_BYTES, lackOfSpace, writeProblem } from './files/write-problem.ts';
import { writeFully } from './files/write-whole.ts';
import { keptPath } from './originals.ts';

type Answer = { ok: true } | { ok: false; problem: WriteProblem };

/** What of a file is in memory at once while its hash is told. */
const blockBytes = 1024 * 1024;

/**
 * Keep the next piece of a large original in a neighbour of the place where it belongs, and move it there once it is
 * whole, has its hash and is on the disk. After a failure, or when it is given up, nothing is left of it.
 */
export async function keepPiece(
  files: FileSystem,
  workspaceFolder: string,
  { sha256, sizeBytes, start, bytes }: KeptPiece,
): Promise<Answer> {
  const path = keptPath(workspaceFolder, { kind: 'original', sha256 });
  const partial = `${path}.part`;
  const giveUp = async (problem: WriteProblem): Promise<Answer> => {
    await files.remove(partial).catch(() => undefined);
    return { ok: false, problem };
  };
  try {
    if (bytes === null) {
      await files.remove(partial);
      return { ok: true };
    }
    if (start === 0) {
      const lack = await lackOfSpace(files, workspaceFolder, sizeBytes, IMPORT_RESERVE_BYTES);
      if (lack !== null) return await giveUp(lack);
      await files.makeFolder(dirname(path));
    }
    const isWhole = start + bytes.length === sizeBytes;
    const refused = await append(files, partial, { start, bytes, sha256: isWhole ? sha256 : null });
    if (refused !== null) return await giveUp({ kind: 'failed', message: refused });
    if (isWhole) {
      await files.rename(partial, path);
      for (const folder of [dirname(path), dirname(dirname(path)), workspaceFolder])
        await files.syncFolder(folder);
    }
    return { ok: true };
  } catch (error) {
    return giveUp(writeProblem(error));
  }
}

/** Write a piece; with a hash, which comes with the last one, check all of it and flush it. Answers what is wrong. */
async function append(
  files: FileSystem,
  path: string,
  { start, bytes, sha256 }: { start: number; bytes: Uint8Array; sha256: string | null },
): Promise<string | null> {
  const file = await files.open(path, start === 0 ? 'replace' : 'write');
  try {
    if ((await file.size()) !== start) return `The piece at ${start} does not follow what was kept`;
    await writeFully(file, bytes, start);
    if (sha256 === null) return null;
    const hash = createHash('sha256');
    const block = new Uint8Array(blockBytes);
    for (let at = 0; at < start + bytes.length; at += blockBytes)
      hash.update(block.subarray(0, await file.read(block, at)));
    if (hash.digest('hex') !== sha256) return `The bytes do not have the hash ${sha256}`;
    await file.sync();
    return null;
  } finally {
    await file.close();
  }
}
