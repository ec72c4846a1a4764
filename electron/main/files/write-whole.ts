import { dirname } from 'node:path';
import { type FileSystem, isMissing, type OpenFile } from './file-system.ts';

/**
 * Write a file so that after any crash either the old content or all of the new one is found under its name: a
 * temporary neighbour, flushed, renamed, and the folder flushed. Nothing is left behind on failure.
 *
 * @param temporary what the neighbour is called; has to be said where a file of the analyst could have that name.
 */
export async function writeWhole(
  files: FileSystem,
  path: string,
  bytes: Uint8Array,
  temporary?: string,
): Promise<void> {
  await placeWhole(files, path, bytes, temporary);
  await files.syncFolder(dirname(path));
}

/** As `writeWhole`, without flushing the folder: for many files, whose folders are flushed once at the end. */
export async function placeWhole(
  files: FileSystem,
  path: string,
  bytes: Uint8Array,
  temporary = `${path}.tmp`,
): Promise<void> {
  try {
    const file = await files.open(temporary, 'replace');
    try {
      await writeFully(file, bytes, 0);
      await file.sync();
    } finally {
      await file.close();
    }
    await files.rename(temporary, path);
  } catch (error) {
    await files.remove(temporary).catch(() => undefined);
    throw error;
  }
}

/** Write all of `bytes`, however many pieces the system takes them in. */
export async function writeFully(file: OpenFile, bytes: Uint8Array, position: number): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const count = await file.write(bytes.subarray(written), position + written);
    if (count === 0) throw Object.assign(new Error('The disk took no more bytes'), { code: 'ENOSPC' });
    written += count;
  }
}

/** A small JSON file; `null` when it is missing, `'damaged'` when it is no JSON. */
export async function readJson(files: FileSystem, path: string): Promise<unknown | null | 'damaged'> {
  try {
    return JSON.parse(new TextDecoder().decode(await files.readFile(path)));
  } catch (error) {
    if (isMissing(error)) return null;
    if (error instanceof SyntaxError) return 'damaged';
    throw error;
  }
}

/** Write a small JSON file, whole or not at all. */
export function writeJson(files: FileSystem, path: string, value: unknown): Promise<void> {
  return writeWhole(files, path, new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`));
}
