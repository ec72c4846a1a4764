import { dirname } from 'node:path';
import { createLayerUse } from '#core/layers/layer-use.ts';
import type { IdleFile, LetGoAnswer } from '#shared/ipc.ts';
import { type FileSystem, isMissing } from './files/file-system.ts';
import { writeProblem } from './files/write-problem.ts';
import type { Journal } from './journal/journal.ts';
import { keptPath } from './originals.ts';

/** The open workspace, and the hashes of what was kept in it since it was opened: their edits may be on their way. */
export type LayerKeeping = {
  readonly files: FileSystem;
  readonly folder: string;
  readonly journal: Pick<Journal, 'readPage'>;
  readonly fresh: ReadonlySet<string>;
};

const pageBytes = 4 * 1024 * 1024;

/** The kept files of map layers that nothing uses any more, as the journal tells; those that are gone are left out. */
export async function findIdleLayers(keeping: LayerKeeping): Promise<IdleFile[]> {
  const use = createLayerUse();
  for (let cursor: number | null = 0; cursor !== null; ) {
    const page: Awaited<ReturnType<Journal['readPage']>> = await keeping.journal.readPage(cursor, pageBytes);
    for (const entry of page.entries) use.add(entry);
    cursor = page.next;
  }
  const found: IdleFile[] = [];
  for (const layer of use.idle()) {
    if (keeping.fresh.has(layer.sha256)) continue;
    const sizeBytes = await sizeOf(keeping, layer.sha256);
    if (sizeBytes !== null) found.push({ ...layer, sizeBytes });
  }
  return found;
}

/** Remove those of the files that are idle still; any other is left where it is, whoever asks. */
export async function letGoOfLayers(keeping: LayerKeeping, sha256s: readonly string[]): Promise<LetGoAnswer> {
  let freedBytes = 0;
  try {
    for (const { sha256, sizeBytes } of await findIdleLayers(keeping)) {
      if (!sha256s.includes(sha256)) continue;
      const path = pathOf(keeping, sha256);
      await keeping.files.remove(path);
      await keeping.files.syncFolder(dirname(path));
      freedBytes += sizeBytes;
    }
    return { ok: true, freedBytes };
  } catch (error) {
    return { ok: false, problem: writeProblem(error) };
  }
}

async function sizeOf(keeping: LayerKeeping, sha256: string): Promise<number | null> {
  try {
    const file = await keeping.files.open(pathOf(keeping, sha256), 'read');
    try {
      return await file.size();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function pathOf({ folder }: LayerKeeping, sha256: string): string {
  return keptPath(folder, { kind: 'original', sha256 });
}
