import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PickedFile } from '#shared/ipc.ts';

/** The starter articles that come with the program, in order of their names. */
export async function readSeeds(appFolder: string): Promise<PickedFile[]> {
  const folder = join(appFolder, 'seeds');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.txt')).sort();
  return Promise.all(
    names.map(async (name) => {
      const bytes = new Uint8Array(await readFile(join(folder, name)));
      return { name, sizeBytes: bytes.byteLength, bytes };
    }),
  );
}
