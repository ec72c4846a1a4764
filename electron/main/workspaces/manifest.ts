import { join } from 'node:path';
import type { WorkspaceId } from '#core/ids.ts';
import type { FileSystem } from '#main/files/file-system.ts';
import { readJson, writeJson } from '#main/files/write-whole.ts';
import { isPlainObject } from '#main/parse.ts';
import { UUID } from '#main/parse-edit.ts';
import type { WorkspaceInfo } from '#shared/ipc.ts';

/** The folder layout this version writes, and the newest it can open. */
export const WORKSPACE_FORMAT = 1;

type Info = Omit<WorkspaceInfo, 'folderLabel'>;

export type Manifest =
  | { readonly kind: 'good'; readonly info: Info }
  | { readonly kind: 'newer-format'; readonly found: number }
  /** No `workspace.json`, or one that can't be understood. */
  | { readonly kind: 'missing' };

/** Read the `workspace.json` that makes a folder a workspace. */
export async function readManifest(files: FileSystem, folder: string): Promise<Manifest> {
  const found = await readJson(files, manifestPath(folder));
  if (!isPlainObject(found) || typeof found.format !== 'number') return { kind: 'missing' };
  if (found.format > WORKSPACE_FORMAT) return { kind: 'newer-format', found: found.format };
  const { id, name, createdAt } = found;
  if (typeof id !== 'string' || !UUID.test(id) || typeof name !== 'string' || typeof createdAt !== 'string') {
    return { kind: 'missing' };
  }
  return { kind: 'good', info: { id: id as WorkspaceId, name, createdAt } };
}

/** Make `folder` a workspace. */
export async function writeManifest(files: FileSystem, folder: string, info: Info): Promise<void> {
  await files.makeFolder(folder);
  const { id, name, createdAt } = info;
  await writeJson(files, manifestPath(folder), { format: WORKSPACE_FORMAT, id, name, createdAt });
}

function manifestPath(folder: string): string {
  return join(folder, 'workspace.json');
}
