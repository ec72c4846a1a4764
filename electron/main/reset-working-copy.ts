import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Session } from 'electron';
import { OWN_SCHEME, START_PAGE, WORKBENCH_HOST } from './own-pages.ts';

/** Chromium's name for the folders of our origin. */
const ORIGIN_PREFIX = `${OWN_SCHEME}_${WORKBENCH_HOST}_`;

/**
 * Throw away the IndexedDB files of the window, for a database that can be neither opened nor deleted there. The
 * journal has everything that was in it.
 *
 * @returns whether nothing of it is left.
 */
export async function resetWorkingCopy(session: Session): Promise<boolean> {
  const origin = new URL(START_PAGE);
  await session
    .clearStorageData({ origin: `${origin.protocol}//${origin.host}`, storages: ['indexdb'] })
    .catch(() => undefined);
  const folder = session.storagePath === null ? null : join(session.storagePath, 'IndexedDB');
  if (folder === null) return true;
  // A damaged store may have withstood that.
  for (const name of await leftIn(folder)) {
    await rm(join(folder, name), { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  }
  return (await leftIn(folder)).length === 0;
}

async function leftIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.startsWith(ORIGIN_PREFIX));
}
