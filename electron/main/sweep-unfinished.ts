import { join } from 'node:path';
import { atOnce } from './files/at-once.ts';
import type { FileSystem } from './files/file-system.ts';

/** What keeping a file leaves when power goes off in the middle: a neighbour of the name it would have had. */
const unfinished = /^[0-9a-f]{64}\.(?:part|tmp)$/;

const mostAtOnce = 8;

/**
 * Remove what was being kept when the program ended in the middle of it: nothing refers to it, and it may be large. Only
 * for who holds the workspace's lock, as another program may be writing just that. What cannot be removed stays for the
 * next time.
 */
export async function sweepUnfinished(files: FileSystem, workspaceFolder: string): Promise<void> {
  for (const kept of ['originals', 'texts']) {
    const folders = await files.list(join(workspaceFolder, kept)).catch(() => []);
    const ours = folders.filter((name) => /^[0-9a-f]{2}$/.test(name));
    await atOnce(mostAtOnce, ours, async (name) => {
      const folder = join(workspaceFolder, kept, name);
      const names = await files.list(folder).catch(() => []);
      for (const one of names)
        if (unfinished.test(one)) await files.remove(join(folder, one)).catch(() => undefined);
    });
  }
}
