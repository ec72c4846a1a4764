import { join } from 'node:path';
import type { WorkspaceId } from '#core/ids.ts';
import type { FileSystem } from '#main/files/file-system.ts';
import { readJson, writeJson } from '#main/files/write-whole.ts';
import { isPlainObject } from '#main/parse.ts';
import type { WorkspaceInfo } from '#shared/ipc.ts';
import { readManifest } from './manifest.ts';

/** A workspace and where it lies; the folder is never told to the window but as a label. */
export type WorkspacePlace = Omit<WorkspaceInfo, 'folderLabel'> & { readonly folder: string };

export type KnownWorkspaces = {
  readonly last: WorkspaceId | null;
  readonly places: readonly WorkspacePlace[];
};

/** The workspaces this installation has opened, newest first; found again in the default folder when the list is lost. */
export async function readKnown(files: FileSystem, userData: string): Promise<KnownWorkspaces> {
  const path = listPath(userData);
  const found = await readJson(files, path);
  if (isPlainObject(found) && Array.isArray(found.workspaces)) {
    const places = found.workspaces.filter(isPlace);
    const last = places.find(({ id }) => id === found.last) ?? places[0];
    return { last: last?.id ?? null, places };
  }
  const places = await findPlaces(files, defaultFolder(userData));
  return { last: places[0]?.id ?? null, places };
}

/** Put `place` first in the list and remember it as the last one opened. */
export async function rememberPlace(
  files: FileSystem,
  userData: string,
  place: WorkspacePlace,
): Promise<KnownWorkspaces> {
  const { places } = await readKnown(files, userData);
  const workspaces = [place, ...places.filter(({ id }) => id !== place.id)];
  await writeJson(files, listPath(userData), { format: 1, last: place.id, workspaces });
  return { last: place.id, places: workspaces };
}

/** Where workspaces are made when the analyst chooses no folder. */
export function defaultFolder(userData: string): string {
  return join(userData, 'workspaces');
}

/** A workspace as the window may see it. */
export function infoOf({ id, name, createdAt, folder }: WorkspacePlace): WorkspaceInfo {
  return { id, name, createdAt, folderLabel: folder };
}

function listPath(userData: string): string {
  return join(userData, 'workspaces.json');
}

async function findPlaces(files: FileSystem, folder: string): Promise<WorkspacePlace[]> {
  const places: WorkspacePlace[] = [];
  for (const name of await files.list(folder)) {
    const place = join(folder, name);
    const manifest = await readManifest(files, place);
    if (manifest.kind === 'good') places.push({ ...manifest.info, folder: place });
  }
  return places.sort((a, b) => b.createdAt.localeCompare(a.createdAt));
}

function isPlace(value: unknown): value is WorkspacePlace {
  return (
    isPlainObject(value) &&
    ['id', 'name', 'createdAt', 'folder'].every((key) => typeof value[key] === 'string')
  );
}
