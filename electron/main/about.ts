import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app } from 'electron';
import type { About } from '#shared/ipc.ts';

/** Versions, and whose data and libraries the program carries. */
export async function readAbout(appFolder: string): Promise<About> {
  const { electron = '', chrome = '', node = '' } = process.versions;
  return {
    version: app.getVersion(),
    electron,
    chromium: chrome,
    node,
    attribution: await readFile(join(appFolder, 'resources', 'ATTRIBUTION.md'), 'utf8').catch(() => ''),
  };
}
